import editionsFile from "../../rules/editions.json" with { type: "json" };
import order from "../../rules/order.json" with { type: "json" };

const items = (ids: readonly string[]): string => ids.map((id) => `\n  "${id}",`).join("");

/** A union of ids, one on each line. */
export const union = (ids: readonly string[]): string => ids.map((id) => `\n  | "${id}"`).join("");

/**
 * The module that types the ids of rules and editions. TypeDoc shows a union only where it is written
 * out, and the list is needed at run time.
 */
export function renderIds(): string {
  const editions = editionsFile.editions.map(({ id }) => id);
  return `// Written by \`npm test -- -u\` from rules/order.json and rules/editions.json. Do not edit.

/**
 * The id of every rule of the package, in report order: what a partner can check first, then the
 * procedure. The same list is in \`csp-direct-bill-rules/rules/order.json\`.
 *
 * @category Rules
 */
export const ruleIds = [${items(order)}\n] as const satisfies readonly RuleId[];

/**
 * The id of a rule of the package, which is also its file name in \`rules/\`.
 *
 * @category Rules
 */
export type RuleId =${union(order)};

export const editionIds = [${items(editions)}\n] as const satisfies readonly EditionId[];

/**
 * The id of an edition: the date it starts on.
 *
 * @category Rules
 */
export type EditionId =${union(editions)};
`;
}
