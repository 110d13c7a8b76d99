import type { RuleId } from "../rule/ids.ts";
import type { Rule, RuleFile, RuleVersion } from "../rule/rule.ts";
import { deepFreeze } from "./deep-freeze.ts";
import resolved from "./resolved-rules.json" with { type: "json" };

// Written by `npm test -- -u` from rules/; the tests check every file against ruleFileSchema.
// TypeScript reads JSON with widened types.
const files = resolved as unknown as readonly (RuleFile & { id: RuleId })[];

/**
 * Every rule of every edition, in report order, deeply frozen. A rule with a history appears once per
 * version. The same data, one file per rule, is in `csp-direct-bill-rules/rules/*.json`.
 *
 * @example
 * ```ts
 * rules[0]?.id; //=> "partner-id"
 * rules.filter(({ id }) => id === "managed-service").map(({ from, kind }) => [from, kind]);
 * //=> [["2018-08-31", "requirement"], ["2018-08-31", "requirement"], ["2020-10-27", "recommendation"]]
 * ```
 *
 * @category Rules
 */
export const rules: readonly Rule[] = deepFreeze(
  files.flatMap(({ id, title, after, versions }) =>
    versions.map((version: RuleVersion): Rule => ({
      id,
      title,
      ...(after && { after }),
      ...version,
    })),
  ),
);
