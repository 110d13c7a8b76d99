import { describe, expect, it } from "vitest";

import { type Condition, type FactId, rules } from "../../src/index.ts";
import { mutantsOf, mutantsOfVersion } from "../mutation/mutants.ts";

/** A leaf whose value is another fact has mutants of its operator alone. */
const signed = {
  fact: "partnerAgreement.acceptedOn",
  operator: "onOrBefore",
  value: { fact: "asOf" },
} as const satisfies Condition;

const firstLevel = {
  fact: "support.firstLevel",
  operator: "equal",
  value: true,
} as const satisfies Condition;

/** What becomes of a leaf, one change a line. */
function changesOf(condition: Condition): string[] {
  return mutantsOf(condition).map(({ path, change }) => `${path} ${change}`);
}

describe("the mutants of a condition", () => {
  it.each<[kind: string, leaf: Condition, changes: string[]]>([
    [
      "a flag",
      firstLevel,
      ["operator support.firstLevel: equal → notEqual", "value support.firstLevel: true → false"],
    ],
    [
      "a count",
      { fact: "security.adminAccounts", operator: "lessThan", value: 3 },
      [
        "operator security.adminAccounts: lessThan → lessThanInclusive",
        "operator security.adminAccounts: lessThan → greaterThan",
        "operator security.adminAccounts: lessThan → greaterThanInclusive",
        "value security.adminAccounts: 3 → 2",
        "value security.adminAccounts: 3 → 4",
      ],
    ],
    [
      "an amount of money",
      { fact: "trailingRevenue.totalUsd", operator: "equal", value: 300_000 },
      [
        "operator trailingRevenue.totalUsd: equal → notEqual",
        "value trailingRevenue.totalUsd: 300000 → 299999",
        "value trailingRevenue.totalUsd: 300000 → 300001",
        "value trailingRevenue.totalUsd: 300000 → 299999.99",
        "value trailingRevenue.totalUsd: 300000 → 300000.01",
      ],
    ],
    [
      "a day",
      { fact: "support.plan.endsOn", operator: "later", value: "2020-02-29" },
      [
        "operator support.plan.endsOn: later → onOrBefore",
        "operator support.plan.endsOn: later → onOrAfter",
        'value support.plan.endsOn: "2020-02-29" → "2020-02-28"',
        'value support.plan.endsOn: "2020-02-29" → "2020-03-01"',
      ],
    ],
    [
      "one word of a few",
      { fact: "enrollment.eligibility", operator: "notEqual", value: "verified" },
      [
        "operator enrollment.eligibility: notEqual → equal",
        'value enrollment.eligibility: "verified" → "not-started"',
        'value enrollment.eligibility: "verified" → "pending"',
        'value enrollment.eligibility: "verified" → "rejected"',
      ],
    ],
    [
      "one word of many",
      { fact: "company.country", operator: "equal", value: "SE" },
      ["operator company.country: equal → notEqual"],
    ],
    [
      "a list of words",
      { fact: "support.plan.type", operator: "in", value: ["ASfP", "PSfP"] },
      [
        "operator support.plan.type: in → notIn",
        'value.0 support.plan.type: "ASfP" dropped',
        'value.1 support.plan.type: "PSfP" dropped',
      ],
    ],
    [
      "a word in a list",
      { fact: "membership.activeLocationCountries", operator: "contains", value: "SE" },
      ["operator membership.activeLocationCountries: contains → doesNotContain"],
    ],
    [
      "another fact",
      signed,
      [
        "operator partnerAgreement.acceptedOn: onOrBefore → onOrAfter",
        "operator partnerAgreement.acceptedOn: onOrBefore → later",
      ],
    ],
    [
      "a fact that is never known",
      { fact: "sources.settled" as FactId, operator: "equal", value: true },
      [],
    ],
  ])("that reads %s", (_, leaf, changes) => {
    expect(changesOf(leaf)).toEqual(changes);
  });

  it("change one thing in a tree", () => {
    expect(mutantsOf({ any: [{ not: signed }, firstLevel] })).toEqual([
      { path: "", change: "any → all", mutated: { all: [{ not: signed }, firstLevel] } },
      { path: "any.0", change: "not dropped", mutated: { any: [firstLevel] } },
      { path: "any.1", change: "support.firstLevel dropped", mutated: { any: [{ not: signed }] } },
      {
        path: "any.0",
        change: "not removed",
        mutated: { any: [{ all: [signed] }, firstLevel] },
      },
      {
        path: "any.0.not.operator",
        change: "partnerAgreement.acceptedOn: onOrBefore → onOrAfter",
        mutated: { any: [{ not: { ...signed, operator: "onOrAfter" } }, firstLevel] },
      },
      {
        path: "any.0.not.operator",
        change: "partnerAgreement.acceptedOn: onOrBefore → later",
        mutated: { any: [{ not: { ...signed, operator: "later" } }, firstLevel] },
      },
      {
        path: "any.1.operator",
        change: "support.firstLevel: equal → notEqual",
        mutated: { any: [{ not: signed }, { ...firstLevel, operator: "notEqual" }] },
      },
      {
        path: "any.1.value",
        change: "support.firstLevel: true → false",
        mutated: { any: [{ not: signed }, { ...firstLevel, value: false }] },
      },
    ]);
  });

  it("leave a group of one as it is", () => {
    expect(mutantsOf({ all: [firstLevel] }).map(({ mutated }) => mutated)).toEqual([
      { all: [{ ...firstLevel, operator: "notEqual" }] },
      { all: [{ ...firstLevel, value: false }] },
    ]);
  });
});

describe("the mutants of a version", () => {
  it("change one part, or drop one that can be absent", () => {
    const version = {
      conditions: firstLevel,
      dueWhen: signed,
      appliesWhen: firstLevel,
      variants: [{ when: signed, message: "First." }, { when: firstLevel }],
    };
    const mutants = mutantsOfVersion(version);
    expect(mutants.map(({ path }) => path)).toEqual([
      "conditions.operator",
      "conditions.value",
      "dueWhen",
      "dueWhen.operator",
      "dueWhen.operator",
      "appliesWhen",
      "appliesWhen.operator",
      "appliesWhen.value",
      "variants.0",
      "variants.0.when.operator",
      "variants.0.when.operator",
      "variants.1",
      "variants.1.when.operator",
      "variants.1.when.value",
    ]);
    const at = (place: string): unknown => mutants.find(({ path }) => path === place)?.mutated;
    expect(at("conditions.value")).toEqual({
      ...version,
      conditions: { ...firstLevel, value: false },
    });
    expect(at("dueWhen")).toEqual({ ...version, dueWhen: undefined });
    expect(at("variants.0")).toEqual({ ...version, variants: [{ when: firstLevel }] });
    expect(at("variants.0.when.operator")).toEqual({
      ...version,
      variants: [
        { when: { ...signed, operator: "onOrAfter" }, message: "First." },
        { when: firstLevel },
      ],
    });
  });

  it("all differ from the rule, and from each other in name", () => {
    for (const rule of rules) {
      const mutants = mutantsOfVersion(rule);
      expect(mutants).not.toHaveLength(0);
      for (const { mutated } of mutants) expect(mutated).not.toEqual(rule);
      const names = mutants.map(({ path, change }) => `${path} ${change}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
