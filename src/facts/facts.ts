import type { IsoDate } from "../schema/dates.ts";
import { type FactId, describeFact, factIds } from "../schema/facts.ts";
import type { PartnerProfile } from "../schema/profile.ts";
import { type FactValue, type Read, derivations } from "./derivations.ts";

/** What is known: facts by id. A fact that is absent is unknown; `null` is known to be none. */
export type Facts = Readonly<Partial<Record<FactId, FactValue>>>;

function valueAt(profile: PartnerProfile, path: readonly string[]): FactValue | undefined {
  let value: unknown = profile;
  for (const key of path) {
    if (value === undefined || value === null) break;
    value = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value as FactValue | undefined;
}

/** The facts that a profile states itself, each with the group of fields it stands in. */
export const profileFacts = factIds
  .filter((fact) => fact !== "asOf" && describeFact(fact).derivedFrom === undefined)
  .map((fact) => {
    const path = fact.split(".");
    const { initially } = describeFact(fact);
    const valueIn = (profile: PartnerProfile): FactValue | undefined => {
      const value = valueAt(profile, path);
      return value === undefined ? initially : value;
    };
    return { fact, group: path[0]!, valueIn };
  });

/** The facts that are computed from others. */
export const derivedFacts = Object.entries(derivations).map(([id, derive]) => {
  const fact = id as FactId;
  return { fact, from: describeFact(fact).derivedFrom as readonly FactId[], derive };
});

/** Flattens a profile into facts, and adds the day asked about and the derived facts. */
export function factsOf(profile: PartnerProfile, asOf: IsoDate): Facts {
  // Without a prototype, so that nothing inherited can pass for a fact.
  const facts: Partial<Record<FactId, FactValue>> = Object.create(null);
  const read: Read = (id) => facts[id];
  facts.asOf = asOf;
  for (const { fact, valueIn } of profileFacts) {
    const value = valueIn(profile);
    if (value !== undefined) facts[fact] = value;
  }
  for (const { fact, derive } of derivedFacts) {
    const value = derive(read);
    if (value !== undefined) facts[fact] = value;
  }
  return facts;
}

/** The facts a host would have to supply for an unknown fact to become known. */
export function factsToAsk(fact: FactId, facts: Facts): readonly FactId[] {
  const { derivedFrom } = describeFact(fact);
  if (derivedFrom === undefined) return [fact];
  return (derivedFrom as readonly FactId[]).filter((id) => facts[id] === undefined);
}
