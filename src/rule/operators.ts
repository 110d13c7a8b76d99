import type { ValueType } from "../profile/field-layout.ts";

/** The description of an operator. */
export interface OperatorDescription {
  /** The types of fact it can read. */
  readonly reads: readonly ValueType[];
  /** What it compares with: a value of the same type, an item of the list, or a list of such values. */
  readonly against: "same" | "item" | "list";
  /** Its wording, for use between the fact and what it is compared with. */
  readonly words: string;
  /** Whether it holds for two known values. json-rules-engine decides the same way. */
  readonly holds: (actual: never, expected: never) => boolean;
  /** Whether equal values leave it undecided: two events on one day have no known order. */
  readonly isOpenWhenEqual?: true;
  /** Whether json-rules-engine lacks it, or throws where this one does not. */
  readonly isAdded?: true;
}

const scalar = ["boolean", "number", "date", "text"] as const;
const listed = ["number", "text"] as const;
const isIn = (actual: unknown, expected: unknown): boolean =>
  Array.isArray(expected) && expected.includes(actual);

/** Every operator of a condition: those of json-rules-engine, and three for dates. */
const operatorDescriptions = {
  equal: {
    reads: scalar,
    against: "same",
    words: "is",
    holds: (actual: unknown, expected: unknown) => actual === expected,
  },
  notEqual: {
    reads: scalar,
    against: "same",
    words: "is not",
    holds: (actual: unknown, expected: unknown) => actual !== expected,
  },
  in: { reads: listed, against: "list", words: "is one of", holds: isIn, isAdded: true },
  notIn: {
    reads: listed,
    against: "list",
    words: "is not one of",
    holds: (actual: unknown, expected: unknown) =>
      Array.isArray(expected) && !expected.includes(actual),
    isAdded: true,
  },
  contains: {
    reads: ["text list"],
    against: "item",
    words: "contains",
    holds: (actual: unknown, expected: unknown) => isIn(expected, actual),
  },
  doesNotContain: {
    reads: ["text list"],
    against: "item",
    words: "does not contain",
    holds: (actual: unknown, expected: unknown) => !isIn(expected, actual),
  },
  lessThan: {
    reads: ["number"],
    against: "same",
    words: "is less than",
    holds: (actual: number, expected: number) => actual < expected,
  },
  lessThanInclusive: {
    reads: ["number"],
    against: "same",
    words: "is at most",
    holds: (actual: number, expected: number) => actual <= expected,
  },
  greaterThan: {
    reads: ["number"],
    against: "same",
    words: "is more than",
    holds: (actual: number, expected: number) => actual > expected,
  },
  greaterThanInclusive: {
    reads: ["number"],
    against: "same",
    words: "is at least",
    holds: (actual: number, expected: number) => actual >= expected,
  },
  onOrBefore: {
    reads: ["date"],
    against: "same",
    words: "is on or before",
    holds: (actual: string, expected: string) => actual <= expected,
    isAdded: true,
  },
  onOrAfter: {
    reads: ["date"],
    against: "same",
    words: "is on or after",
    holds: (actual: string, expected: string) => actual >= expected,
    isAdded: true,
  },
  later: {
    reads: ["date"],
    against: "same",
    words: "is later than",
    holds: (actual: string, expected: string) => actual > expected,
    isOpenWhenEqual: true,
    isAdded: true,
  },
} as const satisfies Record<OperatorId, OperatorDescription>;

/**
 * An operator of a condition. Those of json-rules-engine have the same meaning as there; `onOrBefore`,
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
