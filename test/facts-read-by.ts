import type { Condition, FactId } from "../src/index.ts";
import { isFactReference } from "../src/schema/rule.ts";

/** Every fact that a condition reads, on either side. */
export function factsReadBy(condition: Condition): FactId[] {
  if ("all" in condition) return condition.all.flatMap(factsReadBy);
  if ("any" in condition) return condition.any.flatMap(factsReadBy);
  if ("not" in condition) return factsReadBy(condition.not);
  const { fact, value } = condition;
  return isFactReference(value) ? [fact, value.fact] : [fact];
}
