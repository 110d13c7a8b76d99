import { dayAfter, monthsAfter } from "../facts/calendar.ts";
import { isIsoDate } from "../input/date-schema.ts";
import type { Finding } from "../findings/finding.ts";
import type { IsoDate } from "../input/dates.ts";
import type { PartnerProfile } from "../profile/profile.ts";
import type { Inquiry } from "../rules/question.ts";
import { daysToTurn } from "./turning-days.ts";
import { statedIn } from "./situation.ts";

/** What a plan is made of: the question on any day, the profile, and what rules say of it in words. */
export interface PlanRequest {
  readonly ask: (asOf: IsoDate) => Inquiry;
  readonly asOf: IsoDate;
  readonly profile: PartnerProfile;
  /** The days on which other rules may come into force. */
  readonly calendar: readonly IsoDate[];
  readonly wordsFor: (asOf: IsoDate, profile: PartnerProfile) => readonly Words[];
}

/** What a finding says. */
type Words = Pick<Finding<string>, "ruleId" | "title" | "actor" | "status" | "message" | "remedy">;

/** How many days an event can wait for the one before it: a plan is bought after the notice, not with it. */
const waits = 2;

/** How far ahead a plan looks: later, the rules themselves are likely to be others. */
const horizon = 24;

/** The days on which something may become possible, in order. */
export function daysToTry({ ask, asOf, profile, calendar }: PlanRequest): IsoDate[] {
  const inquiry = ask(asOf);
  const stated = statedIn(inquiry, profile)!;
  const turns = daysToTurn(inquiry.set, stated);
  const starts = [asOf, ...turns.days, ...calendar].filter((day) => day >= asOf);
  const later = turns.months.map((months) => monthsAfter(asOf, months));
  const days = [...starts, ...later].flatMap((day) => {
    const next = [day];
    for (let count = 0; count < waits; count += 1) next.push(dayAfter(next.at(-1)!));
    return next;
  });
  const last = monthsAfter(asOf, horizon);
  // The calendar ends with the year 9999.
  const isWithin = (day: IsoDate): boolean => isIsoDate(day) && (!isIsoDate(last) || day <= last);
  return [...new Set(days)].filter(isWithin).toSorted();
}
