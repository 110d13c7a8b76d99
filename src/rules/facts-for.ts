import { type RulesQuery, parseRulesQuery } from "../options/options.ts";
import { type Fact, facts } from "./fact-catalogue.ts";
import { editionFor } from "./rules-in-force.ts";

/**
 * Lists the fields of a form: every fact that a profile states and that the rules of a track read,
 * themselves or through derived facts, the states of processes included. A company that meets the
 * requirements can be found `eligible` by these alone.
 *
 * @param query - The day or the edition, and the track.
 * @returns The facts in the order of a form; a group such as `support.plan` comes before its fields.
 * @throws {@link InvalidOptionsError} if the day does not exist or lies before the first edition, or if
 * the track or the edition is unknown.
 *
 * @example
 * ```ts
 * const fields = factsFor({ asOf: "2020-09-02", track: "remain" });
 * fields.length; //=> 16
 * fields[0]?.question; //=> "Which location IDs does the company have, and which of them are active?"
 * ```
 *
 * @category Profile
 */
export function factsFor(query: RulesQuery): readonly Fact[] {
  const { asOf, edition: id, track } = parseRulesQuery(query);
  const edition = editionFor(id === undefined ? { asOf: asOf! } : { id });
  return facts.filter(
    ({ question, readBy }) =>
      question !== undefined &&
      readBy.some((reader) => reader.track === track && reader.editions.includes(edition.id)),
  );
}
