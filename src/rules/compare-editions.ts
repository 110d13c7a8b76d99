import type { Condition, Rule } from "../rule/rule.ts";
import type { OperatorId } from "../rule/operators.ts";
import type { EditionId, RuleId } from "../rule/ids.ts";
import type { Kind, Track } from "../rule/vocabulary.ts";
import { rulesInForce } from "./rules-in-force.ts";

/**
 * A part of a rule that decides something.
 *
 * @category Compare
 */
export type RulePart = "kind" | "actor" | "conditions" | "dueWhen" | "appliesWhen";

/**
 * A number that a rule compares with, before and after.
 *
 * @category Compare
 */
export interface ThresholdChange {
  operator: OperatorId;
  /** Absent where there was none. */
  before?: number;
  /** Absent where there is none any more. */
  after?: number;
}

/**
 * How one rule differs between two editions. A new wording alone is no change.
 *
 * @category Compare
 */
export interface RuleChange {
  ruleId: RuleId;
  title: string;
  /** The parts that differ. */
  parts: RulePart[];
  /** Present where the kind differs: a requirement became a recommendation. */
  kind?: { before: Kind; after: Kind };
  /** The numbers that differ. */
  thresholds: ThresholdChange[];
}

/**
 * What changes from one edition to another, in rule order.
 *
 * @category Compare
 */
export interface EditionComparison {
  added: RuleId[];
  removed: RuleId[];
  changed: RuleChange[];
}

const parts = ["kind", "actor", "conditions", "dueWhen", "appliesWhen"] as const;

type Threshold = [operator: OperatorId, value: number];

function thresholdsIn(condition: Condition): Threshold[] {
  if ("all" in condition) return condition.all.flatMap(thresholdsIn);
  if ("any" in condition) return condition.any.flatMap(thresholdsIn);
  if ("not" in condition) return thresholdsIn(condition.not);
  return typeof condition.value === "number" ? [[condition.operator, condition.value]] : [];
}

/** The numbers of a rule by operator, each once. */
function numbersOf({ conditions }: Rule): Map<OperatorId, number[]> {
  const numbers = new Map<OperatorId, number[]>();
  for (const [operator, value] of thresholdsIn(conditions)) {
    const known = numbers.get(operator) ?? [];
    if (!known.includes(value)) numbers.set(operator, [...known, value]);
  }
  return numbers;
}

function thresholdChanges(before: Rule, after: Rule): ThresholdChange[] {
  const [old, current] = [numbersOf(before), numbersOf(after)];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((operator) => {
    const gone = (old.get(operator) ?? []).filter((n) => !current.get(operator)?.includes(n));
    const come = (current.get(operator) ?? []).filter((n) => !old.get(operator)?.includes(n));
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
      operator,
      ...(gone[index] !== undefined && { before: gone[index] }),
      ...(come[index] !== undefined && { after: come[index] }),
    }));
  });
}

/** How a rule differs from its earlier version, if it does. */
export function changeOf(before: Rule, after: Rule): RuleChange[] {
  const differing = parts.filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
  if (differing.length === 0) return [];
  const kind = { before: before.kind, after: after.kind };
  return [
    {
      ruleId: after.id,
      title: after.title,
      parts: differing,
      ...(kind.before !== kind.after && { kind }),
      thresholds: thresholdChanges(before, after),
    },
  ];
}

/**
 * Compares the rules of two editions in one track: what a host that asks "what changes on that day?"
 * has to know, apart from any profile.
 *
 * @param a - The edition before.
 * @param b - The edition after.
 * @param options - The track; `enroll` where it is not given.
 * @returns Rules added, removed and changed, in rule order.
 * @throws {@link InvalidOptionsError} if an edition or the track is unknown.
 *
 * @example
 * ```ts
 * const { added, removed, changed } = compareEditions("2018-08-31", "2020-10-27", { track: "enroll" });
 * added; //=> ["ttm-revenue"]
 * removed; //=> ["eligibility-questionnaire"]
 * changed.map(({ ruleId, parts }) => [ruleId, parts]);
 * //=> [["partner-id", ["conditions"]], ["managed-service", ["kind"]]]
 * ```
 *
 * @category Compare
 */
export function compareEditions(
  a: EditionId,
  b: EditionId,
  options: { track?: Track | undefined } = {},
): EditionComparison {
  const before = new Map(rulesInForce({ ...options, edition: a }).map((rule) => [rule.id, rule]));
  const after = new Map(rulesInForce({ ...options, edition: b }).map((rule) => [rule.id, rule]));
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after].flatMap(([id, rule]) => {
      const old = before.get(id);
      return old === undefined ? [] : changeOf(old, rule);
    }),
  };
}
