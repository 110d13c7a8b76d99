import { runRules } from "./engine/run-rules.ts";
import { completeFacts } from "./facts/facts.ts";
import { lookUp } from "./facts/look-up.ts";
import { type EvaluateAsyncOptions, parseEvaluateAsyncOptions } from "./options/options.ts";
import { readProfile } from "./profile/read-profile.ts";
import { type Report, reportOf } from "./report/report.ts";
import type { RuleId } from "./rule/ids.ts";
import { questionFor } from "./rules/question.ts";

/**
 * Evaluates a profile against the rules in force, using json-rules-engine. Pure: reads no clock,
 * does no I/O itself, and returns equal reports for equal input.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @param profile - What is known about the company, a {@link PartnerProfile}. Leave out what is not known.
 * @param options - The day; optionally the track, an edition, your own rules, and facts to look up.
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
 * report.missingFacts[0].fact; //=> "membership.locationIds"
 *
 * const facts = { "support.firstLevel": async () => true };
 * const complete = await evaluate({}, { asOf: "2020-09-02", track: "remain", facts });
 * complete.counts.met; //=> 1
 * ```
 *
 * @category Evaluate
 */
export async function evaluate<Id extends string = RuleId>(
  profile: unknown,
  options: EvaluateAsyncOptions<Id>,
): Promise<Report<Id>> {
  const { facts: lookups = {}, ...parsed } = parseEvaluateAsyncOptions(options);
  const question = questionFor(parsed);
  const {
    profile: known,
    stated,
    errors,
  } = await lookUp(readProfile(profile), lookups, question.read);
  const facts = completeFacts(stated, { ...question, unknown: errors.map(({ fact }) => fact) });
  const results = await runRules(question.rules, facts);
  return reportOf(question, known.id, facts, results, errors) as Report<Id>;
}
