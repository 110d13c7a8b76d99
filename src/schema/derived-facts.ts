import { type Amount, knownSumOf, sumOf } from "./amounts.ts";
import { dayAfter, firstAnniversaryAfter, firstAnniversaryMonth, fullMonths } from "./calendar.ts";
import type { IsoDate } from "./dates.ts";
import type { DerivedFactId, FactId } from "./fact-id.ts";
import type { FactValue, ValueType } from "./facts.ts";
import type { LocationId } from "./profile.ts";
import { regionOf } from "./regions.ts";
import { firstRenewalOn, isBoughtByPartner } from "./renewals.ts";

/** A fact that follows from others: all there is to know about it. */
export interface DerivedFact {
  readonly type: ValueType;
  /** The facts it is unknown without: what a report asks for instead. */
  readonly needs: readonly FactId[];
  /** Facts that it reads too, and does without where they are unknown. */
  readonly mayRead?: readonly FactId[];
  /** What it says. */
  readonly words: string;
  /** Its value, from those of `needs` and then of `mayRead`; undefined while unknown. */
  readonly derive: (...values: never[]) => FactValue | undefined;
}

type Maybe<Value> = Value | null | undefined;

/** From this month on, yearly reviews check the list of the edition of 2025-10-01. */
const firstReviews: IsoDate = "2025-10-01";

/** Existing partners owe the list of the first edition from their next anniversary after this day on. */
const firstList: IsoDate = "2018-08-31";

const indirectRevenue = [
  "trailingRevenue.indirectReseller.cloudUsd",
  "trailingRevenue.indirectReseller.perpetualSoftwareUsd",
] as const;
const directRevenue = [
  "trailingRevenue.directBill.cloudUsd",
  "trailingRevenue.directBill.perpetualSoftwareUsd",
] as const;
const cloudRevenue = [
  "trailingRevenue.indirectReseller.cloudUsd",
  "trailingRevenue.directBill.cloudUsd",
] as const;
const allRevenue = [...indirectRevenue, ...directRevenue] as const;

function activeCountries(locations: readonly LocationId[]): string[] {
  return locations.filter(({ active }) => active).map(({ country }) => country);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Whole months from a day to another; none since what is known never to have happened. */
function monthsBetween(from: Maybe<IsoDate>, to: Maybe<IsoDate>): Maybe<number> {
  if (from === null) return null;
  return from && to ? fullMonths(from, to) : undefined;
}

/** Every derived fact, each after those it reads. */
export const derivedFactTable = {
  "sources.settled": {
    type: "boolean",
    needs: [],
    words:
      "Never known. It stands in a condition where the sources disagree or are silent, so that the answer is unknown there and no data can turn it into a yes or a no.",
    derive: () => undefined,
  },
  "membership.hasActiveLocation": {
    type: "boolean",
    needs: ["membership.locationIds"],
    words: "Whether any location ID is active.",
    derive: (locations: LocationId[] | undefined) => locations?.some(({ active }) => active),
  },
  "membership.activeLocationCountries": {
    type: "text list",
    needs: ["membership.locationIds"],
    words: "The countries that have an active location ID.",
    derive: (locations: LocationId[] | undefined) =>
      locations && distinct(activeCountries(locations)),
  },
  "membership.activeLocationRegions": {
    type: "text list",
    needs: ["membership.locationIds"],
    words:
      "The CSP regions that have an active location ID, as far as they are certain: `EU/EFTA` for a country of the EU or EFTA, else the country itself.",
    derive: (locations: LocationId[] | undefined) =>
      locations && distinct(activeCountries(locations).map(regionOf)),
  },
  "membership.designationCount": {
    type: "number",
    needs: ["membership.solutionsPartnerDesignations"],
    words:
      "How many Solutions Partner designations are active; a name that stands twice counts once.",
    derive: (names: string[] | undefined) =>
      names && distinct(names.map((name) => name.trim())).length,
  },
  "tenant.region": {
    type: "text",
    needs: ["tenant.country"],
    words:
      "The CSP region of the tenant as far as it is certain: `EU/EFTA` for a country of the EU or EFTA, else the country itself.",
    derive: (country: string | undefined) => country && regionOf(country),
  },
  "enrollment.applicationDay": {
    type: "date",
    needs: ["enrollment.appliedOn"],
    mayRead: ["enrollment.application", "asOf"],
    words:
      "The day of application; before an application, the day asked about. Unknown where an application is submitted on a day that is not given.",
    // Who has not applied yet would apply on the day asked about; who has, did so before.
    derive: (appliedOn: Maybe<IsoDate>, application: string | undefined, asOf: IsoDate) =>
      appliedOn ?? (application === "not-started" ? asOf : undefined),
  },
  "enrollment.firstAnniversaryOn": {
    type: "date",
    needs: ["enrollment.onboardedOn"],
    words: "The first anniversary of the first onboarding that lies after 2018-08-31.",
    derive: (onboardedOn: Maybe<IsoDate>) =>
      onboardedOn ? firstAnniversaryAfter(onboardedOn, firstList) : undefined,
  },
  "enrollment.firstReviewOn": {
    type: "date",
    needs: ["enrollment.onboardedOn"],
    words:
      "The first day of the first yearly review month from October 2025 on: the month of the first onboarding, at least a year after it.",
    derive: (onboardedOn: Maybe<IsoDate>) =>
      onboardedOn ? firstAnniversaryMonth(onboardedOn, firstReviews) : undefined,
  },
  "support.plan.owned": {
    type: "boolean",
    needs: ["support.plan"],
    words: "Whether the company owns a support plan at all.",
    derive: (plan: Maybe<object>) => (plan === undefined ? undefined : plan !== null),
  },
  "support.plan.canCount": {
    type: "boolean",
    needs: [],
    mayRead: ["support.plan.type"],
    words:
      "Whether the type of the support plan is ASfP or PSfP, or not known; one that is known to be another cannot count.",
    derive: (type: Maybe<string>) => type === undefined || type === "ASfP" || type === "PSfP",
  },
  "support.plan.endedBeforeApplication": {
    type: "boolean",
    needs: ["enrollment.applicationDay"],
    mayRead: ["support.plan.endsOn", "asOf"],
    words:
      "Whether the support plan is known to have ended before the day of application. Unknown where an application is submitted on a day that is not given, and the plan has ended.",
    derive: (applicationDay: Maybe<IsoDate>, endsOn: Maybe<IsoDate>, asOf: IsoDate) => {
      // A plan whose last day nobody knows is not known to have ended, nor is one that still runs.
      if (!endsOn || endsOn >= asOf) return false;
      return applicationDay ? endsOn < applicationDay : undefined;
    },
  },
  "support.plan.renewalDay": {
    type: "date",
    needs: ["support.plan.renewsOn", "support.plan.endsOn"],
    words:
      "The renewal date of the support plan; where it is not given, the day after its last day.",
    derive: (renewsOn: Maybe<IsoDate>, endsOn: Maybe<IsoDate>) =>
      renewsOn ?? (endsOn ? dayAfter(endsOn) : endsOn),
  },
  "support.plan.boughtAsRenewal": {
    type: "boolean",
    needs: [],
    mayRead: ["support.plan.purchasedOn", "support.plan.renewedOn", "enrollment.onboardedOn"],
    words:
      "Whether the purchase of the plan in hand is known to continue an earlier one: it is recorded as a renewal, or the company was a direct bill partner before it.",
    derive: (purchasedOn: Maybe<IsoDate>, renewedOn: Maybe<IsoDate>, onboardedOn: Maybe<IsoDate>) =>
      (!!renewedOn && renewedOn === purchasedOn) ||
      isBoughtByPartner(purchasedOn, onboardedOn) === true,
  },
  "support.plan.firstRenewalOn": {
    type: "date",
    needs: ["support.plan.purchasedOn", "support.plan.endsOn", "enrollment.onboardedOn"],
    mayRead: ["support.plan.renewsOn", "support.plan.renewalDay", "support.plan.renewedOn", "asOf"],
    words:
      "The day from which the revenue standard of 2021 is owed: the first known renewal since 2021-01-01, or, where none has come, the next renewal of the plan in hand. Unknown where nobody can tell whether one has come. A renewal has come where the plan was renewed, where its renewal date has passed, or where a direct bill partner bought the plan in hand. None has come while a plan bought before 2021 runs, or while the plan runs with which the partner came on board.",
    derive: (
      purchasedOn: Maybe<IsoDate>,
      endsOn: Maybe<IsoDate>,
      onboardedOn: Maybe<IsoDate>,
      renewsOn: Maybe<IsoDate>,
      renewalDay: Maybe<IsoDate>,
      renewedOn: Maybe<IsoDate>,
      asOf: IsoDate,
    ) =>
      firstRenewalOn({
        asOf,
        purchasedOn,
        endsOn,
        renewsOn,
        renewalDay,
        renewedOn,
        isBoughtByPartner: isBoughtByPartner(purchasedOn, onboardedOn),
      }),
  },
  "indirectReseller.months": {
    type: "number",
    needs: ["indirectReseller.transactingSince"],
    mayRead: ["asOf"],
    words: "Whole calendar months as an indirect reseller on the day asked about.",
    derive: monthsBetween,
  },
  "indirectReseller.monthsAtApplication": {
    type: "number",
    needs: ["indirectReseller.transactingSince", "enrollment.applicationDay"],
    words:
      "Whole calendar months as an indirect reseller on the day of application; before an application, on the day asked about. A month is complete on the same day of the next month, or on its last day where it has no such day.",
    derive: monthsBetween,
  },
  "trailingRevenue.indirectResellerUsd": {
    type: "number",
    needs: indirectRevenue,
    words:
      "Cloud and perpetual software revenue as an indirect reseller, USD; unknown while a part is.",
    derive: sumOf,
  },
  "trailingRevenue.knownDirectBillUsd": {
    type: "number",
    needs: [],
    mayRead: directRevenue,
    words:
      "The known parts of cloud and perpetual software revenue as a direct bill partner, USD; 0 where none is known. The whole is at least as much.",
    derive: knownSumOf,
  },
  "trailingRevenue.cloudUsd": {
    type: "number",
    needs: cloudRevenue,
    words: "Cloud revenue of both roles, USD; unknown while a part is.",
    derive: sumOf,
  },
  "trailingRevenue.knownCloudUsd": {
    type: "number",
    needs: [],
    mayRead: cloudRevenue,
    words: "The known parts of it, USD; 0 where none is known. The whole is at least as much.",
    derive: knownSumOf,
  },
  "trailingRevenue.totalUsd": {
    type: "number",
    needs: allRevenue,
    words: "Cloud and perpetual software revenue of both roles, USD; unknown while a part is.",
    derive: sumOf,
  },
  "trailingRevenue.knownTotalUsd": {
    type: "number",
    needs: [],
    mayRead: allRevenue,
    words: "The known parts of it, USD; 0 where none is known. The whole is at least as much.",
    derive: knownSumOf,
  },
  "trailingRevenue.applicantDirectBillUsd": {
    type: "number",
    needs: directRevenue,
    mayRead: ["enrollment.onboardedOn"],
    words:
      "Direct bill revenue of an applicant, USD: 0 where none is given and the company is not on board as a direct bill partner.",
    derive: (cloud: Amount, perpetual: Amount, onboardedOn: Maybe<IsoDate>) => {
      // A company that is no direct bill partner has no revenue as one.
      const hasNone = cloud === undefined && perpetual === undefined && onboardedOn === undefined;
      return hasNone ? 0 : sumOf(cloud, perpetual);
    },
  },
  "trailingRevenue.applicantUsd": {
    type: "number",
    needs: [...indirectRevenue, "trailingRevenue.applicantDirectBillUsd"],
    words:
      "Cloud and perpetual software revenue of an applicant in both roles, USD; unknown while a part is.",
    derive: sumOf,
  },
  "security.noAlerts": {
    type: "boolean",
    needs: ["security.alerts"],
    mayRead: ["security.alertResponseHours"],
    words:
      "Whether there was no security alert in the last 30 days. A time of response proves that there was one.",
    derive: (alerts: number | undefined, alertResponseHours: number | undefined) => {
      if (alerts !== undefined) return alerts === 0;
      return alertResponseHours === undefined ? undefined : false;
    },
  },
  "capabilitiesAssessment.monthsSince": {
    type: "number",
    needs: ["capabilitiesAssessment.on"],
    mayRead: ["asOf"],
    words: "Whole calendar months since the last assessment.",
    derive: monthsBetween,
  },
  "transition.directBillStopped": {
    type: "boolean",
    needs: [],
    mayRead: ["transition.directBillStatus"],
    words: "Whether the direct bill tenant is known to be suspended or revoked.",
    derive: (status: string | undefined) => status === "suspended" || status === "revoked",
  },
} as const satisfies Record<DerivedFactId, DerivedFact>;
