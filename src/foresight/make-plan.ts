import { type Conflict, blockersFrom, inConflict } from "./blockers.ts";
import type { IsoDate } from "../input/dates.ts";
import type { FactValues } from "../profile/profile-reader.ts";
import type { Inquiry } from "../rules/question.ts";
import { Changeable, type Manner, type Start } from "./changeable.ts";
import type { Blocker, Plan, PlanStep } from "./plan.ts";
import { type PlanRequest, daysToTry } from "./plan-request.ts";
import { Planner } from "./plan-steps.ts";
import { statedIn } from "./situation.ts";
import { isDone, isFine, unreachableOn, verdictOn, wayTo } from "./way.ts";

/** What all lists have in common. */
function intersection(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce((some, more) => some.filter((id) => more.includes(id)), lists[0] ?? []);
}

/** The rules that can be met on no day: not on those that are lost to them, nor on those of a conflict. */
function unreachableAlways(
  unreachable: readonly (readonly string[])[],
  conflicts: readonly Conflict[],
): string[] {
  const canBeMet = (id: string): boolean =>
    conflicts.some(({ inquiry }) => inquiry.set.rules.some((rule) => rule.id === id));
  return intersection(unreachable).filter((id) => !canBeMet(id));
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

/** The ways of searching a day, those first that make the most natural plans. */
const manners: readonly Omit<Manner, "movesPurchase">[] = [false, true].flatMap((guessesHistory) =>
  [false, true].map((settlesFirst) => ({ settlesFirst, guessesHistory })),
);

/** Whether a search leaves nothing out that another with the same plan would try. */
const isWidest = ({ manner }: Changeable): boolean => manner.settlesFirst && manner.guessesHistory;

/** What can change by a day, in each way of searching it; another plan than the one planned comes last. */
function changeablesOn(
  day: IsoDate,
  stated: Readonly<FactValues>,
  start: Start,
): readonly Changeable[] {
  const inEachManner = (movesPurchase: boolean): Changeable[] =>
    manners.map((manner) => new Changeable(stated, start, day, { ...manner, movesPurchase }));
  const [planned, another] = [inEachManner(false), inEachManner(true)];
  const isSame = planned[0]!.isPlanReplaceable === another[0]!.isPlanReplaceable;
  return isSame ? planned : [...planned, ...another];
}

/** Whether there is anything to plan for: without a requirement or a step, nothing is decided. */
function isEmpty({ set }: Inquiry): boolean {
  return set.rules.every(({ kind }) => kind === "recommendation");
}

/** What it takes to become eligible, and the first day on which that is possible. */
export function planFor(request: PlanRequest): Plan<string> {
  const { ask, asOf, profile } = request;
  const inquiry = ask(asOf);
  const { outcome, statuses } = verdictOn(inquiry, profile)!;
  const nothing: Plan<string> = { outcome, steps: [], blockers: [], notes: [] };
  if (isEmpty(inquiry)) return { ...nothing, notes: ["No requirement is in force."] };
  if (isDone(inquiry, profile)) return { ...nothing, earliest: asOf };
  const stated = statedIn(inquiry, profile)!;
  const unreachable: string[][] = [];
  const conflicts: Conflict[] = [];
  const days = daysToTry(request);
  for (const day of days) {
    const then = ask(day);
    const changeables = changeablesOn(day, stated, { ...inquiry, asOf });
    const alone = unreachableOn(then, profile, changeables.filter(isWidest));
    if (alone.length > 0) {
      unreachable.push(alone);
      continue;
    }
    const found = wayTo(then, profile, changeables);
    if (found !== undefined) {
      const steps = new Planner(request, found.changeable, day, found.changes).steps(days);
      return { ...nothing, steps, earliest: day, notes: notesOn(steps) };
    }
    conflicts.push({ inquiry: then, changeables });
  }
  const open = Object.keys(statuses).filter((id) => !isFine(statuses[id]));
  const blockersAmong = (ids: readonly string[]): Blocker<string>[] =>
    blockersFrom(ids, request, days.at(-1)!);
  const conflict = conflicts.at(-1);
  const together = conflict === undefined ? [] : inConflict(conflict, open, request);
  const inTheWay = new Set([...unreachableAlways(unreachable, conflicts), ...together]);
  const blockers = blockersAmong([...inTheWay]);
  return { ...nothing, blockers: blockers.length > 0 ? blockers : blockersAmong(open) };
}
