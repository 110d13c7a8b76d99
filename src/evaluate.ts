import { lookUpFor, nextChangeOf, readFor, reportFor, unansweredIn } from "./answer.ts";
import { runRules } from "./engine/run-rules.ts";
import { factsOfProfile } from "./facts/facts.ts";
import {
  type Detail,
  type EvaluateAsyncOptions,
  parseEvaluateAsyncOptions,
} from "./options/options.ts";
import type { PartnerProfile } from "./profile/profile.ts";
import type { Unchecked } from "./profile/unchecked.ts";
import type { AnyReport, ReportOf } from "./report/lean-report.ts";
import type { RuleId } from "./rule/ids.ts";
import { questionFor } from "./rules/question.ts";

/**
 * Evaluates a profile against the rules in force, using json-rules-engine. Pure: reads no clock,
 * does no I/O itself, and returns equal reports for equal input.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @typeParam Much - How much the report says; follows from `options.detail`.
 * @param profile - What is known about the company. Leave out what is not known.
 * @param options - The day; optionally the track, an edition, your own rules and facts, and facts to
 * look up.
 * @returns A report with one finding for each rule of the track, in rule order.
 * @throws {@link InvalidOptionsError} if the options are invalid, {@link InvalidRuleError} if a rule in
 * `options.rules` is invalid, {@link InvalidProfileError} if the profile is malformed. Each lists every
 * problem.
 *
 * @example
 * ```ts
 * const report = await evaluate({ support: { plan: null } }, { asOf: "2020-09-02", track: "remain" });
 * report.outcome; //=> "ineligible"
 * report.nextSteps.map(({ ruleId }) => ruleId); //=> ["support-plan"]
 * report.missingFacts[0]?.fact; //=> "membership.locationIds"
 *
 * const facts = { "support.firstLevel": async () => true };
 * const complete = await evaluate({}, { asOf: "2020-09-02", track: "remain", facts });
 * complete.counts.met; //=> 1
 * ```
 *
 * @category Evaluate
 */
export async function evaluate<Id extends string = RuleId, Much extends Detail = "full">(
  profile: PartnerProfile,
  options: EvaluateAsyncOptions<Id, Much>,
): Promise<ReportOf<Id, Much>>;
/**
 * Evaluates an input that nothing is known about, such as a parsed request: it is checked when it is
 * read.
 *
 * @typeParam Input - The type of the input, which says nothing of its keys.
 *
 * @category Evaluate
 */
export async function evaluate<
  Id extends string = RuleId,
  Much extends Detail = "full",
  Input = unknown,
>(profile: Unchecked<Input>, options: EvaluateAsyncOptions<Id, Much>): Promise<ReportOf<Id, Much>>;
export async function evaluate(
  profile: unknown,
  options: EvaluateAsyncOptions<string, Detail>,
): Promise<AnyReport<string>> {
  const { lookups, signal, ...parsed } = parseEvaluateAsyncOptions(options);
  const question = questionFor(parsed);
  const read = readFor(question, profile);
  const { errors, ...known } = await lookUpFor(question, read, { lookups, signal });
  const nextChange = nextChangeOf(question, known);
  const facts = factsOfProfile(question, known, unansweredIn(errors));
  const results = await runRules(question.set, facts);
  return reportFor(question, known, facts, results, { factErrors: errors, nextChange });
}
