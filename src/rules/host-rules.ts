import { InvalidRuleError } from "../errors.ts";
import { parseRules } from "../schema/options.ts";
import { type Rule, overlap } from "../schema/rule.ts";
import { rules as packageRules } from "./catalogue.ts";
import { precedenceIssues } from "./precedence.ts";

const ours: ReadonlySet<unknown> = new Set(packageRules);

/** Whether a rule is one of the package's own, and not a copy. */
export function isOurs(rule: unknown): boolean {
  return ours.has(rule);
}

/** Two rules of a host with one id in one track and period: which one holds would be chance. */
function refuseTwins(rules: readonly Rule<string>[]): void {
  const issues = rules.flatMap((rule, index) => {
    const isTwin = (other: Rule<string>): boolean =>
      !isOurs(other) && other.id === rule.id && overlap(other, rule);
    if (isOurs(rule) || !rules.slice(0, index).some(isTwin)) return [];
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

/** What tells two rules apart: ours are frozen and stand for themselves; a host may change its own. */
function fingerprint(rule: unknown): unknown {
  if (isOurs(rule)) return rule;
  try {
    return JSON.stringify(rule);
  } catch {
    return Symbol("no JSON");
  }
}

let last: { prints: unknown[]; rules: readonly Rule<string>[] } | undefined;

/**
 * Reads the rules a host hands over. The list read last is remembered, so that a host that evaluates
 * many profiles has its rules checked, and made ready, once.
 *
 * @returns A list that is the same for the same rules, copies of the host's own in it.
 * @throws {@link InvalidRuleError}, listing every problem.
 */
export function readRules(input: readonly unknown[]): readonly Rule<string>[] {
  const prints = input.map(fingerprint);
  const isKnown =
    last?.prints.length === prints.length && last.prints.every((print, i) => print === prints[i]);
  if (isKnown) return last!.rules;
  const rules = parseRules(input, isOurs);
  refuseTwins(rules);
  refuseDisorder(rules);
  last = { prints, rules };
  return rules;
}
