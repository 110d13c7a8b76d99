import { leavesOf } from "../rule/facts-in-conditions.ts";
import type { Condition, Rule } from "../rule/rule.ts";
import type { OperatorId } from "../rule/operators.ts";
import type { EditionId, RuleId } from "../rule/ids.ts";
import type { Kind, Track } from "../rule/vocabulary.ts";
import { parseComparisonOptions } from "../options/options.ts";
import { rulesInForce } from "./rules-in-force.ts";

/**
 * A part of a rule in which two editions can differ.
 *
 * @category Compare
 */
export type RulePart = "kind" | "actor" | "conditions" | "dueWhen" | "appliesWhen";

/**
 * A number that the conditions of a rule compare with, before and after.
 *
 * @category Compare
 */
export interface ThresholdChange {
  operator: OperatorId;
  /** Absent if there was none. */
  before?: number;
  /** Absent if it was removed. */
  after?: number;
}

/**
 * How one rule differs between two editions. A change of wording alone does not count.
 *
 * @category Compare
 */
export interface RuleChange {
  ruleId: RuleId;
  title: string;
  /** The parts that differ. */
  parts: RulePart[];
  /** Present if the kind differs: a requirement became a recommendation, for example. */
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
  return leavesOf(condition).flatMap(({ operator, value }): Threshold[] =>
    typeof value === "number" ? [[operator, value]] : [],
  );
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

/** The named values that differ, by the operator that compares with them. */
function valueChanges(before: Rule, after: Rule): ThresholdChange[] {
  return Object.entries(after.values ?? {}).flatMap(([name, value]) => {
    const old = before.values?.[name];
    const compared = thresholdsIn(after.conditions).find(([, number]) => number === value);
    if (typeof old !== "number" || typeof value !== "number" || old === value) return [];
    return compared === undefined ? [] : [{ operator: compared[0], before: old, after: value }];
  });
}

/** The numbers that differ, but for those whose change is known by name. */
function numberChanges(
  before: Rule,
  after: Rule,
  named: readonly ThresholdChange[],
): ThresholdChange[] {
  const [old, current] = [numbersOf(before), numbersOf(after)];
  const isNamed = (part: "before" | "after", number: number): boolean =>
    named.some((change) => change[part] === number);
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((operator) => {
    const [were, are] = [old.get(operator) ?? [], current.get(operator) ?? []];
    const gone = were.filter((n) => !are.includes(n) && !isNamed("before", n));
    const come = are.filter((n) => !were.includes(n) && !isNamed("after", n));
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
      operator,
      ...(gone[index] !== undefined && { before: gone[index] }),
      ...(come[index] !== undefined && { after: come[index] }),
    }));
  });
}

function thresholdChanges(before: Rule, after: Rule): ThresholdChange[] {
  const named = valueChanges(before, after);
  return [...named, ...numberChanges(before, after, named)];
}

/** Returns how a rule differs from its earlier version; empty if it does not. */
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
 * Compares the rules of two editions in one track, independently of any profile. Answers the question
 * "What changes on that day?".
 *
 * @param a - The edition before the change.
 * @param b - The edition after the change.
 * @param options - The track; `enroll` if not given.
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
  const { track } = parseComparisonOptions(options);
  const before = new Map(rulesInForce({ track, edition: a }).map((rule) => [rule.id, rule]));
  const after = new Map(rulesInForce({ track, edition: b }).map((rule) => [rule.id, rule]));
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after].flatMap(([id, rule]) => {
      const old = before.get(id);
      return old === undefined ? [] : changeOf(old, rule);
    }),
  };
}
