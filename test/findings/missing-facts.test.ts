import { describe, expect, it } from "vitest";

import type { Condition, FactId, Rule } from "../../src/index.ts";
import { readyRule, weighRule } from "../../src/engine/weigh.ts";
import { factIds, ownFacts } from "../../src/facts/fact-table.ts";
import { completeFacts } from "../../src/facts/facts.ts";
import { insert, missingFacts } from "../../src/findings/missing-facts.ts";
import { readProfile } from "../../src/profile/read-profile.ts";
import { factsInRules } from "../../src/rule/facts-in-conditions.ts";
import { rules } from "../../src/rules/catalogue.ts";

const firstLevel: Condition = { fact: "support.firstLevel", operator: "equal", value: true };
const active: Condition = { fact: "membership.active", operator: "equal", value: true };
const bought: Condition = {
  fact: "support.plan.purchasedOn",
  operator: "later",
  value: { fact: "creditCheck.notifiedOn" },
};
const total: Condition = {
  fact: "trailingRevenue.cloudUsd",
  operator: "greaterThanInclusive",
  value: 1,
};

function missing(conditions: Condition, profile: unknown = {}): FactId[] {
  const rule = { ...rules[0]!, conditions } as Rule<string>;
  const facts = completeFacts(readProfile(profile).stated, {
    asOf: "2020-09-02",
    read: factsInRules([rule]),
  });
  const ready = readyRule(rule, ownFacts);
  return missingFacts(ready, weighRule(ready, facts), facts).map((index) => factIds[index]!);
}

describe("missing facts", () => {
  it.each<[string, Condition, unknown, FactId[]]>([
    [
      "of an undecided group, in fact order",
      { all: [firstLevel, active] },
      {},
      ["membership.active", "support.firstLevel"],
    ],
    [
      "of one that is undecided in part",
      { all: [firstLevel, active] },
      { membership: { active: true } },
      ["support.firstLevel"],
    ],
    [
      "of both sides of a comparison",
      { all: [bought] },
      {},
      ["support.plan.purchasedOn", "creditCheck.notifiedOn"],
    ],
    ["under not", { not: active }, {}, ["membership.active"]],
    [
      "of a derived fact are what it needs",
      { all: [total] },
      { trailingRevenue: { directBill: { cloudUsd: 1 } } },
      ["trailingRevenue.indirectReseller.cloudUsd"],
    ],
    [
      "are none where one child decides",
      { any: [firstLevel, active] },
      { membership: { active: true } },
      [],
    ],
    [
      "are none where two events share a day",
      { all: [bought] },
      {
        support: { plan: { purchasedOn: "2020-08-20" } },
        creditCheck: { notifiedOn: "2020-08-20" },
      },
      [],
    ],
  ])("%s", (_, condition, profile, expected) => {
    expect(missing(condition, profile)).toEqual(expected);
  });

  it("are put in order, each once", () => {
    const positions: number[] = [];
    for (const position of [5, 3, 5, 9, 1, 3]) insert(positions, position);
    expect(positions).toEqual([1, 3, 5, 9]);
  });
});
