import { InvalidOptionsError } from "../errors.ts";
import { remember } from "../remember.ts";
import type { IsoDate } from "../schema/dates.ts";
import {
  type EvaluateOptions,
  type ParsedOptions,
  type RulesQuery,
  parseEvaluateOptions,
  parseRulesQuery,
} from "../schema/options.ts";
import type { Rule } from "../schema/rule.ts";
import type { EditionId, Track } from "../schema/vocabulary.ts";
import { rules as packageRules } from "./catalogue.ts";
import { type Edition, editionOn, editions, notesOn } from "./editions.ts";
import { isOurs, readRules } from "./host-rules.ts";

/** What is asked, with the rules that answer it. */
export interface Question {
  readonly asOf: IsoDate;
  readonly track: Track;
  readonly edition: Edition;
  /** What is known to be missing or uncertain about the edition on the day. */
  readonly notes: readonly string[];
  readonly rules: readonly Rule<string>[];
}

function editionFor(id: EditionId | undefined, asOf: IsoDate | undefined): Edition {
  const edition = id === undefined ? editionOn(asOf!) : editions.find((known) => known.id === id);
  if (edition !== undefined) return edition;
  const message = `No edition is in force on ${asOf}; the first starts on ${editions[0]!.from}`;
  throw new InvalidOptionsError([{ path: "asOf", message }]);
}

/** The rules of a list that are in force; a host's takes the place of one of ours with its id. */
function select(
  rules: readonly Rule<string>[],
  day: IsoDate,
  track: Track,
): readonly Rule<string>[] {
  const selected = new Map<string, Rule<string>>();
  for (const rule of rules) {
    const { id, from, until, tracks } = rule;
    if (!tracks.includes(track) || day < from || (until !== undefined && day >= until)) continue;
    if (!selected.has(id) || !isOurs(rule)) selected.set(id, rule);
  }
  return [...selected.values()];
}

const selections = new Map<string, readonly Rule[]>();

/** The package's own rules of an edition, selected once: its rules change only between editions. */
function ownRules(edition: Edition, track: Track): readonly Rule[] {
  const key = `${edition.id} ${track}`;
  const known = selections.get(key);
  if (known !== undefined) return known;
  const selected = Object.freeze(select(packageRules, edition.from, track)) as readonly Rule[];
  selections.set(key, selected);
  return selected;
}

/** The lists already selected from a host's list, by the places of their rules in it. */
const subsetsOf = remember<readonly Rule<string>[], Map<string, readonly Rule<string>[]>>(
  () => new Map(),
);

/** The rules of a host's list in force, the same array for the same ones: what runs them is made once. */
function hostRules(input: readonly unknown[], day: IsoDate, track: Track): readonly Rule<string>[] {
  const rules = readRules(input);
  const selected = select(rules, day, track);
  const key = selected.map((rule) => rules.indexOf(rule)).join();
  const subsets = subsetsOf(rules);
  const shared = subsets.get(key) ?? selected;
  subsets.set(key, shared);
  return shared;
}

/** Most hosts ask one question of many profiles: the one asked last about our rules is remembered. */
let last: { options: Readonly<Record<string, unknown>>; question: Question } | undefined;

function isLast(options: Readonly<Record<string, unknown>>): boolean {
  if (last === undefined) return false;
  let size = 0;
  for (const key in options) {
    if (!Object.hasOwn(last.options, key) || last.options[key] !== options[key]) return false;
    size += 1;
  }
  return size === Object.keys(last.options).length;
}

/**
 * Reads the options of an evaluation and finds the rules that answer it.
 *
 * @throws {@link InvalidOptionsError} or {@link InvalidRuleError}, before anything runs.
 */
export function questionOf(options: EvaluateOptions<string>): Question {
  if (isLast(options as never)) return last!.question;
  const question = questionFrom(parseEvaluateOptions(options));
  if (options.rules === undefined) last = { options: { ...options }, question };
  return question;
}

/** The same for options that are read already. */
export function questionFrom({ asOf, track, edition: id, rules: input }: ParsedOptions): Question {
  const edition = editionFor(id, asOf);
  const notes = Object.freeze(notesOn(edition, asOf));
  if (input === undefined) return { asOf, track, edition, notes, rules: ownRules(edition, track) };
  const day = id === undefined ? asOf : edition.from;
  return { asOf, track, edition, notes, rules: hostRules(input, day, track) };
}

/**
 * Lists the package's rules that are in force on a day, or in an edition, for one track.
 *
 * @param query - The day or the edition, and the track.
 * @returns The rules in report order, frozen; each id occurs once.
 * @throws {@link InvalidOptionsError} if the day is none or lies before the first edition, or if the
 * track or the edition is unknown.
 *
 * @example
 * ```ts
 * rulesInForce({ asOf: "2020-09-02", track: "remain" }).map(({ id }) => id);
 * //=> ["partner-id", "legal-authority", "first-level-support", "managed-service", "customer-billing", "support-plan"]
 * ```
 *
 * @category Rules
 */
export function rulesInForce(query: RulesQuery): readonly Rule[] {
  const { asOf, edition, track } = parseRulesQuery(query);
  return ownRules(editionFor(edition, asOf), track);
}
