import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";

import { type AnyReport, evaluate, evaluateSync, reportSchema } from "../../src/index.ts";
import { caseFiles } from "../case-files.ts";

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: unknown;
  [word: string]: unknown;
}

const published = JSON.parse(readFileSync("rules/report.schema.json", "utf8")) as JsonSchema;

/** The schema that also refuses fields it does not know, so that a field without a place shows. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value)]),
  );
  return "properties" in copy ? { ...copy, additionalProperties: false } : copy;
}

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false });
const isReport = ajv.compile(published);
const isKnownReport = ajv.compile(closed(published) as object);

const reports: AnyReport[] = caseFiles.flatMap(({ cases }) =>
  cases.flatMap(({ profile, asOf, track }) => [
    evaluateSync(profile, { asOf, track }),
    evaluateSync(profile, { asOf, track, detail: "lean" }),
  ]),
);

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe("the schema of reports", () => {
  it("takes the report of every case, full and lean, and knows each field", () => {
    for (const report of reports) {
      if (!isReport(report)) expect.fail(ajv.errorsText(isReport.errors));
      if (!isKnownReport(report)) expect.fail(ajv.errorsText(isKnownReport.errors));
      expect(reportSchema.parse(asJson(report))).toEqual(asJson(report));
    }
  });

  it("takes what only options bring: errors, malformed fields, own rules and facts", async () => {
    const report = await evaluate({ company: { country: "se" } } as unknown, {
      asOf: "2020-09-02",
      onInvalid: "unknown",
      facts: { "support.firstLevel": () => Promise.reject(new Error("no answer")) },
    });
    expect(report.ignored).toHaveLength(1);
    expect(report.factErrors).toHaveLength(1);
    expect(isKnownReport(report), ajv.errorsText(isKnownReport.errors)).toBe(true);
    expect(reportSchema.safeParse(report).success).toBe(true);
  });

  it("keeps fields that a later version may add", () => {
    const later = { ...reports[0], more: { than: "now" } };
    expect(reportSchema.parse(later)).toEqual(later);
    expect(isReport(later)).toBe(true);
  });

  it("takes a report without what was added since 0.1.0", () => {
    const { package: _, rulesVersion: __, ...old } = structuredClone(reports[0]!);
    for (const finding of old.findings as Partial<(typeof old.findings)[number]>[]) {
      delete finding.origin;
      delete finding.text;
    }
    expect(reportSchema.safeParse(old).success).toBe(true);
    expect(isReport(old)).toBe(true);
  });

  it.each([
    ["nothing", {}],
    ["another version", { ...reports[0], schemaVersion: 2 }],
    ["another outcome", { ...reports[0], outcome: "fine" }],
    ["a finding without a status", { ...reports[0], findings: [{ ruleId: "x" }] }],
    ["a day that does not exist", { ...reports[0], asOf: "2019-02-29" }],
    ["a full report without evidence", { ...reports[1], detail: undefined }],
  ])("refuses %s", (_, wrong) => {
    // What is wrong has a place: it is not just another report than either.
    const { error } = reportSchema.safeParse(wrong);
    expect(error?.issues.every(({ path }) => path.length > 0)).toBe(true);
    expect(reportSchema.safeParse(wrong).success).toBe(false);
    expect(isReport(asJson(wrong))).toBe(false);
  });
});
