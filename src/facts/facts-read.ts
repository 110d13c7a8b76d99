import { type FactId, originsOf } from "../schema/facts.ts";
import { type Condition, type RuleVersion, isFactReference } from "../schema/rule.ts";

/** Every fact that a condition reads, on either side. */
export function factsIn(condition: Condition): FactId[] {
  if ("all" in condition) return condition.all.flatMap(factsIn);
  if ("any" in condition) return condition.any.flatMap(factsIn);
  if ("not" in condition) return factsIn(condition.not);
  const { fact, value } = condition;
  return isFactReference(value) ? [fact, value.fact] : [fact];
}

/** The facts that rules read, derived ones with what they are derived from. */
export function factsRead(rules: readonly RuleVersion[]): ReadonlySet<FactId> {
  const read = rules
    .flatMap(({ conditions, dueWhen, appliesWhen }) => [conditions, dueWhen, appliesWhen])
    .flatMap((condition) => (condition === undefined ? [] : factsIn(condition)));
  return new Set(read.flatMap((fact) => [fact, ...(originsOf(fact) ?? [])]));
}
