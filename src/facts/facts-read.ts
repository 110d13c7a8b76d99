import { type FactId, originsOf } from "../schema/facts.ts";
import { type Condition, type RuleVersion, isFactReference } from "../schema/rule.ts";
import { decidersOf } from "./as-of.ts";

/** Every fact that a condition reads, on either side. */
export function factsIn(condition: Condition): FactId[] {
  if ("all" in condition) return condition.all.flatMap(factsIn);
  if ("any" in condition) return condition.any.flatMap(factsIn);
  if ("not" in condition) return factsIn(condition.not);
  const { fact, value } = condition;
  return isFactReference(value) ? [fact, value.fact] : [fact];
}

/** Every condition of a rule: what meets it, when it is due, for whom it is, what selects its words. */
export function conditionsOf(rule: RuleVersion): Condition[] {
  const { conditions, dueWhen, appliesWhen, variants = [] } = rule;
  const all = [conditions, dueWhen, appliesWhen, ...variants.map(({ when }) => when)];
  return all.filter((condition) => condition !== undefined);
}

function addWithOrigins(facts: Set<FactId>, fact: FactId): void {
  if (facts.has(fact)) return;
  facts.add(fact);
  for (const origin of originsOf(fact) ?? []) addWithOrigins(facts, origin);
  for (const decider of decidersOf(fact)) addWithOrigins(facts, decider);
}

/** The facts that rules read, with what these are derived from and what decides whether these hold on the day. */
export function factsRead(rules: readonly RuleVersion[]): ReadonlySet<FactId> {
  const facts = new Set<FactId>();
  for (const fact of rules.flatMap(conditionsOf).flatMap(factsIn)) addWithOrigins(facts, fact);
  return facts;
}
