import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { evaluate, evaluateMany, evaluateSync, reportSchema, timeline } from "../../src/index.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { anyDay, partialProfile } from "../generate/profiles.ts";
import { goodIn2025 } from "../profiles.ts";
import { runs } from "../runs.ts";

const remain = { asOf: "2026-03-01", track: "remain" } as const;

describe("the next change of a report", () => {
  it("is the second span of a timeline, and changes nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(
        partialProfile,
        fc.constantFrom(...tracks),
        anyDay,
        async (profile, track, asOf) => {
          const { nextChange, ...report } = evaluateSync(profile, {
            asOf,
            track,
            nextChange: true,
          });
          const [, next] = timeline(profile, { from: asOf, track }).spans;
          const { until: _, ...expected } = next ?? {};
          expect(nextChange ?? {}).toEqual(expected);
          expect(report).toEqual(evaluateSync(profile, { asOf, track }));
          expect(await evaluate(profile, { asOf, track, nextChange: true })).toEqual(
            evaluateSync(profile, { asOf, track, nextChange: true }),
          );
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it("comes with look-ups, in portfolios and in lean reports, and passes the schema", async () => {
    const { support, ...rest } = goodIn2025;
    const facts = { "support.plan": () => support.plan };
    const asked = { ...remain, nextChange: true } as const;
    const report = await evaluate({ ...rest, support: { firstLevel: true } }, { ...asked, facts });
    const expected = expect.objectContaining({ from: "2026-10-21", outcome: "ineligible" });
    expect(report.nextChange).toEqual(expected);
    const [result] = evaluateMany([goodIn2025], { ...asked, detail: "lean" });
    expect(result?.ok && result.report.nextChange).toEqual(expected);
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(
      JSON.parse(JSON.stringify(report)),
    );
  });

  it("is absent if it is not asked for, or if nothing changes any more", () => {
    expect(evaluateSync(goodIn2025, remain)).not.toHaveProperty("nextChange");
    const later = { ...remain, asOf: "2040-01-01", nextChange: true } as const;
    expect(evaluateSync({}, later)).not.toHaveProperty("nextChange");
  });
});
