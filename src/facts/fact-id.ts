// Written by `npm test -- -u` from the tables of facts. Do not edit.
import type { HostFactId } from "../profile/host-facts.ts";
import type { StatedFactId } from "../profile/profile.ts";

/**
 * The id of a fact that follows from others, such as `support.plan.owned`.
 *
 * @category Rules
 */
export type DerivedFactId =
  | "sources.settled"
  | "membership.hasActiveLocation"
  | "membership.activeLocationCountries"
  | "membership.activeLocationRegions"
  | "membership.designationCount"
  | "tenant.region"
  | "enrollment.applicationDay"
  | "enrollment.firstListOwedOn"
  | "enrollment.firstReviewOn"
  | "support.plan.owned"
  | "support.plan.canCount"
  | "support.plan.endedBeforeApplication"
  | "support.plan.renewalDay"
  | "support.plan.boughtAsRenewal"
  | "support.plan.ownedAtApplication"
  | "support.plan.firstRenewalOn"
  | "indirectReseller.months"
  | "indirectReseller.monthsAtApplication"
  | "trailingRevenue.indirectResellerUsd"
  | "trailingRevenue.knownDirectBillUsd"
  | "trailingRevenue.cloudUsd"
  | "trailingRevenue.knownCloudUsd"
  | "trailingRevenue.totalUsd"
  | "trailingRevenue.knownTotalUsd"
  | "trailingRevenue.applicantDirectBillUsd"
  | "trailingRevenue.applicantUsd"
  | "security.noAlerts"
  | "capabilitiesAssessment.taken"
  | "capabilitiesAssessment.monthsSince"
  | "transition.directBillStopped";

/**
 * The id of a fact: its path in the profile, `asOf` for the day asked about, one of the derived
 * facts, or a fact of the host.
 *
 * @category Rules
 */
export type FactId = "asOf" | StatedFactId | DerivedFactId | HostFactId;
