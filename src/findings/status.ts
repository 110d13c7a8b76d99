import type { RuleResult } from "../engine/rule-result.ts";

/**
 * What one rule says about one profile: `met`; `unmet`; `unknown`, if missing facts prevent a
 * decision; `not-due`, if an earlier step is open or the deadline lies ahead; `not-applicable`, if it
 * does not apply to this company.
 *
 * @category Report
 */
export type Status = "met" | "unmet" | "unknown" | "not-due" | "not-applicable";

/** Decides a status. The order of the checks matters: a rule that is met need not be due. */
export function statusOf({ appliesWhen, conditions, dueWhen }: RuleResult): Status {
  if (appliesWhen?.result === false) return "not-applicable";
  if (appliesWhen?.result === "unknown") return "unknown";
  if (conditions.result === true) return "met";
  if (dueWhen?.result === false) return "not-due";
  if (dueWhen?.result === "unknown" || conditions.result === "unknown") return "unknown";
  return "unmet";
}

/** A count of zero for each status. */
export function noStatuses(): Record<Status, number> {
  return { met: 0, unmet: 0, unknown: 0, "not-due": 0, "not-applicable": 0 };
}

/** Counts how often each status occurs. */
export function countStatuses(statuses: readonly Status[]): Record<Status, number> {
  const counts = noStatuses();
  for (const status of statuses) addStatus(counts, status);
  return counts;
}

/** Adds one to a count, by name: a variable key took five times as long in `npm run bench`. */
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
    default:
      counts["not-applicable"] += 1;
  }
}
