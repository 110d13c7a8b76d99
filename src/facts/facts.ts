import type { IsoDate } from "../schema/dates.ts";
import { type FactId, describeFact, factIds, originsOf, statedFactIds } from "../schema/facts.ts";
import type { PartnerProfile } from "../schema/profile.ts";
import { type FactValue, type Read, derivations } from "./derivations.ts";

/**
 * What is known: facts by id. Every id is an own property, so that nothing inherited can pass for a
 * fact. A fact that is undefined is unknown; `null` is known to be none.
 */
export type Facts = Readonly<Record<FactId, FactValue | undefined>>;

/**
 * What a profile says at a path; `null` also below a group that is known to be none. Nothing
 * inherited counts.
 */
function valueAt(profile: PartnerProfile, path: readonly string[]): FactValue | undefined {
  let value: unknown = profile;
  for (const key of path) {
    if (value === null) return null;
    const next: unknown = (value as Record<string, unknown>)[key];
    if (next === undefined || !Object.hasOwn(value as object, key)) return undefined;
    value = next;
  }
  return value as FactValue;
}

/** The facts that a profile states itself, each with its path in it. */
export const profileFacts = statedFactIds.map((fact) => {
  const path = fact.split(".");
  const { initially } = describeFact(fact);
  const statedIn = (profile: PartnerProfile): FactValue | undefined => valueAt(profile, path);
  const valueIn = (profile: PartnerProfile): FactValue | undefined => {
    const value = statedIn(profile);
    return value === undefined ? initially : value;
  };
  return { fact, path, statedIn, valueIn };
});

/** The facts that are computed from others. */
export const derivedFacts = Object.entries(derivations).map(([id, derive]) => {
  const fact = id as FactId;
  return { fact, from: originsOf(fact)!, derive };
});

/** A field of a profile, or a group of fields: the fact it states, and the fields in it. */
interface Field {
  readonly key: string;
  readonly fact: FactId | undefined;
  readonly fields: Field[];
}

function fieldsIn(prefix: string): Field[] {
  const inside = statedFactIds.filter((fact) => fact.startsWith(prefix));
  const keys = new Set(inside.map((fact) => fact.slice(prefix.length).split(".")[0]!));
  return [...keys].map((key) => ({
    key,
    fact: inside.find((fact) => fact === prefix + key),
    fields: fieldsIn(`${prefix}${key}.`),
  }));
}

const profileFields = fieldsIn("");
const nothingStated = Object.fromEntries(
  factIds.map((fact) => [fact, describeFact(fact).initially]),
) as Facts;

type Writable = Record<FactId, FactValue | undefined>;

/** Below a group that is known to be none, each field is known to be none. */
function readNone(fields: readonly Field[], facts: Writable): void {
  for (const { fact } of fields) facts[fact!] = null;
}

function readFields(fields: readonly Field[], group: object, facts: Writable): void {
  for (const { key, fact, fields: inner } of fields) {
    const value = (group as Record<string, FactValue | undefined>)[key];
    if (value === undefined || !Object.hasOwn(group, key)) continue;
    // A list goes into reports: a copy, so that they do not change with the profile.
    if (fact !== undefined) facts[fact] = Array.isArray(value) ? [...value] : value;
    if (inner.length === 0) continue;
    if (value === null) readNone(inner, facts);
    else readFields(inner, value as object, facts);
  }
}

/**
 * Flattens a profile into facts, and adds the day asked about and the derived facts. What the profile
 * inherits is no fact.
 *
 * @param unknown - Facts that stay unknown, whatever absence stands for.
 */
export function factsOf(
  profile: PartnerProfile,
  asOf: IsoDate,
  unknown: readonly FactId[] = [],
): Facts {
  const facts: Writable = { ...nothingStated, asOf };
  readFields(profileFields, profile, facts);
  for (const fact of unknown) facts[fact] = undefined;
  const read: Read = (fact) => facts[fact];
  for (const { fact, derive } of derivedFacts) facts[fact] = derive(read);
  return facts;
}

/** The facts a host would have to supply for an unknown fact to become known. */
export function factsToAsk(fact: FactId, facts: Facts): readonly FactId[] {
  const { derivedFrom } = describeFact(fact);
  if (derivedFrom === undefined) return [fact];
  return derivedFrom.filter((id) => facts[id] === undefined);
}
