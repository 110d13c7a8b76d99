import type { FactTable } from "../facts/fact-table.ts";
import { mostIssues } from "../input/bounded.ts";
import { beginCopying, copyWhole } from "../input/copy-whole.ts";
import { InvalidRuleError, type Issue } from "../input/errors.ts";
import { issuesOf } from "../input/issues.ts";
import { copyOwnProperties, isRecord, readingFails } from "../input/own-properties.ts";
import { isDeepFrozen, isSamePlain } from "../input/plain-data.ts";
import { memoize, memoizeLast } from "../memoize.ts";
import { type Rule, overlap } from "../rule/rule.ts";
import { ruleSchemaFor } from "../rule/rule-schema.ts";
import { rules as packageRules } from "./catalogue.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { precedenceIssues } from "./precedence.ts";

const ours: ReadonlySet<unknown> = new Set(packageRules);

/** Whether a rule is one of the package's own, not a copy. */
export function isPackageRule(rule: unknown): boolean {
  return ours.has(rule);
}

/** About 125 groups of conditions in each other, each of which takes two levels. */
const deepestRule = 256;

/** A frozen rule cannot change: it is recognized by itself. */
function isKept(rule: unknown): boolean {
  return isPackageRule(rule) || isDeepFrozen(rule);
}

/**
 * What a list states, each part read once: a rule that changes while it is read, or a property of a
 * polluted `Object.prototype`, is no part of it. Rules that are kept are in it as they are.
 */
function statedIn(input: readonly unknown[]): unknown[] {
  const copying = beginCopying();
  const items = copyOwnProperties(input, 1);
  if (!Array.isArray(items)) throw new InvalidRuleError([noList]);
  const stated = items.map((rule, index) =>
    isKept(rule) ? (rule as unknown) : copyWhole(rule, deepestRule, ["rules", index], copying),
  );
  if (copying.refused.length > 0) throw new InvalidRuleError(copying.refused);
  return stated;
}

const noList: Issue = {
  path: "rules",
  message: readingFails,
  code: "wrong-type",
  values: { expected: "array" },
};

/** Checks and copies each rule except the package's own. */
function parseRules(stated: readonly unknown[], table: FactTable): Rule<string>[] {
  const issues: Issue[] = [];
  const copying = beginCopying();
  const schema = ruleSchemaFor(table);
  const parsed = stated.map((rule, index) => {
    if (isPackageRule(rule)) return rule;
    // A frozen rule may be too large, too, and has the prototype that others can pollute.
    const own = copyWhole(rule, deepestRule, ["rules", index], copying);
    if (copying.refused.length > 0 || issues.length > mostIssues) return undefined;
    const result = schema.safeParse(own, { reportInput: true });
    if (!result.success)
      for (const issue of named(issuesOf(result.error, ["rules", index]), own)) issues.push(issue);
    return result.data && ownRule(result.data);
  });
  const problems = [...copying.refused, ...issues];
  if (problems.length > 0) throw new InvalidRuleError(problems);
  return parsed as Rule<string>[];
}

/** A rule that nobody can change, and that has no `until` but its own. */
function ownRule(rule: Rule<string>): Rule<string> {
  const { variants } = rule;
  const own = { ...rule, ...(variants && { variants: variants.map(withoutPrototype) }) };
  return deepFreeze(withoutPrototype(own));
}

function withoutPrototype<Fields extends object>(fields: Fields): Fields {
  return Object.assign(Object.create(null), fields) as Fields;
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

type Rules = readonly Rule<string>[];

function read(stated: readonly unknown[], table: FactTable): Rules {
  const rules = parseRules(stated, table);
  refuseDuplicates(rules);
  refuseDisorder(rules);
  return rules;
}

/** Whether a list states what was copied; what is no plain data, such as a `Date`, could change unseen. */
function isSameList(input: readonly unknown[], kept: readonly unknown[]): boolean {
  if (input.length !== kept.length) return false;
  return kept.every((rule, index) => rule === input[index] || isSamePlain(input[index], rule));
}

/** What reads the rules of hosts that declare the same facts: frozen lists once, and the last other list. */
const readersFor = memoize((table: FactTable) => ({
  frozen: memoize((input: readonly unknown[]) => read(input, table)),
  changeable: memoizeLast(
    (stated: readonly unknown[]) => read(stated, table),
    statedIn,
    isSameList,
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
