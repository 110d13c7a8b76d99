import type { Facts } from "../facts/facts.ts";
import { type FactId, positionOf } from "../schema/facts.ts";
import { describeOperator } from "../schema/operators.ts";
import { type FactCondition, isFactReference } from "../schema/rule.ts";

/**
 * True, false, or not decided by what is known.
 *
 * @category Report
 */
export type Truth = boolean | "unknown";

/**
 * A condition with its result: the whole tree, nothing short-circuited away. In a leaf, `expected`
 * is the value compared with; where that is another fact it is `{ fact, value }`, without `value`
 * while unknown. `actual` is absent while the fact is unknown.
 *
 * @category Report
 */
export type ConditionResult =
  | { all: ConditionResult[]; result: Truth }
  | { any: ConditionResult[]; result: Truth }
  | { not: ConditionResult; result: Truth }
  | { fact: FactId; operator: string; expected: unknown; actual?: unknown; result: Truth };

/** Kleene's "and": false if any is false, else unknown if any is unknown. */
export function allOf(all: ConditionResult[]): ConditionResult {
  let result: Truth = true;
  for (const child of all) {
    if (child.result === false) return { all, result: false };
    if (child.result === "unknown") result = "unknown";
  }
  return { all, result };
}

/** Kleene's "or": true if any is true, else unknown if any is unknown. */
export function anyOf(any: ConditionResult[]): ConditionResult {
  let result: Truth = false;
  for (const child of any) {
    if (child.result === true) return { any, result: true };
    if (child.result === "unknown") result = "unknown";
  }
  return { any, result };
}

/** Not of unknown is unknown. */
export function notOf(not: ConditionResult): ConditionResult {
  return { not, result: not.result === "unknown" ? "unknown" : !not.result };
}

/** Whether an operator accepts two known values. */
export type Holds = (actual: unknown, expected: unknown) => boolean;

/**
 * Makes the reader of a leaf. A fact that is known to be none compares false with everything; a fact
 * without a value, on either side, leaves it unknown; only else does the operator decide.
 */
export function leafReader(
  { fact, operator, value }: FactCondition,
  holds: Holds,
): (facts: Facts) => ConditionResult {
  const position = positionOf(fact);
  const isOpenWhenEqual = describeOperator(operator).isOpenWhenEqual === true;
  const leaf = (expected: unknown, actual: unknown, compared: unknown): ConditionResult => {
    const result = compare(actual, compared, holds, isOpenWhenEqual);
    if (actual === undefined) return { fact, operator, expected, result };
    return { fact, operator, expected, actual, result };
  };
  if (!isFactReference(value)) return (facts) => leaf(value, facts[position], value);
  const other = positionOf(value.fact);
  return (facts) => {
    const compared = facts[other];
    const expected = compared === undefined ? value : { fact: value.fact, value: compared };
    return leaf(expected, facts[position], compared);
  };
}

function compare(
  actual: unknown,
  compared: unknown,
  holds: Holds,
  isOpenWhenEqual: boolean,
): Truth {
  if (actual === null || compared === null) return false;
  if (actual === undefined || compared === undefined) return "unknown";
  if (isOpenWhenEqual && actual === compared) return "unknown";
  return holds(actual, compared);
}
