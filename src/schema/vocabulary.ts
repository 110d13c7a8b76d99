/** Every rule of the package, in report order: what a partner can check first, then the procedure. */
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

export const tracks = ["enroll", "remain", "transition"] as const satisfies readonly Track[];

/**
 * The question asked: `enroll` (may the company become a direct bill partner?), `remain` (may it stay
 * one?) or `transition` (how far is its move to indirect reseller?).
 *
 * @category Rules
 */
export type Track = "enroll" | "remain" | "transition";

export const kinds = ["requirement", "recommendation", "step"] as const satisfies readonly Kind[];

/**
 * How much a rule weighs. A `requirement` is a condition of eligibility. A `step` is something still
 * to be done in the procedure; open, it is no failure. A `recommendation` is advice and never changes
 * the outcome.
 *
 * @category Rules
 */
export type Kind = "requirement" | "recommendation" | "step";

export const actors = ["partner", "microsoft"] as const satisfies readonly Actor[];

/**
 * Who must act next for a rule to become met.
 *
 * @category Rules
 */
export type Actor = "partner" | "microsoft";
