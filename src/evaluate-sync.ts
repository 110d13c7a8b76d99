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
 * Evaluates a profile against the rules in force, at once: the report of {@link evaluate} without a
 * promise and without json-rules-engine. For forms, schema refinements, spreadsheets and portfolios.
 * The conditions are compiled into closures once for each list of rules; no code is generated.
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
 * What became of one profile of many.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Evaluate
 */
export type ManyResult<Id extends string = RuleId> =
  | {
      /** Position of the profile, from 0. */
      index: number;
      ok: true;
      report: Report<Id>;
    }
  | {
      /** Position of the profile, from 0. */
      index: number;
      ok: false;
      /** What is wrong with this profile; the others are not touched by it. */
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
 * Evaluates many profiles, one at a time as the results are taken, in constant memory. A malformed
 * profile is a result, not the end.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @param profiles - Any iterable: an array, or a generator that reads them from somewhere.
 * @param options - As for {@link evaluateSync}; checked at once, before the first profile is taken.
 * @returns One result a profile, in order, lazily.
 * @throws {@link InvalidOptionsError} if the options are wrong, {@link InvalidRuleError} if a rule of
 * `options.rules` is. What the iterable itself throws passes through.
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
