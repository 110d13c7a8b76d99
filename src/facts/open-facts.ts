import type { IsoDate } from "../input/dates.ts";
import { memoize } from "../memoize.ts";
import type { FactValue, FactValues } from "../profile/profile-reader.ts";
import { type PartlyOpen, takeOpenAsOf } from "./as-of.ts";
import type { FactId } from "./fact-id.ts";
import { type FactTable, positionOf } from "./fact-table.ts";
import { type Facts, asOfPosition, derivationsFor, processFields } from "./facts.ts";

/**
 * Facts as far as they are certain: what a profile does not state could still be anything, and so could
 * what follows from it.
 */
export interface OpenFacts {
  /** Without meaning where `open` is true, but for the least that a known part of a sum comes to. */
  readonly facts: Facts;
  /** By position, whether a fact could still turn out otherwise. */
  readonly open: readonly boolean[];
  /** By position, whether a profile could still state the fact. */
  readonly unstated: readonly boolean[];
}

/** What a state excludes: the day of what has not happened, the response where there was nothing to respond to. */
const excludedBy = (
  [
    ["creditCheck.notifiedOn", "creditCheck.status", (state) => state !== "passed"],
    ["enrollment.appliedOn", "enrollment.application", (state) => state === "not-started"],
    ["security.alertResponseHours", "security.alerts", (state) => state === 0],
  ] satisfies [fact: FactId, state: FactId, (state: FactValue) => boolean][]
).map(([fact, state, isExcluded]) => ({
  fact: positionOf(fact),
  state: positionOf(state),
  isExcluded,
}));

/** The sums of what is known: they only grow as more becomes known. */
const knownSums: ReadonlySet<FactId> = new Set([
  "trailingRevenue.knownDirectBillUsd",
  "trailingRevenue.knownCloudUsd",
  "trailingRevenue.knownTotalUsd",
]);

/** Whether more knowledge can only make a fact larger. */
export function onlyGrows(fact: FactId): boolean {
  return knownSums.has(fact);
}

function isUnstated(
  stated: Readonly<FactValues>,
  table: FactTable,
  closed: ReadonlySet<FactId>,
): boolean[] {
  const unstated = table.ids.map(() => false);
  for (const fact of table.stated) {
    const position = table.positionOf(fact)!;
    unstated[position] = stated[position] === undefined && !closed.has(fact);
  }
  for (const { fact, state, isExcluded } of excludedBy) {
    const known = stated[state];
    if (known !== undefined && isExcluded(known)) unstated[fact] = false;
  }
  return unstated;
}

const placesOf = memoize((read: ReadonlySet<FactId>) =>
  derivationsFor(read).map((derivation) => ({
    ...derivation,
    origins: derivation.from.map(positionOf),
    grows: onlyGrows(derivation.fact),
  })),
);

function derive({ facts, open }: PartlyOpen, read: ReadonlySet<FactId>): void {
  for (const { position, origins, derive: valueOf, grows } of placesOf(read)) {
    open[position] = origins.some((origin) => open[origin]);
    facts[position] =
      open[position] && !grows
        ? undefined
        : valueOf(...origins.map((origin) => (open[origin] ? undefined : facts[origin])));
  }
}

/**
 * Completes the facts of a profile as they stood on a day, and finds out which of them more knowledge
 * could change.
 *
 * @param stated - The facts that the profile states; not modified.
 * @param closed - Facts that are not stated and stay so: their absence means what it means.
 */
export function openFactsOf(
  { asOf, read, table }: { asOf: IsoDate; read: ReadonlySet<FactId>; table: FactTable },
  stated: Readonly<FactValues>,
  closed: ReadonlySet<FactId>,
): OpenFacts {
  const unstated = isUnstated(stated, table, closed);
  const partly: PartlyOpen = { facts: stated.slice(), open: unstated.slice() };
  takeOpenAsOf(partly, asOf);
  const { facts, open } = partly;
  for (const { position, absentMeans } of processFields) facts[position] ??= absentMeans;
  facts[asOfPosition] = asOf;
  derive(partly, read);
  return { facts, open, unstated };
}
