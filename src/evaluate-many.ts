import { answerRead, lookUpFor, readFor } from "./answer.ts";
import { InvalidOptionsError, InvalidProfileError, type Issue } from "./input/errors.ts";
import { isRecord } from "./input/own-properties.ts";
import { isIterable } from "./input/reading.ts";
import {
  type Detail,
  type EvaluateAsyncOptions,
  type EvaluateOptions,
  type LookupOptions,
  parseEvaluateAsyncOptions,
} from "./options/options.ts";
import type { ReportOf } from "./report/lean-report.ts";
import type { RuleId } from "./rule/ids.ts";
import type { ReadProfile } from "./profile/read-profile.ts";
import { type Inquiry, questionFor } from "./rules/question.ts";

/**
 * The result for one of many profiles.
 *
 * @typeParam Id - The ids of the rules asked for.
 * @typeParam Much - How much the report says.
 *
 * @category Evaluate
 */
export type ManyResult<Id extends string = RuleId, Much extends Detail = "full"> =
  | {
      /** Zero-based position of the profile. */
      index: number;
      /** The profile's `id`, if it has one. */
      profileId?: string;
      ok: true;
      report: ReportOf<Id, Much>;
    }
  | {
      /** Zero-based position of the profile. */
      index: number;
      /** The profile's `id`, if it has one. */
      profileId?: string;
      ok: false;
      /** What is wrong with this profile; the other profiles are unaffected. */
      error: InvalidProfileError;
    };

type Result = ManyResult<string, Detail>;

/** The id that an input states, even if the rest of it is malformed. */
function idOf(profile: unknown): { profileId?: string } {
  try {
    if (!isRecord(profile)) return {};
    const id: unknown = Object.getOwnPropertyDescriptor(profile, "id")?.value;
    return typeof id === "string" ? { profileId: id } : {};
  } catch {
    // A proxy that is revoked has none.
    return {};
  }
}

/** What was read of a profile, or why it is malformed: reading throws nothing else. */
function readOrRefuse(question: Inquiry, profile: unknown): ReadProfile | InvalidProfileError {
  try {
    return readFor(question, profile);
  } catch (error) {
    return error as InvalidProfileError;
  }
}

function failure(error: InvalidProfileError, profile: unknown, index: number): Result {
  // A text is still one if it is not the JSON of anything else.
  if (typeof profile === "string")
    return { index, ok: false, error: new InvalidProfileError([noJson]) };
  return { index, ...idOf(profile), ok: false, error };
}

const noJson: Issue = {
  path: "",
  message: "Expected a profile, or the JSON text of one",
  code: "wrong-format",
  values: { format: "json" },
};

/** What a text is the JSON of, such as a line of a file. */
function parsed(item: unknown): unknown {
  if (typeof item !== "string") return item;
  try {
    return JSON.parse(item);
  } catch {
    return item;
  }
}

function success(report: ReportOf<string, Detail>, index: number): Result {
  const { profileId } = report;
  return { index, ...(profileId !== undefined && { profileId }), ok: true, report };
}

function* answerEach(profiles: Iterable<unknown>, question: Inquiry): Generator<Result> {
  let index = 0;
  for (const profile of profiles) {
    yield answerOne(parsed(profile), question, index);
    index += 1;
  }
}

function answerOne(profile: unknown, question: Inquiry, index: number): Result {
  const read = readOrRefuse(question, profile);
  if (read instanceof InvalidProfileError) return failure(read, profile, index);
  return success(answerRead(question, read), index);
}

async function* answerEachLater(
  profiles: AsyncIterable<unknown> | Iterable<unknown>,
  question: Inquiry,
  lookups: LookupOptions,
): AsyncGenerator<Result> {
  let index = 0;
  const answer = (profile: unknown): Promise<Result> =>
    answerOneLater(parsed(profile), question, lookups, index++);
  if (isIterable(profiles, Symbol.asyncIterator)) {
    for await (const profile of profiles as AsyncIterable<unknown>) yield await answer(profile);
    return;
  }
  for (const profile of profiles as Iterable<unknown>)
    yield await answer(isPromise(profile) ? await profile : profile);
}

/** Whether a profile is still to come; one that fails when it is asked is there, and malformed. */
function isPromise(profile: unknown): boolean {
  try {
    return typeof (profile as PromiseLike<unknown> | null)?.then === "function";
  } catch {
    return false;
  }
}

async function answerOneLater(
  profile: unknown,
  question: Inquiry,
  lookups: LookupOptions,
  index: number,
): Promise<Result> {
  const read = readOrRefuse(question, profile);
  if (read instanceof InvalidProfileError) return failure(read, profile, index);
  const { errors, ...known } = await lookUpFor(question, read, lookups);
  return success(answerRead(question, known, errors), index);
}

/** Whether profiles arrive one after another; refuses what yields no profiles. */
function arrivesLater(profiles: unknown): boolean {
  if (isIterable(profiles, Symbol.asyncIterator)) return true;
  if (!isIterable(profiles)) throw noProfiles("Expected an iterable or async iterable of profiles");
  if (isMap(profiles)) throw noProfiles("Expected profiles, not a Map; pass its values()");
  return false;
}

function isMap(value: unknown): boolean {
  try {
    return value instanceof Map;
  } catch {
    // A proxy that does not say what it inherits.
    return false;
  }
}

function noProfiles(message: string): InvalidOptionsError {
  const values = { expected: "iterable" };
  return new InvalidOptionsError([{ path: "profiles", message, code: "wrong-type", values }]);
}

/**
 * Evaluates many profiles, one at a time as results are consumed, in constant memory. A malformed
 * profile yields a result with `ok: false` and does not end the run. A text is read as the JSON of a
 * profile; a blank one, or one with a byte order mark, is malformed. Uses no json-rules-engine.
 *
 * @typeParam Id - The ids of the rules; follows from `options.rules`.
 * @typeParam Much - How much the reports say; follows from `options.detail`.
 * @param profiles - Any iterable, such as an array or a generator.
 * @param options - As for {@link evaluateSync}; checked immediately, before the first profile is read.
 * @returns One result per profile, in order, lazily.
 * @throws {@link InvalidOptionsError} if the options are invalid or `profiles` is no iterable,
 * {@link InvalidRuleError} if a rule in `options.rules` is invalid. Errors thrown by the iterable itself
 * are passed through.
 *
 * @example
 * ```ts
 * const results = evaluateMany([{}, { id: "42", oops: 1 }], { asOf: "2020-09-02" });
 * [...results].map(({ ok, profileId }) => [ok, profileId]); //=> [[true, undefined], [false, "42"]]
 * ```
 *
 * @category Evaluate
 */
export function evaluateMany<Id extends string = RuleId, Much extends Detail = "full">(
  profiles: Iterable<unknown>,
  options: EvaluateOptions<Id, Much> & { facts?: undefined; signal?: undefined },
): Generator<ManyResult<Id, Much>, void, undefined>;
/**
 * Evaluates profiles that arrive one after another, such as the lines of a file, or that need facts to
 * be looked up. The next profile is read only when its result is asked for; the look-ups of one profile
 * run in parallel.
 *
 * @param profiles - Any iterable or async iterable.
 * @param options - As for {@link evaluate}; checked immediately.
 *
 * @category Evaluate
 */
export function evaluateMany<Id extends string = RuleId, Much extends Detail = "full">(
  profiles: AsyncIterable<unknown> | Iterable<unknown>,
  options: EvaluateAsyncOptions<Id, Much>,
): AsyncGenerator<ManyResult<Id, Much>, void, undefined>;
export function evaluateMany(
  profiles: AsyncIterable<unknown> | Iterable<unknown>,
  options: EvaluateAsyncOptions<string, Detail>,
): AsyncGenerator<Result> | Generator<Result> {
  const { lookups, signal, mayWait, ...asked } = parseEvaluateAsyncOptions(options);
  const question = questionFor(asked);
  const isLater = arrivesLater(profiles) || mayWait;
  return isLater
    ? answerEachLater(profiles, question, { lookups, signal })
    : answerEach(profiles as Iterable<unknown>, question);
}
