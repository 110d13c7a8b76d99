import type { FactId } from "../facts/fact-id.ts";
import { hasOwn } from "../input/own-properties.ts";
import { placeholdersIn, textsOf } from "./text.ts";
import { type Condition, type FactCondition, type RuleVersion, isFactReference } from "./rule.ts";

/** The leaves of a condition, in order. */
export function leavesOf(condition: Condition): FactCondition[] {
  if (hasOwn(condition, "all")) return condition.all.flatMap(leavesOf);
  if (hasOwn(condition, "any")) return condition.any.flatMap(leavesOf);
  if (hasOwn(condition, "not")) return leavesOf(condition.not);
  return [condition];
}

/** Every fact that a condition reads, on either side. */
export function factsIn(condition: Condition): FactId[] {
  return leavesOf(condition).flatMap(({ fact, value }) =>
    isFactReference(value) ? [fact, value.fact] : [fact],
  );
}

/** Every condition of a rule: when it is met, is due and applies, and when a variant is selected. */
export function conditionsOf(rule: RuleVersion): Condition[] {
  const { conditions, dueWhen, appliesWhen, variants = [] } = rule;
  const all = [conditions, dueWhen, appliesWhen, ...variants.map(({ when }) => when)];
  return all.filter((condition) => condition !== undefined);
}

/** The facts that the texts of a rule name. */
function factsInTexts(rule: RuleVersion): FactId[] {
  const { values = {} } = rule;
  const names = textsOf(rule).flatMap(([, text]) => placeholdersIn(text));
  return names.filter((name) => !Object.hasOwn(values, name)) as FactId[];
}

/** Every fact that rules read, in conditions or in texts, each once. */
export function factsInRules(rules: readonly RuleVersion[]): ReadonlySet<FactId> {
  return new Set([...rules.flatMap(conditionsOf).flatMap(factsIn), ...rules.flatMap(factsInTexts)]);
}
