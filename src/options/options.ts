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
 * What to ask, and for which day.
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
   * Answers as if this edition's list applied on `asOf`.
   *
   * @defaultValue the edition in force on `asOf`
   */
  edition?: EditionId | undefined;
  /**
   * The rules to choose from; those in force are evaluated, in this order. Add your own with
   * `[...rules, mine]`. A rule with the id of one of the package's takes its place, in the tracks and
   * on the days that it covers.
   *
   * @defaultValue the package's own {@link rules}
   */
  rules?: readonly Rule<Id>[] | undefined;
}

/**
 * What to ask, for which day, and where to find what the profile does not state.
 *
 * @typeParam Id - The ids of the rules; follows from `rules`.
 *
 * @category Evaluate
 */
export interface EvaluateAsyncOptions<Id extends string = RuleId> extends EvaluateOptions<Id> {
  /**
   * Facts to look up, by id. Each function is called at most once a run, and only if a rule in force
   * reads its fact and the profile does not state it. Its value is checked as the profile's own. A
   * rejection or a wrong value leaves exactly that fact unknown, with the reason in the report's
   * `factErrors`.
   *
   * @defaultValue none
   */
  facts?: FactLookups | undefined;
}

/**
 * Which rules: those of a day or those of an edition. Where both are given, the edition decides.
 *
 * @category Rules
 */
export interface RulesQuery {
  /** The day the rules are in force on. */
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

/** Options that are read: the day and the track stand, `rules` are still unread. */
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

/** Reads the options of an evaluation that may look facts up. Throws {@link InvalidOptionsError}. */
export function parseEvaluateAsyncOptions(
  input: unknown,
): ParsedOptions & { facts?: FactLookups | undefined } {
  return parse(evaluateAsyncOptionsSchema, input);
}

/** Reads which rules are asked for. Throws {@link InvalidOptionsError}. */
export function parseRulesQuery(input: unknown): z.output<typeof rulesQuerySchema> {
  return parse(rulesQuerySchema, input);
}
