import type { IsoDate } from "../input/dates.ts";
import type { Inquiry } from "../rules/question.ts";
import type { Changeable } from "./changeable.ts";
import type { Blocker } from "./plan.ts";
import type { PlanRequest } from "./plan-request.ts";
import { isFine, wayTo } from "./way.ts";

/**
 * Rules as blockers, with what they say now or, if they are not in force yet, on the last day tried.
 * One that is met on both days blocks nothing: what it waits for lies in between.
 */
export function blockersFrom(
  ids: readonly string[],
  { asOf, profile, wordsFor }: PlanRequest,
  last: IsoDate,
): Blocker<string>[] {
  const words = [...wordsFor(asOf, profile), ...wordsFor(last, profile)].filter(
    ({ status }) => !isFine(status),
  );
  return ids.flatMap((id) => {
    const said = words.find(({ ruleId }) => ruleId === id);
    if (said === undefined) return [];
    const { ruleId, title, message, remedy } = said;
    return [{ ruleId, title, text: `${message} ${remedy!}` }];
  });
}

/** A day on which each rule by itself can be met, but not all of them together. */
export interface Conflict {
  readonly inquiry: Inquiry;
  readonly changeables: readonly Changeable[];
}

/** The open rules without which the others could be met. */
export function inConflict(
  { inquiry, changeables }: Conflict,
  open: readonly string[],
  { profile }: PlanRequest,
): string[] {
  const { rules } = inquiry.set;
  return rules
    .filter(({ id }) => open.includes(id))
    .filter((rule) => {
      const set = { ...inquiry.set, rules: rules.filter((other) => other !== rule) };
      return wayTo({ ...inquiry, set }, profile, changeables) !== undefined;
    })
    .map(({ id }) => id);
}
