import { type Status, addStatus, noStatuses } from "../findings/status.ts";
import type { RuleId } from "../rule/ids.ts";
import type { Outcome } from "./outcome.ts";
import type { Report } from "./report.ts";

/**
 * Counts over many reports.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Report
 */
export interface Summary<Id extends string = RuleId> {
  /** Number of profiles, including malformed ones. */
  profiles: number;
  /** Number of malformed profiles. */
  invalid: number;
  /** Number of reports by outcome. */
  outcomes: Record<Outcome, number>;
  /** Number of findings by rule and status, in rule order. */
  rules: Partial<Record<Id, Record<Status, number>>>;
}

/**
 * The part of a result of {@link evaluateMany} that a summary reads.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Evaluate
 */
export type CountedResult<Id extends string> =
  { ok: true; report: Pick<Report<Id>, "outcome" | "findings"> } | { ok: false };

/**
 * Counts results as they arrive, keeping only the numbers.
 *
 * @typeParam Id - The ids of the rules asked for.
 * @param results - What {@link evaluateMany} yields.
 * @returns Counts per outcome, per rule and status, and of malformed profiles.
 *
 * @example
 * ```ts
 * const summary = summarize(evaluateMany([{}, { oops: 1 }], { asOf: "2020-09-02", track: "remain" }));
 * summary.outcomes; //=> { eligible: 0, "on-track": 0, undetermined: 1, ineligible: 0 }
 * summary.invalid; //=> 1
 * summary.rules["support-plan"].unknown; //=> 1
 * ```
 *
 * @category Evaluate
 */
export function summarize<Id extends string = RuleId>(
  results: Iterable<CountedResult<Id>>,
): Summary<Id> {
  const summary: Summary<Id> = {
    profiles: 0,
    invalid: 0,
    outcomes: { eligible: 0, "on-track": 0, undetermined: 0, ineligible: 0 },
    rules: {},
  };
  for (const result of results) {
    summary.profiles += 1;
    if (result.ok) add(summary, result.report);
    else summary.invalid += 1;
  }
  return summary;
}

function add<Id extends string>(
  { outcomes, rules }: Summary<Id>,
  { outcome, findings }: Pick<Report<Id>, "outcome" | "findings">,
): void {
  outcomes[outcome] += 1;
  for (const { ruleId, status } of findings) {
    addStatus((rules[ruleId] ??= noStatuses()), status);
  }
}
