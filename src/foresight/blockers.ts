import type { IsoDate } from "../input/dates.ts";
import type { Rule } from "../rule/rule.ts";
import type { Inquiry } from "../rules/question.ts";
import type { Changeable } from "./changeable.ts";
import type { Blocker } from "./plan.ts";
import type { PlanRequest } from "./plan-request.ts";
import { hasWay, isFine, verdictOn } from "./way.ts";

/** Rules as blockers, with what they say on the first of some days on which they are open. */
export function blockersFrom(
  ids: readonly string[],
  { profile, wordsFor }: PlanRequest,
  days: readonly IsoDate[],
): Blocker<string>[] {
  const open = days
    .flatMap((day) => wordsFor(day, profile))
    .filter(({ status }) => !isFine(status));
  return ids.map((id) => {
    const { ruleId, title, message, remedy } = open.find((words) => words.ruleId === id)!;
    return { ruleId, title, text: `${message} ${remedy!}` };
  });
}

/** A day on which each rule by itself can be met, but not all of them together. */
export interface Conflict {
  readonly inquiry: Inquiry;
  /** What can change by the day, in the widest ways of searching it. */
  readonly changeables: readonly Changeable[];
}

/**
 * The rules that are open on a day of conflict and without any one of which the others can be met. Where
 * one is not enough, as few as it takes.
 */
export function inConflict(
  { inquiry, changeables }: Conflict,
  { profile }: PlanRequest,
): readonly string[] {
  const { rules } = inquiry.set;
  const { statuses } = verdictOn(inquiry, profile)!;
  const open = rules.filter(({ id }) => !isFine(statuses[id]));
  const canDoWithout = (some: readonly Rule<string>[]): boolean => {
    const set = { ...inquiry.set, rules: rules.filter((rule) => !some.includes(rule)) };
    return hasWay({ ...inquiry, set }, profile, changeables);
  };
  const any = open.filter((rule) => canDoWithout([rule]));
  const all = any.length > 0 ? any : fewest(open, canDoWithout);
  return all.map(({ id }) => id);
}

/** Of what is enough, nothing that may be missing. */
function fewest<Item>(
  items: readonly Item[],
  isEnough: (some: readonly Item[]) => boolean,
): readonly Item[] {
  return items.reduce<readonly Item[]>((some, item) => {
    const fewer = some.filter((other) => other !== item);
    return isEnough(fewer) ? fewer : some;
  }, items);
}
