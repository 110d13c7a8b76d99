import type { FactId } from "../facts/fact-id.ts";
import type { EditionId, RuleId } from "../rule/ids.ts";
import type { Track } from "../rule/vocabulary.ts";
import type { ValueType } from "../profile/field-layout.ts";
import { deepFreeze } from "./deep-freeze.ts";
import data from "./facts.json" with { type: "json" };

/**
 * A value that a text can have, with its label.
 *
 * @category Profile
 */
export interface FactOption {
  value: string;
  label: string;
}

/**
 * A field of each record in a list, such as the country of a location ID.
 *
 * @category Profile
 */
export interface RecordField {
  name: string;
  type: ValueType;
  label: string;
  /** What it means. */
  help: string;
  /** Present if the value is a country, by its ISO 3166-1 alpha-2 code. */
  format?: "country";
}

/**
 * A rule that reads a fact, itself or through derived facts.
 *
 * @category Profile
 */
export interface FactReader {
  ruleId: RuleId;
  track: Track;
  /** The editions in which it does. */
  editions: readonly EditionId[];
}

/**
 * All there is to know about a fact: enough for a form, a table and a page of help.
 *
 * @category Profile
 */
export interface Fact {
  /** For a fact that a profile states, its path in the profile. */
  id: FactId;
  label: string;
  /** How to ask for it; absent if a profile does not state it. */
  question?: string;
  /** What it means, in Markdown. */
  help: string;
  type: ValueType;
  /** The unit of a number: `USD`, `hours`, `accounts`. */
  unit?: string;
  /** Present if a number counts things. */
  isInteger?: true;
  /** Present if the value is a country, by its ISO 3166-1 alpha-2 code. */
  format?: "country";
  /** The only values that a text can have. */
  values?: readonly FactOption[];
  /** The fields of each record in a list. */
  fields?: readonly RecordField[];
  /** Present if `null` is allowed; it says "known to be none". */
  nullable?: true;
  /** What `null` says, in a sentence. */
  nullMeans?: string;
  /** The value that it has if it is absent. */
  absentMeans?: string;
  /** What is taken if it is absent, in a sentence; without this and `absentMeans`, absent means unknown. */
  whenAbsent?: string;
  /** The heading of the group it belongs to in a form. */
  group: string;
  /** The facts it follows from; absent if a profile states it. */
  derivedFrom?: readonly FactId[];
  /** The rules of the package that read it, in rule order. */
  readBy: readonly FactReader[];
}

/**
 * Every fact that a condition can read, deeply frozen: those that a profile states, in the order of a
 * form; the day asked about; and those that follow from others. The same data is in
 * `csp-direct-bill-rules/rules/facts.json`. For the fields to ask for in one track, see
 * {@link factsFor}.
 *
 * @example
 * ```ts
 * const fact = facts.find(({ id }) => id === "security.adminAccountsWithMfa");
 * fact?.question; //=> "How many of these accounts use multifactor authentication (MFA)?"
 * fact?.readBy[0]; //=> { ruleId: "security-mfa", track: "enroll", editions: ["2025-10-01"] }
 * ```
 *
 * @category Profile
 */
// Written by `npm test -- -u`; TypeScript reads JSON with widened types.
export const facts: readonly Fact[] = deepFreeze(data as unknown as Fact[]);
