import type { FactId } from "./fact-id.ts";

/**
 * The facts to ask for first: a day after the state that it belongs to, a part after its whole, a field
 * after the group that may not exist.
 */
const parents: Readonly<Partial<Record<FactId, FactId>>> = {
  "enrollment.appliedOn": "enrollment.application",
  "creditCheck.notifiedOn": "creditCheck.status",
  "capabilitiesAssessment.on": "capabilitiesAssessment.result",
  "trailingRevenue.indirectReseller.cloudUsd": "trailingRevenue.endsOn",
  "trailingRevenue.indirectReseller.perpetualSoftwareUsd": "trailingRevenue.endsOn",
  "trailingRevenue.directBill.cloudUsd": "trailingRevenue.endsOn",
  "trailingRevenue.directBill.perpetualSoftwareUsd": "trailingRevenue.endsOn",
  "security.adminAccountsWithMfa": "security.adminAccounts",
  "security.alertResponseHours": "security.alerts",
  "tenant.sameRegion": "tenant.country",
  "transition.submittedByGlobalAdmin": "transition.enrollment",
  "transition.agreementAccepted": "transition.enrollment",
  "transition.customers.consented": "transition.customers.total",
  "transition.customers.extended": "transition.customers.total",
  "transition.customers.agreementsAccepted": "transition.customers.total",
  "transition.customers.cloudAgreements": "transition.customers.total",
  "transition.subscriptions.transferred": "transition.subscriptions.transferable",
  "transition.subscriptions.boughtAgain": "transition.subscriptions.notTransferable",
};

/** The fact to ask for before another. */
export function parentOf(fact: FactId): FactId | undefined {
  return parents[fact] ?? (fact.startsWith("support.plan.") ? "support.plan" : undefined);
}
