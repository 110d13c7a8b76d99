import type { ConditionResult } from "../engine/condition-result.ts";
import type { RuleResult } from "../engine/rule-result.ts";
import { type Facts, factsToAsk } from "../facts/facts.ts";
import { type FactId, compareFacts } from "../schema/facts.ts";
import { isFactReference } from "../schema/rule.ts";

function add(missing: FactId[], fact: FactId, facts: Facts): void {
  if (facts[fact] !== undefined) return;
  for (const asked of factsToAsk(fact, facts)) if (!missing.includes(asked)) missing.push(asked);
}

/** Adds what the unknown leaves of an undecided condition read; decided branches need nothing. */
function collect(missing: FactId[], result: ConditionResult, facts: Facts): void {
  if (result.result !== "unknown") return;
  if ("all" in result) for (const child of result.all) collect(missing, child, facts);
  else if ("any" in result) for (const child of result.any) collect(missing, child, facts);
  else if ("not" in result) collect(missing, result.not, facts);
  else {
    add(missing, result.fact, facts);
    if (isFactReference(result.expected)) add(missing, result.expected.fact, facts);
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
  const missing: FactId[] = [];
  collect(missing, conditions, facts);
  if (dueWhen !== undefined) collect(missing, dueWhen, facts);
  if (appliesWhen !== undefined) collect(missing, appliesWhen, facts);
  return missing.sort(compareFacts);
}
