import type { Status } from "../findings/status.ts";
import type { RuleId } from "../rule/ids.ts";
import type { Outcome } from "./outcome.ts";
import type { Report } from "./report.ts";

/**
 * The status of one rule in two reports.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Compare
 */
export interface StatusComparison<Id extends string = RuleId> {
  ruleId: Id;
  title: string;
  /** Absent if the rule is not in the first report. */
  before?: Status;
  /** Absent if the rule is not in the second report. */
  after?: Status;
  changed: boolean;
}

/**
 * The comparison of two reports.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Compare
 */
export interface ReportComparison<Id extends string = RuleId> {
  outcome: { before: Outcome; after: Outcome; changed: boolean };
  /** Every rule of either report: those of the second in its order, then those only in the first. */
  rules: StatusComparison<Id>[];
}

/**
 * Compares two reports, such as those of one profile on two days or under two editions.
 *
 * @typeParam Id - The ids of the rules asked for.
 * @param before - The first report.
 * @param after - The second report.
 * @returns The outcome and the status of each rule, before and after.
 *
 * @example
 * ```ts
 * const profile = { support: { firstLevel: true } };
 * const before = evaluateSync(profile, { asOf: "2020-10-26", track: "remain" });
 * const after = evaluateSync(profile, { asOf: "2020-10-27", track: "remain" });
 * const { rules } = compareReports(before, after);
 * rules.filter(({ changed }) => changed).map(({ ruleId }) => ruleId); //=> ["ttm-revenue"]
 * ```
 *
 * @category Compare
 */
export function compareReports<Id extends string = RuleId>(
  before: Report<Id>,
  after: Report<Id>,
): ReportComparison<Id> {
  const old = new Map(before.findings.map((finding) => [finding.ruleId, finding]));
  const current = new Map(after.findings.map((finding) => [finding.ruleId, finding]));
  const gone = before.findings.filter(({ ruleId }) => !current.has(ruleId));
  return {
    outcome: {
      before: before.outcome,
      after: after.outcome,
      changed: before.outcome !== after.outcome,
    },
    rules: [...after.findings, ...gone].map(({ ruleId, title }) => {
      const [was, is] = [old.get(ruleId)?.status, current.get(ruleId)?.status];
      return {
        ruleId,
        title,
        ...(was !== undefined && { before: was }),
        ...(is !== undefined && { after: is }),
        changed: was !== is,
      };
    }),
  };
}
