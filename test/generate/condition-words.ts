import { type Condition, type ConditionValue, type FactId, facts } from "../../src/index.ts";
import { describeOperator } from "../../src/rule/operators.ts";
import { isFactReference } from "../../src/rule/rule.ts";
import { formatValue } from "../../src/rule/text.ts";
import type { FactValue } from "../../src/profile/profile-reader.ts";

/** What a reader needs to know about a fact. */
export const factOf = new Map(facts.map((fact) => [fact.id, fact]));

/** The anchor of a fact on the page of facts: its id, dots as hyphens. */
export const factAnchor = (id: string): string => id.replaceAll(".", "-");

/** A link to a fact by its label. */
export function linkToFact(id: FactId, root: string): string {
  return `[${factOf.get(id)!.label}](${root}facts.md#${factAnchor(id)})`;
}

function labelOf(id: FactId, value: FactValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const option = factOf.get(id)?.values?.find((candidate) => candidate.value === value);
  if (option !== undefined && option.label !== option.value) return `${option.label}`;
  const { unit } = factOf.get(id)!;
  return unit === undefined ? formatValue(value) : `${formatValue(value)} ${unit}`;
}

function wordsOfValue(id: FactId, value: ConditionValue, root: string): string {
  if (isFactReference(value)) return linkToFact(value.fact as FactId, root);
  if (!Array.isArray(value)) return `**${labelOf(id, value)}**`;
  return value.map((item) => `**${labelOf(id, item)}**`).join(", ");
}

/** A comparison in words: the label of the fact, linked; what it is compared with; its id. */
function wordsOfLeaf(condition: Extract<Condition, { fact: string }>, root: string): string {
  const { fact, operator, value } = condition;
  const [id, link] = [fact as FactId, linkToFact(fact as FactId, root)];
  const compared = wordsOfValue(id, value, root);
  const said =
    operator === "equal" && typeof value === "boolean"
      ? `${link}: ${compared}`
      : `${link} ${describeOperator(operator).words} ${compared}`;
  return `${said} <small>\`${fact}\`</small>`;
}

/** Each kind of group has an emphasis of its own, by which the site draws its bar. */
const groupWords = { all: "**all of**", any: "_at least one of_", not: "**_not_**" } as const;

/**
 * Conditions as a nested list in words.
 *
 * @param root - The way from the page to the folder of the documentation.
 */
export function renderCondition(condition: Condition, root: string, indent = ""): string {
  if ("fact" in condition) return `${indent}- ${wordsOfLeaf(condition, root)}`;
  const [group, children] =
    "all" in condition
      ? (["all", condition.all] as const)
      : "any" in condition
        ? (["any", condition.any] as const)
        : (["not", [condition.not]] as const);
  if (children.length === 1 && group !== "not") return renderCondition(children[0]!, root, indent);
  return [
    `${indent}- ${groupWords[group]}`,
    ...children.map((child) => renderCondition(child, root, `${indent}  `)),
  ].join("\n");
}
