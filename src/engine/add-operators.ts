import type { Engine } from "json-rules-engine";

import { describeOperator, operatorIds } from "../rule/operators.ts";

/**
 * Adds the operators that json-rules-engine lacks, and replaces its `in` and `notIn`, which throw and
 * end the whole run if the list is an unknown fact.
 */
export function addOperators(engine: Engine): void {
  for (const id of operatorIds) {
    const { isAdded, holds } = describeOperator(id);
    if (isAdded) engine.addOperator(id, holds);
  }
}
