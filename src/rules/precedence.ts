import type { Issue } from "../input/errors.ts";
import { memoize } from "../memoize.ts";
import type { Rule } from "../rule/rule.ts";

type Ordered = Pick<Rule<string>, "id" | "after">;

/** Every id that can be reached through `after`, unordered; the rule's own only if it is in a cycle. */
function reachedFrom(rule: Ordered, known: ReadonlyMap<string, Ordered>): ReadonlySet<string> {
  const reached = new Set<string>();
  const toVisit = [...(rule.after ?? [])];
  for (let id = toVisit.pop(); id !== undefined; id = toVisit.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    toVisit.push(...(known.get(id)?.after ?? []));
  }
  return reached;
}

function byId(rules: readonly Ordered[]): ReadonlyMap<string, Ordered> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

function unknownRule(rule: Ordered, path: string, id: string): Issue {
  const message = `Unknown rule ${JSON.stringify(id)}`;
  return { path, message, code: "unknown-value", values: { value: id }, ruleId: rule.id };
}

/**
 * Finds problems in the order of rules: a rule that comes after one that does not exist, or after
 * itself.
 *
 * @param known - The rules that `after` may name.
 * @returns One issue per problem; its path starts at the index of the rule.
 */
export function precedenceIssues(rules: readonly Ordered[], known: readonly Ordered[]): Issue[] {
  const all = byId([...known, ...rules]);
  return rules.flatMap((rule, index): Issue[] => {
    const strangers = (rule.after ?? []).flatMap((id, place): Issue[] =>
      all.has(id) ? [] : [unknownRule(rule, `${index}.after.${place}`, id)],
    );
    if (!reachedFrom(rule, all).has(rule.id)) return strangers;
    const message = `Rule "${rule.id}" comes after itself`;
    const itself: Issue = {
      path: `${index}.after`,
      message,
      code: "cycle",
      values: { id: rule.id },
    };
    return [...strangers, { ...itself, ruleId: rule.id }];
  });
}

/**
 * For each rule of a list, the places of the requirements that come before it, directly or not. A rule
 * that is not in the list does not hold up any other.
 */
export const requirementsBefore = memoize(
  (rules: readonly Rule<string>[]): readonly (readonly number[])[] => {
    const known = byId(rules);
    return rules.map((rule) => {
      const reached = reachedFrom(rule, known);
      return rules.flatMap(({ id, kind }, place) =>
        kind === "requirement" && reached.has(id) ? [place] : [],
      );
    });
  },
);
