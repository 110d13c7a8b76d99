import { type ReadyRule, truthOf } from "../engine/weigh.ts";
import { readyRules } from "../engine/run-rules-sync.ts";
import type { Facts } from "../facts/facts.ts";
import type { Status } from "../findings/status.ts";
import { outcomeOf } from "../report/outcome.ts";
import type { Verdict } from "../report/span.ts";
import { type RuleSet, orderOf } from "../rules/rules-in-force.ts";

/**
 * Decides a status in the order of a finding, and no condition that no longer matters: to decide all
 * and share the order with findings takes a fifth longer in `npm run bench`.
 */
function statusOf({ appliesWhen, conditions, dueWhen }: ReadyRule, facts: Facts): Status {
  if (appliesWhen !== undefined) {
    const applies = truthOf(appliesWhen, facts);
    if (applies !== true) return applies === false ? "not-applicable" : "unknown";
  }
  const isMet = truthOf(conditions, facts);
  if (isMet === true) return "met";
  if (dueWhen !== undefined) {
    const isDue = truthOf(dueWhen, facts);
    if (isDue !== true) return isDue === false ? "not-due" : "unknown";
  }
  return isMet === "unknown" ? "unknown" : "unmet";
}

/** The status of each rule, in rule order, decided without evidence. */
export function statusesOf(set: RuleSet, facts: Facts): Status[] {
  return readyRules(set).map((rule) => statusOf(rule, facts));
}

/** What statuses, in rule order, say. */
export function verdictOf(set: RuleSet, statuses: readonly Status[]): Verdict<string> {
  const { ids, kinds } = orderOf(set);
  const named: Record<string, Status> = {};
  for (let index = 0; index < ids.length; index += 1) named[ids[index]!] = statuses[index]!;
  return { outcome: outcomeOf(kinds, statuses), statuses: named };
}
