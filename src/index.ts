/**
 * Everything a host imports: `import { evaluate } from "csp-direct-bill-rules"`.
 *
 * @module csp-direct-bill-rules
 */
export { evaluate } from "./evaluate.ts";
export { type ManyResult, evaluateMany, evaluateSync } from "./evaluate-sync.ts";
export { createEngine } from "./engine/create-engine.ts";
export type { ConditionResult } from "./engine/condition-result.ts";
export type { Truth } from "./engine/kleene.ts";
export {
  InvalidInputError,
  InvalidOptionsError,
  InvalidProfileError,
  InvalidRuleError,
  type Issue,
} from "./input/errors.ts";
export type { FactError, FactLookup, FactLookups } from "./facts/look-up.ts";
export type { Finding, FindingText } from "./findings/finding.ts";
export type { Status } from "./findings/status.ts";
export {
  type ReportComparison,
  type StatusComparison,
  compareReports,
} from "./report/compare-reports.ts";
export type { Consequences } from "./report/consequences.ts";
export type { Outcome } from "./report/outcome.ts";
export type { MissingFact, NextStep, Report, ReportEdition } from "./report/report.ts";
export { type CountedResult, type Summary, summarize } from "./report/summary.ts";
export { type Capability, type Stage, capabilities } from "./rules/capabilities.ts";
export { rules } from "./rules/catalogue.ts";
export {
  type EditionComparison,
  type RuleChange,
  type RulePart,
  type ThresholdChange,
  compareEditions,
} from "./rules/compare-editions.ts";
export { type Edition, type EditionNote, editions } from "./rules/editions.ts";
export { rulesInForce } from "./rules/rules-in-force.ts";
export type { Source } from "./rules/sources.ts";
export type { EvaluateAsyncOptions, EvaluateOptions, RulesQuery } from "./options/options.ts";
export type { Period } from "./input/dates.ts";
export type { Confidence } from "./rule/documents.ts";
export type { TextValues } from "./rule/text.ts";
export type { FactValue } from "./profile/profile-reader.ts";
export { ruleIds } from "./rule/ids.ts";
export * from "./schema.ts";
