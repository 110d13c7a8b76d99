import type { ConditionResult } from "../engine/condition-result.ts";
import type { ReadyCondition, ReadyRule } from "../engine/weigh.ts";
import type { RuleResult } from "../engine/rule-result.ts";
import { type Facts, originsToAsk } from "../facts/facts.ts";

/** Inserts a position into an ascending list, unless the list already contains it. */
export function insert(positions: number[], position: number): void {
  let place = positions.length;
  while (place > 0 && positions[place - 1]! > position) place -= 1;
  if (place > 0 && positions[place - 1] === position) return;
  positions.push(position);
  for (let index = positions.length - 1; index > place; index -= 1)
    positions[index] = positions[index - 1]!;
  positions[place] = position;
}

/** Adds what to ask for an unknown fact: the fact itself or, for a derived one, what it lacks. */
function add(missing: number[], position: number, facts: Facts): void {
  if (facts[position] !== undefined) return;
  const origins = originsToAsk(position);
  if (origins === undefined) insert(missing, position);
  else for (const origin of origins) add(missing, origin, facts);
}

/** Adds what the unknown leaves of an undecided condition read; decided branches need nothing. */
function collect(
  missing: number[],
  condition: ReadyCondition,
  node: ConditionResult,
  facts: Facts,
): void {
  if (node.result !== "unknown") return;
  const { kind, children, position, other } = condition;
  if (kind === "leaf") {
    add(missing, position, facts);
    if (other !== -1) add(missing, other, facts);
    return;
  }
  if (kind === "not") collect(missing, children[0]!, (node as Not).not, facts);
  else {
    const results = kind === "all" ? (node as All).all : (node as Any).any;
    for (let index = 0; index < children.length; index += 1)
      collect(missing, children[index]!, results[index]!, facts);
  }
}

type All = Extract<ConditionResult, { all: unknown }>;
type Any = Extract<ConditionResult, { any: unknown }>;
type Not = Extract<ConditionResult, { not: unknown }>;

/**
 * What to ask to decide undecided conditions: positions of facts of the profile, in fact order. Empty
 * if every fact is known and the result still open, as with two events on one day.
 */
export function missingFacts(
  rule: ReadyRule,
  { conditions, dueWhen, appliesWhen }: RuleResult,
  facts: Facts,
): number[] {
  const missing: number[] = [];
  collect(missing, rule.conditions, conditions, facts);
  if (dueWhen !== undefined) collect(missing, rule.dueWhen!, dueWhen, facts);
  if (appliesWhen !== undefined) collect(missing, rule.appliesWhen!, appliesWhen, facts);
  return missing;
}
