import fc from "fast-check";
import { Engine } from "json-rules-engine";
import { describe, expect, it, vi } from "vitest";

import { type Report, type Status, evaluate, evaluateSync } from "../../src/index.ts";
import { runRulesSync } from "../../src/engine/run-rules-sync.ts";
import { knownFacts } from "../../src/facts/facts.ts";
import type { PartnerProfile } from "../../src/schema.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { bareEngine, factsOf, partsOf } from "../bare-engine.ts";
import { anyRules } from "../generate/rules.ts";
import { anyDay, completeProfile, partialProfile } from "../generate/profiles.ts";
import { houseRule } from "../house-rule.ts";
import { ownFacts } from "../../src/facts/fact-table.ts";
import { runs } from "../runs.ts";
import { askedOfBoth, bothReports } from "./both-reports.ts";

// 20 generated rules a run: 600 runs are 12,000 pairs of a profile and a rule.
const numRuns = runs(1200);

describe("both engines", () => {
  it("give equal reports for generated profiles and generated rules", async () => {
    await fc.assert(
      fc.asyncProperty(askedOfBoth, async (asked) => {
        const [own, other] = await bothReports(asked);
        expect(own).toStrictEqual(other);
      }),
      { numRuns },
    );
  });

  it("give equal reports for generated profiles and the rules of the package", async () => {
    await fc.assert(
      fc.asyncProperty(
        partialProfile,
        anyDay,
        fc.constantFrom(...tracks),
        async (profile, asOf, track) => {
          const options = { asOf, track };
          const report = await evaluate(profile, options);
          expect(JSON.stringify(evaluateSync(profile, options))).toBe(JSON.stringify(report));
        },
      ),
      { numRuns },
    );
  });

  it("are two: evaluate says what json-rules-engine says of each leaf, whatever that is", async () => {
    const run = Engine.prototype.run;
    const spy = vi.spyOn(Engine.prototype, "run").mockImplementation(async function (
      this: Engine,
      facts,
    ) {
      const result = await run.call(this, facts);
      for (const { conditions } of [...result.results, ...result.failureResults]) deny(conditions);
      return result;
    });
    try {
      const profile = { support: { firstLevel: true } };
      const isSupported = { fact: "support.firstLevel", operator: "equal", value: true } as const;
      const rules = [houseRule({ all: [isSupported] })];
      const options = { asOf: "2020-09-02", track: "remain", rules } as const;
      const statusIn = ({ findings }: Report<string>): Status => findings[0]!.status;
      expect(statusIn(evaluateSync(profile, options))).toBe("met");
      expect(statusIn(await evaluate(profile, options))).toBe("unmet");
    } finally {
      spy.mockRestore();
    }
  });

  /** Turns the result of each leaf around. */
  function deny(node: object): void {
    const { all, any, not } = node as { all?: object[]; any?: object[]; not?: object };
    const children = all ?? any ?? (not && [not]);
    if (children !== undefined) return children.forEach(deny);
    (node as { result: boolean }).result = !(node as { result: boolean }).result;
  }

  it("agree with bare json-rules-engine on complete data", async () => {
    // A comparison with null is false here, and anything there; no event lies ahead on the last day.
    const nothingNull = completeProfile.filter(
      ({ support, partnerAgreement, indirectReseller }) =>
        support?.plan !== null &&
        partnerAgreement?.acceptedOn !== null &&
        indirectReseller?.transactingSince !== null,
    );
    const asOf = "2026-08-01";
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(nothingNull, anyRules, async (profile: PartnerProfile, rules) => {
        const facts = factsOf(profile, asOf, rules);
        const parts = partsOf(rules);
        const { results } = await bareEngine(parts).run(knownFacts(facts, ownFacts));
        const held = new Set(results.map(({ name }) => name));
        const ran = runRulesSync({ track: "enroll", rules, table: ownFacts }, facts);
        for (const { name, resultIn } of parts) {
          const condition = resultIn(ran);
          // Left open here and decided there: "later" on equal days, and what nobody knows.
          if (condition.result === "unknown") continue;
          compared += 1;
          expect(condition.result, name).toBe(held.has(name));
        }
      }),
      { numRuns },
    );
    expect(compared).toBeGreaterThan(runs(10_000));
  });
});
