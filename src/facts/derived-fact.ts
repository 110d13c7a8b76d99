import type { FactId } from "./fact-id.ts";
import type { ValueType } from "../profile/field-layout.ts";
import type { FactValue } from "../profile/profile-reader.ts";

/** A fact that follows from others: all there is to know about it. */
export interface DerivedFact {
  readonly type: ValueType;
  /** The facts it is unknown without: what a report asks for instead. */
  readonly needs: readonly FactId[];
  /** Facts that it reads too, and does without where they are unknown. */
  readonly mayRead?: readonly FactId[];
  /** What it says. */
  readonly words: string;
  /** Its value, from those of `needs` and then of `mayRead`; undefined while unknown. */
  readonly derive: (...values: never[]) => FactValue | undefined;
}

/** A value that may be known to be none, or not known. */
export type Maybe<Value> = Value | null | undefined;
