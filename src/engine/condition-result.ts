import type { FactId } from "../facts/fact-id.ts";
import type { Truth } from "./kleene.ts";

/**
 * A condition with its result: the whole tree, without short-circuiting. In a leaf, `expected` is
 * the value compared with; for another fact, it is `{ fact, value }`, without `value` while unknown.
 * `actual` is absent while the fact is unknown.
 *
 * @category Report
 */
export type ConditionResult =
  | { all: ConditionResult[]; result: Truth }
  | { any: ConditionResult[]; result: Truth }
  | { not: ConditionResult; result: Truth }
  | { fact: FactId; operator: string; expected: unknown; actual?: unknown; result: Truth };
