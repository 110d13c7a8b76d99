import { firstAnniversaryAfter, firstAnniversaryMonth, fullMonths } from "./calendar.ts";
import type { IsoDate } from "../input/dates.ts";
import type { DerivedFact, Maybe } from "./derived-fact.ts";
import type { DerivedFactId } from "./fact-id.ts";
import { planFacts } from "./plan-facts.ts";
import type { LocationId } from "../profile/profile.ts";
import { regionOf } from "./regions.ts";
import { revenueFacts } from "./revenue-facts.ts";

/** From this month on, yearly reviews check the list of the edition of 2025-10-01. */
const firstReviews: IsoDate = "2025-10-01";

/** The day of the first edition. */
const firstList: IsoDate = "2018-08-31";

/** Earlier partners must meet the list from their next anniversary, later ones from onboarding. */
function firstListOwedOn(onboardedOn: IsoDate): IsoDate {
  return onboardedOn < firstList ? firstAnniversaryAfter(onboardedOn, firstList) : onboardedOn;
}

function activeCountries(locations: readonly LocationId[]): string[] {
  return locations.filter(({ active }) => active).map(({ country }) => country);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Whole months from one day to another; null if the first is known never to have happened. */
function monthsBetween(from: Maybe<IsoDate>, to: Maybe<IsoDate>): Maybe<number> {
  if (from === null) return null;
  return from && to ? fullMonths(from, to) : undefined;
}

/** Every derived fact, each after the facts it reads. */
export const derivedFactTable = {
  "sources.settled": {
    type: "boolean",
    label: "Sources agree",
    needs: [],
    help: "Never known. Used in a condition where the sources disagree or are silent, so that the answer stays unknown and no data can decide it.",
    derive: () => undefined,
  },
  "membership.hasActiveLocation": {
    type: "boolean",
    label: "Active location ID",
    needs: ["membership.locationIds"],
    help: "Whether any location ID is active.",
    derive: (locations: LocationId[] | undefined) => locations?.some(({ active }) => active),
  },
  "membership.activeLocationCountries": {
    type: "text list",
    label: "Countries with an active location ID",
    needs: ["membership.locationIds"],
    help: "The countries that have an active location ID.",
    derive: (locations: LocationId[] | undefined) =>
      locations && distinct(activeCountries(locations)),
  },
  "membership.activeLocationRegions": {
    type: "text list",
    label: "CSP regions with an active location ID",
    needs: ["membership.locationIds"],
    help: "The CSP regions that have an active location ID, as far as they are certain: `EU/EFTA` for a country of the EU or EFTA, otherwise the country itself.",
    derive: (locations: LocationId[] | undefined) =>
      locations && distinct(activeCountries(locations).map(regionOf)),
  },
  "membership.designationCount": {
    type: "number",
    label: "Number of Solutions Partner designations",
    unit: "designations",
    needs: ["membership.solutionsPartnerDesignations"],
    help: "How many Solutions Partner designations are active; a name listed twice counts once.",
    derive: (names: string[] | undefined) =>
      names && distinct(names.map((name) => name.trim())).length,
  },
  "tenant.region": {
    type: "text",
    label: "CSP region of the tenant",
    needs: ["tenant.country"],
    help: "The CSP region of the tenant, as far as it is certain: `EU/EFTA` for a country of the EU or EFTA, otherwise the country itself.",
    derive: (country: string | undefined) => country && regionOf(country),
  },
  "enrollment.applicationDay": {
    type: "date",
    label: "Day of application, or the day asked about",
    needs: ["enrollment.appliedOn"],
    mayRead: ["enrollment.application", "asOf"],
    help: "The day of application; before an application, the day asked about. Unknown if an application was submitted on a day that is not given.",
    // A company that has not applied yet would apply on the day asked about.
    derive: (appliedOn: Maybe<IsoDate>, application: string | undefined, asOf: IsoDate) =>
      appliedOn ?? (application === "not-started" ? asOf : undefined),
  },
  "enrollment.firstListOwedOn": {
    type: "date",
    label: "First day on which the list of 2018-08-31 applies",
    needs: ["enrollment.onboardedOn"],
    help: "The day from which a partner must meet the list of 2018-08-31: the first anniversary of its onboarding after that day, or the day of onboarding itself if that is not earlier.",
    derive: (onboardedOn: Maybe<IsoDate>) =>
      onboardedOn ? firstListOwedOn(onboardedOn) : undefined,
  },
  "enrollment.firstReviewOn": {
    type: "date",
    label: "First yearly review month from October 2025",
    needs: ["enrollment.onboardedOn"],
    help: "The first day of the first yearly review month from October 2025: an anniversary month of the first onboarding.",
    derive: (onboardedOn: Maybe<IsoDate>) =>
      onboardedOn ? firstAnniversaryMonth(onboardedOn, firstReviews) : undefined,
  },
  ...planFacts,
  "indirectReseller.months": {
    type: "number",
    label: "Months as an indirect reseller",
    unit: "months",
    needs: ["indirectReseller.transactingSince"],
    mayRead: ["asOf"],
    monthsSince: "indirectReseller.transactingSince",
    help: "Whole calendar months as an indirect reseller on the day asked about.",
    derive: monthsBetween,
  },
  "indirectReseller.monthsAtApplication": {
    type: "number",
    label: "Months as an indirect reseller at the application",
    unit: "months",
    needs: ["indirectReseller.transactingSince", "enrollment.applicationDay"],
    monthsSince: "indirectReseller.transactingSince",
    help: "Whole calendar months as an indirect reseller on the day of application; before an application, on the day asked about. A month is complete on the same day of the next month, or on the last day of that month if it has no such day.",
    derive: monthsBetween,
  },
  ...revenueFacts,
  "security.noAlerts": {
    type: "boolean",
    label: "No security alerts",
    needs: ["security.alerts"],
    mayRead: ["security.alertResponseHours"],
    help: "Whether there was no security alert in the last 30 days. A response time proves that there was one.",
    derive: (alerts: number | undefined, alertResponseHours: number | undefined) => {
      if (alerts !== undefined) return alerts === 0;
      return alertResponseHours === undefined ? undefined : false;
    },
  },
  "capabilitiesAssessment.taken": {
    type: "boolean",
    label: "Capabilities assessment taken",
    needs: ["capabilitiesAssessment.result"],
    mayRead: ["capabilitiesAssessment.on"],
    help: "Whether the capabilities assessment has been taken: a result shows it and, without one, the day of the assessment.",
    derive: (result: string | undefined, on: Maybe<IsoDate>) => {
      if (result !== undefined) return result !== "not-taken";
      return on ? true : undefined;
    },
  },
  "capabilitiesAssessment.monthsSince": {
    type: "number",
    label: "Months since the assessment",
    unit: "months",
    needs: ["capabilitiesAssessment.on"],
    mayRead: ["asOf"],
    monthsSince: "capabilitiesAssessment.on",
    help: "Whole calendar months since the last assessment.",
    derive: monthsBetween,
  },
  "transition.directBillStopped": {
    type: "boolean",
    label: "Direct bill tenant suspended or revoked",
    needs: [],
    mayRead: ["transition.directBillStatus"],
    help: "Whether the direct bill tenant is known to be suspended or revoked.",
    derive: (status: string | undefined) => status === "suspended" || status === "revoked",
  },
} as const satisfies Record<DerivedFactId, DerivedFact>;
