import type * as z from "zod";

import { isIsoDate } from "../input/dates.ts";
import type { FactId } from "../facts/fact-id.ts";
import { describeFact, positionOf } from "../facts/fact-table.ts";
import { describeOperator } from "./operators.ts";
import { placeholdersIn } from "./text.ts";
import {
  type ConditionValue,
  type FactCondition,
  type RuleFile,
  type RuleVersion,
  hasRemedy,
  isFactReference,
  overlap,
} from "./rule.ts";

/** Checks that the operator can read the fact and that the fact can have the value. */
export function checkComparison(
  { fact, operator, value }: FactCondition,
  context: z.RefinementCtx,
): void {
  const { type } = describeFact(fact);
  const { reads, against } = describeOperator(operator);
  if (!reads.includes(type)) {
    const message = `Operator "${operator}" cannot read ${fact}, which is a ${type}`;
    context.addIssue({ code: "custom", path: ["operator"], message });
    return;
  }
  const problem = against === "list" ? listProblem(fact, value) : valueProblem(fact, value);
  if (problem !== undefined)
    context.addIssue({ code: "custom", path: ["value"], message: problem });
}

function listProblem(fact: FactId, value: ConditionValue): string | undefined {
  if (isFactReference(value)) {
    const fits =
      describeFact(fact).type === "text" && describeFact(value.fact).type === "text list";
    return fits ? undefined : `${fact} cannot be looked up in ${value.fact}`;
  }
  if (!Array.isArray(value)) return `${fact} must be compared with a list`;
  return value.map((item) => valueProblem(fact, item)).find((problem) => problem !== undefined);
}

function valueProblem(fact: FactId, value: ConditionValue): string | undefined {
  const { type, values } = describeFact(fact);
  const expected = type === "text list" ? "text" : type;
  if (isFactReference(value)) {
    const actual = describeFact(value.fact).type;
    return actual === expected
      ? undefined
      : `${fact} (${type}) cannot be compared with ${value.fact} (${actual})`;
  }
  if (!isOfType(expected, value)) return `${fact} must be compared with a ${expected}`;
  if (values === undefined || values.includes(String(value))) return undefined;
  return `${fact} is never ${JSON.stringify(value)}; it is one of ${values.join(", ")}`;
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
    context.addIssue({ code: "custom", path: ["messages", status], message });
  }
}

/** Checks that each variant has a reachable status, and a remedy only where one is shown. */
export function checkVariants(
  { messages, variants = [] }: RuleVersion,
  context: z.RefinementCtx,
): void {
  variants.forEach(({ status, remedy }, index) => {
    const path = ["variants", index, "status"];
    if (messages[status] === undefined)
      context.addIssue({ code: "custom", path, message: `The rule is never ${status}` });
    if (remedy !== undefined && !hasRemedy(status))
      context.addIssue({ code: "custom", path, message: `A ${status} finding shows no remedy` });
  });
}

type Text = [path: PropertyKey[], text: string | undefined];

function textsOf({ messages, remedy, variants = [] }: RuleVersion): Text[] {
  return [
    ...Object.entries(messages).map(([status, text]): Text => [["messages", status], text]),
    [["remedy"], remedy],
    ...variants.flatMap((variant, index): Text[] => [
      [["variants", index, "message"], variant.message],
      [["variants", index, "remedy"], variant.remedy],
    ]),
  ];
}

/** Checks that only a requirement says "must". */
export function checkMust(version: RuleVersion, context: z.RefinementCtx): void {
  const { kind } = version;
  if (kind === "requirement") return;
  for (const [path, text] of textsOf(version)) {
    if (text === undefined || !/\bmust\b/i.test(text)) continue;
    context.addIssue({ code: "custom", path, message: `A ${kind} cannot say "must"` });
  }
}

/** Checks that each placeholder names a value of the rule or a fact with a single value. */
export function checkPlaceholders(version: RuleVersion, context: z.RefinementCtx): void {
  const { values = {} } = version;
  const isKnown = (name: string): boolean =>
    Object.hasOwn(values, name) || (positionOf(name) !== undefined && isScalar(name as FactId));
  for (const [path, text] of textsOf(version)) {
    for (const name of placeholdersIn(text ?? "").filter((found) => !isKnown(found)))
      context.addIssue({ code: "custom", path, message: `Unknown placeholder {${name}}` });
  }
}

function isScalar(fact: FactId): boolean {
  return !["record", "text list"].includes(describeFact(fact).type);
}

/** Checks that a rule has at most one version per track and day. */
export function checkOverlap({ versions }: RuleFile, context: z.RefinementCtx): void {
  versions.forEach((version, index) => {
    const earlier = versions.slice(0, index).findIndex((other) => overlap(other, version));
    if (earlier === -1) return;
    const message = `Overlaps with versions.${earlier}: both are in force in the same track on the same day`;
    context.addIssue({ code: "custom", path: ["versions", index, "from"], message });
  });
}
