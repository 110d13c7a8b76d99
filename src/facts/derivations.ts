import type { IsoDate } from "../schema/dates.ts";
import {
  type FactId,
  type FactValue,
  allRevenue,
  cloudRevenue,
  directRevenue,
  indirectRevenue,
} from "../schema/facts.ts";
import type { LocationId } from "../schema/profile.ts";
import { dayAfter, firstAnniversaryAfter, firstAnniversaryMonth, fullMonths } from "./calendar.ts";
import { regionOf } from "./regions.ts";

/** Looks up the value of another fact. */
export type Read = (fact: FactId) => FactValue | undefined;

/** From this month on, yearly reviews check the list of the edition of 2025-10-01. */
const firstReviews: IsoDate = "2025-10-01";

/** From this day on, a renewal of the support plan makes the revenue standard due (fdba4-212). */
const firstRenewals: IsoDate = "2021-01-01";

/** Existing partners owe the list of the first edition from their next anniversary after this day on. */
const firstList: IsoDate = "2018-08-31";

function dateOf(fact: FactId, read: Read): IsoDate | null | undefined {
  return read(fact) as IsoDate | null | undefined;
}

function asOfDay(read: Read): IsoDate {
  return read("asOf") as IsoDate;
}

/** Amounts are added in whole millionths of a dollar: binary fractions would miss a threshold by a hair. */
const millionths = 1_000_000;

/** The sum of all parts, to the cent; unknown while one is. */
function sumOf(parts: readonly FactId[], read: Read): number | undefined {
  let sum = 0;
  for (const part of parts) {
    const amount = read(part);
    if (amount === undefined) return undefined;
    sum += Math.round((amount as number) * millionths);
  }
  return sum / millionths;
}

/** The sum of the parts that are known: the whole sum is at least as large. */
function knownSumOf(parts: readonly FactId[], read: Read): number {
  let sum = 0;
  for (const part of parts) sum += Math.round(((read(part) ?? 0) as number) * millionths);
  return sum / millionths;
}

function activeLocations(read: Read): LocationId[] | undefined {
  const locations = read("membership.locationIds") as LocationId[] | undefined;
  return locations?.filter(({ active }) => active);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Whole months from a day to another; none since a day that is known not to have come. */
function monthsBetween(
  from: IsoDate | null | undefined,
  to: IsoDate | undefined,
): number | null | undefined {
  if (from === null) return null;
  return from === undefined || to === undefined ? undefined : fullMonths(from, to);
}

function later(day: IsoDate, other: IsoDate): IsoDate {
  return day > other ? day : other;
}

function earliest(days: readonly IsoDate[]): IsoDate | undefined {
  return days.length === 0 ? undefined : days.reduce((a, b) => (a < b ? a : b));
}

/** Whether the plan in hand was bought by a company that was a direct bill partner before. */
function isBoughtByPartner(read: Read): boolean | undefined {
  const purchasedOn = dateOf("support.plan.purchasedOn", read);
  const onboardedOn = dateOf("enrollment.onboardedOn", read);
  return purchasedOn && onboardedOn ? onboardedOn < purchasedOn : undefined;
}

/** The renewals of the plan that have come since the standard started. */
function renewalsCome(read: Read): IsoDate[] {
  const days = [
    dateOf("support.plan.renewedOn", read),
    dateOf("support.plan.renewalDay", read),
    isBoughtByPartner(read) === true ? dateOf("support.plan.purchasedOn", read) : undefined,
  ];
  const asOf = asOfDay(read);
  return days.filter((day): day is IsoDate => !!day && day >= firstRenewals && day <= asOf);
}

/** The renewal that ends the first term since the standard started, where the plan is still in it. */
function renewalToCome(read: Read): IsoDate | undefined {
  const asOf = asOfDay(read);
  const endsOn = dateOf("support.plan.endsOn", read);
  const purchasedOn = dateOf("support.plan.purchasedOn", read);
  if (!endsOn || endsOn < asOf || !purchasedOn) return undefined;
  if (purchasedOn >= firstRenewals && isBoughtByPartner(read) !== false) return undefined;
  const renewsOn = dateOf("support.plan.renewsOn", read);
  return renewsOn && renewsOn > asOf ? renewsOn : dayAfter(endsOn);
}

/**
 * The closed list of derived facts: pure functions of other facts, unknown when what they need is, in
 * an order in which each comes after what it reads. What each reads stands in its description, so that
 * a report can ask for it.
 */
export const derivations = {
  "sources.settled": () => undefined,
  "membership.hasActiveLocation": (read) => {
    const locations = activeLocations(read);
    return locations && locations.length > 0;
  },
  "membership.activeLocationCountries": (read) => {
    const locations = activeLocations(read);
    return locations && distinct(locations.map(({ country }) => country));
  },
  "membership.activeLocationRegions": (read) => {
    const locations = activeLocations(read);
    return locations && distinct(locations.map(({ country }) => regionOf(country)));
  },
  "membership.designationCount": (read) => {
    const names = read("membership.solutionsPartnerDesignations") as string[] | undefined;
    return names && distinct(names.map((name) => name.trim())).length;
  },
  "tenant.region": (read) => {
    const country = read("tenant.country") as string | undefined;
    return country && regionOf(country);
  },
  "enrollment.applicationDay": (read) => {
    const appliedOn = dateOf("enrollment.appliedOn", read);
    if (appliedOn) return appliedOn;
    // Who has not applied yet would apply on the day asked about; who has, did so before.
    return read("enrollment.application") === "not-started" ? asOfDay(read) : undefined;
  },
  "enrollment.firstAnniversaryOn": (read) => {
    const onboardedOn = dateOf("enrollment.onboardedOn", read);
    return onboardedOn ? firstAnniversaryAfter(onboardedOn, firstList) : undefined;
  },
  "enrollment.firstReviewOn": (read) => {
    const onboardedOn = dateOf("enrollment.onboardedOn", read);
    return onboardedOn ? firstAnniversaryMonth(onboardedOn, firstReviews) : undefined;
  },
  "support.plan.owned": (read) => {
    const plan = read("support.plan");
    return plan === undefined ? undefined : plan !== null;
  },
  "support.plan.canCount": (read) => {
    const type = read("support.plan.type");
    return type === undefined || type === "ASfP" || type === "PSfP";
  },
  "support.plan.endedBeforeApplication": (read) => {
    const endsOn = dateOf("support.plan.endsOn", read);
    // A plan whose last day nobody knows is not known to have ended, nor is one that still runs.
    if (!endsOn || endsOn >= asOfDay(read)) return false;
    const applicationDay = dateOf("enrollment.applicationDay", read);
    return applicationDay ? endsOn < applicationDay : undefined;
  },
  "support.plan.renewalDay": (read) => {
    const endsOn = dateOf("support.plan.endsOn", read);
    return dateOf("support.plan.renewsOn", read) ?? (endsOn ? dayAfter(endsOn) : endsOn);
  },
  "support.plan.boughtAsRenewal": (read) => {
    const renewedOn = dateOf("support.plan.renewedOn", read);
    if (renewedOn && renewedOn === read("support.plan.purchasedOn")) return true;
    return isBoughtByPartner(read) ?? false;
  },
  "support.plan.firstRenewalOn": (read) => {
    const toCome = renewalToCome(read);
    // Before the standard starts, no renewal can have come that makes it due.
    if (asOfDay(read) < firstRenewals) return later(firstRenewals, toCome ?? firstRenewals);
    return earliest(renewalsCome(read)) ?? toCome;
  },
  "indirectReseller.months": (read) =>
    monthsBetween(dateOf("indirectReseller.transactingSince", read), asOfDay(read)),
  "indirectReseller.monthsAtApplication": (read) =>
    monthsBetween(
      dateOf("indirectReseller.transactingSince", read),
      dateOf("enrollment.applicationDay", read) ?? undefined,
    ),
  "trailingRevenue.indirectResellerUsd": (read) => sumOf(indirectRevenue, read),
  "trailingRevenue.knownDirectBillUsd": (read) => knownSumOf(directRevenue, read),
  "trailingRevenue.cloudUsd": (read) => sumOf(cloudRevenue, read),
  "trailingRevenue.knownCloudUsd": (read) => knownSumOf(cloudRevenue, read),
  "trailingRevenue.totalUsd": (read) => sumOf(allRevenue, read),
  "trailingRevenue.knownTotalUsd": (read) => knownSumOf(allRevenue, read),
  "trailingRevenue.applicantDirectBillUsd": (read) => {
    const isPartner = read("enrollment.onboardedOn") !== undefined;
    const isStated = directRevenue.some((part) => read(part) !== undefined);
    // A company that is no direct bill partner has no revenue as one.
    return isPartner || isStated ? sumOf(directRevenue, read) : 0;
  },
  "trailingRevenue.applicantUsd": (read) =>
    sumOf([...indirectRevenue, "trailingRevenue.applicantDirectBillUsd"], read),
  "security.noAlerts": (read) => {
    const alerts = read("security.alerts") as number | undefined;
    if (alerts !== undefined) return alerts === 0;
    return read("security.alertResponseHours") === undefined ? undefined : false;
  },
  "capabilitiesAssessment.monthsSince": (read) => {
    const on = dateOf("capabilitiesAssessment.on", read);
    return on ? fullMonths(on, asOfDay(read)) : undefined;
  },
  "transition.directBillStopped": (read) => {
    const status = read("transition.directBillStatus");
    return status === "suspended" || status === "revoked";
  },
} satisfies Partial<Record<FactId, (read: Read) => FactValue | undefined>>;
