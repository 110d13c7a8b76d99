import type { FactId } from "../facts/fact-id.ts";
import type { Status } from "../findings/status.ts";
import type { Period } from "../input/dates.ts";
import type { EditionId, RuleId } from "../rule/ids.ts";
import type { Outcome } from "./outcome.ts";

/**
 * What a report says at its shortest: the outcome, and the status of each rule.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Foresight
 */
export interface Verdict<Id extends string = RuleId> {
  outcome: Outcome;
  /** In rule order. */
  statuses: Record<Id, Status>;
}

/**
 * A status that changes on the first day of a span.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Foresight
 */
export interface SpanChange<Id extends string = RuleId> {
  ruleId: Id;
  /** Absent if the rule was not in force before. */
  before?: Status;
  /** Absent if the rule is no longer in force. */
  after?: Status;
  /**
   * The facts of the profile whose day has come, such as `support.plan.endsOn`; `asOf` if a day that the
   * rule names has come; `edition` if another edition, or another version of the rule, is in force.
   */
  because: (FactId | "edition")[];
}

/**
 * A period in which the answer stays the same.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Foresight
 */
export interface Span<Id extends string = RuleId> extends Period, Verdict<Id> {
  edition: EditionId;
  /** What is different from the span before, in rule order; empty in the first span. */
  changes: SpanChange<Id>[];
}
