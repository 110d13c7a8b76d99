import type { DerivedFact } from "./derived-fact.ts";
import { derivedFactTable } from "./derived-facts.ts";
import type { DerivedFactId, FactId, StatedFactId } from "./fact-id.ts";
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

/** What is known about a fact that a profile states. */
export interface StatedFact {
  readonly type: ValueType;
  /** The only values a text can have. */
  readonly values?: readonly string[];
  /** The value that an absent process field stands for. */
  readonly initially?: string;
}

/** What is known about a fact of either kind. */
export type FactDescription = StatedFact &
  Partial<Pick<DerivedFact, "needs" | "mayRead" | "words">>;

/** Every fact that a profile states, in the order in which reports list them. */
const statedFactTable = {
  "membership.active": { type: "boolean" },
  "membership.agreementSigned": { type: "boolean" },
  "membership.locationIds": { type: "record" },
  "membership.solutionsPartnerDesignations": { type: "text list" },
  "company.country": { type: "text" },
  "tenant.country": { type: "text" },
  "tenant.sameRegion": { type: "boolean" },
  "authority.acceptAgreements": { type: "boolean" },
  "authority.signAgreements": { type: "boolean" },
  "support.firstLevel": { type: "boolean" },
  "support.plan": { type: "record" },
  "support.plan.type": { type: "text", values: supportPlanTypes },
  "support.plan.purchasedOn": { type: "date" },
  "support.plan.endsOn": { type: "date" },
  "support.plan.renewsOn": { type: "date" },
  "support.plan.renewedOn": { type: "date" },
  "creditCheck.status": {
    type: "text",
    values: creditCheckStatuses,
    initially: "not-started",
  },
  "creditCheck.notifiedOn": { type: "date" },
  "services.managedServices": { type: "number" },
  "services.ipServices": { type: "number" },
  "services.customerSolutions": { type: "number" },
  "operations.customerBilling": { type: "boolean" },
  "operations.customerProvisioning": { type: "boolean" },
  "indirectReseller.transactingSince": { type: "date" },
  "trailingRevenue.endsOn": { type: "date" },
  "trailingRevenue.indirectReseller.cloudUsd": { type: "number" },
  "trailingRevenue.indirectReseller.perpetualSoftwareUsd": { type: "number" },
  "trailingRevenue.directBill.cloudUsd": { type: "number" },
  "trailingRevenue.directBill.perpetualSoftwareUsd": { type: "number" },
  "security.adminAccounts": { type: "number" },
  "security.adminAccountsWithMfa": { type: "number" },
  "security.securityContact": { type: "boolean" },
  "security.alertResponseHours": { type: "number" },
  "security.alerts": { type: "number" },
  "enrollment.questionnaire": {
    type: "text",
    values: questionnaireStatuses,
    initially: "not-started",
  },
  "enrollment.application": {
    type: "text",
    values: applicationStatuses,
    initially: "not-started",
  },
  "enrollment.appliedOn": { type: "date" },
  "enrollment.eligibility": {
    type: "text",
    values: decisionStatuses,
    initially: "not-started",
  },
  "enrollment.businessInformation": {
    type: "text",
    values: decisionStatuses,
    initially: "not-started",
  },
  "enrollment.onboardedOn": { type: "date" },
  "capabilitiesAssessment.result": {
    type: "text",
    values: assessmentResults,
  },
  "capabilitiesAssessment.on": { type: "date" },
  "vetting.status": { type: "text", values: vettingStatuses },
  "partnerAgreement.acceptedOn": { type: "date" },
  "transition.profileCurrent": { type: "boolean" },
  "transition.consequencesConsidered": { type: "boolean" },
  "transition.tenant": { type: "text", values: transitionTenants },
  "transition.directBillStatus": { type: "text", values: directBillStatuses },
  "transition.enrollment": {
    type: "text",
    values: resellerEnrollments,
    initially: "not-started",
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
} as const satisfies Record<StatedFactId, StatedFact>;

export type { DerivedFactId, FactId, StatedFactId } from "./fact-id.ts";

/** Every fact a condition can read: the day asked about, what a profile states, what follows from it. */
const factTable: Record<FactId, FactDescription> = {
  asOf: { type: "date", words: "The day the question is asked for: the option `asOf`." },
  ...statedFactTable,
  ...derivedFactTable,
};

export const factIds = Object.keys(factTable) as [FactId, ...FactId[]];

export function describeFact(id: FactId): FactDescription {
  return factTable[id];
}

/** The facts that a derived fact reads, themselves derived or not; undefined for any other. */
export function originsOf(id: FactId): readonly FactId[] | undefined {
  const { needs, mayRead = [] } = describeFact(id);
  return needs && [...needs, ...mayRead];
}

/** The derived facts, each after those it reads. */
export const derivedFactIds = Object.keys(derivedFactTable) as DerivedFactId[];

/** The facts that a profile states itself: all but the day asked about and the derived ones. */
export const statedFactIds = Object.keys(statedFactTable) as StatedFactId[];

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
