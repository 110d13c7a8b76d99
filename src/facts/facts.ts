import { remember } from "../remember.ts";
import type { IsoDate } from "../schema/dates.ts";
import {
  type FactId,
  type FactValue,
  type FactValues,
  describeFact,
  factIds,
  originsOf,
  positionOf,
  statedFactIds,
} from "../schema/facts.ts";
import type { PartnerProfile } from "../schema/profile.ts";
import type { RuleVersion } from "../schema/rule.ts";
import { takeAsOf } from "./as-of.ts";
import { derivations } from "./derivations.ts";
import { factsRead } from "./facts-read.ts";

/** What is known: the value of each fact at its position; undefined while unknown. */
export type Facts = Readonly<FactValues>;

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
  return { fact, position: positionOf(fact), path, statedIn, valueIn };
});

/** The facts that are computed from others. */
export const derivedFacts = Object.entries(derivations).map(([id, derive]) => {
  const fact = id as FactId;
  return { fact, position: positionOf(fact), from: originsOf(fact)!, derive };
});

/** The derived facts that rules read, found once for each list of rules. */
const derivedFactsFor = remember((rules: readonly RuleVersion[]) => {
  const read = factsRead(rules);
  return derivedFacts.filter(({ fact }) => read.has(fact));
});

const asOfPosition = positionOf("asOf");

/**
 * Completes the facts of a profile: takes them as they stood on the day asked about, and adds that day
 * and the derived facts that rules read.
 *
 * @param stated - The facts that the profile states; taken over and written to.
 * @param unknown - Facts that stay unknown, whatever absence stands for.
 */
export function complete(
  stated: FactValues,
  { asOf, rules }: { asOf: IsoDate; rules: readonly RuleVersion[] },
  unknown: readonly FactId[] = [],
): Facts {
  const read = (fact: FactId): FactValue | undefined => stated[positionOf(fact)];
  for (const fact of unknown) stated[positionOf(fact)] = undefined;
  takeAsOf(stated, asOf);
  stated[asOfPosition] = asOf;
  for (const { position, derive } of derivedFactsFor(rules)) stated[position] = derive(read);
  return stated;
}

/** The known facts by id, as json-rules-engine takes them. */
export function knownFacts(facts: Facts): Record<string, FactValue> {
  const known: Record<string, FactValue> = {};
  for (const [position, fact] of factIds.entries()) {
    const value = facts[position];
    if (value !== undefined) known[fact] = value;
  }
  return known;
}

const derivedFrom: readonly (readonly number[] | undefined)[] = factIds.map((fact) =>
  describeFact(fact).derivedFrom?.map((origin) => positionOf(origin)),
);

/** The facts that an unknown fact is unknown without, by position; undefined where a profile states it. */
export function originsToAsk(position: number): readonly number[] | undefined {
  return derivedFrom[position];
}
