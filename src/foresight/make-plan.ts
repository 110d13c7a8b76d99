import { type Conflict, blockersFrom, inConflict } from "./blockers.ts";
import type { IsoDate } from "../input/dates.ts";
import type { FactValues } from "../profile/profile-reader.ts";
import type { Inquiry } from "../rules/question.ts";
import { Changeable, type Manner, type Start } from "./changeable.ts";
import type { Plan, PlanStep } from "./plan.ts";
import { type PlanRequest, daysToTry } from "./plan-request.ts";
import { Planner } from "./plan-steps.ts";
import { statedIn } from "./situation.ts";
import { isDone, unreachableOn, verdictOn, wayTo } from "./way.ts";

/** What all lists have in common. */
function intersection(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce((some, more) => some.filter((id) => more.includes(id)), lists[0] ?? []);
}

/** The rules that are still lost at the end: on each of some days or, if none is, on the last of them. */
function lostForGood(lost: readonly (readonly string[])[]): readonly string[] {
  const always = intersection(lost);
  return always.length > 0 ? always : (lost.at(-1) ?? []);
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

/** Whether a way of searching tries all that another with the same `movesPurchase` does. */
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
  const { outcome } = verdictOn(inquiry, profile)!;
  const nothing: Plan<string> = { outcome, steps: [], blockers: [], notes: [] };
  if (isEmpty(inquiry)) return { ...nothing, notes: ["No requirement is in force."] };
  if (isDone(inquiry, profile)) return { ...nothing, earliest: asOf };
  const stated = statedIn(inquiry, profile)!;
  let conflict: Conflict | undefined;
  // The rules that cannot be met on each day since then.
  let lost: string[][] = [];
  const days = daysToTry(request);
  for (const day of days) {
    const then = ask(day);
    const changeables = changeablesOn(day, stated, inquiry);
    const widest = changeables.filter(isWidest);
    const unreachable = unreachableOn(then, profile, widest);
    if (unreachable.length > 0) {
      lost.push(unreachable);
      continue;
    }
    const found = wayTo(then, profile, changeables);
    if (found !== undefined) {
      const steps = new Planner(request, found.changeable, day, found.changes).steps(days);
      return { ...nothing, steps, earliest: day, notes: notesOn(steps) };
    }
    conflict = { inquiry: then, changeables: widest };
    lost = [];
  }
  const together = conflict === undefined ? [] : inConflict(conflict, request);
  const inTheWay = [...new Set([...lostForGood(lost), ...together])];
  const said = new Set([asOf, conflict?.inquiry.asOf ?? asOf, days.at(-1)!]);
  return { ...nothing, blockers: blockersFrom(inTheWay, request, [...said]) };
}
