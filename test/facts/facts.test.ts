import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type FactId, createEngine, rules } from "../../src/index.ts";
import { datedEvents } from "../../src/facts/as-of.ts";
import { factsInRules } from "../../src/rule/facts-in-conditions.ts";
import { completeFacts, withOrigins } from "../../src/facts/facts.ts";
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
