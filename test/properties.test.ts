import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type PartnerProfile, type Report, evaluate } from "../src/index.ts";
import { tracks } from "../src/schema/vocabulary.ts";
import {
  anyDay,
  completeProfile,
  partialProfile,
  pathsOf,
  profileAndLess,
  without,
} from "./profiles.ts";

const question = fc.record({ asOf: anyDay, track: fc.constantFrom(...tracks) });

function statuses({ findings }: Report): Map<string, string> {
  return new Map(findings.map(({ ruleId, status }) => [ruleId, status]));
}

/** Where absence stands for something, forgetting a field changes what is said. */
const standsForSomething =
  /^(creditCheck(\.status)?|enrollment(\.(?!onboardedOn).*)?|support\.plan\.renewsOn|transition(\.enrollment)?)$/;

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, item]) => [key, reverseKeys(item)]));
}

describe("for every profile, track and day", () => {
  it("adding knowledge changes only what was unknown, or lets what was not due be met", async () => {
    await fc.assert(
      fc.asyncProperty(profileAndLess, question, async ({ complete, forgotten }, options) => {
        const less = without(
          complete,
          new Set(forgotten.filter((path) => !standsForSomething.test(path))),
        );
        const before = statuses(await evaluate(less, options));
        const after = statuses(await evaluate(complete, options));
        for (const [ruleId, status] of before) {
          const later = after.get(ruleId);
          if (status === "unknown") continue;
          if (status === "not-due") expect(["not-due", "met"]).toContain(later);
          else expect(later).toBe(status);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("without any fact no requirement is met", async () => {
    await fc.assert(
      fc.asyncProperty(completeProfile, question, async (complete, options) => {
        const empty = without(
          complete,
          new Set(pathsOf(complete).filter((path) => !path.includes("."))),
        );
        const { findings, outcome } = await evaluate(empty, options);
        for (const { kind, status } of findings) {
          if (kind === "requirement") expect(["unknown", "not-due"]).toContain(status);
        }
        expect(outcome).toBe("undetermined");
      }),
    );
  });

  it("what is known completely is never undetermined, but for two events on one day", async () => {
    await fc.assert(
      fc.asyncProperty(completeProfile, question, async (complete, options) => {
        const { missingFacts, findings } = await evaluate(complete, options);
        expect(missingFacts).toEqual([]);
        for (const { status, ruleId } of findings) {
          if (status === "unknown") expect(ruleId).toBe("support-plan-sequence");
        }
      }),
    );
  });

  it("a missing fact, once given, is never missing again", async () => {
    await fc.assert(
      fc.asyncProperty(profileAndLess, question, async ({ complete, partial }, options) => {
        const { missingFacts } = await evaluate(partial, options);
        for (const { fact } of missingFacts) {
          const filled = give(partial, fact.split("."), complete);
          const again = (await evaluate(filled, options)).missingFacts.map(
            (missing) => missing.fact,
          );
          expect(again).not.toContain(fact);
        }
      }),
    );
  });

  it("equal input gives an equal report, which survives a JSON round trip", async () => {
    await fc.assert(
      fc.asyncProperty(partialProfile, question, async (profile, options) => {
        const report = await evaluate(profile, options);
        const text = JSON.stringify(report);
        expect(JSON.stringify(await evaluate(structuredClone(profile), options))).toBe(text);
        expect(JSON.parse(text)).toStrictEqual(report);
      }),
    );
  });

  it("what a report adds up follows from its findings", async () => {
    await fc.assert(
      fc.asyncProperty(partialProfile, question, async (profile, options) => {
        const { findings, counts, missingFacts, nextSteps } = await evaluate(profile, options);
        for (const [status, count] of Object.entries(counts)) {
          expect(findings.filter((finding) => finding.status === status)).toHaveLength(count);
        }
        for (const { fact, neededBy } of missingFacts) {
          const needy = findings.filter(({ missing }) => missing.includes(fact));
          expect(neededBy).toEqual(needy.map(({ ruleId }) => ruleId));
        }
        const missing = new Set(findings.flatMap((finding) => finding.missing));
        expect(new Set(missingFacts.map(({ fact }) => fact))).toEqual(missing);
        const toDo = findings.filter(
          ({ status, kind }) => status === "unmet" && kind !== "recommendation",
        );
        expect(nextSteps).toEqual(
          toDo.map(({ ruleId, actor, remedy }) => ({ ruleId, actor, text: remedy })),
        );
      }),
    );
  });

  it("the order of keys does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(partialProfile, question, async (profile, options) => {
        const report = JSON.stringify(await evaluate(profile, options));
        expect(JSON.stringify(await evaluate(reverseKeys(profile), options))).toBe(report);
      }),
    );
  });

  it("the input is never changed", async () => {
    await fc.assert(
      fc.asyncProperty(partialProfile, question, async (profile, options) => {
        const before = JSON.stringify({ profile, options });
        await evaluate(profile, options);
        expect(JSON.stringify({ profile, options })).toBe(before);
      }),
    );
  });
});

function give(profile: PartnerProfile, path: readonly string[], from: object): PartnerProfile {
  const [key, ...rest] = path as [string, ...string[]];
  const source = (from as Record<string, unknown>)[key];
  const own = (profile as Record<string, unknown>)[key];
  const isGroup = rest.length > 0 && typeof source === "object" && source !== null;
  const value = isGroup ? give((own ?? {}) as PartnerProfile, rest, source) : source;
  return { ...profile, [key]: value };
}
