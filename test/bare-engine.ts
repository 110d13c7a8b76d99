import { Engine } from "json-rules-engine";

import type { Condition, Rule } from "../src/index.ts";
import { type RuleResult, ruleParts } from "../src/engine/rule-result.ts";
import { complete, knownFacts } from "../src/facts/facts.ts";
import { readProfile } from "../src/schema/profile-schema.ts";

/** One of the conditions of a rule: what meets it, when it is due, for whom it is. */
export interface Part {
  name: string;
  conditions: Condition;
}

/** Every condition of the rules, also when they are due and for whom they are. */
export function partsOf(rules: readonly Rule<string>[]): Part[] {
  return rules.flatMap((rule) =>
    ruleParts.flatMap((part) => {
      const conditions = rule[part];
      return conditions === undefined ? [] : [{ name: `${rule.id} ${part}`, conditions }];
    }),
  );
}

/** What the parts came to here: true, false, or unknown. */
export function truthsOf(
  rules: readonly Rule<string>[],
  results: readonly RuleResult[],
): Map<string, boolean | "unknown"> {
  const truths = new Map<string, boolean | "unknown">();
  for (const [index, rule] of rules.entries()) {
    for (const part of ruleParts) {
      const condition = results[index]![part];
      if (condition !== undefined) truths.set(`${rule.id} ${part}`, condition.result);
    }
  }
  return truths;
}

/** Conditions on json-rules-engine as its documentation has it, with the date operators. */
export function bareEngine(parts: readonly Part[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator("onOrBefore", (a: string, b: string) => a <= b);
  engine.addOperator("onOrAfter", (a: string, b: string) => a >= b);
  engine.addOperator("later", (a: string, b: string) => a > b);
  for (const { name, conditions } of parts) {
    engine.addRule({ name, conditions: conditions as never, event: { type: name } });
  }
  return engine;
}

/** The facts of a profile, by id, made ready for an engine. */
export function readyFacts(
  profile: unknown,
  asOf: string,
  rules: readonly Rule<string>[],
): Record<string, unknown> {
  return knownFacts(complete(readProfile(profile).facts, { asOf, rules }));
}
