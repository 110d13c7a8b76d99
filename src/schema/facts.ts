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
}

/** The parts of the cloud revenue. */
export const cloudRevenue = [
  "trailingRevenue.indirectReseller.cloudUsd",
  "trailingRevenue.directBill.cloudUsd",
] as const;
/** The parts of all revenue that counts. */
export const allRevenue = [
  ...cloudRevenue,
  "trailingRevenue.indirectReseller.perpetualSoftwareUsd",
  "trailingRevenue.directBill.perpetualSoftwareUsd",
] as const;

/** Every fact a condition can read, in the order in which reports list them. */
const factDescriptions = {
  asOf: { type: "date" },
  "membership.active": { type: "boolean" },
  "membership.agreementSigned": { type: "boolean" },
  "membership.locationIds": { type: "record" },
  "membership.activeLocationCountries": {
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
  "authority.acceptAgreements": { type: "boolean" },
  "authority.signAgreements": { type: "boolean" },
  "support.firstLevel": { type: "boolean" },
  "support.plan": { type: "record" },
  "support.plan.owned": { type: "boolean", derivedFrom: ["support.plan"] },
  "support.plan.type": { type: "text", values: supportPlanTypes },
  "support.plan.purchasedOn": { type: "date" },
  "support.plan.endsOn": { type: "date" },
  "support.plan.renewsOn": { type: "date" },
  "support.plan.renewalDay": {
    type: "date",
    derivedFrom: ["support.plan.renewsOn", "support.plan.endsOn"],
  },
  "creditCheck.status": { type: "text", values: creditCheckStatuses, initially: "not-started" },
  "creditCheck.notifiedOn": { type: "date" },
  "services.managedServices": { type: "number" },
  "services.ipServices": { type: "number" },
  "services.customerSolutions": { type: "number" },
  "operations.customerBilling": { type: "boolean" },
  "operations.customerProvisioning": { type: "boolean" },
  "indirectReseller.transactingSince": { type: "date" },
  "indirectReseller.monthsAtApplication": {
    type: "number",
    derivedFrom: ["indirectReseller.transactingSince"],
    mayRead: ["enrollment.appliedOn", "asOf"],
  },
  "trailingRevenue.indirectReseller.cloudUsd": { type: "number" },
  "trailingRevenue.indirectReseller.perpetualSoftwareUsd": { type: "number" },
  "trailingRevenue.directBill.cloudUsd": { type: "number" },
  "trailingRevenue.directBill.perpetualSoftwareUsd": { type: "number" },
  "trailingRevenue.cloudUsd": { type: "number", derivedFrom: cloudRevenue },
  "trailingRevenue.knownCloudUsd": { type: "number", mayRead: cloudRevenue },
  "trailingRevenue.totalUsd": { type: "number", derivedFrom: allRevenue },
  "trailingRevenue.knownTotalUsd": { type: "number", mayRead: allRevenue },
  "security.adminAccounts": { type: "number" },
  "security.adminAccountsWithMfa": { type: "number" },
  "security.securityContact": { type: "boolean" },
  "security.alertResponseHours": { type: "number" },
  "enrollment.questionnaire": {
    type: "text",
    values: questionnaireStatuses,
    initially: "not-started",
  },
  "enrollment.application": { type: "text", values: applicationStatuses, initially: "not-started" },
  "enrollment.appliedOn": { type: "date" },
  "enrollment.applicationDay": {
    type: "date",
    derivedFrom: ["enrollment.appliedOn"],
    mayRead: ["enrollment.application", "asOf"],
  },
  "enrollment.eligibility": { type: "text", values: decisionStatuses, initially: "not-started" },
  "enrollment.businessInformation": {
    type: "text",
    values: decisionStatuses,
    initially: "not-started",
  },
  "enrollment.onboardedOn": { type: "date" },
  "enrollment.firstReviewOn": { type: "date", derivedFrom: ["enrollment.onboardedOn"] },
  "capabilitiesAssessment.result": { type: "text", values: assessmentResults },
  "capabilitiesAssessment.on": { type: "date" },
  "vetting.status": { type: "text", values: vettingStatuses },
  "partnerAgreement.acceptedOn": { type: "date" },
  "transition.profileCurrent": { type: "boolean" },
  "transition.consequencesConsidered": { type: "boolean" },
  "transition.tenant": { type: "text", values: transitionTenants },
  "transition.directBillStatus": { type: "text", values: directBillStatuses },
  "transition.enrollment": { type: "text", values: resellerEnrollments, initially: "not-started" },
  "transition.submittedByGlobalAdmin": { type: "boolean" },
  "transition.agreementAccepted": { type: "boolean" },
  "transition.providerAccepted": { type: "boolean" },
  "transition.customers.total": { type: "number" },
  "transition.customers.consented": { type: "number" },
  "transition.customers.extended": { type: "number" },
  "transition.customers.agreementsAccepted": { type: "number" },
  "transition.subscriptions.transferable": { type: "number" },
  "transition.subscriptions.transferred": { type: "number" },
  "transition.subscriptions.notTransferable": { type: "number" },
  "transition.subscriptions.boughtAgain": { type: "number" },
} as const satisfies Record<FactId, FactDescription>;

/**
 * The id of a fact: its path in the profile (`support.plan.type`), `asOf` for the day asked about, or
 * one of the few derived facts, such as `support.plan.owned`.
 *
 * @category Rules
 */
export type FactId =
  | "asOf"
  | "membership.active"
  | "membership.agreementSigned"
  | "membership.locationIds"
  | "membership.activeLocationCountries"
  | "membership.solutionsPartnerDesignations"
  | "membership.designationCount"
  | "company.country"
  | "tenant.country"
  | "authority.acceptAgreements"
  | "authority.signAgreements"
  | "support.firstLevel"
  | "support.plan"
  | "support.plan.owned"
  | "support.plan.type"
  | "support.plan.purchasedOn"
  | "support.plan.endsOn"
  | "support.plan.renewsOn"
  | "support.plan.renewalDay"
  | "creditCheck.status"
  | "creditCheck.notifiedOn"
  | "services.managedServices"
  | "services.ipServices"
  | "services.customerSolutions"
  | "operations.customerBilling"
  | "operations.customerProvisioning"
  | "indirectReseller.transactingSince"
  | "indirectReseller.monthsAtApplication"
  | "trailingRevenue.indirectReseller.cloudUsd"
  | "trailingRevenue.indirectReseller.perpetualSoftwareUsd"
  | "trailingRevenue.directBill.cloudUsd"
  | "trailingRevenue.directBill.perpetualSoftwareUsd"
  | "trailingRevenue.cloudUsd"
  | "trailingRevenue.knownCloudUsd"
  | "trailingRevenue.totalUsd"
  | "trailingRevenue.knownTotalUsd"
  | "security.adminAccounts"
  | "security.adminAccountsWithMfa"
  | "security.securityContact"
  | "security.alertResponseHours"
  | "enrollment.questionnaire"
  | "enrollment.application"
  | "enrollment.appliedOn"
  | "enrollment.applicationDay"
  | "enrollment.eligibility"
  | "enrollment.businessInformation"
  | "enrollment.onboardedOn"
  | "enrollment.firstReviewOn"
  | "capabilitiesAssessment.result"
  | "capabilitiesAssessment.on"
  | "vetting.status"
  | "partnerAgreement.acceptedOn"
  | "transition.profileCurrent"
  | "transition.consequencesConsidered"
  | "transition.tenant"
  | "transition.directBillStatus"
  | "transition.enrollment"
  | "transition.submittedByGlobalAdmin"
  | "transition.agreementAccepted"
  | "transition.providerAccepted"
  | "transition.customers.total"
  | "transition.customers.consented"
  | "transition.customers.extended"
  | "transition.customers.agreementsAccepted"
  | "transition.subscriptions.transferable"
  | "transition.subscriptions.transferred"
  | "transition.subscriptions.notTransferable"
  | "transition.subscriptions.boughtAgain";

export const factIds = Object.keys(factDescriptions) as [FactId, ...FactId[]];

export function describeFact(id: FactId): FactDescription {
  return factDescriptions[id];
}

/** The facts that a derived fact reads; undefined for any other. */
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
