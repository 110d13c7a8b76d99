import type { FactId } from "../facts/fact-id.ts";
import type { IsoDate } from "../input/dates.ts";
import { isPlainObject } from "../input/own-properties.ts";
import { memoize, memoizeLast } from "../memoize.ts";
import {
  type EvaluateOptions,
  type ParsedOptions,
  parseEvaluateOptions,
} from "../options/options.ts";
import { factsInRules } from "../rule/facts-in-conditions.ts";
import type { Rule } from "../rule/rule.ts";
import type { Track } from "../rule/vocabulary.ts";
import { type Edition, notesOn } from "./editions.ts";
import { readHostRules } from "./host-rules.ts";
import { editionFor, hostRulesOn, packageRulesOf } from "./rules-in-force.ts";

/** A question, with the rules that answer it. */
export interface Question {
  readonly asOf: IsoDate;
  readonly track: Track;
  readonly edition: Edition;
  /** What is known to be missing or uncertain about the edition on the day. */
  readonly notes: readonly string[];
  readonly rules: readonly Rule<string>[];
  /** The facts that the rules read. */
  readonly read: ReadonlySet<FactId>;
}

const factsReadBy = memoize(factsInRules);

/** Returns the question that options ask, with the rules that answer it. */
export function questionFor({ asOf, track, edition: id, rules: input }: ParsedOptions): Question {
  const edition = editionFor(id === undefined ? { asOf } : { id });
  const notes = Object.freeze(notesOn(edition, asOf));
  const rules =
    input === undefined
      ? packageRulesOf(edition, track)
      : hostRulesOn(id === undefined ? asOf : edition.from, track, readHostRules(input));
  return { asOf, track, edition, notes, rules, read: factsReadBy(rules) };
}

type Options = Readonly<Record<string, unknown>>;

function isSame(options: Options, kept: Options): boolean {
  if (!isPlainObject(options)) return false;
  let size = 0;
  for (const key in options) {
    if (!Object.hasOwn(kept, key) || kept[key] !== options[key]) return false;
    size += 1;
  }
  return size === Object.keys(kept).length;
}

const readOptions = memoizeLast(
  (options: EvaluateOptions<string>) => questionFor(parseEvaluateOptions(options)),
  // A host may change its list of rules between two calls.
  (options) => (options.rules === undefined ? ({ ...options } as Options) : undefined),
  (options, kept) => isSame(options as never, kept),
);

/**
 * Reads the options of an evaluation and finds the rules that answer it. Most hosts ask one question
 * about many profiles, so the last one about the package's own rules is kept.
 *
 * @throws {@link InvalidOptionsError} or {@link InvalidRuleError}, before anything runs.
 */
export function readQuestion(options: EvaluateOptions<string>): Question {
  return readOptions(options);
}
