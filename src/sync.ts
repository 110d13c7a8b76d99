/**
 * The synchronous entry point, `csp-direct-bill-rules/sync`, which does not load
 * json-rules-engine. It has every type of the main entry point.
 *
 * @module csp-direct-bill-rules/sync
 */
export { decide } from "./decide.ts";
export { type Timeline, timeline } from "./timeline.ts";
export { bounds, questions } from "./questions.ts";
export { plan } from "./plan.ts";
export type { PlanOptions } from "./options/plan-options.ts";
export type { AnswerClass, ValueRange } from "./foresight/answer-classes.ts";
export type { Bounds } from "./foresight/bounds.ts";
export type { Blocker, Need, Plan, PlanStep } from "./foresight/plan.ts";
export type { Question } from "./foresight/questions.ts";
export type { QuestionOptions } from "./options/question-options.ts";
export type { Span, SpanChange, Verdict } from "./report/span.ts";
export type { TimelineOptions } from "./options/timeline-options.ts";
export { type ManyResult, evaluateMany } from "./evaluate-many.ts";
export { evaluateSync } from "./evaluate-sync.ts";
export type { ConditionResult } from "./engine/condition-result.ts";
export type { Truth } from "./engine/kleene.ts";
export {
  InvalidInputError,
  InvalidOptionsError,
  InvalidProfileError,
  InvalidReportError,
  InvalidRuleError,
  type Issue,
  type IssueCode,
  type IssueValues,
} from "./input/errors.ts";
export type {
  AbortSignalLike,
  FactError,
  FactLookup,
  FactLookups,
  LookupContext,
} from "./facts/look-up.ts";
export { type ProfileValues, profileFrom } from "./facts/profile-from.ts";
export type { Finding, FindingText } from "./findings/finding.ts";
export { helpUrl, homepage } from "./findings/help-url.ts";
export type { Status } from "./findings/status.ts";
export {
  type FactChange,
  type ReportComparison,
  type StatusComparison,
  compareReports,
} from "./report/compare-reports.ts";
export type { Consequences } from "./report/consequences.ts";
export type { AnyReport, LeanFinding, LeanReport, ReportOf } from "./report/lean-report.ts";
export type { Outcome } from "./report/outcome.ts";
export type { MissingFact, NextStep, Report, ReportEdition } from "./report/report.ts";
export {
  type CountedReport,
  type CountedResult,
  type Summary,
  mergeSummaries,
  summarize,
} from "./report/summary.ts";
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
export {
  type Fact,
  type FactOption,
  type FactReader,
  type RecordField,
  facts,
} from "./rules/fact-catalogue.ts";
export { factsFor } from "./rules/facts-for.ts";
export { rulesInForce } from "./rules/rules-in-force.ts";
export type { Source } from "./rules/sources.ts";
export type {
  Detail,
  EvaluateAsyncOptions,
  EvaluateOptions,
  OnInvalid,
  RulesQuery,
} from "./options/options.ts";
export type { Period } from "./input/dates.ts";
export type { Confidence } from "./rule/documents.ts";
export type { TextValues } from "./rule/text.ts";
export type { FactValue } from "./profile/profile-reader.ts";
export type { ValueType } from "./profile/field-layout.ts";
export type { Unchecked } from "./profile/unchecked.ts";
export { ruleIds } from "./rule/ids.ts";
export type * from "./schema.ts";
