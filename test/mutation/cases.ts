import { isDeepStrictEqual } from "node:util";

import { type Rule, rulesInForce } from "../../src/index.ts";
import { runRulesSync } from "../../src/engine/run-rules-sync.ts";
import { type Facts, completeFacts } from "../../src/facts/facts.ts";
import { findingsOf } from "../../src/findings/finding.ts";
import { factsInRules } from "../../src/rule/facts-in-conditions.ts";
import { readProfile } from "../../src/profile/read-profile.ts";
import { type Case, caseFiles, comparisonOf } from "../case-files.ts";
import { ownFacts } from "../../src/facts/fact-table.ts";

/** A case of one version of a rule, with the facts that the rule reads. */
export interface PreparedCase {
  readonly stated: Case;
  readonly facts: Facts;
}

/** The cases that a version of a rule answers. A mutant of it reads no other facts. */
export function casesOf(rule: Rule): PreparedCase[] {
  const read = factsInRules([rule]);
  const { cases } = caseFiles.find(({ ruleId }) => ruleId === rule.id)!;
  return cases
    .filter(({ asOf, track }) => rulesInForce({ asOf, track }).includes(rule))
    .map((stated) => {
      const facts = readProfile(stated.profile).stated;
      return { stated, facts: completeFacts(facts, { asOf: stated.asOf, read }) };
    });
}

/**
 * The first case that fails with a version of a rule.
 *
 * @param mutated - The version that is run, mutated or not.
 * @param rule - The version whose words the cases expect.
 */
export function failingCase(
  mutated: Rule,
  rule: Rule,
  cases: readonly PreparedCase[],
): PreparedCase | undefined {
  return cases.find(({ stated, facts }) => {
    const set = { track: stated.track, rules: [mutated], table: ownFacts };
    const { findings } = findingsOf(set, runRulesSync(set, facts), facts);
    return !isDeepStrictEqual(...comparisonOf(stated, rule, findings[0]!));
  });
}
