/**
 * The synchronous entry point, `csp-direct-bill-rules/sync`, which does not load
 * json-rules-engine.
 *
 * @module csp-direct-bill-rules/sync
 */
export { type ManyResult, evaluateMany, evaluateSync } from "./evaluate-sync.ts";
export {
  InvalidInputError,
  InvalidOptionsError,
  InvalidProfileError,
  InvalidRuleError,
} from "./input/errors.ts";
export { compareReports } from "./report/compare-reports.ts";
export type { Report } from "./report/report.ts";
export { type CountedResult, type Summary, summarize } from "./report/summary.ts";
export { capabilities } from "./rules/capabilities.ts";
export { rules } from "./rules/catalogue.ts";
export { compareEditions } from "./rules/compare-editions.ts";
export { editions } from "./rules/editions.ts";
export { rulesInForce } from "./rules/rules-in-force.ts";
export type { EvaluateOptions } from "./options/options.ts";
