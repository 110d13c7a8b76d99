import { ZenEngine } from "@gorules/zen-engine";
import { LogicEngine } from "json-logic-engine";

import type { Condition, FactCondition } from "../../src/index.ts";
import { type Part, bareEngine } from "../bare-engine.ts";
import { isFactReference } from "../../src/rule/rule.ts";

type Input = Readonly<Record<string, unknown>>;

/** The names of the conditions that hold, of one profile. */
export type Verdict = (index: number) => ReadonlySet<string> | Promise<ReadonlySet<string>>;

/** The same rules on bare json-rules-engine, the engine reused, on facts made ready beforehand. */
export function bareJsonRulesEngine(parts: readonly Part[], inputs: readonly Input[]): Verdict {
  const engine = bareEngine(parts);
  return async (index) => {
    const { results } = await engine.run(inputs[index]);
    return new Set(results.map(({ name }) => name));
  };
}

/** Facts as the nested object that the other engines read paths from. */
function nest(facts: Input, convert: (value: unknown) => unknown): object {
  const nested: Record<string, unknown> = {};
  for (const [fact, value] of Object.entries(facts)) {
    if (value === null || fact === "membership.locationIds") continue;
    const path = fact.split(".");
    const last = path.pop()!;
    let group = nested;
    for (const key of path) group = (group[key] ??= {}) as Record<string, unknown>;
    if (fact !== "support.plan") group[last] = convert(value);
  }
  return nested;
}

const jsonLogicOperators: Record<string, string> = {
  equal: "===",
  in: "in",
  lessThan: "<",
  greaterThanInclusive: ">=",
  lessThanInclusive: "<=",
  onOrBefore: "<=",
  onOrAfter: ">=",
  later: ">",
};

/** A missing value counts as 0 there: it would be less than anything, and no later than another one. */
const holdOfMissing: ReadonlySet<string> = new Set([
  "lessThan",
  "lessThanInclusive",
  "onOrBefore",
  "onOrAfter",
]);

function toJsonLogic(condition: Condition): object {
  if ("all" in condition) return { and: condition.all.map(toJsonLogic) };
  if ("any" in condition) return { or: condition.any.map(toJsonLogic) };
  if ("not" in condition) return { "!": toJsonLogic(condition.not) };
  const { fact, operator, value } = condition;
  const compared = isFactReference(value) ? { var: value.fact } : value;
  if (operator === "contains") return { in: [compared, { var: fact }] };
  const comparison = { [equivalent(operator)]: [{ var: fact }, compared] };
  if (!holdOfMissing.has(operator)) return comparison;
  return { and: [{ "!==": [{ var: fact }, null] }, comparison] };
}

/** The same rules compiled by json-logic-engine: booleans, on facts made ready beforehand. */
export function jsonLogicEngine(parts: readonly Part[], inputs: readonly Input[]): Verdict {
  const engine = new LogicEngine();
  const compiled = parts.map(({ name, conditions }) => ({
    name,
    holds: engine.build(toJsonLogic(conditions)),
  }));
  const data = inputs.map((facts) => nest(facts, (value) => value));
  return (index) =>
    new Set(compiled.filter(({ holds }) => holds(data[index]) === true).map(({ name }) => name));
}

/** ZEN has no comparison of texts and none with null: dates become numbers, and blanks get a default. */
const isDate = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-/.test(value);
const toNumber = (value: unknown): unknown =>
  isDate(value) ? Number(value.replaceAll("-", "")) : value;

function toZenLeaf({ fact, operator, value }: FactCondition): string {
  const right = (blank: string): string =>
    isFactReference(value) ? `(${value.fact} ?? ${blank})` : JSON.stringify(toNumber(value));
  switch (operator) {
    case "equal":
      return `(${fact} ?? "") == ${right('"-"')}`;
    case "in":
      return `(${fact} ?? "") in ${right("[]")}`;
    case "contains":
      return `${right('"-"')} in (${fact} ?? [])`;
    case "greaterThanInclusive":
    case "onOrAfter":
      return `(${fact} ?? -1) >= ${right("99999999")}`;
    case "lessThan":
      return `(${fact} ?? 99999999) < ${right("-1")}`;
    case "lessThanInclusive":
    case "onOrBefore":
      return `(${fact} ?? 99999999) <= ${right("-1")}`;
    case "later":
      return `(${fact} ?? -1) > ${right("99999999")}`;
    default:
      throw new Error(`No ZEN for ${operator}`);
  }
}

function toZen(condition: Condition): string {
  if ("all" in condition) return `(${condition.all.map(toZen).join(" and ")})`;
  if ("any" in condition) return `(${condition.any.map(toZen).join(" or ")})`;
  if ("not" in condition) return `not(${toZen(condition.not)})`;
  return toZenLeaf(condition);
}

/** The same rules on @gorules/zen-engine with its trace, on facts made ready beforehand. */
export function zenEngine(parts: readonly Part[], inputs: readonly Input[]): Verdict {
  const node = (id: string, type: string, content?: object): object => ({
    id,
    type,
    name: id,
    position: { x: 0, y: 0 },
    ...(content && { content }),
  });
  const expressions = parts.map(({ name, conditions }) => ({
    id: name,
    key: name,
    value: toZen(conditions),
  }));
  const decision = new ZenEngine().createDecision({
    nodes: [
      node("in", "inputNode"),
      node("rules", "expressionNode", { expressions }),
      node("out", "outputNode"),
    ],
    edges: [
      { id: "1", sourceId: "in", targetId: "rules", type: "edge" },
      { id: "2", sourceId: "rules", targetId: "out", type: "edge" },
    ],
  } as never);
  const data = inputs.map((facts) => nest(facts, toNumber));
  return async (index) => {
    const { result } = await decision.evaluate(data[index], { trace: true });
    const held = Object.entries(result as Record<string, boolean>).filter(([, holds]) => holds);
    return new Set(held.map(([name]) => name));
  };
}

function equivalent(operator: string): string {
  const name = jsonLogicOperators[operator];
  if (name === undefined) throw new Error(`No equivalent of ${operator}`);
  return name;
}
