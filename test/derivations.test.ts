import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type FactId, createEngine, rules } from "../src/index.ts";
import { datedEvents } from "../src/facts/as-of.ts";
import { derivations } from "../src/facts/derivations.ts";
import { factsRead } from "../src/facts/facts-read.ts";
import { complete, derivedFacts } from "../src/facts/facts.ts";
import { describeFact, factIds, originsOf, positionOf } from "../src/schema/facts.ts";
import { readProfile } from "../src/schema/profile-schema.ts";
import { anyDay, completeProfile, partialProfile } from "./profiles.ts";

describe("a derived fact", () => {
  it("has a derivation, and every derivation is one", () => {
    const derived = factIds.filter((fact) => originsOf(fact) !== undefined);
    expect(new Set(Object.keys(derivations))).toEqual(new Set(derived));
  });

  it("reads only what its description says, and what is derived before it", () => {
    fc.assert(
      fc.property(fc.oneof(completeProfile, partialProfile), anyDay, (profile, asOf) => {
        const facts = complete(readProfile(profile).facts, { asOf, rules });
        for (const { fact, derive } of derivedFacts) {
          const read = new Set<FactId>();
          derive((origin) => {
            read.add(origin);
            return facts[positionOf(origin)];
          });
          const described = new Set(originsOf(fact));
          for (const origin of read) expect(described, `${fact} reads ${origin}`).toContain(origin);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("comes after what it is derived from", () => {
    const order = derivedFacts.map(({ fact }) => fact);
    for (const [index, fact] of order.entries()) {
      for (const origin of originsOf(fact)!) expect(order.indexOf(origin)).toBeLessThan(index);
    }
  });

  it("is read by some rule, with all it is derived from", () => {
    const read = factsRead(rules);
    for (const { fact } of derivedFacts) expect(read, fact).toContain(fact);
  });
});

describe("a dated event", () => {
  it("has a day that is a date, and decides what is held to it", () => {
    for (const { day, come, ahead } of datedEvents) {
      expect(describeFact(day).type).toBe("date");
      for (const [fact] of [...come, ...ahead]) {
        if (fact !== day) expect(describeFact(fact).heldTo, fact).toContain(day);
      }
    }
  });
});

describe("the facts of an engine", () => {
  it("are those of an evaluation, for every profile and day", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(completeProfile, partialProfile), anyDay, async (profile, asOf) => {
        const facts = complete(readProfile(profile).facts, { asOf, rules });
        const { almanac } = await createEngine({ asOf }).run(profile);
        for (const fact of factsRead(rules)) {
          const value: unknown = await almanac.factValue(fact);
          expect(value, fact).toEqual(facts[positionOf(fact)]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
