import type { IsoDate } from "../schema/dates.ts";
import { type FactId, originsOf } from "../schema/facts.ts";
import type { LocationId } from "../schema/profile.ts";
import { dayAfter, firstAnniversaryMonth, fullMonths } from "./calendar.ts";

/** A value a fact can have. `null` is known to be none; a fact without a value is unknown. */
export type FactValue = boolean | number | string | null | object;

/** Looks up the value of another fact. */
export type Read = (fact: FactId) => FactValue | undefined;

/** From this month on, yearly reviews check the list of the edition of 2025-10-01. */
const firstReviews: IsoDate = "2025-10-01";

function datesFrom<const Facts extends readonly FactId[]>(
  read: Read,
  facts: Facts,
): { [Index in keyof Facts]: IsoDate | null | undefined } {
  return facts.map(read) as { [Index in keyof Facts]: IsoDate | null | undefined };
}

function partsOfSum(sum: FactId, read: Read): (number | undefined)[] {
  return originsOf(sum)!.map((part) => read(part) as number | undefined);
}

/** The sum of all parts, unknown while one is. */
function sumOf(sum: FactId, read: Read): number | undefined {
  return partsOfSum(sum, read).reduce(
    (total, part) => (total === undefined || part === undefined ? undefined : total + part),
    0,
  );
}

/** The sum of the parts that are known: the whole sum is at least as large. */
function knownSumOf(sum: FactId, read: Read): number {
  return partsOfSum(sum, read).reduce<number>((total, part) => total + (part ?? 0), 0);
}

/**
 * The closed list of derived facts: pure functions of other facts, unknown when what they need is.
 * What each reads stands in its description, so that a report can ask for it.
 */
export const derivations = {
  "membership.activeLocationCountries": (read) => {
    const locations = read("membership.locationIds") as LocationId[] | undefined;
    if (locations === undefined) return undefined;
    return [...new Set(locations.filter(({ active }) => active).map(({ country }) => country))];
  },
  "membership.designationCount": (read) =>
    (read("membership.solutionsPartnerDesignations") as string[] | undefined)?.length,
  "support.plan.owned": (read) => {
    const plan = read("support.plan");
    return plan === undefined ? undefined : plan !== null;
  },
  "support.plan.renewalDay": (read) => {
    const [renewsOn, endsOn] = datesFrom(read, ["support.plan.renewsOn", "support.plan.endsOn"]);
    return renewsOn ?? (endsOn ? dayAfter(endsOn) : endsOn);
  },
  "indirectReseller.monthsAtApplication": (read) => {
    const [since, appliedOn, asOf] = datesFrom(read, [
      "indirectReseller.transactingSince",
      "enrollment.appliedOn",
      "asOf",
    ]);
    const on = appliedOn ?? asOf;
    return since && on ? fullMonths(since, on) : undefined;
  },
  "trailingRevenue.cloudUsd": (read) => sumOf("trailingRevenue.cloudUsd", read),
  "trailingRevenue.knownCloudUsd": (read) => knownSumOf("trailingRevenue.knownCloudUsd", read),
  "trailingRevenue.totalUsd": (read) => sumOf("trailingRevenue.totalUsd", read),
  "trailingRevenue.knownTotalUsd": (read) => knownSumOf("trailingRevenue.knownTotalUsd", read),
  "enrollment.applicationDay": (read) => {
    const [appliedOn, asOf] = datesFrom(read, ["enrollment.appliedOn", "asOf"]);
    // Who has not applied yet would apply on the day asked about; who has, did so before.
    return appliedOn ?? (read("enrollment.application") === "not-started" ? asOf : undefined);
  },
  "enrollment.firstReviewOn": (read) => {
    const [onboardedOn] = datesFrom(read, ["enrollment.onboardedOn"]);
    return onboardedOn ? firstAnniversaryMonth(onboardedOn, firstReviews) : undefined;
  },
} satisfies Partial<Record<FactId, (read: Read) => FactValue | undefined>>;
