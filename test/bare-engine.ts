import { describeOperator, operatorIds } from "../src/rule/operators.ts";
import { Engine } from "json-rules-engine";

import type { Condition, ConditionResult, Rule } from "../src/index.ts";
import { type RuleResult, ruleParts } from "../src/engine/rule-result.ts";
import { type Facts, completeFacts } from "../src/facts/facts.ts";
import { factsInRules } from "../src/rule/facts-in-conditions.ts";
import { readProfile } from "../src/profile/read-profile.ts";

/** One of the conditions of a rule: what meets it, when it is due, for whom it is. */
export interface Part {
  name: string;
  conditions: Condition;
  /** What it came to here, of the results of all rules. */
  resultIn: (results: readonly RuleResult[]) => ConditionResult;
}

/** Every condition of the rules, also when they are due and for whom they are. */
export function partsOf(rules: readonly Rule<string>[]): Part[] {
  return rules.flatMap((rule, index) =>
    ruleParts.flatMap((part) => {
      const conditions = rule[part];
      if (conditions === undefined) return [];
      const resultIn: Part["resultIn"] = (results) => results[index]![part]!;
      return [{ name: `${rule.id} ${part}`, conditions, resultIn }];
    }),
  );
}

/** Conditions on json-rules-engine as its documentation has it, with the date operators. */
export function bareEngine(parts: readonly Part[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  // json-rules-engine has `in` and `notIn`; of the rest, it knows what it is told.
  for (const id of operatorIds) {
    const { isAdded, holds } = describeOperator(id);
    if (isAdded && id !== "in" && id !== "notIn") engine.addOperator(id, holds);
  }
  for (const { name, conditions } of parts) {
    engine.addRule({ name, conditions: conditions as never, event: { type: name } });
  }
  return engine;
}

/** The facts of a profile that rules read. */
export function factsOf(profile: unknown, asOf: string, rules: readonly Rule<string>[]): Facts {
  return completeFacts(readProfile(profile).stated, { asOf, read: factsInRules(rules) });
}
