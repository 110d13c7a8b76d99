import fc from "fast-check";

import type { Condition, FactId, OperatorId, Rule } from "../../src/index.ts";
import type { ValueType } from "../../src/profile/field-layout.ts";
import { describeFact, factIds } from "../../src/facts/fact-table.ts";
import { describeOperator, operatorIds } from "../../src/rule/operators.ts";
import { anyDay } from "./profiles.ts";

const literals: Record<
  Exclude<ValueType, "record" | "record list">,
  fc.Arbitrary<boolean | number | string>
> = {
  boolean: fc.boolean(),
  number: fc.constantFrom(0, 1, 2, 300_000),
  date: anyDay,
  text: fc.constantFrom("SE", "NO", "US"),
  "text list": fc.constantFrom("SE", "NO", "US"),
};

/** A literal that the fact can have; of a list, an item. */
function literalOf(fact: FactId): fc.Arbitrary<boolean | number | string> {
  const { type, values } = describeFact(fact);
  return values === undefined
    ? literals[type as keyof typeof literals]
    : fc.constantFrom(...values);
}

function factsOfType(type: ValueType): FactId[] {
  return factIds.filter((fact) => describeFact(fact).type === type);
}

function valueFor(fact: FactId, operator: OperatorId): fc.Arbitrary<unknown> {
  const { type } = describeFact(fact);
  if (describeOperator(operator).against === "list") {
    const list = fc.array(literalOf(fact), { minLength: 1, maxLength: 3 });
    if (type !== "text") return list;
    const lists = fc.constantFrom(...factsOfType("text list"));
    return fc.oneof(
      list,
      lists.map((other) => ({ fact: other })),
    );
  }
  const same = factsOfType(type === "text list" ? "text" : type);
  return fc.oneof(
    literalOf(fact),
    fc.constantFrom(...same).map((other) => ({ fact: other })),
  );
}

const leaf = fc
  .constantFrom(...operatorIds)
  .chain((operator) => {
    const readable = factIds.filter((fact) =>
      describeOperator(operator).reads.includes(describeFact(fact).type),
    );
    return fc.tuple(fc.constant(operator), fc.constantFrom(...readable));
  })
  .chain(([operator, fact]) =>
    valueFor(fact, operator).map((value) => ({ fact, operator, value }) as Condition),
  );

const { root } = fc.letrec<{ node: Condition; root: Condition }>((tie) => {
  const children = fc.array(tie("node"), { minLength: 1, maxLength: 4 });
  return {
    node: fc.oneof({ depthSize: "small", withCrossShrink: true }, leaf, tie("root")),
    root: fc.oneof(
      children.map((all) => ({ all })),
      children.map((any) => ({ any })),
      tie("node").map((not) => ({ not })),
    ),
  };
});

const maybe = fc.option(root, { nil: undefined, freq: 2 });

/** Rules of every shape the grammar allows, each with an id of its own. */
export const anyRules = fc
  .array(fc.record({ conditions: root, dueWhen: maybe, appliesWhen: maybe }), {
    // From one on, so that a failing list shrinks to the rule that matters.
    minLength: 1,
    maxLength: 20,
  })
  .map((bodies) =>
    bodies.map(({ conditions, dueWhen, appliesWhen }, index): Rule<string> => ({
      id: `rule-${index}`,
      title: "Generated",
      from: "2018-08-31",
      tracks: ["enroll"],
      kind: "requirement",
      actor: "partner",
      conditions,
      ...(dueWhen && { dueWhen }),
      ...(appliesWhen && { appliesWhen }),
      messages: {
        met: "Met.",
        unmet: "Unmet.",
        unknown: "Unknown.",
        ...(dueWhen && { "not-due": "Not due." }),
        ...(appliesWhen && { "not-applicable": "Not applicable." }),
      },
      remedy: "None.",
      sources: [{ title: "Generated", url: "https://example.org/", revision: "2018-08-31" }],
    })),
  );
