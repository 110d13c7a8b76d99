import { readFor } from "./answer.ts";
import { type Bounds, boundsIn } from "./foresight/bounds.ts";
import { type Question, questionsIn } from "./foresight/questions.ts";
import { type Situation, situationOf } from "./foresight/situation.ts";
import { type QuestionOptions, parseQuestionOptions } from "./options/question-options.ts";
import type { PartnerProfile } from "./profile/profile.ts";
import type { Unchecked } from "./profile/unchecked.ts";
import type { RuleId } from "./rule/ids.ts";
import { questionFor } from "./rules/question.ts";

function situationFor(profile: unknown, options: QuestionOptions<string>): Situation {
  const { skip, ...asked } = parseQuestionOptions(options);
  const inquiry = questionFor(asked);
  const { profile: known, stated } = readFor(inquiry, profile);
  return situationOf(inquiry, known, stated, skip);
}

/**
 * Tells what to ask next, best first: the facts that can still change the outcome, and what each answer
 * leads to. Answer the first, ask again, and the list is empty once the outcome is decided, whatever
 * else becomes known. A fact is asked for only if the rules need it: nothing below what is known not to
 * exist, no day of what has not happened, no deadline of what is met. What comes first is asked first:
 * whether there is a support plan before its type.
 *
 * Unlike a report, this takes nothing for granted that the profile does not say: the states of
 * processes, which count as "not started" in a report, are asked for.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @param profile - What is known about the company.
 * @param options - The question and the day; optionally what not to ask for.
 * @returns The questions. Each has the classes of answers that the rules tell apart.
 * @throws {@link InvalidOptionsError} if the options are invalid, {@link InvalidRuleError} if a rule in
 * `options.rules` is invalid, {@link InvalidProfileError} if the profile is malformed.
 *
 * @example
 * ```ts
 * const [first] = questions({}, { asOf: "2020-09-02", track: "remain" });
 * first?.question; //=> "May the person who acts for the company accept legal agreements for it?"
 * first?.answers.map(({ label, outcome }) => [label, outcome]);
 * //=> [["yes", undefined], ["no", "ineligible"]]
 * ```
 *
 * @category Foresight
 */
export function questions<Id extends string = RuleId>(
  profile: PartnerProfile,
  options: QuestionOptions<Id>,
): Question<Id>[];
/**
 * Tells what to ask about a company that nothing is known about: the input is checked when it is read.
 *
 * @typeParam Input - The type of the input, which says nothing of its keys.
 *
 * @category Foresight
 */
export function questions<Id extends string = RuleId, Input = unknown>(
  profile: Unchecked<Input>,
  options: QuestionOptions<Id>,
): Question<Id>[];
export function questions(profile: unknown, options: QuestionOptions<string>): Question<string>[] {
  return questionsIn(situationFor(profile, options));
}

/**
 * Tells which outcomes are still possible, whatever becomes known. Sound: no further fact leads to an
 * outcome that is better than `best` or worse than `worst`. `exact` says that both can be reached: for
 * each, a search has found answers that lead to it.
 *
 * @param profile - What is known about the company.
 * @param options - As for {@link questions}.
 * @returns The best and the worst outcome; the same if the outcome is decided.
 * @throws The errors of {@link questions}.
 *
 * @example
 * ```ts
 * bounds({}, { asOf: "2020-09-02" }); //=> { best: "eligible", worst: "ineligible", exact: true }
 * bounds({ support: { firstLevel: false } }, { asOf: "2020-09-02" });
 * //=> { best: "ineligible", worst: "ineligible", exact: true }
 * ```
 *
 * @category Foresight
 */
export function bounds(profile: PartnerProfile, options: QuestionOptions<string>): Bounds;
/**
 * Tells it about an input that nothing is known about: it is checked when it is read.
 *
 * @typeParam Input - The type of the input, which says nothing of its keys.
 *
 * @category Foresight
 */
export function bounds<Input = unknown>(
  profile: Unchecked<Input>,
  options: QuestionOptions<string>,
): Bounds;
export function bounds(profile: unknown, options: QuestionOptions<string>): Bounds {
  return boundsIn(situationFor(profile, options));
}
