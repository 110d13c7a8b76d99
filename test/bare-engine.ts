import { Engine } from "json-rules-engine";

import type { Rule } from "../src/index.ts";

/** The conditions of rules on json-rules-engine as its documentation has it, with the date operators. */
export function bareEngine(rules: readonly Rule<string>[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator("onOrBefore", (a: string, b: string) => a <= b);
  engine.addOperator("onOrAfter", (a: string, b: string) => a >= b);
  engine.addOperator("later", (a: string, b: string) => a > b);
  for (const { id, conditions } of rules) {
    engine.addRule({ name: id, conditions: conditions as never, event: { type: id } });
  }
  return engine;
}
