import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import {
  type Report,
  compareReports,
  evaluateSync,
  helpUrl,
  reportSchema,
} from "../../src/index.ts";
import { toCsv, toJUnit, toMarkdown, toText } from "../../src/format.ts";

const stored = JSON.parse(
  readFileSync(new URL("./stored/0.1.0.json", import.meta.url), "utf8"),
) as Report[];

describe.each(stored.map((report) => [report.profileId ?? report.outcome, report] as const))(
  "a report of 0.1.0 on %s",
  (_, report) => {
    it("is a report still", () => {
      expect(reportSchema.parse(report)).toEqual(report);
    });

    it("can be compared with one of today", () => {
      const { asOf, track, profileId } = report;
      const id = profileId === undefined ? {} : { id: profileId };
      const today = evaluateSync(id, { asOf, track });
      const { outcome, rules } = compareReports(report, today);
      expect(outcome.before).toBe(report.outcome);
      expect(rules.length).toBeGreaterThanOrEqual(report.findings.length);
    });

    it.each([toText, toMarkdown, toJUnit])("can be shown by %o", (show) => {
      const text = show(report);
      for (const { title } of report.findings) expect(text).toContain(title);
    });

    it("can be a row of a table", () => {
      expect(toCsv([{ ok: true, index: 0, report }] as never)).toContain(report.outcome);
    });

    it("leads to the pages of its rules", () => {
      for (const finding of report.findings)
        expect(helpUrl(finding)).toContain(`rules/${finding.ruleId}.html`);
    });
  },
);
