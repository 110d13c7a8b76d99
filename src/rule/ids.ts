// Written by `npm test -- -u` from rules/order.json and rules/editions.json. Do not edit.

/**
 * The id of every rule of the package, in report order: what a partner can check first, then the
 * procedure. The same list is in `csp-direct-bill-rules/rules/order.json`.
 *
 * @category Rules
 */
export const ruleIds = [
  "partner-id",
  "program-agreement",
  "legal-authority",
  "first-level-support",
  "managed-service",
  "customer-billing",
  "ttm-revenue",
  "indirect-reseller-tenure",
  "solutions-partner-designation",
  "security-mfa",
  "security-contact",
  "security-alert-response",
  "eligibility-questionnaire",
  "enrollment-application",
  "assessment-submission",
  "eligibility-verification",
  "capabilities-assessment",
  "business-verification",
  "vetting-submission",
  "business-vetting",
  "credit-check",
  "support-plan",
  "support-plan-sequence",
  "partner-agreement",
  "tenant-status",
  "transition-profile",
  "transition-no-way-back",
  "transition-tenant",
  "reseller-enrollment",
  "reseller-approval",
  "reseller-agreement",
  "provider-partnership",
  "customer-consent",
  "customer-relationships",
  "customer-agreements",
  "subscription-transfer",
  "subscription-repurchase",
] as const satisfies readonly RuleId[];

/**
 * The id of a rule of the package, which is also its file name in `rules/`.
 *
 * @category Rules
 */
export type RuleId =
  | "partner-id"
  | "program-agreement"
  | "legal-authority"
  | "first-level-support"
  | "managed-service"
  | "customer-billing"
  | "ttm-revenue"
  | "indirect-reseller-tenure"
  | "solutions-partner-designation"
  | "security-mfa"
  | "security-contact"
  | "security-alert-response"
  | "eligibility-questionnaire"
  | "enrollment-application"
  | "assessment-submission"
  | "eligibility-verification"
  | "capabilities-assessment"
  | "business-verification"
  | "vetting-submission"
  | "business-vetting"
  | "credit-check"
  | "support-plan"
  | "support-plan-sequence"
  | "partner-agreement"
  | "tenant-status"
  | "transition-profile"
  | "transition-no-way-back"
  | "transition-tenant"
  | "reseller-enrollment"
  | "reseller-approval"
  | "reseller-agreement"
  | "provider-partnership"
  | "customer-consent"
  | "customer-relationships"
  | "customer-agreements"
  | "subscription-transfer"
  | "subscription-repurchase";

export const editionIds = [
  "2018-08-31",
  "2020-10-27",
  "2021-04-15",
  "2025-10-01",
] as const satisfies readonly EditionId[];

/**
 * The id of an edition: the date it starts on.
 *
 * @category Rules
 */
export type EditionId = "2018-08-31" | "2020-10-27" | "2021-04-15" | "2025-10-01";
