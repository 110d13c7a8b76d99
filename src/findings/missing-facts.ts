import type { ConditionResult } from "../engine/condition-result.ts";
import { type Facts, factsToAsk } from "../facts/facts.ts";
import { type FactId, factIds } from "../schema/facts.ts";
import { isFactReference } from "../schema/rule.ts";

/** The unknown facts that the leaves of an undecided condition read; decided branches need none. */
function unknownFacts(result: ConditionResult, facts: Facts): FactId[] {
  if (result.result !== "unknown") return [];
  if ("all" in result) return result.all.flatMap((child) => unknownFacts(child, facts));
  if ("any" in result) return result.any.flatMap((child) => unknownFacts(child, facts));
  if ("not" in result) return unknownFacts(result.not, facts);
  const read = isFactReference(result.expected)
    ? [result.fact, result.expected.fact]
    : [result.fact];
  return read.filter((fact) => facts[fact] === undefined);
}

/**
 * What to ask so that undecided conditions can be decided: facts of the profile, in fact order. Empty
 * where all is known and still open, as with two events on one day.
 */
export function missingFacts(results: readonly ConditionResult[], facts: Facts): FactId[] {
  const missing = new Set(
    results
      .flatMap((result) => unknownFacts(result, facts))
      .flatMap((fact) => factsToAsk(fact, facts)),
  );
  return factIds.filter((fact) => missing.has(fact));
}
