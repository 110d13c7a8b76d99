import type { ReadyRule } from "../engine/weigh.ts";
import { truthOf } from "../engine/weigh.ts";
import { readyRules } from "../engine/run-rules-sync.ts";
import type { Facts } from "../facts/facts.ts";
import type { Status } from "../findings/status.ts";
import { memoize } from "../memoize.ts";
import { type Outcome, outcomeOf } from "../report/outcome.ts";
import type { RuleId } from "../rule/ids.ts";
import type { RuleSet } from "../rules/rules-in-force.ts";

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

/** Decides a status without evidence; the order of the checks is that of a finding. */
function statusOf({ appliesWhen, conditions, dueWhen }: ReadyRule, facts: Facts): Status {
  if (appliesWhen !== undefined) {
    const applies = truthOf(appliesWhen, facts);
    if (applies !== true) return applies === false ? "not-applicable" : "unknown";
  }
  const isMet = truthOf(conditions, facts);
  if (isMet === true) return "met";
  if (dueWhen !== undefined) {
    const isDue = truthOf(dueWhen, facts);
    if (isDue !== true) return isDue === false ? "not-due" : "unknown";
  }
  return isMet === "unknown" ? "unknown" : "unmet";
}

/** The status of each rule, in rule order. */
export function statusesOf(set: RuleSet, facts: Facts): Status[] {
  return readyRules(set).map((rule) => statusOf(rule, facts));
}

const orderOf = memoize(({ rules }: RuleSet) => ({
  ids: rules.map(({ id }) => id),
  kinds: rules.map(({ kind }) => kind),
}));

/** The outcome that follows from statuses. */
export function outcomeFrom(set: RuleSet, statuses: readonly Status[]): Outcome {
  return outcomeOf(orderOf(set).kinds, statuses);
}

/** Statuses by the ids of their rules. */
export function byRule(set: RuleSet, statuses: readonly Status[]): Record<string, Status> {
  const { ids } = orderOf(set);
  const named: Record<string, Status> = {};
  for (let index = 0; index < ids.length; index += 1) named[ids[index]!] = statuses[index]!;
  return named;
}
