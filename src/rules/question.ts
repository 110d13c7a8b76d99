import type { FactId } from "../facts/fact-id.ts";
import { type FactTable, factsWith } from "../facts/fact-table.ts";
import type { IsoDate } from "../input/dates.ts";
import { copyOwnProperties, isPlainObject } from "../input/own-properties.ts";
import { isDeepFrozen } from "../input/plain-data.ts";
import { memoize, memoizeLast } from "../memoize.ts";
import {
  type AnyDayOptions,
  type Detail,
  type EvaluateOptions,
  type OnInvalid,
  type ParsedOptions,
  parseEvaluateOptions,
} from "../options/options.ts";
import { factsInRules } from "../rule/facts-in-conditions.ts";
import type { Track } from "../rule/vocabulary.ts";
import { type Edition, editions, notesOn } from "./editions.ts";
import { readHostRules } from "./host-rules.ts";
import { type RuleSet, editionFor, hostRulesOn, packageRulesOf } from "./rules-in-force.ts";

/** A question, with the rules that answer it. */
export interface Inquiry {
  readonly asOf: IsoDate;
  readonly track: Track;
  readonly edition: Edition;
  /** What is known to be missing or uncertain about the edition on the day. */
  readonly notes: readonly string[];
  readonly set: RuleSet;
  /** The facts that the rules read. */
  readonly read: ReadonlySet<FactId>;
  /** The facts that a profile may state. */
  readonly table: FactTable;
  readonly onInvalid: OnInvalid;
  /** How much the report says; in full, unless it is said otherwise. */
  readonly detail?: Detail | undefined;
  /** What is needed to look ahead, if the report is to say when the answer changes next. */
  readonly ahead?: Ahead;
}

/** The same question on any day, and the days on which other rules may come into force. */
interface Ahead {
  readonly ask: (asOf: IsoDate) => Inquiry;
  readonly calendar: readonly IsoDate[];
}

const factsReadBy = memoize(factsInRules);

/** Returns what asks one question on any day, with the rules of that day; the host's are read once. */
export function questionOn(options: AnyDayOptions): (asOf: IsoDate) => Inquiry {
  const { track, edition: id, rules: input, hostFacts, onInvalid } = options;
  const table = factsWith(hostFacts);
  const own = input && readHostRules(input, table);
  return (asOf) => {
    const edition = editionFor(id === undefined ? { asOf } : { id });
    const notes = Object.freeze(notesOn(edition, asOf));
    const day = id === undefined ? asOf : edition.from;
    const set =
      own === undefined ? packageRulesOf(edition, track) : hostRulesOn(day, track, own, table);
    const read = factsReadBy(set.rules);
    return { asOf, track, edition, notes, set, read, table, onInvalid };
  };
}

/** The days on which other rules may come into force, whoever asks. */
export function calendarOf({ edition, rules: input, hostFacts }: AnyDayOptions): IsoDate[] {
  if (edition !== undefined) return [];
  const own = input === undefined ? [] : readHostRules(input, factsWith(hostFacts));
  const ends = own.flatMap(({ until }) => (until === undefined ? [] : [until]));
  return [...editions.map(({ from }) => from), ...own.map(({ from }) => from), ...ends];
}

/** Returns the question that options ask, with the rules that answer it. */
export function questionFor(
  options: AnyDayOptions & Partial<ParsedOptions> & Pick<ParsedOptions, "asOf">,
): Inquiry {
  const { asOf, detail, nextChange } = options;
  const ask = questionOn(options);
  const inquiry = { ...ask(asOf), detail };
  return nextChange === true
    ? { ...inquiry, ahead: { ask, calendar: calendarOf(options) } }
    : inquiry;
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
  (stated: unknown) => questionFor(parseEvaluateOptions(stated)),
  (options: EvaluateOptions<string, Detail>) => copyOwnProperties(options, 1),
  (options, kept) => isSame(options as never, kept as Options),
  // A host may change its lists between two calls, unless they are frozen.
  (stated) =>
    isDeepFrozen((stated as Options)["rules"]) && isDeepFrozen((stated as Options)["hostFacts"]),
);

/**
 * Reads the options of an evaluation and finds the rules that answer it. Most hosts ask one question
 * about many profiles, so the last one is kept if nothing in it can change.
 *
 * @throws {@link InvalidOptionsError} or {@link InvalidRuleError}, before anything runs.
 */
export function readQuestion(options: EvaluateOptions<string, Detail>): Inquiry {
  return readOptions(options);
}
