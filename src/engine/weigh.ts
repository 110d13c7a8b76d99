import type { Facts } from "../facts/facts.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { FactTable } from "../facts/fact-table.ts";
import { hasOwn } from "../input/own-properties.ts";
import { type OperatorId, describeOperator } from "../rule/operators.ts";
import { type Condition, type FactCondition, type Rule, isFactReference } from "../rule/rule.ts";
import type { ConditionResult } from "./condition-result.ts";
import { type Truth, and, not, or } from "./kleene.ts";
import type { RuleResult } from "./rule-result.ts";

type FactReference = { readonly fact: FactId };

/** Whether an operator holds for two known values. */
type Holds = (actual: unknown, expected: unknown) => boolean;

/**
 * A prepared condition: its facts by position, its operator looked up. Nodes of every kind have one
 * shape, so that one function runs them all; a closure per node took a quarter longer in
 * `npm run bench`.
 */
export interface ReadyCondition {
  readonly kind: "all" | "any" | "not" | "leaf";
  /** One for `not`, none for a leaf. */
  readonly children: readonly ReadyCondition[];
  readonly fact: FactId;
  readonly operator: OperatorId;
  readonly value: unknown;
  readonly position: number;
  /** The position of the fact that a leaf compares with; -1 if it compares with a value. */
  readonly other: number;
  readonly holds: Holds;
  readonly isOpenWhenEqual: boolean;
}

/** Returns what decides whether the operator of a leaf holds for two known values. */
export type HoldsOf = (leaf: FactCondition) => Holds;

const ownHolds: HoldsOf = ({ operator }) => describeOperator(operator).holds as Holds;

/**
 * Prepares a condition to be weighed. No code is generated.
 *
 * @param table - The facts that it may read.
 * @param holdsOf - Returns what decides a leaf, called in the order of the leaves; the operators' own
 * functions if not given.
 */
export function makeReady(
  condition: Condition,
  table: FactTable,
  holdsOf: HoldsOf = ownHolds,
): ReadyCondition {
  const group = (kind: ReadyCondition["kind"], children: readonly Condition[]): ReadyCondition => ({
    ...noLeaf,
    kind,
    children: children.map((child) => makeReady(child, table, holdsOf)),
  });
  if (hasOwn(condition, "all")) return group("all", condition.all);
  if (hasOwn(condition, "any")) return group("any", condition.any);
  if (hasOwn(condition, "not")) return group("not", [condition.not]);
  const { fact, operator, value } = condition;
  return {
    kind: "leaf",
    children: [],
    fact,
    operator,
    value,
    position: table.positionOf(fact)!,
    other: isFactReference(value) ? table.positionOf(value.fact)! : -1,
    holds: holdsOf(condition),
    isOpenWhenEqual: describeOperator(operator).isOpenWhenEqual === true,
  };
}

const noLeaf: ReadyCondition = {
  kind: "leaf",
  children: [],
  fact: "asOf",
  operator: "equal",
  value: "",
  position: -1,
  other: -1,
  holds: Object.is,
  isOpenWhenEqual: false,
};

/**
 * Compares a fact with a value. A fact that is known to be none compares false with everything; an
 * unknown fact on either side makes the result unknown; otherwise, the operator decides.
 */
function compare(
  actual: unknown,
  expected: unknown,
  { holds, isOpenWhenEqual }: ReadyCondition,
): Truth {
  if (actual === null || expected === null) return false;
  if (actual === undefined || expected === undefined) return "unknown";
  if (isOpenWhenEqual && actual === expected) return "unknown";
  return holds(actual, expected);
}

/**
 * Decides a condition, and stores it with its whole tree at a place in a list. Also returns the truth,
 * so that no node has to be read again.
 */
function weigh(
  condition: ReadyCondition,
  facts: Facts,
  results: ConditionResult[],
  place: number,
): Truth {
  const { kind, children } = condition;
  if (kind === "leaf") {
    const { fact, operator, value, position, other } = condition;
    const actual = facts[position];
    const compared = other === -1 ? value : facts[other];
    const expected = other === -1 ? value : expectedOf(value as FactReference, compared);
    const result = compare(actual, compared, condition);
    results[place] =
      actual === undefined
        ? { fact, operator, expected, result }
        : { fact, operator, expected, actual, result };
    return result;
  }
  const inner = room(children.length);
  if (kind === "all") {
    let result: Truth = true;
    for (let index = 0; index < children.length; index += 1)
      result = and(result, weigh(children[index]!, facts, inner, index));
    results[place] = { all: inner, result };
    return result;
  }
  if (kind === "any") {
    let result: Truth = false;
    for (let index = 0; index < children.length; index += 1)
      result = or(result, weigh(children[index]!, facts, inner, index));
    results[place] = { any: inner, result };
    return result;
  }
  const result = not(weigh(children[0]!, facts, inner, 0));
  results[place] = { not: inner[0]!, result };
  return result;
}

/** Returns a condition with its result. */
function treeOf(condition: ReadyCondition, facts: Facts): ConditionResult {
  const trees = room(1);
  weigh(condition, facts, trees, 0);
  return trees[0]!;
}

/** Creates a list with a place for each child to fill. */
function room(length: number): ConditionResult[] {
  // oxlint-disable-next-line unicorn/no-new-array -- a length
  return new Array<ConditionResult>(length);
}

/** What a leaf is compared with, as a result shows it: another fact comes with its value, if known. */
function expectedOf(value: FactReference, compared: unknown): unknown {
  return compared === undefined ? value : { fact: value.fact, value: compared };
}

/** Decides a condition without its tree, and stops as soon as it can. */
export function truthOf(condition: ReadyCondition, facts: Facts): Truth {
  const { kind, children } = condition;
  if (kind === "leaf") {
    const { value, position, other } = condition;
    return compare(facts[position], other === -1 ? value : facts[other], condition);
  }
  if (kind === "not") return not(truthOf(children[0]!, facts));
  const decisive = kind === "any";
  let truth: Truth = !decisive;
  for (let index = 0; index < children.length; index += 1) {
    const next = truthOf(children[index]!, facts);
    if (next === decisive) return next;
    if (next === "unknown") truth = "unknown";
  }
  return truth;
}

/** The prepared conditions of a rule. */
export interface ReadyRule {
  readonly conditions: ReadyCondition;
  readonly dueWhen: ReadyCondition | undefined;
  readonly appliesWhen: ReadyCondition | undefined;
}

export function readyRule(
  { conditions, dueWhen, appliesWhen }: Rule<string>,
  table: FactTable,
  holdsOf?: (part: keyof ReadyRule) => HoldsOf,
): ReadyRule {
  return {
    conditions: makeReady(conditions, table, holdsOf?.("conditions")),
    dueWhen: dueWhen && makeReady(dueWhen, table, holdsOf?.("dueWhen")),
    appliesWhen: appliesWhen && makeReady(appliesWhen, table, holdsOf?.("appliesWhen")),
  };
}

/** Weighs every condition of a rule. */
export function weighRule(
  { conditions, dueWhen, appliesWhen }: ReadyRule,
  facts: Facts,
): RuleResult {
  return {
    conditions: treeOf(conditions, facts),
    dueWhen: dueWhen && treeOf(dueWhen, facts),
    appliesWhen: appliesWhen && treeOf(appliesWhen, facts),
  };
}
