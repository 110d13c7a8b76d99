import type * as z from "zod";

import { inDigits, shorten } from "../input/bounded.ts";
import { isIsoDate } from "../input/date-schema.ts";
import type { IssueParams } from "../input/issues.ts";
import { quoted } from "../input/nearest.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { FactTable } from "../facts/fact-table.ts";
import type { ValueType } from "../profile/field-layout.ts";
import { describeOperator } from "./operators.ts";
import { placeholdersIn, textsOf } from "./text.ts";
import {
  type ConditionValue,
  type FactCondition,
  type RuleFile,
  type RuleVersion,
  hasRemedy,
  isFactReference,
  overlap,
} from "./rule.ts";

function refuse(
  context: z.RefinementCtx,
  path: readonly PropertyKey[],
  message: string,
  params: IssueParams,
): void {
  context.addIssue({ code: "custom", path: [...path], message, params: { ...params } });
}

type Check<Value> = (value: Value, context: z.RefinementCtx) => void;

/** Returns a check that the operator can read the fact and that the fact can have the value. */
export function comparisonCheck({ describe }: FactTable): Check<FactCondition> {
  return ({ fact, operator, value }, context) => {
    const { type } = describe(fact);
    const { reads, against } = describeOperator(operator);
    if (!reads.includes(type)) {
      const message = `Operator "${operator}" cannot read ${fact}, which is a ${type}`;
      refuse(context, ["operator"], message, {
        code: "wrong-operator",
        values: { operator, fact, type },
      });
      return;
    }
    const problem =
      against === "list" ? listProblem(fact, value, describe) : valueProblem(fact, value, describe);
    if (problem === undefined) return;
    const { message, ...values } = problem;
    refuse(context, ["value"], message, { code: "wrong-value", values: { fact, ...values } });
  };
}

type Describe = FactTable["describe"];

/** Why a fact is never compared with a value, and with what it can be. */
interface Problem {
  readonly message: string;
  readonly expected?: string;
  readonly allowed?: readonly string[];
}

function listProblem(fact: FactId, value: ConditionValue, describe: Describe): Problem | undefined {
  if (isFactReference(value)) {
    const fits = describe(fact).type === "text" && describe(value.fact).type === "text list";
    if (fits) return undefined;
    return { message: `${fact} cannot be looked up in ${value.fact}`, expected: "text list" };
  }
  if (!Array.isArray(value))
    return { message: `${fact} must be compared with a list`, expected: "list" };
  return value
    .map((item) => valueProblem(fact, item, describe))
    .find((problem) => problem !== undefined);
}

function valueProblem(
  fact: FactId,
  value: ConditionValue,
  describe: Describe,
): Problem | undefined {
  const { type, values } = describe(fact);
  const expected = type === "text list" ? "text" : type;
  if (isFactReference(value)) {
    const actual = describe(value.fact).type;
    if (actual === expected) return undefined;
    const message = `${fact} (${type}) cannot be compared with ${value.fact} (${actual})`;
    return { message, expected };
  }
  if (!isOfType(expected, value))
    return { message: `${fact} must be compared with a ${expected}`, expected };
  if (values === undefined || values.includes(String(value))) return undefined;
  const message = `${fact} is never ${quoted(String(value))}; it is one of ${listed(values)}`;
  return { message, allowed: values };
}

/** The most values that a message lists. */
const mostListed = 10;

function listed(values: readonly string[]): string {
  const shown = values.slice(0, mostListed).map((value) => shorten(value, 80));
  const more = values.length - shown.length;
  return more === 0 ? shown.join(", ") : `${shown.join(", ")} and ${inDigits(more)} more`;
}

function isOfType(type: string, value: ConditionValue): boolean {
  if (type === "date") return isIsoDate(value);
  return typeof value === (type === "text" ? "string" : type);
}

/** Checks that there is a message for each status that the rule can reach, and for no other. */
export function checkMessages(version: RuleVersion, context: z.RefinementCtx): void {
  const optional = [
    ["not-due", "dueWhen"],
    ["not-applicable", "appliesWhen"],
  ] as const;
  for (const [status, condition] of optional) {
    const hasMessage = version.messages[status] !== undefined;
    const hasCondition = version[condition] !== undefined;
    if (hasMessage === hasCondition) continue;
    const message = hasCondition
      ? `A rule with ${condition} needs a message for ${status}`
      : `Without ${condition} the rule is never ${status}`;
    refuse(context, ["messages", status], message, { code: "wrong-text", values: { status } });
  }
}

/** Checks that each variant has a reachable status, and a remedy only where one is shown. */
export function checkVariants(
  { messages, variants = [] }: RuleVersion,
  context: z.RefinementCtx,
): void {
  variants.forEach(({ status, remedy }, index) => {
    const path = ["variants", index, "status"];
    const params: IssueParams = { code: "wrong-text", values: { status } };
    if (messages[status] === undefined)
      refuse(context, path, `The rule is never ${status}`, params);
    if (remedy !== undefined && !hasRemedy(status))
      refuse(context, path, `A ${status} finding shows no remedy`, params);
  });
}

/** Checks that only a requirement says "must". */
export function checkMust(version: RuleVersion, context: z.RefinementCtx): void {
  const { kind } = version;
  if (kind === "requirement") return;
  for (const [path, text] of textsOf(version)) {
    if (!/\bmust\b/i.test(text)) continue;
    const params: IssueParams = { code: "wrong-text", values: { word: "must" } };
    refuse(context, path, `A ${kind} cannot say "must"`, params);
  }
}

/** Returns a check that each placeholder names a value of the rule or a fact with a single value. */
export function placeholderCheck({ describe, positionOf }: FactTable): Check<RuleVersion> {
  const isScalar = (name: string): boolean =>
    positionOf(name) !== undefined && !isMany(describe(name as FactId).type);
  return (version, context) => {
    const { values = {} } = version;
    for (const [path, text] of textsOf(version)) {
      for (const name of placeholdersIn(text)) {
        if (Object.hasOwn(values, name) || isScalar(name)) continue;
        const params: IssueParams = { code: "wrong-text", values: { name } };
        refuse(context, path, `Unknown placeholder {${name}}`, params);
      }
    }
  };
}

function isMany(type: ValueType): boolean {
  return ["record", "record list", "text list"].includes(type);
}

/** Checks that a rule has at most one version per track and day. */
export function checkOverlap({ versions }: RuleFile, context: z.RefinementCtx): void {
  versions.forEach((version, index) => {
    const earlier = versions.slice(0, index).findIndex((other) => overlap(other, version));
    if (earlier === -1) return;
    const message = `Overlaps with versions.${earlier}: both are in force in the same track on the same day`;
    refuse(context, ["versions", index, "from"], message, {
      code: "duplicate",
      values: { first: `versions.${earlier}` },
    });
  });
}
