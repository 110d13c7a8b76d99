import type { ConditionResult, FactId, Status, Truth } from "../../src/index.ts";

/** A day that a profile gives; `null` where it is known to be none. */
export type Day = string | null | undefined;
export type Amount = number | null | undefined;

export type Leaf = Extract<ConditionResult, { fact: FactId }>;

function leaf(
  fact: FactId,
  operator: string,
  expected: unknown,
  actual: unknown,
  result: Truth,
): Leaf {
  return actual === undefined
    ? { fact, operator, expected, result }
    : { fact, operator, expected, actual, result };
}

function compare(actual: unknown, expected: unknown, holds: boolean): Truth {
  if (actual === null || expected === null) return false;
  return actual === undefined || expected === undefined ? "unknown" : holds;
}

const against = (fact: FactId, value: unknown): object =>
  value === undefined ? { fact } : { fact, value };

export const is = (fact: FactId, actual: unknown, expected: boolean | string): Leaf =>
  leaf(fact, "equal", expected, actual, compare(actual, expected, actual === expected));

export const isIn = (fact: FactId, actual: unknown, expected: readonly string[]): Leaf =>
  leaf(
    fact,
    "in",
    expected,
    actual,
    compare(actual, expected, expected.includes(actual as string)),
  );

export const contains = (
  fact: FactId,
  actual: readonly string[] | undefined,
  other: FactId,
  expected: string | undefined,
): Leaf =>
  leaf(
    fact,
    "contains",
    against(other, expected),
    actual,
    compare(actual, expected, actual?.includes(expected!) === true),
  );

export const below = (fact: FactId, actual: Amount, expected: number): Leaf =>
  leaf(fact, "lessThan", expected, actual, compare(actual, expected, actual! < expected));

export const atMost = (fact: FactId, actual: Amount, expected: number): Leaf =>
  leaf(fact, "lessThanInclusive", expected, actual, compare(actual, expected, actual! <= expected));

export const atLeast = (fact: FactId, actual: Amount, expected: number): Leaf =>
  leaf(
    fact,
    "greaterThanInclusive",
    expected,
    actual,
    compare(actual, expected, actual! >= expected),
  );

export const asManyAs = (fact: FactId, actual: Amount, other: FactId, expected: Amount): Leaf =>
  leaf(
    fact,
    "greaterThanInclusive",
    against(other, expected),
    actual,
    compare(actual, expected, actual! >= expected!),
  );

export const notAfter = (fact: FactId, actual: Day, other: FactId, expected: Day): Leaf =>
  leaf(
    fact,
    "onOrBefore",
    against(other, expected),
    actual,
    compare(actual, expected, actual! <= expected!),
  );

export const notBefore = (fact: FactId, actual: Day, other: FactId, expected: Day): Leaf =>
  leaf(
    fact,
    "onOrAfter",
    against(other, expected),
    actual,
    compare(actual, expected, actual! >= expected!),
  );

export function later(fact: FactId, actual: Day, other: FactId, expected: Day): Leaf {
  const isOpen = actual === expected && actual !== undefined && actual !== null;
  const result = isOpen ? "unknown" : compare(actual, expected, actual! > expected!);
  return leaf(fact, "later", against(other, expected), actual, result);
}

/** What the sources leave open is open for every company. */
export const settled = (): Leaf => is("sources.settled", undefined, true);

export function all(...children: ConditionResult[]): ConditionResult {
  let result: Truth = true;
  for (const child of children) {
    if (child.result === false) return { all: children, result: false };
    if (child.result === "unknown") result = "unknown";
  }
  return { all: children, result };
}

export function any(...children: ConditionResult[]): ConditionResult {
  let result: Truth = false;
  for (const child of children) {
    if (child.result === true) return { any: children, result: true };
    if (child.result === "unknown") result = "unknown";
  }
  return { any: children, result };
}

export function not(child: ConditionResult): ConditionResult {
  return { not: child, result: child.result === "unknown" ? "unknown" : !child.result };
}

export const isUnknown = ({ result }: ConditionResult): boolean => result === "unknown";

export function statusOf({ result }: ConditionResult, due: Truth = true): Status {
  if (result === true) return "met";
  if (due === false) return "not-due";
  return due === "unknown" || result === "unknown" ? "unknown" : "unmet";
}
