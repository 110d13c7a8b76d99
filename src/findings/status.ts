import type { RuleResult } from "../engine/rule-result.ts";

/**
 * What one rule says about one profile: `met`; `unmet`; `unknown`, when missing facts keep it from a
 * decision; `not-due`, when its turn or deadline has not come; `not-applicable`, when it is not for
 * this company.
 *
 * @category Report
 */
export type Status = "met" | "unmet" | "unknown" | "not-due" | "not-applicable";

/**
 * Decides a status, and gives what stands for it. The order is the meaning: what is met need not be
 * due.
 */
export function byStatus<Choice>(
  { appliesWhen, conditions, dueWhen }: RuleResult,
  choices: Readonly<Record<Status, Choice>>,
): Choice {
  if (appliesWhen?.result === false) return choices["not-applicable"];
  if (appliesWhen?.result === "unknown") return choices.unknown;
  if (conditions.result === true) return choices.met;
  if (dueWhen?.result === false) return choices["not-due"];
  if (dueWhen?.result === "unknown" || conditions.result === "unknown") return choices.unknown;
  return choices.unmet;
}

/** A count of zero for each status. */
export function noStatuses(): Record<Status, number> {
  return { met: 0, unmet: 0, unknown: 0, "not-due": 0, "not-applicable": 0 };
}

/** Counts one more. A name for each is several times faster than `counts[status]`. */
export function addStatus(counts: Record<Status, number>, status: Status): void {
  switch (status) {
    case "met":
      counts.met += 1;
      break;
    case "unmet":
      counts.unmet += 1;
      break;
    case "unknown":
      counts.unknown += 1;
      break;
    case "not-due":
      counts["not-due"] += 1;
      break;
    case "not-applicable":
      counts["not-applicable"] += 1;
      break;
  }
}
