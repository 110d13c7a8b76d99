import type { FactId } from "./fact-id.ts";
import {
  applicationStatuses,
  assessmentResults,
  creditCheckStatuses,
  decisionStatuses,
  directBillStatuses,
  questionnaireStatuses,
  resellerEnrollments,
  supportPlanTypes,
  transitionTenants,
  vettingStatuses,
} from "./profile.ts";

/** What kind of value a fact has, which decides the operators that may read it. */
export type ValueType = "boolean" | "number" | "date" | "text" | "text list" | "record";

export interface FactDescription {
  readonly type: ValueType;
  /** The only values a text can have. */
  readonly values?: readonly string[];
  /** The value that an absent process field stands for. */
  readonly initially?: string;
  /** For a derived fact: the facts it is computed from, and unknown without. */
  readonly derivedFrom?: readonly FactId[];
  /** For a derived fact: facts that it reads, and does without where they are unknown. */
  readonly mayRead?: readonly FactId[];
  /** Facts that decide whether what is stated holds on the day asked about, and that may prove it. */
  readonly heldTo?: readonly FactId[];
}

/** The revenue as an indirect reseller, in its parts. */
export const indirectRevenue = [
  "trailingRevenue.indirectReseller.cloudUsd",
  "trailingRevenue.indirectReseller.perpetualSoftwareUsd",
] as const;
/** The revenue as a direct bill partner, in its parts. */
export const directRevenue = [
  "trailingRevenue.directBill.cloudUsd",
  "trailingRevenue.directBill.perpetualSoftwareUsd",
] as const;
/** The parts of the cloud revenue. */
export const cloudRevenue = [
  "trailingRevenue.indirectReseller.cloudUsd",
  "trailingRevenue.directBill.cloudUsd",
] as const;
/** The parts of all revenue that counts. */
export const allRevenue = [...indirectRevenue, ...directRevenue] as const;

const ofPlan = { heldTo: ["support.plan.purchasedOn"] } as const;
const ofWindow = { heldTo: ["trailingRevenue.endsOn"] } as const;

/** Every fact a condition can read, in the order in which reports list them. */
const factDescriptions = {
  asOf: { type: "date" },
  "sources.settled": { type: "boolean", derivedFrom: [] },
  "membership.active": { type: "boolean" },
  "membership.agreementSigned": { type: "boolean" },
  "membership.locationIds": { type: "record" },
  "membership.hasActiveLocation": { type: "boolean", derivedFrom: ["membership.locationIds"] },
  "membership.activeLocationCountries": {
    type: "text list",
    derivedFrom: ["membership.locationIds"],
  },
  "membership.activeLocationRegions": {
    type: "text list",
    derivedFrom: ["membership.locationIds"],
  },
  "membership.solutionsPartnerDesignations": { type: "text list" },
  "membership.designationCount": {
    type: "number",
    derivedFrom: ["membership.solutionsPartnerDesignations"],
  },
  "company.country": { type: "text" },
  "tenant.country": { type: "text" },
  "tenant.region": { type: "text", derivedFrom: ["tenant.country"] },
  "tenant.sameRegion": { type: "boolean" },
  "authority.acceptAgreements": { type: "boolean" },
  "authority.signAgreements": { type: "boolean" },
  "support.firstLevel": { type: "boolean" },
  "support.plan": { type: "record", ...ofPlan },
  "support.plan.owned": { type: "boolean", derivedFrom: ["support.plan"] },
  "support.plan.type": { type: "text", values: supportPlanTypes, ...ofPlan },
  "support.plan.canCount": { type: "boolean", mayRead: ["support.plan.type"] },
  "support.plan.purchasedOn": { type: "date" },
  "support.plan.endsOn": { type: "date", ...ofPlan },
  "support.plan.endedBeforeApplication": {
    type: "boolean",
    derivedFrom: ["enrollment.applicationDay"],
    mayRead: ["support.plan.endsOn", "asOf"],
  },
  "support.plan.renewsOn": { type: "date", ...ofPlan },
  "support.plan.renewedOn": { type: "date", ...ofPlan },
  "support.plan.renewalDay": {
    type: "date",
    derivedFrom: ["support.plan.renewsOn", "support.plan.endsOn"],
  },
  "support.plan.boughtAsRenewal": {
    type: "boolean",
    mayRead: ["support.plan.purchasedOn", "support.plan.renewedOn", "enrollment.onboardedOn"],
  },
  "support.plan.firstRenewalOn": {
    type: "date",
    derivedFrom: ["support.plan.purchasedOn", "support.plan.endsOn", "enrollment.onboardedOn"],
    mayRead: ["support.plan.renewsOn", "support.plan.renewalDay", "support.plan.renewedOn", "asOf"],
  },
  "creditCheck.status": {
    type: "text",
    values: creditCheckStatuses,
    initially: "not-started",
    heldTo: ["enrollment.appliedOn", "creditCheck.notifiedOn"],
  },
  "creditCheck.notifiedOn": { type: "date" },
  "services.managedServices": { type: "number" },
  "services.ipServices": { type: "number" },
  "services.customerSolutions": { type: "number" },
  "operations.customerBilling": { type: "boolean" },
  "operations.customerProvisioning": { type: "boolean" },
  "indirectReseller.transactingSince": { type: "date" },
  "indirectReseller.months": {
    type: "number",
    derivedFrom: ["indirectReseller.transactingSince"],
    mayRead: ["asOf"],
  },
  "indirectReseller.monthsAtApplication": {
    type: "number",
    derivedFrom: ["indirectReseller.transactingSince", "enrollment.applicationDay"],
  },
  "trailingRevenue.endsOn": { type: "date" },
  "trailingRevenue.indirectReseller.cloudUsd": { type: "number", ...ofWindow },
  "trailingRevenue.indirectReseller.perpetualSoftwareUsd": { type: "number", ...ofWindow },
  "trailingRevenue.directBill.cloudUsd": { type: "number", ...ofWindow },
  "trailingRevenue.directBill.perpetualSoftwareUsd": { type: "number", ...ofWindow },
  "trailingRevenue.indirectResellerUsd": { type: "number", derivedFrom: indirectRevenue },
  "trailingRevenue.knownDirectBillUsd": { type: "number", mayRead: directRevenue },
  "trailingRevenue.cloudUsd": { type: "number", derivedFrom: cloudRevenue },
  "trailingRevenue.knownCloudUsd": { type: "number", mayRead: cloudRevenue },
  "trailingRevenue.totalUsd": { type: "number", derivedFrom: allRevenue },
  "trailingRevenue.knownTotalUsd": { type: "number", mayRead: allRevenue },
  "trailingRevenue.applicantDirectBillUsd": {
    type: "number",
    derivedFrom: directRevenue,
    mayRead: ["enrollment.onboardedOn"],
  },
  "trailingRevenue.applicantUsd": {
    type: "number",
    derivedFrom: [...indirectRevenue, "trailingRevenue.applicantDirectBillUsd"],
  },
  "security.adminAccounts": { type: "number" },
  "security.adminAccountsWithMfa": { type: "number" },
  "security.securityContact": { type: "boolean" },
  "security.alertResponseHours": { type: "number" },
  "security.alerts": { type: "number" },
  "security.noAlerts": {
    type: "boolean",
    derivedFrom: ["security.alerts"],
    mayRead: ["security.alertResponseHours"],
  },
  "enrollment.questionnaire": {
    type: "text",
    values: questionnaireStatuses,
    initially: "not-started",
  },
  "enrollment.application": {
    type: "text",
    values: applicationStatuses,
    initially: "not-started",
    heldTo: ["enrollment.appliedOn"],
  },
  "enrollment.appliedOn": { type: "date" },
  "enrollment.applicationDay": {
    type: "date",
    derivedFrom: ["enrollment.appliedOn"],
    mayRead: ["enrollment.application", "asOf"],
  },
  "enrollment.eligibility": {
    type: "text",
    values: decisionStatuses,
    initially: "not-started",
    heldTo: ["enrollment.appliedOn"],
  },
  "enrollment.businessInformation": {
    type: "text",
    values: decisionStatuses,
    initially: "not-started",
    heldTo: ["enrollment.appliedOn"],
  },
  "enrollment.onboardedOn": { type: "date" },
  "enrollment.firstAnniversaryOn": { type: "date", derivedFrom: ["enrollment.onboardedOn"] },
  "enrollment.firstReviewOn": { type: "date", derivedFrom: ["enrollment.onboardedOn"] },
  "capabilitiesAssessment.result": {
    type: "text",
    values: assessmentResults,
    heldTo: ["capabilitiesAssessment.on"],
  },
  "capabilitiesAssessment.on": { type: "date" },
  "capabilitiesAssessment.monthsSince": {
    type: "number",
    derivedFrom: ["capabilitiesAssessment.on"],
    mayRead: ["asOf"],
  },
  "vetting.status": { type: "text", values: vettingStatuses },
  "partnerAgreement.acceptedOn": { type: "date" },
  "transition.profileCurrent": { type: "boolean" },
  "transition.consequencesConsidered": { type: "boolean" },
  "transition.tenant": { type: "text", values: transitionTenants },
  "transition.directBillStatus": { type: "text", values: directBillStatuses },
  "transition.directBillStopped": { type: "boolean", mayRead: ["transition.directBillStatus"] },
  "transition.enrollment": {
    type: "text",
    values: resellerEnrollments,
    initially: "not-started",
    heldTo: ["transition.agreementAccepted"],
  },
  "transition.submittedByGlobalAdmin": { type: "boolean" },
  "transition.agreementAccepted": { type: "boolean" },
  "transition.providerAccepted": { type: "boolean" },
  "transition.customers.total": { type: "number" },
  "transition.customers.consented": { type: "number" },
  "transition.customers.extended": { type: "number" },
  "transition.customers.agreementsAccepted": { type: "number" },
  "transition.customers.cloudAgreements": { type: "number" },
  "transition.subscriptions.transferable": { type: "number" },
  "transition.subscriptions.transferred": { type: "number" },
  "transition.subscriptions.notTransferable": { type: "number" },
  "transition.subscriptions.boughtAgain": { type: "number" },
} as const satisfies Record<FactId, FactDescription>;

export type { FactId } from "./fact-id.ts";

export const factIds = Object.keys(factDescriptions) as [FactId, ...FactId[]];

export function describeFact(id: FactId): FactDescription {
  return factDescriptions[id];
}

/** The facts that a derived fact reads, themselves derived or not; undefined for any other. */
export function originsOf(id: FactId): readonly FactId[] | undefined {
  const { derivedFrom, mayRead } = describeFact(id);
  if (derivedFrom === undefined && mayRead === undefined) return undefined;
  return [...(derivedFrom ?? []), ...(mayRead ?? [])];
}

/** The facts that a profile states itself: all but the day asked about and the derived ones. */
export const statedFactIds: readonly FactId[] = factIds.filter(
  (id) => id !== "asOf" && originsOf(id) === undefined,
);

const positions: ReadonlyMap<string, number> = new Map(factIds.map((id, index) => [id, index]));

/** Where a fact stands in fact order, from 0; undefined for what is no fact. */
export function positionOf(id: FactId): number;
export function positionOf(id: string): number | undefined;
export function positionOf(id: string): number | undefined {
  return positions.get(id);
}

/** A value a fact can have. `null` is known to be none; a fact without a value is unknown. */
export type FactValue = boolean | number | string | null | object;

/** The value of each fact at its position; undefined while unknown. */
export type FactValues = (FactValue | undefined)[];

/** What is known where nothing is stated: only what absence stands for. */
export const nothingStated: Readonly<FactValues> = factIds.map((id) => describeFact(id).initially);
