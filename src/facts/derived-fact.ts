import type { FactId } from "./fact-id.ts";
import type { ValueType } from "../profile/field-layout.ts";
import type { FactValue } from "../profile/profile-reader.ts";

/** The description of a fact that follows from others. */
export interface DerivedFact {
  readonly type: ValueType;
  readonly label: string;
  /** The unit of a number. */
  readonly unit?: string;
  /** The facts without which it is unknown; a report asks for them instead. */
  readonly needs: readonly FactId[];
  /** Facts that it also reads but can do without. */
  readonly mayRead?: readonly FactId[];
  /** If it counts the months since a day, the fact that holds the day. */
  readonly monthsSince?: FactId;
  /** What the fact means. */
  readonly help: string;
  /** Computes its value from the values of `needs`, then of `mayRead`; undefined while unknown. */
  readonly derive: (...values: never[]) => FactValue | undefined;
}

/** A value; `null` if known to be none, undefined if unknown. */
export type Maybe<Value> = Value | null | undefined;
