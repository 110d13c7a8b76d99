import type { IsoDate } from "../input/dates.ts";
import type { Confidence } from "./documents.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { OperatorId } from "./operators.ts";
import type { Actor, Kind, Track } from "./vocabulary.ts";
import type { RuleId } from "./ids.ts";

/**
 * A leaf of a condition: a fact, an operator, and the value or other fact that the fact is compared
 * with.
 *
 * @category Rules
 */
export interface FactCondition {
  readonly fact: FactId;
  readonly operator: OperatorId;
  readonly value: ConditionValue;
}

/**
 * What a fact is compared with: a value of its type, a list for `in` and `notIn`, or another fact.
 *
 * @category Rules
 */
export type ConditionValue =
  boolean | number | string | readonly (number | string)[] | { readonly fact: FactId };

/** Whether a value refers to another fact. */
export function isFactReference(value: unknown): value is { readonly fact: FactId } {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "fact");
}

/**
 * A condition in the grammar of json-rules-engine, without its `path`, `params`, `priority` and named
 * conditions. Its result is true, false or unknown.
 *
 * @category Rules
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | FactCondition;

/**
 * The source of a rule: sentences of a document registered in `rules/sources.json` or, for a host's
 * own rule, any document.
 *
 * @category Rules
 */
export type RuleSource =
  | {
      /** Id of a registered document. */
      readonly document: string;
      /** Ids of the sentences. */
      readonly segments?: readonly string[] | undefined;
    }
  | {
      readonly title: string;
      readonly url: string;
      /** Date of the text. */
      readonly revision: IsoDate;
      readonly segments?: readonly string[] | undefined;
      readonly confidence?: Confidence | undefined;
    };

/**
 * One sentence for each status a finding can have. `{name}` in a message or remedy is replaced in
 * the finding by a value of the rule (`values`) or by the value of a fact (`{support.plan.type}`).
 *
 * @category Rules
 */
export interface RuleMessages {
  readonly met: string;
  readonly unmet: string;
  readonly unknown: string;
  /** Present exactly when the rule has `dueWhen`. */
  readonly "not-due"?: string | undefined;
  /** Present exactly when the rule has `appliesWhen`. */
  readonly "not-applicable"?: string | undefined;
}

/**
 * A status of a finding for which a rule has a message.
 *
 * @category Rules
 */
export type WordedStatus = keyof RuleMessages;

/** Whether a finding with this status says what to do. */
export function hasRemedy(status: WordedStatus): boolean {
  return status !== "met" && status !== "not-applicable";
}

/**
 * The wording of a status in particular states of the company. The first variant of a status whose
 * `when` is true replaces the general message, remedy or actor; what it leaves out is kept.
 *
 * @category Rules
 */
export interface RuleVariant {
  readonly status: WordedStatus;
  /** True selects the variant; false and unknown do not. */
  readonly when: Condition;
  readonly message?: string | undefined;
  readonly remedy?: string | undefined;
  readonly actor?: Actor | undefined;
}

/**
 * The content of one rule in one period.
 *
 * @category Rules
 */
export interface RuleVersion {
  /** First day in force. */
  readonly from: IsoDate;
  /** First day no longer in force; absent if open-ended. */
  readonly until?: IsoDate | undefined;
  readonly tracks: readonly Track[];
  readonly kind: Kind;
  /** Who must act next. */
  readonly actor: Actor;
  /** Values that the texts name: `{ thresholdUsd: 1000000 }` fills `{thresholdUsd}`. */
  readonly values?: Readonly<Record<string, number | string>> | undefined;
  /** True means met. */
  readonly conditions: Condition;
  /** False means that the rule is not due yet. Absent: always due. */
  readonly dueWhen?: Condition | undefined;
  /** False means that the rule does not apply to this company. Absent: it applies to every company. */
  readonly appliesWhen?: Condition | undefined;
  readonly messages: RuleMessages;
  /** What to do about it. */
  readonly remedy: string;
  /** Other texts, or another actor, for particular states. */
  readonly variants?: readonly RuleVariant[] | undefined;
  /** Remarks for the reader: conflicts between sources, and what they leave open. */
  readonly notes?: readonly string[] | undefined;
  readonly sources: readonly RuleSource[];
}

/**
 * One requirement, recommendation or step, in the wording of one period.
 *
 * @typeParam Id - The ids it can have: {@link RuleId} for the rules of the package, strings of your
 * choice for your own.
 *
 * @category Rules
 */
export interface Rule<Id extends string = RuleId> extends RuleVersion {
  readonly id: Id;
  readonly title: string;
  /**
   * Ids of the rules that come before it in the procedure. They order advice: a step is not advised
   * while a requirement before it is unmet or unknown. A status never depends on them.
   */
  readonly after?: readonly string[] | undefined;
}

/**
 * The content of `rules/<rule-id>.json`: one rule with its history.
 *
 * @category Rules
 */
export interface RuleFile {
  /** For editors: the JSON Schema of this file. */
  readonly $schema?: string | undefined;
  /** Same as the file name. */
  readonly id: string;
  readonly title: string;
  /** Ids of the rules that come before it in the procedure. */
  readonly after?: readonly string[] | undefined;
  /** Every version, dated; versions of one track do not overlap. */
  readonly versions: readonly RuleVersion[];
}

type Reign = Pick<RuleVersion, "from" | "until" | "tracks">;

/** Whether two versions of a rule would be in force together in some track. */
export function overlap(a: Reign, b: Reign): boolean {
  const together =
    (a.until === undefined || b.from < a.until) && (b.until === undefined || a.from < b.until);
  return together && a.tracks.some((track) => b.tracks.includes(track));
}
