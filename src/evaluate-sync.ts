import { runRulesSync } from "./engine/run-rules-sync.ts";
import { completeFacts } from "./facts/facts.ts";
import { InvalidProfileError } from "./input/errors.ts";
import type { EvaluateOptions } from "./options/options.ts";
import { readProfile } from "./profile/read-profile.ts";
import { type Report, reportOf } from "./report/report.ts";
import type { RuleId } from "./rule/ids.ts";
import { type Question, readQuestion } from "./rules/question.ts";

function answer(profile: unknown, question: Question): Report<string> {
  const { profile: known, stated } = readProfile(profile);
  const facts = completeFacts(stated, question);
  return reportOf(question, known.id, facts, runRulesSync(question.rules, facts));
}

/**
 * Evaluates a profile against the rules in force synchronously: returns the report of {@link evaluate}
 * without a promise and without json-rules-engine. For forms, schema refinements, spreadsheets and
 * portfolios. The conditions are prepared once per list of rules; no code is generated.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @param profile - What is known about the company, a {@link PartnerProfile}. Leave out what is not known.
 * @param options - The day; optionally the track, an edition, and your own rules.
 * @returns A report with one finding for each rule of the track, in rule order.
 * @throws {@link InvalidOptionsError} if the options are invalid, {@link InvalidRuleError} if a rule in
 * `options.rules` is invalid, {@link InvalidProfileError} if the profile is malformed. Each lists every
 * problem.
 *
 * @example
 * ```ts
 * const report = evaluateSync({ support: { plan: null } }, { asOf: "2020-09-02", track: "remain" });
 * report.outcome; //=> "ineligible"
 * ```
 *
 * @category Evaluate
 */
export function evaluateSync<Id extends string = RuleId>(
  profile: unknown,
  options: EvaluateOptions<Id>,
): Report<Id> {
  return answer(profile, readQuestion(options)) as Report<Id>;
}

/**
 * The result for one of many profiles.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Evaluate
 */
export type ManyResult<Id extends string = RuleId> =
  | {
      /** Zero-based position of the profile. */
      index: number;
      ok: true;
      report: Report<Id>;
    }
  | {
      /** Zero-based position of the profile. */
      index: number;
      ok: false;
      /** What is wrong with this profile; the other profiles are unaffected. */
      error: InvalidProfileError;
    };

function* answerEach(
  profiles: Iterable<unknown>,
  question: Question,
): Generator<ManyResult<string>, void, undefined> {
  let index = 0;
  for (const profile of profiles) {
    yield answerOne(profile, question, index);
    index += 1;
  }
}

function answerOne(profile: unknown, question: Question, index: number): ManyResult<string> {
  try {
    return { index, ok: true, report: answer(profile, question) };
  } catch (error) {
    if (error instanceof InvalidProfileError) return { index, ok: false, error };
    throw error;
  }
}

/**
 * Evaluates many profiles, one at a time as results are consumed, in constant memory. A malformed
 * profile yields a result with `ok: false` and does not end the run.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @param profiles - Any iterable, such as an array or a generator.
 * @param options - As for {@link evaluateSync}; checked immediately, before the first profile is read.
 * @returns One result per profile, in order, lazily.
 * @throws {@link InvalidOptionsError} if the options are invalid, {@link InvalidRuleError} if a rule in
 * `options.rules` is invalid. Errors thrown by the iterable itself are passed through.
 *
 * @example
 * ```ts
 * const results = evaluateMany([{}, { oops: 1 }], { asOf: "2020-09-02" });
 * [...results].map(({ ok }) => ok); //=> [true, false]
 * ```
 *
 * @category Evaluate
 */
export function evaluateMany<Id extends string = RuleId>(
  profiles: Iterable<unknown>,
  options: EvaluateOptions<Id>,
): Generator<ManyResult<Id>, void, undefined> {
  const question = readQuestion(options);
  return answerEach(profiles, question) as Generator<ManyResult<Id>, void, undefined>;
}
