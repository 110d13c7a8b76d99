import type { ConditionResult } from "../engine/condition-result.ts";
import type { RuleResult } from "../engine/rule-result.ts";
import { type Facts, originsToAsk } from "../facts/facts.ts";
import { type FactId, factIds, positionOf } from "../schema/facts.ts";
import { isFactReference } from "../schema/rule.ts";

/** Puts a position where it belongs in an ascending list, once. */
function insert(positions: number[], position: number): void {
  if (positions.includes(position)) return;
  let index = positions.length;
  for (; index > 0 && positions[index - 1]! > position; index -= 1) {
    positions[index] = positions[index - 1]!;
  }
  positions[index] = position;
}

/** Adds what to ask for an unknown fact: the fact itself, or what keeps a derived one from being known. */
function add(missing: number[], position: number, facts: Facts): void {
  if (facts[position] !== undefined) return;
  const origins = originsToAsk(position);
  if (origins === undefined) insert(missing, position);
  else for (const origin of origins) add(missing, origin, facts);
}

/** A node of a condition with its result, of whichever kind. */
interface Node {
  result: ConditionResult["result"];
  all?: Node[];
  any?: Node[];
  not?: Node;
  fact?: FactId;
  expected?: unknown;
}

/** Adds what the unknown leaves of an undecided condition read; decided branches need nothing. */
function collect(missing: number[], node: Node, facts: Facts): void {
  if (node.result !== "unknown") return;
  const children = node.all ?? node.any;
  if (children !== undefined) for (const child of children) collect(missing, child, facts);
  else if (node.fact === undefined) collect(missing, node.not!, facts);
  else {
    add(missing, positionOf(node.fact), facts);
    if (isFactReference(node.expected)) add(missing, positionOf(node.expected.fact), facts);
  }
}

/**
 * What to ask so that undecided conditions can be decided: facts of the profile, in fact order. Empty
 * where all is known and still open, as with two events on one day.
 */
export function missingFacts(
  { conditions, dueWhen, appliesWhen }: RuleResult,
  facts: Facts,
): FactId[] {
  const missing: number[] = [];
  collect(missing, conditions as Node, facts);
  if (dueWhen !== undefined) collect(missing, dueWhen as Node, facts);
  if (appliesWhen !== undefined) collect(missing, appliesWhen as Node, facts);
  return missing.map((position) => factIds[position]!);
}
