import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type FactId, createEngine, rules } from "../../src/index.ts";
import { datedEvents, decidersOf } from "../../src/facts/as-of.ts";
import { factsInRules } from "../../src/rule/facts-in-conditions.ts";
import {
  completeFacts,
  derivationsFor,
  factsOfProfile,
  withOrigins,
} from "../../src/facts/facts.ts";
import { derivedFactIds, describeFact, originsOf, positionOf } from "../../src/facts/fact-table.ts";
import { readProfile } from "../../src/profile/read-profile.ts";
import { anyDay, completeProfile, partialProfile } from "../generate/profiles.ts";
import { runs } from "../runs.ts";

describe("a derived fact", () => {
  it("comes after what it reads", () => {
    const order = derivedFactIds as FactId[];
    for (const [index, fact] of order.entries()) {
      for (const origin of originsOf(fact)!) expect(order.indexOf(origin)).toBeLessThan(index);
    }
  });

  it("is read by some rule, with all it is derived from", () => {
    const read = withOrigins(factsInRules(rules));
    for (const fact of derivedFactIds) expect(read, fact).toContain(fact);
  });

  it("is derived only where some rule reads it, or what is derived from it", () => {
    const derivedFor = (fact: FactId): FactId[] =>
      derivationsFor(new Set([fact])).map((one) => one.fact);
    expect(derivedFor("support.firstLevel")).toEqual([]);
    const [some] = derivedFactIds as FactId[];
    expect(derivedFor(some!)).toContain(some);
  });
});

describe("a dated event", () => {
  it("has a day that is a date, and is read with what it decides", () => {
    const [rule] = rules;
    for (const { day, come, ahead } of datedEvents) {
      expect(describeFact(day).type).toBe("date");
      for (const [fact] of [...come, ...ahead]) {
        const conditions = { all: [{ fact, operator: "equal", value: "" }] } as const;
        expect(withOrigins(factsInRules([{ ...rule!, conditions }])), fact).toContain(day);
      }
    }
  });
});

describe("whether a fact holds on the day asked about", () => {
  it.each<[FactId, FactId[]]>([
    ["support.firstLevel", []],
    [
      "support.plan.type",
      ["support.plan.purchasedOn", "support.plan.renewedOn", "enrollment.onboardedOn"],
    ],
    [
      "support.plan.endsOn",
      [
        "support.plan.purchasedOn",
        "support.plan.renewedOn",
        "support.plan.renewedOn",
        "enrollment.onboardedOn",
      ],
    ],
    ["creditCheck.status", ["enrollment.appliedOn", "creditCheck.notifiedOn"]],
    ["enrollment.eligibility", ["enrollment.appliedOn"]],
    [
      "enrollment.application",
      [
        "enrollment.appliedOn",
        "enrollment.eligibility",
        "enrollment.businessInformation",
        "creditCheck.status",
      ],
    ],
    ["capabilitiesAssessment.result", ["capabilitiesAssessment.on", "enrollment.onboardedOn"]],
    ["capabilitiesAssessment.on", ["capabilitiesAssessment.on"]],
    ["trailingRevenue.directBill.cloudUsd", ["trailingRevenue.endsOn"]],
    [
      "transition.enrollment",
      ["transition.agreementAccepted", "transition.submittedByGlobalAdmin"],
    ],
  ])("is decided, for %s, by %j", (fact, deciders) => {
    expect(decidersOf(fact).toSorted()).toEqual(deciders.toSorted());
  });
});

describe("facts that could be anything", () => {
  const asOf = "2026-03-10";
  const read = factsInRules(rules);
  const { stated } = readProfile({
    support: { firstLevel: true, plan: { type: "ASfP", purchasedOn: "2026-01-01" } },
    services: { managedServices: 1 },
  });
  const valuesOf = (
    fact: FactId,
    unknownAt: readonly string[],
    unanswered: readonly FactId[] = [],
  ): unknown =>
    factsOfProfile({ asOf, read }, { stated: [...stated], unknownAt }, unanswered)[
      positionOf(fact)
    ];

  it("are those below each path that is unknown, unless they are stated", () => {
    const paths = ["creditCheck", "enrollment.application"];
    expect(valuesOf("creditCheck.status", [])).toBe("not-started");
    expect(valuesOf("creditCheck.status", paths)).toBeUndefined();
    expect(valuesOf("enrollment.application", paths)).toBeUndefined();
    expect(valuesOf("enrollment.eligibility", paths)).toBe("not-started");
    expect(valuesOf("support.firstLevel", ["support"])).toBe(true);
    expect(valuesOf("enrollment.eligibility", [""])).toBeUndefined();
    expect(valuesOf("enrollment.eligibility", ["enrollment.elig"])).toBe("not-started");
  });

  it("are unknown and unanswered at once", () => {
    const values = (["creditCheck.status", "vetting.status"] as const).map((fact) =>
      valuesOf(fact, ["creditCheck.status"], ["vetting.status"]),
    );
    expect(values).toEqual([undefined, undefined]);
  });

  it("take with them what is stated, unless an answer only was not found", () => {
    const day = "support.plan.renewedOn";
    expect(valuesOf("support.plan.type", [day])).toBeUndefined();
    expect(valuesOf("support.plan.type", [], [day])).toBe("ASfP");
    expect(valuesOf("support.plan.endsOn", [], [day])).toBeUndefined();
  });
});

describe("the facts of an engine", () => {
  const read = factsInRules(rules);

  it("are those of an evaluation, for every profile and day", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(completeProfile, partialProfile), anyDay, async (profile, asOf) => {
        const facts = completeFacts(readProfile(profile).stated, { asOf, read });
        const { almanac } = await createEngine({ asOf }).run(profile);
        for (const fact of withOrigins(read)) {
          const value: unknown = await almanac.factValue(fact);
          expect(value, fact).toEqual(facts[positionOf(fact)]);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});
