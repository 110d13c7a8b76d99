import type { StatedFactId } from "../profile/profile.ts";
import { statedFacts } from "../profile/read-profile.ts";
import type { ValueType } from "../profile/field-layout.ts";
import type { DerivedFact } from "./derived-fact.ts";
import { derivedFactTable } from "./derived-facts.ts";
import type { DerivedFactId, FactId } from "./fact-id.ts";

/** The description of a fact, stated or derived. */
export interface FactDescription extends Partial<Pick<DerivedFact, "needs" | "mayRead">> {
  readonly type: ValueType;
  /** What the fact means. */
  readonly words: string;
  /** The only values a text can have. */
  readonly values?: readonly string[] | undefined;
  /** The value that an absent process field counts as. */
  readonly absentMeans?: string | undefined;
}

/** The facts that a profile states itself, in report order. */
export const statedFactIds: readonly StatedFactId[] = statedFacts.map(({ id }) => id);

/** The derived facts, each after those it reads. */
export const derivedFactIds = Object.keys(derivedFactTable) as DerivedFactId[];

const factTable: ReadonlyMap<string, FactDescription> = new Map<string, FactDescription>([
  ...statedFacts.map((fact) => [fact.id, fact] as const),
  ["asOf", { type: "date", words: "The day the question is asked for: the option `asOf`." }],
  ...Object.entries(derivedFactTable),
]);

/** Every fact a condition can read: stated facts, the day asked about, and derived facts. */
export const factIds = [...factTable.keys()] as [FactId, ...FactId[]];

export function describeFact(id: FactId): FactDescription {
  return factTable.get(id)!;
}

/** The facts that a derived fact reads, derived or not; undefined for any other fact. */
export function originsOf(id: FactId): readonly FactId[] | undefined {
  const { needs, mayRead = [] } = describeFact(id);
  return needs && [...needs, ...mayRead];
}

const positions: ReadonlyMap<string, number> = new Map(factIds.map((id, index) => [id, index]));

/** The zero-based position of a fact in fact order; undefined if there is no such fact. */
export function positionOf(id: FactId): number;
export function positionOf(id: string): number | undefined;
export function positionOf(id: string): number | undefined {
  return positions.get(id);
}
