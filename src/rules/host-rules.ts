import { InvalidRuleError, type Issue } from "../input/errors.ts";
import { issuesOf } from "../input/issues.ts";
import { isPlainObject } from "../input/own-properties.ts";
import { memoizeLast } from "../memoize.ts";
import { type Rule, overlap } from "../rule/rule.ts";
import { ruleSchema } from "../rule/rule-schema.ts";
import { rules as packageRules } from "./catalogue.ts";
import { precedenceIssues } from "./precedence.ts";

const ours: ReadonlySet<unknown> = new Set(packageRules);

/** Whether a rule is one of the package's own, not a copy. */
export function isPackageRule(rule: unknown): boolean {
  return ours.has(rule);
}

/** Checks and copies each rule except the package's own. */
function parseRules(input: readonly unknown[]): Rule<string>[] {
  const issues: Issue[] = [];
  const parsed = input.map((rule, index) => {
    if (isPackageRule(rule)) return rule as Rule<string>;
    const result = ruleSchema.safeParse(rule, { reportInput: true });
    if (!result.success) issues.push(...issuesOf(result.error, ["rules", index]));
    return result.data;
  });
  if (issues.length > 0) throw new InvalidRuleError(issues);
  return parsed as Rule<string>[];
}

/** Rejects two host rules with one id in one track and period: which one applies would be arbitrary. */
function refuseDuplicates(rules: readonly Rule<string>[]): void {
  const issues = rules.flatMap((rule, index) => {
    const isDuplicate = (other: Rule<string>): boolean =>
      !isPackageRule(other) && other.id === rule.id && overlap(other, rule);
    if (isPackageRule(rule) || !rules.slice(0, index).some(isDuplicate)) return [];
    const message = `Rule "${rule.id}" is given twice for the same track and days`;
    return [{ path: `rules.${index}.id`, message }];
  });
  if (issues.length > 0) throw new InvalidRuleError(issues);
}

/** Rejects host rules that come after a rule that does not exist, or after themselves. */
function refuseDisorder(rules: readonly Rule<string>[]): void {
  const issues = precedenceIssues(rules, packageRules);
  if (issues.length > 0)
    throw new InvalidRuleError(
      issues.map(({ path, message }) => ({ path: `rules.${path}`, message })),
    );
}

/** Identifies a rule: the package's own are frozen and identify themselves; a host's may change. */
function fingerprint(rule: unknown): unknown {
  if (isPackageRule(rule)) return rule;
  try {
    return JSON.stringify(rule, refuseUnusual);
  } catch {
    // Nothing equals it, so the rule is checked again.
    return Symbol("no plain JSON");
  }
}

/** Lets only through what JSON shows as it is: a value that it leaves out or converts would go unseen. */
function refuseUnusual(_key: string, value: unknown): unknown {
  const isPlain =
    value === null ||
    ["boolean", "string"].includes(typeof value) ||
    Number.isFinite(value) ||
    Array.isArray(value) ||
    isPlainObject(value);
  if (!isPlain) throw new TypeError("not plain JSON");
  return value;
}

const readPrinted = memoizeLast(
  ({ input }: { input: readonly unknown[]; prints: readonly unknown[] }) => {
    const rules = parseRules(input);
    refuseDuplicates(rules);
    refuseDisorder(rules);
    return rules as readonly Rule<string>[];
  },
  ({ prints }) => prints,
  ({ prints }, kept) =>
    prints.length === kept.length && prints.every((print, index) => print === kept[index]),
);

/**
 * Reads the rules that a host passes. The last list is kept, so that a host that evaluates many
 * profiles has its rules checked and prepared only once.
 *
 * @returns The same list for the same rules, with copies of the host's own.
 * @throws {@link InvalidRuleError}, listing every problem.
 */
export function readHostRules(input: readonly unknown[]): readonly Rule<string>[] {
  return readPrinted({ input, prints: input.map(fingerprint) });
}
