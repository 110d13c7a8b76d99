import { answerRead, readFor } from "./answer.ts";
import type { Detail, EvaluateOptions } from "./options/options.ts";
import type { PartnerProfile } from "./profile/profile.ts";
import type { Unchecked } from "./profile/unchecked.ts";
import type { AnyReport, ReportOf } from "./report/lean-report.ts";
import type { RuleId } from "./rule/ids.ts";
import { readQuestion } from "./rules/question.ts";

/**
 * Evaluates a profile against the rules in force synchronously: returns the report of {@link evaluate}
 * without a promise and without json-rules-engine. For forms, schema refinements, spreadsheets and
 * portfolios. The conditions are prepared once per list of rules; no code is generated.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @typeParam Much - How much the report says; follows from `options.detail`.
 * @param profile - What is known about the company. Leave out what is not known.
 * @param options - The day; optionally the track, an edition, and your own rules and facts.
 * @returns A report with one finding for each rule of the track, in rule order.
 * @throws {@link InvalidOptionsError} if the options are invalid, {@link InvalidRuleError} if a rule in
 * `options.rules` is invalid, {@link InvalidProfileError} if the profile is malformed. Each lists every
 * problem.
 *
 * @example
 * ```ts
 * const report = evaluateSync({ support: { plan: null } }, { asOf: "2020-09-02", track: "remain" });
 * report.outcome; //=> "ineligible"
 *
 * const typed = { support: { plan: null, firstLevel: "y" } };
 * const { ignored } = evaluateSync(typed as unknown, { asOf: "2020-09-02", onInvalid: "unknown" });
 * ignored?.map(({ path }) => path); //=> ["support.firstLevel"]
 * ```
 *
 * @category Evaluate
 */
export function evaluateSync<Id extends string = RuleId, Much extends Detail = "full">(
  profile: PartnerProfile,
  options: EvaluateOptions<Id, Much>,
): ReportOf<Id, Much>;
/**
 * Evaluates an input that nothing is known about, such as a parsed request: it is checked when it is
 * read.
 *
 * @typeParam Input - The type of the input, which says nothing of its keys.
 *
 * @category Evaluate
 */
export function evaluateSync<
  Id extends string = RuleId,
  Much extends Detail = "full",
  Input = unknown,
>(profile: Unchecked<Input>, options: EvaluateOptions<Id, Much>): ReportOf<Id, Much>;
export function evaluateSync(
  profile: unknown,
  options: EvaluateOptions<string, Detail>,
): AnyReport<string> {
  const question = readQuestion(options);
  return answerRead(question, readFor(question, profile));
}
