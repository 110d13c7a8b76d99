import type { FactTable } from "../facts/fact-table.ts";
import { InvalidRuleError, type Issue } from "../input/errors.ts";
import { issuesOf } from "../input/issues.ts";
import { copyOwnProperties, isRecord, tooDeep } from "../input/own-properties.ts";
import { copyPlain, isDeepFrozen, isSamePlain } from "../input/plain-data.ts";
import { memoize, memoizeLast } from "../memoize.ts";
import { type Rule, overlap } from "../rule/rule.ts";
import { ruleSchemaFor } from "../rule/rule-schema.ts";
import { rules as packageRules } from "./catalogue.ts";
import { precedenceIssues } from "./precedence.ts";

const ours: ReadonlySet<unknown> = new Set(packageRules);

/** Whether a rule is one of the package's own, not a copy. */
export function isPackageRule(rule: unknown): boolean {
  return ours.has(rule);
}

/** Some 30 groups of conditions in each other. */
const deepestRule = 64;

/**
 * Checks and copies each rule except the package's own. A copy has nothing but what the rule states:
 * a property of a polluted `Object.prototype` is no part of it.
 */
function parseRules(input: readonly unknown[], table: FactTable): Rule<string>[] {
  const issues: Issue[] = [];
  const schema = ruleSchemaFor(table);
  const parsed = itemsOf(input).map((rule, index) => {
    if (isPackageRule(rule)) return rule;
    const stated = copyOwnProperties(rule, deepestRule, tooDeep);
    const result = schema.safeParse(stated, { reportInput: true });
    if (!result.success) issues.push(...named(issuesOf(result.error, ["rules", index]), stated));
    return copyOwnProperties(result.data, deepestRule);
  });
  if (issues.length > 0) throw new InvalidRuleError(issues);
  return parsed as Rule<string>[];
}

/** The items of a list, whatever its prototype says; what cannot be read is no rule. */
function itemsOf(list: readonly unknown[]): unknown[] {
  const items = copyOwnProperties(list, 1);
  if (Array.isArray(items)) return items;
  const message = "Expected data; reading it fails";
  throw new InvalidRuleError([
    { path: "rules", message, code: "wrong-type", values: { expected: "array" } },
  ]);
}

/** The issues of a rule with its id, if it has one. */
function named(issues: Issue[], rule: unknown): Issue[] {
  const id = isRecord(rule) ? rule["id"] : undefined;
  return typeof id === "string" ? issues.map((issue) => ({ ...issue, ruleId: id })) : issues;
}

/** Rejects two host rules with one id in one track and period: which one applies would be arbitrary. */
function refuseDuplicates(rules: readonly Rule<string>[]): void {
  const issues = rules.flatMap((rule, index): Issue[] => {
    const isDuplicate = (other: Rule<string>): boolean =>
      !isPackageRule(other) && other.id === rule.id && overlap(other, rule);
    if (isPackageRule(rule) || !rules.slice(0, index).some(isDuplicate)) return [];
    const message = `Rule "${rule.id}" is given twice for the same track and days`;
    return [
      {
        path: `rules.${index}.id`,
        message,
        code: "duplicate",
        values: { id: rule.id },
        ruleId: rule.id,
      },
    ];
  });
  if (issues.length > 0) throw new InvalidRuleError(issues);
}

/** Rejects host rules that come after a rule that does not exist, or after themselves. */
function refuseDisorder(rules: readonly Rule<string>[]): void {
  const issues = precedenceIssues(rules, packageRules);
  if (issues.length > 0)
    throw new InvalidRuleError(issues.map((issue) => ({ ...issue, path: `rules.${issue.path}` })));
}

/** A rule as it is kept to be recognized: a frozen one identifies itself; any other may change. */
function copyOf(rule: unknown): unknown {
  return isDeepFrozen(rule) ? rule : copyPlain(rule);
}

function isSameRule(rule: unknown, copy: unknown): boolean {
  return rule === copy || isSamePlain(rule, copy);
}

type Rules = readonly Rule<string>[];

function read(input: readonly unknown[], table: FactTable): Rules {
  const rules = parseRules(input, table);
  refuseDuplicates(rules);
  refuseDisorder(rules);
  return rules;
}

/** What reads the rules of hosts that declare the same facts: frozen lists once, and the last other list. */
const readersFor = memoize((table: FactTable) => ({
  frozen: memoize((input: readonly unknown[]) => read(input, table)),
  changeable: memoizeLast(
    (input: readonly unknown[]) => read(input, table),
    // What is not plain data could change unseen; copying it throws, and the rules are checked again.
    (input: readonly unknown[]) => input.map(copyOf),
    (input, kept) =>
      input.length === kept.length && input.every((rule, index) => isSameRule(rule, kept[index])),
  ),
}));

/**
 * Reads the rules that a host passes. A frozen list is checked and prepared only once, and so is
 * any other while it stays the same and no other comes between.
 *
 * @param table - The facts that they may read.
 * @returns The same list for the same rules, with copies of the host's own.
 * @throws {@link InvalidRuleError}, listing every problem.
 */
export function readHostRules(input: readonly unknown[], table: FactTable): Rules {
  const { frozen, changeable } = readersFor(table);
  return isDeepFrozen(input) ? frozen(input) : changeable(input);
}
