import type { Facts } from "../facts/facts.ts";
import { memoize } from "../memoize.ts";
import type { RuleSet } from "../rules/rules-in-force.ts";
import type { RuleResult } from "./rule-result.ts";
import { readyRule, weighRule } from "./weigh.ts";

/** Rules with their conditions prepared, once per set of rules. */
export const readyRules = memoize(({ rules, table }: RuleSet) =>
  rules.map((rule) => readyRule(rule, table)),
);

/**
 * Runs rules without json-rules-engine: the same conditions, the same results, no promises.
 *
 * @returns One result per rule, in the order of the rules.
 */
export function runRulesSync(set: RuleSet, facts: Facts): RuleResult[] {
  return readyRules(set).map((rule) => weighRule(rule, facts));
}
