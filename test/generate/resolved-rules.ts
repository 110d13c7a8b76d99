import { readFileSync } from "node:fs";

import order from "../../rules/order.json" with { type: "json" };
import { resolveRule } from "../../rules/resolve/resolve-rule.ts";
import {
  type Shared,
  type WrittenRule,
  conditionsFileSchema,
  textsFileSchema,
  writtenRuleSchema,
} from "../../rules/resolve/written-rule.ts";

// From the folder of the project, where npm runs scripts.
const readJson = (name: string): unknown => JSON.parse(readFileSync(`rules/${name}`, "utf8"));

/** What the rules share. */
export const shared: Shared = {
  conditions: conditionsFileSchema.parse(readJson("conditions.json")),
  texts: textsFileSchema.parse(readJson("texts.json")),
};

/** The file of a rule, as it is written. */
export function readWrittenRule(id: string): WrittenRule {
  return writtenRuleSchema.parse(readJson(`${id}.json`));
}

/** The module data of every rule as hosts read it, in report order. */
export function renderResolvedRules(): string {
  return JSON.stringify(order.map((id) => resolveRule(readWrittenRule(id), shared)));
}
