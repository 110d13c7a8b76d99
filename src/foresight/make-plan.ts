import { type Conflict, blockersFrom, inConflict } from "./blockers.ts";
import { Changeable } from "./changeable.ts";
import type { Plan, PlanStep } from "./plan.ts";
import { type PlanRequest, daysToTry } from "./plan-request.ts";
import { Planner } from "./plan-steps.ts";
import { isDone, isFine, statedIn, unreachableOn, verdictOn, wayTo } from "./way.ts";

/** What all lists have in common. */
function intersection(lists: readonly (readonly string[])[]): readonly string[] {
  return lists
    .slice(1)
    .reduce((some, more) => some.filter((id) => more.includes(id)), lists[0] ?? []);
}

/** What steps take for granted. */
function notesOn(steps: readonly PlanStep<string>[]): string[] {
  const isDecided = steps.some(({ actor }) => actor === "microsoft");
  const isCounted = steps.some(({ needs }) => needs.some(({ value }) => typeof value === "number"));
  return [
    ...(isDecided ? ["Microsoft is taken to decide at once, and in favor of the company."] : []),
    ...(isCounted ? ["Figures are taken to be reached, or found out, on the first day."] : []),
  ];
}

/** What it takes to become eligible, and the first day on which that is possible. */
export function planFor(request: PlanRequest): Plan<string> {
  const { ask, asOf, profile } = request;
  const inquiry = ask(asOf);
  const { outcome } = verdictOn(inquiry, profile)!;
  if (isDone(inquiry, profile))
    return { outcome, steps: [], earliest: asOf, blockers: [], notes: [] };
  const changeable = new Changeable(statedIn(inquiry, profile)!, { ...inquiry, asOf });
  const unreachable: string[][] = [];
  let conflict: Conflict | undefined;
  const days = daysToTry(request);
  for (const day of days) {
    const then = ask(day);
    const alone = unreachableOn(then, profile, changeable);
    if (alone.length > 0) {
      unreachable.push(alone);
      continue;
    }
    const changes = wayTo(then, profile, changeable);
    if (changes !== undefined) {
      const steps = new Planner(request, changeable, day, changes).steps();
      return { outcome, steps, earliest: day, blockers: [], notes: notesOn(steps) };
    }
    conflict = { inquiry: then, changeable };
  }
  const alone = intersection(unreachable);
  const together = conflict === undefined || alone.length > 0 ? [] : inConflict(conflict, request);
  const now = verdictOn(inquiry, profile)!.statuses;
  const open = Object.keys(now).filter((id) => !isFine(now[id]));
  const ids = [alone, together, open].find((list) => list.length > 0)!;
  return { outcome, steps: [], blockers: blockersFrom(ids, request, days.at(-1)!), notes: [] };
}
