import { type Almanac, Engine, type TopLevelCondition } from "json-rules-engine";

import type { FactId } from "../facts/fact-id.ts";
import { statedFactIds } from "../facts/fact-table.ts";
import { type Facts, completeFacts, derivations } from "../facts/facts.ts";
import type { IsoDate } from "../input/dates.ts";
import { memoize } from "../memoize.ts";
import { type RulesQuery, parseRulesQuery } from "../options/options.ts";
import { partnerProfileSchema } from "../profile/profile-schema.ts";
import type { FactValue } from "../profile/profile-reader.ts";
import { readProfile } from "../profile/read-profile.ts";
import { rulesInForce } from "../rules/rules-in-force.ts";
import { addOperators } from "./add-operators.ts";

const groups = Object.keys(partnerProfileSchema.shape);

/** What the profile of a run states, as of the day of the run; computed once per run. */
const factsOfRun = memoize(async (almanac: Almanac): Promise<Facts> => {
  const profile: Record<string, unknown> = {};
  for (const group of groups) profile[group] = await almanac.factValue(group);
  const asOf = await almanac.factValue<IsoDate>("asOf");
  return completeFacts(readProfile(profile).stated, { asOf, read: nothing });
});

const nothing: ReadonlySet<FactId> = new Set();

function addFacts(engine: Engine): void {
  for (const [position, fact] of statedFactIds.entries()) {
    engine.addFact(fact, async (_params, almanac) => (await factsOfRun(almanac))[position]);
  }
  for (const { fact, from, derive } of derivations) {
    engine.addFact(fact, async (_params, almanac) =>
      derive(...(await Promise.all(from.map((id) => almanac.factValue<FactValue>(id))))),
    );
  }
}

/**
 * Creates a json-rules-engine `Engine` loaded with the package's rules, operators and facts, for hosts
 * that already run that engine and want to add their own rules and event handlers. Run it with a
 * profile, which is read as it stood on the day, or with facts by id, which are used as given; `asOf`
 * is set if the query names a day, otherwise supply it.
 *
 * Each rule emits an event named after its id, with `title`, `kind`, `actor`, `messages`, `remedy` and
 * the `values` that these name as parameters. The engine is two-valued and ignores when a rule is due:
 * a missing fact makes a comparison false, and `not` around it true. Rely on {@link evaluate} for
 * decisions.
 *
 * @param query - The day or the edition, and the track.
 * @returns A new engine that you may modify. A run with a malformed profile rejects with an
 * {@link InvalidProfileError}. json-rules-engine looks at the profile first: where that fails, as with a
 * getter that throws or a proxy that is revoked, the run rejects with what was thrown.
 * @throws {@link InvalidOptionsError} if the day does not exist or lies before the first edition, or if
 * the track or the edition is unknown.
 *
 * @example
 * ```ts
 * const engine = createEngine({ asOf: "2020-09-02", track: "remain" });
 * const { events } = await engine.run({ support: { firstLevel: true } });
 * events.map(({ type }) => type); //=> ["first-level-support"]
 * ```
 *
 * @category Evaluate
 */
export function createEngine(query: RulesQuery): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  addOperators(engine);
  addFacts(engine);
  const { asOf, edition, track } = parseRulesQuery(query);
  for (const rule of rulesInForce({ asOf, edition, track })) {
    const { id, title, kind, actor, values = {}, messages, remedy, conditions } = rule;
    engine.addRule({
      name: id,
      conditions: conditions as TopLevelCondition,
      event: { type: id, params: { title, kind, actor, values, messages, remedy } },
    });
  }
  if (asOf !== undefined) engine.addFact("asOf", asOf);
  return engine;
}
