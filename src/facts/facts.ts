import { remember } from "../remember.ts";
import type { IsoDate } from "../schema/dates.ts";
import { derivedFactTable } from "../schema/derived-facts.ts";
import type { DerivedFactId } from "../schema/fact-id.ts";
import {
  type FactId,
  type FactValue,
  type FactValues,
  derivedFactIds,
  describeFact,
  factIds,
  originsOf,
  positionOf,
  statedFactIds,
} from "../schema/facts.ts";
import type { PartnerProfile } from "../schema/profile.ts";
import type { RuleVersion } from "../schema/rule.ts";
import { takeAsOf } from "./as-of.ts";
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

type Values = readonly (FactValue | undefined)[];

/** A derived fact, ready to be computed. */
interface Derivation {
  readonly fact: DerivedFactId;
  readonly position: number;
  /** What it reads. */
  readonly from: readonly FactId[];
  /** Its value, from those of the facts it reads, in that order. */
  readonly derive: (...values: Values) => FactValue | undefined;
  /** Its value, from all facts. */
  readonly deriveFrom: (facts: Values) => FactValue | undefined;
}

/** Derived facts read up to four others on every evaluation: a call for each number spares a list. */
function deriverOf(
  derive: Derivation["derive"],
  from: readonly number[],
): Derivation["deriveFrom"] {
  const [a, b, c, d] = from as [number, number, number, number];
  switch (from.length) {
    case 1:
      return (facts) => derive(facts[a]);
    case 2:
      return (facts) => derive(facts[a], facts[b]);
    case 3:
      return (facts) => derive(facts[a], facts[b], facts[c]);
    case 4:
      return (facts) => derive(facts[a], facts[b], facts[c], facts[d]);
    default:
      return (facts) => derive(...from.map((position) => facts[position]));
  }
}

/** The facts that follow from others, each after those it reads. */
export const derivations: readonly Derivation[] = derivedFactIds.map((fact) => {
  const from = originsOf(fact)!;
  const derive = derivedFactTable[fact].derive as Derivation["derive"];
  const positions = from.map((origin) => positionOf(origin));
  return {
    fact,
    position: positionOf(fact),
    from,
    derive,
    deriveFrom: deriverOf(derive, positions),
  };
});

/** The derived facts that rules read, found once for each list of rules. */
const derivationsFor = remember((rules: readonly RuleVersion[]) => {
  const read = factsRead(rules);
  return derivations.filter(({ fact }) => read.has(fact));
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
  for (const fact of unknown) stated[positionOf(fact)] = undefined;
  takeAsOf(stated, asOf);
  stated[asOfPosition] = asOf;
  for (const { position, deriveFrom } of derivationsFor(rules))
    stated[position] = deriveFrom(stated);
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

const needs: readonly (readonly number[] | undefined)[] = factIds.map((fact) =>
  describeFact(fact).needs?.map((origin) => positionOf(origin)),
);

/** The facts that an unknown fact is unknown without, by position; undefined where a profile states it. */
export function originsToAsk(position: number): readonly number[] | undefined {
  return needs[position];
}
