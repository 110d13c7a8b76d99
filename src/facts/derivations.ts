import type { IsoDate } from "../schema/dates.ts";
import { type FactId, type FactValue, allRevenue, cloudRevenue } from "../schema/facts.ts";
import type { LocationId } from "../schema/profile.ts";
import { dayAfter, firstAnniversaryMonth, fullMonths } from "./calendar.ts";

/** Looks up the value of another fact. */
export type Read = (fact: FactId) => FactValue | undefined;

/** From this month on, yearly reviews check the list of the edition of 2025-10-01. */
const firstReviews: IsoDate = "2025-10-01";

function dateOf(fact: FactId, read: Read): IsoDate | null | undefined {
  return read(fact) as IsoDate | null | undefined;
}

/** The sum of all parts, unknown while one is. */
function sumOf(parts: readonly FactId[], read: Read): number | undefined {
  let sum = 0;
  for (const part of parts) {
    const amount = read(part);
    if (amount === undefined) return undefined;
    sum += amount as number;
  }
  return sum;
}

/** The sum of the parts that are known: the whole sum is at least as large. */
function knownSumOf(parts: readonly FactId[], read: Read): number {
  let sum = 0;
  for (const part of parts) sum += (read(part) ?? 0) as number;
  return sum;
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
    const endsOn = dateOf("support.plan.endsOn", read);
    return dateOf("support.plan.renewsOn", read) ?? (endsOn ? dayAfter(endsOn) : endsOn);
  },
  "indirectReseller.monthsAtApplication": (read) => {
    const since = dateOf("indirectReseller.transactingSince", read);
    const on = dateOf("enrollment.appliedOn", read) ?? dateOf("asOf", read);
    return since && on ? fullMonths(since, on) : undefined;
  },
  "trailingRevenue.cloudUsd": (read) => sumOf(cloudRevenue, read),
  "trailingRevenue.knownCloudUsd": (read) => knownSumOf(cloudRevenue, read),
  "trailingRevenue.totalUsd": (read) => sumOf(allRevenue, read),
  "trailingRevenue.knownTotalUsd": (read) => knownSumOf(allRevenue, read),
  "enrollment.applicationDay": (read) => {
    const appliedOn = dateOf("enrollment.appliedOn", read);
    if (appliedOn) return appliedOn;
    // Who has not applied yet would apply on the day asked about; who has, did so before.
    return read("enrollment.application") === "not-started" ? read("asOf") : undefined;
  },
  "enrollment.firstReviewOn": (read) => {
    const onboardedOn = dateOf("enrollment.onboardedOn", read);
    return onboardedOn ? firstAnniversaryMonth(onboardedOn, firstReviews) : undefined;
  },
} satisfies Partial<Record<FactId, (read: Read) => FactValue | undefined>>;
