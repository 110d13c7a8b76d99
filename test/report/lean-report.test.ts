import { describe, expect, expectTypeOf, it } from "vitest";

import {
  type EvaluateOptions,
  type LeanReport,
  type Report,
  evaluate,
  evaluateSync,
} from "../../src/index.ts";
import { caseFiles } from "../case-files.ts";

const cases = caseFiles.flatMap(({ cases: all }) => all);

describe("a lean report", () => {
  it("is the report without what is the same for all companies, and the evidence", () => {
    for (const { profile, asOf, track } of cases) {
      const full = evaluateSync(profile, { asOf, track });
      const lean = evaluateSync(profile, { asOf, track, detail: "lean" });
      const { findings, edition, consequences, detail, ...rest } = lean;
      expect(detail).toBe("lean");
      expect(full).toMatchObject(rest);
      expect(findings).toHaveLength(full.findings.length);
      for (const [index, finding] of findings.entries()) {
        expect(full.findings[index]).toMatchObject(finding);
        const left = new Set(Object.keys(full.findings[index]!).filter((key) => !(key in finding)));
        for (const key of left)
          expect(["evidence", "due", "applies", "notes", "sources"]).toContain(key);
      }
      expect(edition).not.toHaveProperty("notes");
      expect(consequences?.status).toBe(full.consequences?.status);
      expect(Object.keys(consequences ?? {})).not.toContain("sources");
    }
  });

  it("is less than half as long", () => {
    const size = (detail: "full" | "lean"): number =>
      cases
        .map(({ profile, asOf, track }) => evaluateSync(profile, { asOf, track, detail }))
        .map((report) => JSON.stringify(report).length)
        .reduce((sum, length) => sum + length, 0);
    const share = size("lean") / size("full");
    expect(share).toBeLessThan(0.5);
  });

  it("is the same from both engines", async () => {
    const options = { asOf: "2020-09-02", track: "remain", detail: "lean" } as const;
    expect(await evaluate({}, options)).toStrictEqual(evaluateSync({}, options));
  });

  it("has a type of its own", () => {
    const asOf = "2020-09-02";
    expectTypeOf(evaluateSync({}, { asOf, detail: "lean" })).toEqualTypeOf<LeanReport>();
    expectTypeOf(evaluateSync({}, { asOf, detail: "full" })).toEqualTypeOf<Report>();
    const options: EvaluateOptions = { asOf };
    expectTypeOf(evaluateSync({}, options)).toEqualTypeOf<Report>();
  });
});
