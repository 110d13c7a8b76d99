import * as z from "zod";

import { type FactTable, factsWith } from "../facts/fact-table.ts";
import {
  type AbortSignalLike,
  type FactLookup,
  type FactLookups,
  isAbortSignal,
} from "../facts/look-up.ts";
import { isoDateSchema } from "../input/date-schema.ts";
import type { IsoDate } from "../input/dates.ts";
import { InvalidOptionsError } from "../input/errors.ts";
import { inDigits } from "../input/bounded.ts";
import { beginCopying, copyWhole } from "../input/copy-whole.ts";
import { issuesOf, oneOf, strictShape } from "../input/issues.ts";
import { copyOwnProperties, isReadableList, isRecord, mostItems } from "../input/own-properties.ts";
import { memoize } from "../memoize.ts";
import { type HostFact, hostFactsSchema } from "../profile/host-facts.ts";
import { type EditionId, type RuleId, editionIds } from "../rule/ids.ts";
import type { Rule } from "../rule/rule.ts";
import { type Track, tracks } from "../rule/vocabulary.ts";

/**
 * What to do with a malformed part of a profile: throw an {@link InvalidProfileError}, or take it as
 * unknown.
 *
 * @category Evaluate
 */
export type OnInvalid = "throw" | "unknown";

/**
 * How much a report says: all of it, or only what depends on the profile.
 *
 * @category Evaluate
 */
export type Detail = "full" | "lean";

/**
 * The question to answer, and the day to answer it for.
 *
 * @typeParam Id - The ids of the rules; follows from `rules`.
 * @typeParam Much - How much the report says; follows from `detail`.
 *
 * @category Evaluate
 */
export interface EvaluateOptions<Id extends string = RuleId, Much extends Detail = "full"> {
  /** The day the question is asked for. Required: the library never reads a clock. */
  asOf: IsoDate;
  /**
   * The question.
   *
   * @defaultValue `"enroll"`
   */
  track?: Track | undefined;
  /**
   * The edition whose list is treated as in force on `asOf`.
   *
   * @defaultValue the edition in force on `asOf`
   */
  edition?: EditionId | undefined;
  /**
   * The rules to choose from; those in force are evaluated, in this order. Add your own with
   * `[...rules, mine]`. A rule that reuses the id of a package rule replaces it in the tracks and on
   * the days that it covers. A list that is frozen with everything in it is checked only once. At most
   * 10,000 rules, of 256 levels each and of 250,000 values together.
   *
   * @defaultValue the package's own {@link rules}
   */
  rules?: readonly Rule<Id>[] | undefined;
  /**
   * Facts of your own, which your rules may read and profiles may state under `host`.
   *
   * @defaultValue none
   */
  hostFacts?: readonly HostFact[] | undefined;
  /**
   * Whether a malformed part of a profile is an error, or is taken as unknown and listed in the
   * report's `ignored`: for forms that show a report while they are filled in. What follows from a
   * malformed day is unknown too, and so is each field of a group that has a misspelled key and does
   * not state the field.
   *
   * @defaultValue `"throw"`
   */
  onInvalid?: OnInvalid | undefined;
  /**
   * Whether the report says in `nextChange` when the answer changes next if nothing is done. It then
   * takes some six times as long; see {@link timeline}.
   *
   * @defaultValue `false`
   */
  nextChange?: boolean | undefined;
  /**
   * `"lean"` leaves out what is the same for all companies, and the evidence: for stores and
   * portfolios.
   *
   * @defaultValue `"full"`
   */
  detail?: Much | undefined;
}

/**
 * The question, the day, and look-ups for facts that the profile does not state.
 *
 * @typeParam Id - The ids of the rules; follows from `rules`.
 * @typeParam Much - How much the report says; follows from `detail`.
 *
 * @category Evaluate
 */
export interface EvaluateAsyncOptions<
  Id extends string = RuleId,
  Much extends Detail = "full",
> extends EvaluateOptions<Id, Much> {
  /**
   * Look-ups by fact id. Each is called at most once per profile, and only if a rule in force reads its
   * fact and the profile does not state it. Its value is validated like the profile's own. If it
   * rejects or returns an invalid value, that fact and what hangs on it stay unknown; the report's
   * `factErrors` holds the reason.
   *
   * @defaultValue none
   */
  facts?: FactLookups | undefined;
  /**
   * Ends the wait for look-ups: those that have not answered when it aborts count as failed, with its
   * reason, and the report comes without them. Each look-up receives it. For a time limit, pass
   * `AbortSignal.timeout(5_000)`.
   *
   * @defaultValue none
   */
  signal?: AbortSignalLike | undefined;
}

/**
 * Which rules to list: those of a day or of an edition. If both are given, the edition decides.
 *
 * @category Rules
 */
export interface RulesQuery {
  /** The day on which the rules are in force. */
  asOf?: IsoDate | undefined;
  /** The edition they belong to. */
  edition?: EditionId | undefined;
  /**
   * The question.
   *
   * @defaultValue `"enroll"`
   */
  track?: Track | undefined;
}

const track = oneOf("track", tracks).default("enroll");
const edition = oneOf("edition", editionIds).optional();

// Not copied, as zod copies a list: a frozen one is recognized.
const list = z.custom<readonly unknown[]>(isReadableList, {
  message: `Expected a list of at most ${inDigits(mostItems)} rules`,
  params: { code: "wrong-type", values: { expected: "array" } },
});

/** What a question about any day has. */
export const anyDayShape = {
  track,
  edition,
  rules: list.optional(),
  hostFacts: hostFactsSchema.optional(),
  onInvalid: oneOf("value", ["throw", "unknown"]).default("throw"),
};
const evaluateShape = {
  asOf: isoDateSchema,
  ...anyDayShape,
  nextChange: z.boolean("Expected true or false").default(false),
  detail: oneOf("detail", ["full", "lean"]).default("full"),
};
const evaluateOptionsSchema = strictShape(evaluateShape, {
  hintOf: (key) =>
    key === "facts" || key === "signal" ? "evaluate and evaluateMany look up facts" : undefined,
});

const lookup = z.custom<FactLookup>((value) => typeof value === "function", {
  message: "Expected a function",
  params: { code: "wrong-type", values: { expected: "function" } },
});
const lookupsSchemaFor = memoize((table: FactTable) =>
  strictShape(Object.fromEntries(table.stated.map((id) => [id, lookup.optional()]))),
);
const signal = z.custom<AbortSignalLike>(isAbortSignal, {
  message: "Expected an AbortSignal",
  params: { code: "wrong-type", values: { expected: "AbortSignal" } },
});
const evaluateAsyncOptionsSchema = strictShape({
  ...evaluateShape,
  facts: z.unknown().optional(),
  signal: signal.optional(),
});

/** Parsed options that ask the same on any day: the track is set, `rules` are not yet read. */
export type AnyDayOptions = z.output<z.ZodObject<typeof anyDayShape>>;

/** Parsed options of an evaluation. */
export type ParsedOptions = z.output<typeof evaluateOptionsSchema>;

/** What to look up, and what ends the wait for it. */
export interface LookupOptions {
  readonly lookups: FactLookups;
  readonly signal: AbortSignalLike | undefined;
}

const rulesQuerySchema = strictShape({ asOf: isoDateSchema.optional(), track, edition }).refine(
  (query) => query.asOf !== undefined || query.edition !== undefined,
  { path: ["asOf"], error: "Expected asOf or edition" },
);

/** Options that are more than data: rules that are recognized, functions, a signal with its methods. */
const kept: readonly string[] = ["rules", "facts", "signal"];

/** Options nest no deeper than this: a list, a fact of a host, the list of its values. */
const deepest = 4;

function copyOptions(input: unknown): unknown {
  const copy = copyOwnProperties(input, 1);
  if (!isRecord(copy)) return copy;
  const copying = beginCopying();
  for (const key of Object.keys(copy))
    if (!kept.includes(key)) copy[key] = copyWhole(copy[key], deepest, [key], copying);
  if (copying.refused.length > 0) throw new InvalidOptionsError(copying.refused);
  return copy;
}

/**
 * Reads options by their schema; what is returned has nothing but them, whatever `Object.prototype` has.
 * Throws {@link InvalidOptionsError}.
 */
export function parse<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const parsed = schema.safeParse(copyOptions(input), { reportInput: true });
  if (!parsed.success) throw new InvalidOptionsError(issuesOf(parsed.error));
  return Object.assign(Object.create(null), parsed.data) as Output;
}

/** Reads the options of an evaluation. Throws {@link InvalidOptionsError}. */
export function parseEvaluateOptions(input: unknown): ParsedOptions {
  return parse(evaluateOptionsSchema, input);
}

function parseLookups(input: unknown, hostFacts: readonly HostFact[] | undefined): FactLookups {
  if (input === undefined) return {};
  const schema = lookupsSchemaFor(factsWith(hostFacts));
  const parsed = schema.safeParse(copyOwnProperties(input, 1), { reportInput: true });
  if (!parsed.success) throw new InvalidOptionsError(issuesOf(parsed.error, ["facts"]));
  return parsed.data;
}

/** Reads the options of an evaluation that may look up facts. Throws {@link InvalidOptionsError}. */
export function parseEvaluateAsyncOptions(
  input: unknown,
): ParsedOptions & LookupOptions & { mayWait: boolean } {
  const { facts, signal: abort, ...parsed } = parse(evaluateAsyncOptionsSchema, input);
  const mayWait = facts !== undefined || abort !== undefined;
  return { ...parsed, lookups: parseLookups(facts, parsed.hostFacts), signal: abort, mayWait };
}

const comparisonSchema = strictShape({ track });

/** Reads the options of a comparison of editions. Throws {@link InvalidOptionsError}. */
export function parseComparisonOptions(input: unknown): z.output<typeof comparisonSchema> {
  return parse(comparisonSchema, input);
}

/** Reads a query for rules. Throws {@link InvalidOptionsError}. */
export function parseRulesQuery(input: unknown): z.output<typeof rulesQuerySchema> {
  return parse(rulesQuerySchema, input);
}
