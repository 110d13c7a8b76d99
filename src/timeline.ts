import { readFor } from "./answer.ts";
import { spansOf } from "./foresight/spans.ts";
import { type TimelineOptions, parseTimelineOptions } from "./options/timeline-options.ts";
import type { PartnerProfile } from "./profile/profile.ts";
import type { Unchecked } from "./profile/unchecked.ts";
import type { Span } from "./report/span.ts";
import type { RuleId } from "./rule/ids.ts";
import { calendarOf, questionOn } from "./rules/question.ts";

/**
 * What happens if nobody does anything.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Foresight
 */
export interface Timeline<Id extends string = RuleId> {
  /** One after another, without a gap. */
  spans: Span<Id>[];
}

/**
 * Tells what happens if nobody does anything and no fact changes: the periods in which the answer stays
 * the same, and what changes it, with the reason. Exact: on every day, the answer is that of
 * {@link evaluateSync} on that day. Only the days on which something can turn are asked about.
 *
 * Facts stay as the profile states them. A dated event that lies ahead happens on its day; a state or a
 * figure without a day, such as revenue or a count of accounts, is taken to stay.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @param profile - What is known about the company.
 * @param options - The first day; optionally the first day that is no longer asked about, and what
 * {@link evaluateSync} takes.
 * @returns The spans. Without `until`, the last is open-ended: nothing changes any more.
 * @throws {@link InvalidOptionsError} if the options are invalid, {@link InvalidRuleError} if a rule in
 * `options.rules` is invalid, {@link InvalidProfileError} if the profile is malformed.
 *
 * @example
 * ```ts
 * const plan = { type: "PSfP", purchasedOn: "2019-07-01", endsOn: "2020-06-30" } as const;
 * const { spans } = timeline({ support: { plan } }, { from: "2020-06-01", until: "2020-09-01", track: "remain" });
 * spans.map(({ from, outcome }) => [from, outcome]);
 * //=> [["2020-06-01", "undetermined"], ["2020-07-01", "ineligible"]]
 * spans[1]?.changes;
 * //=> [{ ruleId: "support-plan", before: "met", after: "unmet", because: ["support.plan.endsOn"] }]
 * ```
 *
 * @category Foresight
 */
export function timeline<Id extends string = RuleId>(
  profile: PartnerProfile,
  options: TimelineOptions<Id>,
): Timeline<Id>;
/**
 * Tells what happens to a company that nothing is known about: the input is checked when it is read.
 *
 * @typeParam Input - The type of the input, which says nothing of its keys.
 *
 * @category Foresight
 */
export function timeline<Id extends string = RuleId, Input = unknown>(
  profile: Unchecked<Input>,
  options: TimelineOptions<Id>,
): Timeline<Id>;
export function timeline(profile: unknown, options: TimelineOptions<string>): Timeline<string> {
  const { from, until, ...asked } = parseTimelineOptions(options);
  const ask = questionOn(asked);
  const read = readFor(ask(from), profile);
  return { spans: spansOf(ask, read, { from, until, calendar: calendarOf(asked) }) };
}
