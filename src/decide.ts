import { readFor } from "./answer.ts";
import { factsOfProfile } from "./facts/facts.ts";
import { statusesOf, verdictOf } from "./foresight/verdict.ts";
import type { EvaluateOptions } from "./options/options.ts";
import type { PartnerProfile } from "./profile/profile.ts";
import type { Unchecked } from "./profile/unchecked.ts";
import type { Verdict } from "./report/span.ts";
import type { RuleId } from "./rule/ids.ts";
import { readQuestion } from "./rules/question.ts";

/**
 * Answers like {@link evaluateSync}, without evidence, words and sources: only the outcome and the status
 * of each rule. For what asks many times.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @param profile - What is known about the company. Leave out what is not known.
 * @param options - As for {@link evaluateSync}.
 * @returns The outcome and statuses that a report would have.
 * @throws {@link InvalidOptionsError} if the options are invalid, {@link InvalidRuleError} if a rule in
 * `options.rules` is invalid, {@link InvalidProfileError} if the profile is malformed.
 *
 * @example
 * ```ts
 * const { outcome, statuses } = decide({ support: { plan: null } }, { asOf: "2020-09-02", track: "remain" });
 * outcome; //=> "ineligible"
 * statuses["support-plan"]; //=> "unmet"
 * ```
 *
 * @category Foresight
 */
export function decide<Id extends string = RuleId>(
  profile: PartnerProfile,
  options: EvaluateOptions<Id>,
): Verdict<Id>;
/**
 * Answers about an input that nothing is known about: it is checked when it is read.
 *
 * @typeParam Input - The type of the input, which says nothing of its keys.
 *
 * @category Foresight
 */
export function decide<Id extends string = RuleId, Input = unknown>(
  profile: Unchecked<Input>,
  options: EvaluateOptions<Id>,
): Verdict<Id>;
export function decide(profile: unknown, options: EvaluateOptions<string>): Verdict<string> {
  const question = readQuestion(options);
  const facts = factsOfProfile(question, readFor(question, profile));
  return verdictOf(question.set, statusesOf(question.set, facts));
}
