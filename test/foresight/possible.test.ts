import { describe, expect, it } from "vitest";

import { readyRules } from "../../src/engine/run-rules-sync.ts";
import { truthsOf } from "../../src/foresight/possible.ts";
import type { Condition, PartnerProfile } from "../../src/index.ts";
import { houseRule } from "../house-rule.ts";
import { situationFor } from "./situations.ts";

/** What a condition can come to: true 1, false 2, unknown 4, together. */
function truthsFor(condition: Condition, profile: PartnerProfile): number {
  const rules = [houseRule(condition)];
  const hostFacts = [
    { id: "host.level", type: "number", label: "Level" },
    { id: "host.most", type: "number", label: "Most" },
  ] as const;
  const options = { asOf: "2021-06-15", track: "remain", rules, hostFacts } as const;
  const { inquiry, facts } = situationFor(profile, options);
  return truthsOf(readyRules(inquiry.set)[0]!.conditions, facts);
}

describe("a condition can come to", () => {
  const sum = "trailingRevenue.knownDirectBillUsd";
  const revenue = (cloudUsd: number): PartnerProfile => ({
    trailingRevenue: { endsOn: "2021-05-31", directBill: { cloudUsd } },
  });

  it.each<[string, Condition, PartnerProfile, number]>([
    [
      "what it is, where its facts are known",
      { all: [{ fact: "host.level", operator: "greaterThan", value: { fact: "host.most" } }] },
      { host: { level: 3, most: 2 } } as PartnerProfile,
      1,
    ],
    [
      "anything, where one of its facts is open",
      { all: [{ fact: "host.level", operator: "greaterThan", value: { fact: "host.most" } }] },
      { host: { level: 3 } } as PartnerProfile,
      7,
    ],
    [
      "true alone, where what is known of a sum is enough",
      { all: [{ fact: sum, operator: "greaterThanInclusive", value: 100 }] },
      revenue(100),
      1,
    ],
    [
      "anything, where it is not",
      { all: [{ fact: sum, operator: "greaterThanInclusive", value: 100 }] },
      revenue(99),
      7,
    ],
    [
      "anything, where a sum is to stay below a limit",
      { all: [{ fact: sum, operator: "lessThan", value: 100 }] },
      revenue(99),
      7,
    ],
    [
      "anything, where a sum is compared with a fact",
      { all: [{ fact: sum, operator: "greaterThan", value: { fact: "host.most" } }] },
      { ...revenue(100), host: { most: 5 } } as PartnerProfile,
      7,
    ],
    [
      "anything, where months are counted until an application that may have been made before",
      {
        all: [{ fact: "indirectReseller.monthsAtApplication", operator: "greaterThan", value: 1 }],
      },
      { indirectReseller: { transactingSince: "2020-01-01" } },
      7,
    ],
  ])("%s", (_, condition, profile, expected) => {
    expect(truthsFor(condition, profile)).toBe(expected);
  });
});
