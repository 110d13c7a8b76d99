import { hasOwn } from "../input/own-properties.ts";
import { type FactTable, ownFacts } from "../facts/fact-table.ts";
import { InvalidOptionsError } from "../input/errors.ts";
import { type IsoDate, isWithin } from "../input/dates.ts";
import { memoize } from "../memoize.ts";
import { type RulesQuery, parseRulesQuery } from "../options/options.ts";
import type { EditionId } from "../rule/ids.ts";
import type { Rule } from "../rule/rule.ts";
import { type Track, tracks } from "../rule/vocabulary.ts";
import { rules as packageRules } from "./catalogue.ts";
import { type Edition, editionOn, editions } from "./editions.ts";
import { isPackageRule } from "./host-rules.ts";

/** Returns the named edition, or that of a day. */
export function editionFor(query: { id: EditionId } | { asOf: IsoDate }): Edition {
  if (hasOwn(query, "id")) return editions.find(({ id }) => id === query.id)!;
  const edition = editionOn(query.asOf);
  if (edition !== undefined) return edition;
  const message = `No edition is in force on ${query.asOf}; the first starts on ${editions[0]!.from}`;
  throw new InvalidOptionsError([
    { path: "asOf", message, code: "no-edition", values: { first: editions[0]!.from } },
  ]);
}

/** Selects the rules in force; a host's rule replaces the package's own rule with the same id. */
function select(
  rules: readonly Rule<string>[],
  day: IsoDate,
  track: Track,
): readonly Rule<string>[] {
  const selected = new Map<string, Rule<string>>();
  for (const rule of rules) {
    if (!isWithin(day, rule) || !rule.tracks.includes(track)) continue;
    if (!selected.has(rule.id) || !isPackageRule(rule)) selected.set(rule.id, rule);
  }
  return [...selected.values()];
}

/** Rules of a track, and the facts that they can read. */
export interface RuleSet {
  readonly track: Track;
  readonly rules: readonly Rule<string>[];
  readonly table: FactTable;
}

/** The ids and kinds of rules in their order, computed once per set of rules. */
export const orderOf = memoize(({ rules }: RuleSet) => ({
  ids: rules.map(({ id }) => id),
  kinds: rules.map(({ kind }) => kind),
}));

/** The package's own rules of an edition by track: they change only between editions. */
const ownRules = memoize((edition: Edition) => {
  const selected = tracks.map(
    (track) =>
      [
        track,
        { track, rules: Object.freeze(select(packageRules, edition.from, track)), table: ownFacts },
      ] as const,
  );
  return new Map<Track, RuleSet>(selected);
});

/** The package's own rules of an edition in a track. */
export function packageRulesOf(edition: Edition, track: Track): RuleSet {
  return ownRules(edition).get(track)!;
}

/** The sets already selected from a host's list, by the indexes of their rules in it. */
const selectionsFrom = memoize((_rules: readonly Rule<string>[]) => new Map<string, RuleSet>());

/** Selects a host's rules in force, as the same set for the same rules: they are prepared once. */
export function hostRulesOn(
  day: IsoDate,
  track: Track,
  rules: readonly Rule<string>[],
  table: FactTable,
): RuleSet {
  const selected = select(rules, day, track);
  const key = [track, ...selected.map((rule) => rules.indexOf(rule))].join();
  const selections = selectionsFrom(rules);
  const shared = selections.get(key) ?? { track, rules: selected, table };
  selections.set(key, shared);
  return shared;
}

/**
 * Lists the package's rules that are in force on a day, or in an edition, for one track.
 *
 * @param query - The day or the edition, and the track.
 * @returns The rules in report order, frozen; each id occurs once.
 * @throws {@link InvalidOptionsError} if the day does not exist or lies before the first edition, or if
 * the track or the edition is unknown.
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
  const { asOf, edition: id, track } = parseRulesQuery(query);
  const edition = editionFor(id === undefined ? { asOf: asOf! } : { id });
  return packageRulesOf(edition, track).rules as readonly Rule[];
}
