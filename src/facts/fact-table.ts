import { memoizeByKey } from "../memoize.ts";
import type { FieldDescription, StatedFact } from "../profile/field-layout.ts";
import type { HostFact } from "../profile/host-facts.ts";
import type { StatedFactId } from "../profile/profile.ts";
import { type ProfileShape, ownShape, shapeWith, statedFacts } from "../profile/read-profile.ts";
import type { DerivedFact } from "./derived-fact.ts";
import { derivedFactTable } from "./derived-facts.ts";
import type { DerivedFactId, FactId } from "./fact-id.ts";

/** The description of a fact, stated or derived. */
export interface FactDescription
  extends
    FieldDescription,
    Partial<Pick<DerivedFact, "needs" | "mayRead" | "monthsSince">>,
    Partial<Pick<StatedFact, "question" | "labels" | "nullMeans">> {
  /** The unit of a number. */
  readonly unit?: string | undefined;
  /** The value that an absent process field counts as. */
  readonly absentMeans?: string | undefined;
  /** What is taken if it is absent, in a sentence. */
  readonly whenAbsent?: string | undefined;
}

/** The facts that the package's own profile states, in report order. */
export const statedFactIds: readonly StatedFactId[] = statedFacts.map(({ id }) => id);

/** The derived facts, each after those it reads. */
export const derivedFactIds = Object.keys(derivedFactTable) as DerivedFactId[];

/** The facts that rules can read. The position of a fact is its index in `ids`, which is fact order. */
export interface FactTable {
  readonly ids: readonly [FactId, ...FactId[]];
  /** Those that a profile states itself. */
  readonly stated: readonly FactId[];
  readonly describe: (id: FactId) => FactDescription;
  readonly positionOf: (id: string) => number | undefined;
  /** The shape of the profiles that state them. */
  readonly shape: ProfileShape;
}

type Entry = readonly [FactId, FactDescription];

const ownEntries: readonly Entry[] = [
  ...statedFacts.map((fact) => [fact.id, fact] as const),
  [
    "asOf",
    {
      type: "date",
      label: "Day asked about",
      help: "The day the question is asked for: the option `asOf`.",
    },
  ],
  ...derivedFactIds.map((id) => [id, derivedFactTable[id]] as const),
];

function tableOf(
  entries: readonly Entry[],
  stated: readonly FactId[],
  shape: ProfileShape,
): FactTable {
  const descriptions: ReadonlyMap<string, FactDescription> = new Map(entries);
  const ids = [...descriptions.keys()] as [FactId, ...FactId[]];
  const positions: ReadonlyMap<string, number> = new Map(ids.map((id, index) => [id, index]));
  return {
    ids,
    stated,
    describe: (id) => descriptions.get(id)!,
    positionOf: (id) => positions.get(id),
    shape,
  };
}

/** The package's own facts. */
export const ownFacts: FactTable = tableOf(ownEntries, statedFactIds, ownShape);

/** Every own fact that a condition can read: stated facts, the day asked about, and derived facts. */
export const factIds = ownFacts.ids;

export const describeFact = ownFacts.describe;

/** The position of one of the package's own facts, which is the same in every table. */
export function positionOf(id: FactId): number {
  return ownFacts.positionOf(id)!;
}

/** How many hosts in one process can declare their own facts and find everything prepared. */
const mostTables = 64;

const addHostFacts = memoizeByKey(
  (hostFacts: readonly HostFact[]): FactTable => {
    const { shape, facts } = shapeWith(hostFacts, factIds.length);
    const ids = facts.map(({ id }) => id as FactId);
    const entries = facts.map((fact, index) => [ids[index]!, fact] as const);
    return tableOf([...ownEntries, ...entries], [...statedFactIds, ...ids], shape);
  },
  (hostFacts) => JSON.stringify(hostFacts),
  mostTables,
);

/**
 * The facts that rules can read, with those that a host declares.
 *
 * @returns The same table for the same declarations, so that rules are prepared once.
 */
export function factsWith(hostFacts: readonly HostFact[] = []): FactTable {
  return hostFacts.length === 0 ? ownFacts : addHostFacts(hostFacts);
}

/** The facts that a derived fact reads, derived or not; undefined for any other fact. */
export function originsOf(id: FactId): readonly FactId[] | undefined {
  if (!Object.hasOwn(derivedFactTable, id)) return undefined;
  const { needs, mayRead = [] }: DerivedFact = derivedFactTable[id as DerivedFactId];
  return [...needs, ...mayRead];
}
