import * as z from "zod";

import { InvalidOptionsError, InvalidRuleError, type Issue } from "../errors.ts";
import { type IsoDate, isoDateSchema } from "./dates.ts";
import { type FactId, statedFactIds } from "./facts.ts";
import { closed, issuesOf, oneOf } from "./issues.ts";

import { ownData } from "./own-data.ts";
import type { PartnerProfile } from "./profile.ts";
import { ruleSchema } from "./rule-schema.ts";
import type { Rule } from "./rule.ts";
import { type EditionId, type RuleId, type Track, editionIds, tracks } from "./vocabulary.ts";

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
 * Finds out a fact that a profile does not state. Gets the profile as far as it is known; gives the
 * value, or undefined where it knows none either.
 *
 * @category Evaluate
 */
export type FactLookup = (profile: PartnerProfile) => unknown;

/**
 * Look-ups by the id of the fact they find: any field of a profile, or a group such as `support.plan`.
 * Derived facts follow from others and are not looked up.
 *
 * @category Evaluate
 */
export type FactLookups = { readonly [Fact in FactId]?: FactLookup | undefined };

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
const evaluateOptionsSchema = closed(evaluateShape);

const lookup = z.custom<FactLookup>((value) => typeof value === "function", "Expected a function");
const evaluateAsyncOptionsSchema = closed({
  ...evaluateShape,
  facts: closed(Object.fromEntries(statedFactIds.map((id) => [id, lookup.optional()]))).optional(),
});

/** Options that are read: the day and the track stand, `rules` are still unread. */
export type ParsedOptions = z.output<typeof evaluateOptionsSchema>;

const rulesQuerySchema = closed({ asOf: isoDateSchema.optional(), track, edition }).refine(
  (query) => query.asOf !== undefined || query.edition !== undefined,
  { path: ["asOf"], error: "Expected asOf or edition" },
);

function parse<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const parsed = schema.safeParse(ownData(input, 1));
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

/** Reads a list of rules, copying all but the trusted ones. Throws {@link InvalidRuleError}. */
export function parseRules(
  input: readonly unknown[],
  isTrusted: (rule: unknown) => boolean,
): Rule<string>[] {
  const issues: Issue[] = [];
  const parsed = input.map((rule, index) => {
    if (isTrusted(rule)) return rule as Rule<string>;
    const result = ruleSchema.safeParse(rule, { reportInput: true });
    if (!result.success) issues.push(...issuesOf(result.error, ["rules", index]));
    return result.data;
  });
  if (issues.length > 0) throw new InvalidRuleError(issues);
  return parsed as Rule<string>[];
}
