import * as z from "zod";

import { statedFactIds } from "../facts/fact-table.ts";
import type { FactLookup, FactLookups } from "../facts/look-up.ts";
import { type IsoDate, isoDateSchema } from "../input/dates.ts";
import { InvalidOptionsError } from "../input/errors.ts";
import { issuesOf, oneOf, strictShape } from "../input/issues.ts";
import { copyOwnProperties } from "../input/own-properties.ts";
import { type EditionId, type RuleId, editionIds } from "../rule/ids.ts";
import type { Rule } from "../rule/rule.ts";
import { type Track, tracks } from "../rule/vocabulary.ts";

/**
 * The question to answer, and the day to answer it for.
 *
 * @typeParam Id - The ids of the rules; follows from `rules`.
 *
 * @category Evaluate
 */
export interface EvaluateOptions<Id extends string = RuleId> {
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
   * the days that it covers.
   *
   * @defaultValue the package's own {@link rules}
   */
  rules?: readonly Rule<Id>[] | undefined;
}

/**
 * The question, the day, and look-ups for facts that the profile does not state.
 *
 * @typeParam Id - The ids of the rules; follows from `rules`.
 *
 * @category Evaluate
 */
export interface EvaluateAsyncOptions<Id extends string = RuleId> extends EvaluateOptions<Id> {
  /**
   * Look-ups by fact id. Each is called at most once per run, and only if a rule in force reads its
   * fact and the profile does not state it. Its value is validated like the profile's own. If it
   * rejects or returns an invalid value, only that fact stays unknown; the report's `factErrors` holds
   * the reason.
   *
   * @defaultValue none
   */
  facts?: FactLookups | undefined;
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

const evaluateShape = {
  asOf: isoDateSchema,
  track,
  edition,
  rules: z.array(z.unknown(), "Expected a list of rules").optional(),
};
const evaluateOptionsSchema = strictShape(evaluateShape);

const lookup = z.custom<FactLookup>((value) => typeof value === "function", "Expected a function");
const evaluateAsyncOptionsSchema = strictShape({
  ...evaluateShape,
  facts: strictShape(
    Object.fromEntries(statedFactIds.map((id) => [id, lookup.optional()])),
  ).optional(),
});

/** Parsed options: the day and the track are set, `rules` are not yet read. */
export type ParsedOptions = z.output<typeof evaluateOptionsSchema>;

const rulesQuerySchema = strictShape({ asOf: isoDateSchema.optional(), track, edition }).refine(
  (query) => query.asOf !== undefined || query.edition !== undefined,
  { path: ["asOf"], error: "Expected asOf or edition" },
);

function parse<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const parsed = schema.safeParse(copyOwnProperties(input, 1));
  if (!parsed.success) throw new InvalidOptionsError(issuesOf(parsed.error));
  return parsed.data;
}

/** Reads the options of an evaluation. Throws {@link InvalidOptionsError}. */
export function parseEvaluateOptions(input: unknown): ParsedOptions {
  return parse(evaluateOptionsSchema, input);
}

/** Reads the options of an evaluation that may look up facts. Throws {@link InvalidOptionsError}. */
export function parseEvaluateAsyncOptions(
  input: unknown,
): ParsedOptions & { facts?: FactLookups | undefined } {
  return parse(evaluateAsyncOptionsSchema, input);
}

/** Reads a query for rules. Throws {@link InvalidOptionsError}. */
export function parseRulesQuery(input: unknown): z.output<typeof rulesQuerySchema> {
  return parse(rulesQuerySchema, input);
}
