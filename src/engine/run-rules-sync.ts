import type { Facts } from "../facts/facts.ts";
import { memoize } from "../memoize.ts";
import type { Rule } from "../rule/rule.ts";
import type { RuleResult } from "./rule-result.ts";
import { readyRule, weighRule } from "./weigh.ts";

/** Rules with their conditions prepared, once per list of rules. */
export const readyRules = memoize((rules: readonly Rule<string>[]) =>
  rules.map((rule) => readyRule(rule)),
);

/**
 * Runs rules without json-rules-engine: the same conditions, the same results, no promises.
 *
 * @returns One result per rule, in the order of the rules.
 */
export function runRulesSync(rules: readonly Rule<string>[], facts: Facts): RuleResult[] {
  return readyRules(rules).map((rule) => weighRule(rule, facts));
}
