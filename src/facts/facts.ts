import type { IsoDate } from "../input/dates.ts";
import { memoize } from "../memoize.ts";
import type { FactValue, FactValues } from "../profile/profile-reader.ts";
import { type ReadProfile, statedFacts } from "../profile/read-profile.ts";
import { decidersOf, takeAsOf } from "./as-of.ts";
import { derivedFactTable } from "./derived-facts.ts";
import type { DerivedFactId, FactId } from "./fact-id.ts";
import {
  type FactTable,
  derivedFactIds,
  describeFact,
  factIds,
  originsOf,
  positionOf,
  statedFactIds,
} from "./fact-table.ts";

/** The value of each fact at its position; undefined while unknown. */
export type Facts = Readonly<FactValues>;

function addWithOrigins(facts: Set<FactId>, fact: FactId): void {
  if (facts.has(fact)) return;
  facts.add(fact);
  for (const origin of originsOf(fact) ?? []) addWithOrigins(facts, origin);
  for (const decider of decidersOf(fact)) addWithOrigins(facts, decider);
}

/** Adds the facts that facts are derived from, and those that decide whether they hold on the day. */
export function withOrigins(facts: Iterable<FactId>): ReadonlySet<FactId> {
  const all = new Set<FactId>();
  for (const fact of facts) addWithOrigins(all, fact);
  return all;
}

type Values = readonly (FactValue | undefined)[];

/** A derived fact, ready to be computed. */
interface Derivation {
  readonly fact: DerivedFactId;
  readonly position: number;
  /** The facts it reads. */
  readonly from: readonly FactId[];
  /** Computes its value from the values of the facts it reads, in that order. */
  readonly derive: (...values: Values) => FactValue | undefined;
  /** Computes its value from all facts. */
  readonly deriveFrom: (facts: Values) => FactValue | undefined;
}

/** Most derived facts read at most four others: a separate call for each number avoids a list. */
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

/** The derived facts among the facts read and their origins. */
export const derivationsFor = memoize((read: ReadonlySet<FactId>) => {
  const all = withOrigins(read);
  return derivations.filter(({ fact }) => all.has(fact));
});

export const asOfPosition = positionOf("asOf");

export const processFields = statedFacts.flatMap(({ absentMeans }, position) =>
  absentMeans === undefined ? [] : [{ position, absentMeans }],
);

/** What is needed to complete the facts of a profile. */
export interface Completion {
  readonly asOf: IsoDate;
  /** The facts that rules read. */
  readonly read: ReadonlySet<FactId>;
  /** Facts that could be anything: what follows from them is unknown, too. */
  readonly unknown?: readonly FactId[];
  /** The same, but for what the profile states itself. */
  readonly unanswered?: readonly FactId[];
}

/** The facts of the package at and below paths of a profile that the profile does not state. */
function unstatedAt(paths: readonly string[], stated: FactValues): readonly FactId[] {
  if (paths.length === 0) return none;
  return statedFactIds.filter(
    (fact, position) =>
      stated[position] === undefined &&
      paths.some((path) => path === "" || path === fact || fact.startsWith(`${path}.`)),
  );
}

const none: readonly FactId[] = [];

/** For each fact, those that are derived from it or that it decides. */
const followers = new Map<FactId, FactId[]>();
for (const fact of factIds) {
  for (const origin of [...(originsOf(fact) ?? []), ...decidersOf(fact)]) {
    followers.set(origin, [...(followers.get(origin) ?? []), fact]);
  }
}

/** The facts, and every other that can depend on one of them, but for those that are certain. */
function withFollowers(
  facts: readonly FactId[],
  isCertain: (fact: FactId) => boolean = () => false,
): ReadonlySet<FactId> {
  const all = new Set(facts);
  // A set is iterated in order of insertion, over what is added meanwhile, too.
  for (const fact of all) {
    for (const follower of followers.get(fact) ?? []) if (!isCertain(follower)) all.add(follower);
  }
  return all;
}

/** Positions of the facts that stay unknown, whatever the profile states or its silence means. */
function unknownPositions(
  stated: FactValues,
  { unknown = none, unanswered = none }: Completion,
): readonly number[] {
  if (unknown.length + unanswered.length === 0) return nowhere;
  const isStated = (fact: FactId): boolean => stated[positionOf(fact)] !== undefined;
  const facts = [...withFollowers(unknown), ...withFollowers(unanswered, isStated)];
  return facts.map(positionOf);
}

const nowhere: readonly number[] = [];

/**
 * Completes the facts of a profile: takes them as they stood on the day asked about, and adds that day
 * and the derived facts that rules read.
 *
 * @param stated - The facts that the profile states; modified in place and returned.
 */
export function completeFacts(stated: FactValues, completion: Completion): Facts {
  const { asOf, read } = completion;
  const unknown = unknownPositions(stated, completion);
  takeAsOf(stated, asOf);
  for (const { position, absentMeans } of processFields) stated[position] ??= absentMeans;
  stated[asOfPosition] = asOf;
  for (const { position, deriveFrom } of derivationsFor(read))
    stated[position] = deriveFrom(stated);
  for (const position of unknown) stated[position] = undefined;
  return stated;
}

/**
 * The facts of a profile as it was read, as they stood on a day.
 *
 * @param unanswered - The facts that were looked up in vain.
 */
export function factsOfProfile(
  { asOf, read }: Pick<Completion, "asOf" | "read">,
  { stated, unknownAt }: Pick<ReadProfile, "stated" | "unknownAt">,
  unanswered: readonly FactId[] = none,
): Facts {
  const unknown = unstatedAt(unknownAt, stated);
  return completeFacts(stated, {
    asOf,
    read,
    unknown,
    unanswered: unstatedAt(unanswered, stated),
  });
}

/** The known facts by id, as json-rules-engine expects them. */
export function knownFacts(facts: Facts, { ids }: FactTable): Record<string, FactValue> {
  const known: Record<string, FactValue> = {};
  for (const [position, fact] of ids.entries()) {
    const value = facts[position];
    if (value !== undefined) known[fact] = value;
  }
  return known;
}

const needs: readonly (readonly number[] | undefined)[] = factIds.map((fact) =>
  describeFact(fact).needs?.map((origin) => positionOf(origin)),
);

/** Positions of the facts without which a derived fact is unknown; undefined for any other fact. */
export function originsToAsk(position: number): readonly number[] | undefined {
  return needs[position];
}
