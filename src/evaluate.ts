import { runRules } from "./engine/run-rules.ts";
import { factsOf } from "./facts/facts.ts";
import { findingOf } from "./findings/finding.ts";
import { type Report, reportOf } from "./report/report.ts";
import { questionOf } from "./rules/in-force.ts";
import type { EvaluateOptions } from "./schema/options.ts";
import { parseProfile } from "./schema/profile.ts";
import type { RuleId } from "./schema/vocabulary.ts";

/**
 * Evaluates a profile against the rules in force, on json-rules-engine. Pure: it reads no clock and
 * does no I/O, and equal input gives an equal report.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @param profile - What is known about the company, a {@link PartnerProfile}. Leave out what is not.
 * @param options - The day, and maybe the track, an edition, and rules of your own.
 * @returns A report with one finding for each rule of the track, in rule order.
 * @throws {@link InvalidOptionsError} if the options are wrong, {@link InvalidRuleError} if a rule of
 * `options.rules` is, {@link InvalidProfileError} if the profile is malformed. Each lists every problem.
 *
 * @example
 * ```ts
 * const report = await evaluate({ support: { plan: null } }, { asOf: "2020-09-02", track: "remain" });
 * report.outcome; //=> "ineligible"
 * report.nextSteps.map(({ ruleId }) => ruleId); //=> ["support-plan"]
 * report.missingFacts[0].fact; //=> "membership.locationIds"
 * ```
 *
 * @category Evaluate
 */
export async function evaluate<Id extends string = RuleId>(
  profile: unknown,
  options: EvaluateOptions<Id>,
): Promise<Report<Id>> {
  const question = questionOf(options);
  const known = parseProfile(profile);
  const facts = factsOf(known, question.asOf);
  const results = await runRules(question.rules, facts);
  const findings = question.rules.map((rule, index) => findingOf(rule, results[index]!, facts));
  return reportOf(question, known.id, findings) as Report<Id>;
}
