import type { Engine } from "json-rules-engine";

/**
 * Adds the date operators, and guards `in` and `notIn`: those of json-rules-engine throw, and end the
 * whole run, where the list is an unknown fact.
 */
export function addOperators(engine: Engine): void {
  engine.addOperator("onOrBefore", (actual: string, expected: string) => actual <= expected);
  engine.addOperator("onOrAfter", (actual: string, expected: string) => actual >= expected);
  engine.addOperator("later", (actual: string, expected: string) => actual > expected);
  engine.addOperator(
    "in",
    (actual: unknown, expected: unknown) => Array.isArray(expected) && expected.includes(actual),
  );
  engine.addOperator(
    "notIn",
    (actual: unknown, expected: unknown) => Array.isArray(expected) && !expected.includes(actual),
  );
}
