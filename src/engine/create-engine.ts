import { Engine, type TopLevelCondition } from "json-rules-engine";

import { derivedFacts, profileFacts } from "../facts/facts.ts";
import { rulesInForce } from "../rules/in-force.ts";
import type { RulesQuery } from "../schema/options.ts";
import { addOperators } from "./operators.ts";

function addFacts(engine: Engine): void {
  for (const { fact, path, valueIn } of profileFacts) {
    const group = path[0]!;
    engine.addFact(fact, async (_params, almanac) =>
      valueIn({ [group]: await almanac.factValue(group) }),
    );
  }
  for (const { fact, from, derive } of derivedFacts) {
    engine.addFact(fact, async (_params, almanac) => {
      const values = await Promise.all(from.map((id) => almanac.factValue<never>(id)));
      return derive((id) => values[from.indexOf(id)]);
    });
  }
}

/**
 * Makes a json-rules-engine `Engine` with the package's rules, operators and facts in it, for hosts
 * that already run that engine and want to add rules and event handlers of their own. Run it with a
 * profile, or with facts by id; `asOf` is set where the query names a day, and else is yours to give.
 *
 * Each rule raises an event of its id, with `title`, `kind`, `actor`, `messages` and `remedy` as
 * parameters. The engine's booleans are two-valued and ignore when a rule is due: a missing fact makes
 * a comparison false, and `not` around it true. Take decisions from {@link evaluate}.
 *
 * @param query - The day or the edition, and the track.
 * @returns A new engine, yours to change. It does not check the profile: parse it with
 * {@link partnerProfileSchema} first.
 * @throws {@link InvalidOptionsError} if the day is none or lies before the first edition, or if the
 * track or the edition is unknown.
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
  for (const { id, title, kind, actor, messages, remedy, conditions } of rulesInForce(query)) {
    engine.addRule({
      name: id,
      conditions: conditions as TopLevelCondition,
      event: { type: id, params: { title, kind, actor, messages, remedy } },
    });
  }
  if (query.asOf !== undefined) engine.addFact("asOf", query.asOf);
  return engine;
}
