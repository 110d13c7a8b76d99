import { InvalidRuleError, type Issue } from "../input/errors.ts";
import { issuesOf } from "../input/issues.ts";
import { memoizeLast } from "../memoize.ts";
import { type Rule, overlap } from "../rule/rule.ts";
import { ruleSchema } from "../rule/rule-schema.ts";
import { rules as packageRules } from "./catalogue.ts";
import { precedenceIssues } from "./precedence.ts";

const ours: ReadonlySet<unknown> = new Set(packageRules);

/** Whether a rule is one of the package's own, and not a copy. */
export function isPackageRule(rule: unknown): boolean {
  return ours.has(rule);
}

/** Checks each rule but ours, and copies it. */
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

/** Two rules of a host with one id in one track and period: which one holds would be chance. */
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

/** Rules of a host that come after what does not exist, or after themselves. */
function refuseDisorder(rules: readonly Rule<string>[]): void {
  const issues = precedenceIssues(rules, packageRules);
  if (issues.length > 0)
    throw new InvalidRuleError(
      issues.map(({ path, message }) => ({ path: `rules.${path}`, message })),
    );
}

/** What tells two rules apart: ours are frozen and identify themselves; a host may change its own. */
function fingerprint(rule: unknown): unknown {
  if (isPackageRule(rule)) return rule;
  try {
    return JSON.stringify(rule);
  } catch {
    return Symbol("no JSON");
  }
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
 * Reads the rules a host hands over. The last list read is kept, so that a host that evaluates many
 * profiles has its rules checked, and made ready, once.
 *
 * @returns A list that is the same for the same rules, copies of the host's own in it.
 * @throws {@link InvalidRuleError}, listing every problem.
 */
export function readHostRules(input: readonly unknown[]): readonly Rule<string>[] {
  return readPrinted({ input, prints: input.map(fingerprint) });
}
