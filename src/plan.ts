import { answerRead, readFor } from "./answer.ts";
import { planFor } from "./foresight/make-plan.ts";
import type { Plan } from "./foresight/plan.ts";
import { type PlanOptions, parsePlanOptions } from "./options/plan-options.ts";
import type { PartnerProfile } from "./profile/profile.ts";
import { readProfile } from "./profile/read-profile.ts";
import type { Unchecked } from "./profile/unchecked.ts";
import type { RuleId } from "./rule/ids.ts";
import { calendarOf, questionOn } from "./rules/question.ts";

/**
 * Tells what it takes to become `eligible`: the steps in order, the facts that each has to change, and
 * the first day on which all of it can be done. In the track `transition`, it is the way to the end of
 * the move.
 *
 * Everything is taken to be done as soon as it can be, and Microsoft to decide at once and in favor; an
 * event waits only for what rules say, such as twelve months as an indirect reseller, or a purchase
 * later than the notice. What is not known is a need, too: it is to be found out. A plan looks two years
 * ahead. What has happened stays: a rule for which no way is found is one of the `blockers`, and a plan
 * with blockers has no steps.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @param profile - What is known about the company.
 * @param options - The question, and the day from which things can be done.
 * @returns The plan; without steps if there is nothing to do.
 * @throws {@link InvalidOptionsError} if the options are invalid, {@link InvalidRuleError} if a rule in
 * `options.rules` is invalid, {@link InvalidProfileError} if the profile is malformed.
 *
 * @example
 * ```ts
 * const partner = {
 *   support: { plan: null, firstLevel: true },
 *   authority: { acceptAgreements: true, signAgreements: true },
 *   operations: { customerBilling: true, customerProvisioning: true },
 *   services: { managedServices: 1 },
 *   company: { country: "NO" },
 *   membership: { locationIds: [{ id: "4731902", country: "NO", active: true }] },
 * };
 * const { earliest, steps } = plan(partner, { asOf: "2020-09-02", track: "remain" });
 * earliest; //=> "2020-09-02"
 * steps.map(({ ruleId, needs }) => [ruleId, needs.map(({ fact }) => fact)]);
 * //=> [["support-plan", ["support.plan"]]]
 * ```
 *
 * @category Foresight
 */
export function plan<Id extends string = RuleId>(
  profile: PartnerProfile,
  options: PlanOptions<Id>,
): Plan<Id>;
/**
 * Plans for a company that nothing is known about: the input is checked when it is read.
 *
 * @typeParam Input - The type of the input, which says nothing of its keys.
 *
 * @category Foresight
 */
export function plan<Id extends string = RuleId, Input = unknown>(
  profile: Unchecked<Input>,
  options: PlanOptions<Id>,
): Plan<Id>;
export function plan(input: unknown, options: PlanOptions<string>): Plan<string> {
  const { asOf, ...asked } = parsePlanOptions(options);
  const ask = questionOn(asked);
  const { profile } = readFor(ask(asOf), input);
  return planFor({
    ask,
    asOf,
    profile,
    calendar: calendarOf(asked),
    wordsFor: (day, known) => {
      const inquiry = ask(day);
      return answerRead(inquiry, readProfile(known, inquiry.table.shape)).findings;
    },
  });
}
