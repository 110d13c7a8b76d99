import type * as z from "zod";

import { isIsoDate } from "../input/date-schema.ts";
import { type IssueParams, checkWhen, isObject } from "../input/issues.ts";
import { quoted } from "../input/nearest.ts";

/** A field that contradicts other fields of its group. */
interface Contradiction {
  /** Path of the field within the group. */
  path: [PropertyKey, ...PropertyKey[]];
  /** The reason, with the full path of what it contradicts. */
  message: string;
  /** The fields of the group that it contradicts. */
  others: string[];
}

/** A group of a profile; some fields may be missing or malformed. */
type Fields = Readonly<Record<string, unknown>>;

type FindContradictions = (fields: Fields) => Contradiction[];

const none: Contradiction[] = [];

/** Rejects fields of a group that cannot all be true, even alongside other problems. */
export function consistent<Schema extends z.ZodType<object>>(
  schema: Schema,
  ...finders: readonly FindContradictions[]
): Schema {
  const check = (value: object, context: z.RefinementCtx): void => {
    for (const find of finders) {
      for (const { path, message, others } of find(value as Fields))
        context.addIssue({
          code: "custom",
          path,
          message,
          params: { code: "contradiction", values: { others } } satisfies IssueParams,
        });
    }
  };
  return checkWhen(schema, isObject, check);
}

/** The fields that a field contradicts, next to it in its group; none if the issue is another one. */
export function conflictsOf(issue: z.core.$ZodIssue): readonly string[] {
  const { params } = issue as { readonly params?: IssueParams };
  return (params?.values["others"] as readonly string[] | undefined) ?? [];
}

/** Finds parts that are larger than their whole, which is named by its full path. */
export function partsBeyond(whole: string, ...parts: readonly string[]): FindContradictions {
  const field = whole.slice(whole.lastIndexOf(".") + 1);
  return (fields) => {
    const limit = fields[field];
    if (typeof limit !== "number") return none;
    const isBeyond = (value: unknown): boolean => typeof value === "number" && value > limit;
    const beyond = parts.filter((part) => isBeyond(fields[part]));
    const message = `Expected no more than ${whole}`;
    return beyond.map((part) => ({ path: [part], message, others: [field] }));
  };
}

function isBefore(day: unknown, other: unknown): boolean {
  if (typeof day !== "string" || typeof other !== "string" || day >= other) return false;
  return isIsoDate(day) && isIsoDate(other);
}

/** Finds days of a plan that are in an impossible order. */
export function daysOutOfOrder({
  purchasedOn,
  endsOn,
  renewsOn,
  renewedOn,
}: Fields): Contradiction[] {
  const found: Contradiction[] = [];
  const refuse = (field: string, other: string, message: string): void =>
    void found.push({ path: [field], message, others: [other] });
  if (isBefore(endsOn, purchasedOn))
    refuse(
      "endsOn",
      "purchasedOn",
      "A plan cannot end before it was bought (support.plan.purchasedOn)",
    );
  if (isBefore(renewsOn, purchasedOn))
    refuse(
      "renewsOn",
      "purchasedOn",
      "A plan cannot renew before it was bought (support.plan.purchasedOn)",
    );
  if (isBefore(renewedOn, purchasedOn))
    refuse(
      "renewedOn",
      "purchasedOn",
      "A plan cannot be renewed before it was bought (support.plan.purchasedOn)",
    );
  if (isBefore(endsOn, renewedOn))
    refuse(
      "renewedOn",
      "endsOn",
      "A plan cannot be renewed after its last day (support.plan.endsOn)",
    );
  return found;
}

/** Finds a notice of a passed credit check alongside another result. */
export function noticeWithoutPass({ status, notifiedOn }: Fields): Contradiction[] {
  if (notifiedOn === undefined || typeof status !== "string" || status === "passed") return none;
  const message = `A notice says that the credit check was passed, but creditCheck.status is ${quoted(status)}`;
  return [{ path: ["notifiedOn"], message, others: ["status"] }];
}

/** Finds the day of an application that was not made. */
export function appliedWithoutApplication({ application, appliedOn }: Fields): Contradiction[] {
  if (appliedOn === undefined || application !== "not-started") return none;
  const message = 'The day of an application is given, but enrollment.application is "not-started"';
  return [{ path: ["appliedOn"], message, others: ["application"] }];
}

/** Finds an accepted agreement without the approval that comes before it. */
export function agreementWithoutApproval({
  enrollment,
  agreementAccepted,
}: Fields): Contradiction[] {
  if (agreementAccepted !== true || typeof enrollment !== "string" || enrollment === "approved")
    return none;
  const message = `The agreement can be accepted only after the approval, but transition.enrollment is ${quoted(enrollment)}`;
  return [{ path: ["agreementAccepted"], message, others: ["enrollment"] }];
}

/** Finds a response time without an alert. */
export function responseWithoutAlerts({ alerts, alertResponseHours }: Fields): Contradiction[] {
  if (alerts !== 0 || typeof alertResponseHours !== "number" || alertResponseHours === 0)
    return none;
  const message = "There is no response time without an alert (security.alerts is 0)";
  return [{ path: ["alertResponseHours"], message, others: ["alerts"] }];
}

/** Finds a location ID listed twice, with two countries or as both active and inactive. */
export function twoStatesOfOneLocation({ locationIds }: Fields): Contradiction[] {
  if (!Array.isArray(locationIds) || locationIds.length < 2) return none;
  const locations = locationIds.map((location) => (location ?? {}) as Fields);
  const places = new Map<unknown, number>();
  return locations.flatMap(({ id, country, active }, index) => {
    const first = places.get(id) ?? index;
    places.set(id, first);
    const known = locations[first]!;
    const isSame = Object.is(known["country"], country) && Object.is(known["active"], active);
    if (typeof id !== "string" || isSame) return [];
    const message = `Location ID ${quoted(id)} has a different country or state in membership.locationIds.${first}`;
    return [{ path: ["locationIds", index], message, others: ["locationIds"] }];
  });
}
