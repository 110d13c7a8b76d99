import type { ValueType } from "./facts.ts";

interface OperatorDescription {
  /** The types of fact it can read. */
  readonly reads: readonly ValueType[];
  /** What it compares with: one value of the same type, an item of the list, or a list of such values. */
  readonly against: "same" | "item" | "list";
}

const scalar = ["boolean", "number", "date", "text"] as const;

/** Every operator of a condition: those of json-rules-engine, and three for dates. */
const operatorDescriptions = {
  equal: { reads: scalar, against: "same" },
  notEqual: { reads: scalar, against: "same" },
  in: { reads: ["number", "text"], against: "list" },
  notIn: { reads: ["number", "text"], against: "list" },
  contains: { reads: ["text list"], against: "item" },
  doesNotContain: { reads: ["text list"], against: "item" },
  lessThan: { reads: ["number"], against: "same" },
  lessThanInclusive: { reads: ["number"], against: "same" },
  greaterThan: { reads: ["number"], against: "same" },
  greaterThanInclusive: { reads: ["number"], against: "same" },
  onOrBefore: { reads: ["date"], against: "same" },
  onOrAfter: { reads: ["date"], against: "same" },
  later: { reads: ["date"], against: "same" },
} as const satisfies Record<OperatorId, OperatorDescription>;

/**
 * An operator of a condition. Those of json-rules-engine mean what they mean there; `onOrBefore`,
 * `onOrAfter` and `later` compare calendar dates. `later` on two equal dates is unknown, because
 * dates carry no time of day.
 *
 * @category Rules
 */
export type OperatorId =
  | "equal"
  | "notEqual"
  | "in"
  | "notIn"
  | "contains"
  | "doesNotContain"
  | "lessThan"
  | "lessThanInclusive"
  | "greaterThan"
  | "greaterThanInclusive"
  | "onOrBefore"
  | "onOrAfter"
  | "later";

export const operatorIds = Object.keys(operatorDescriptions) as [OperatorId, ...OperatorId[]];

export function describeOperator(id: OperatorId): OperatorDescription {
  return operatorDescriptions[id];
}
