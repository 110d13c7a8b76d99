import { XMLValidator } from "fast-xml-parser";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";

import { toCsv, toJUnit, toMarkdown, toText } from "../../src/format.ts";
import { type AnyReport, type Report, evaluateMany, evaluateSync } from "../../src/index.ts";
import { caseFiles } from "../case-files.ts";
import { reportWith, rowsIn, suitesIn } from "./readers.ts";

const cases = caseFiles.flatMap(({ cases: all }) => all);
const reports: Report<string>[] = cases.map(({ profile, asOf, track }) =>
  evaluateSync(profile, { asOf, track }),
);
const leanReports: AnyReport<string>[] = cases
  .slice(0, 100)
  .map(({ profile, asOf, track }) => evaluateSync(profile, { asOf, track, detail: "lean" }));

const hostile = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "<script>alert(1)</script>",
      "[a](javascript:alert(1))",
      "**bold** _it_ `code` ~~x~~",
      "| a | b |",
      "# heading",
      "1. item",
      "- item",
      "https://example.org www.example.org a@example.org",
      "&amp; &lt;",
      "line\nbreak\r\n\u2028end",
      "\u001B[31mred\u001B[0m",
      "\u202Ereversed",
      "=HYPERLINK(1)",
      '"quoted", and comma',
      "\uD800 lone",
      "]]>",
      "\\",
      "![x](y)",
      "<a@b.c>",
      "$x$ @user #1",
    ),
  )
  .filter((text) => text.trim() !== "");

describe("text", () => {
  it("has every message, no control character, and no line that is too long", () => {
    for (const report of [...reports, ...leanReports]) {
      const text = toText(report);
      const flat = text.replaceAll(/\s+(> )?/g, " ");
      for (const { message, title } of report.findings) {
        expect(flat).toContain(message);
        expect(flat).toContain(title);
      }
      for (const { text: step } of report.nextSteps) expect(flat).toContain(step);
      expect(text).toMatch(/^[^\p{Cc}]*(\n[^\p{Cc}]*)*$/u);
      for (const line of text.split("\n"))
        if (line.length > 80) expect(line.trim()).not.toMatch(/ .* /);
      expect(text).not.toMatch(/undefined|null|\[object/);
      expect(text).not.toMatch(/[ \t]\n|\n{3}/);
    }
  });

  it("takes out what a terminal would obey", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = toText(reportWith(text)).split("\n").join("");
        expect(lines).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });

  it("says unmet of requirements alone: a step is open, advice is recommended", () => {
    for (const report of reports) {
      const text = toText(report);
      const unmet = report.findings.filter(({ status }) => status === "unmet");
      const has = (kind: string): boolean => unmet.some((finding) => finding.kind === kind);
      expect(text.includes("\nUNMET\n")).toBe(has("requirement"));
      expect(text.includes("\nOPEN\n")).toBe(has("step"));
      expect(text.includes("\nRECOMMENDED\n")).toBe(has("recommendation"));
    }
  });
});

describe("Markdown", () => {
  const markdown = new MarkdownIt({ html: true, linkify: false });

  /** The text that a page shows, without its tags. */
  function shown(source: string): string {
    const tokens = markdown.parse(source, {}).flatMap(({ children }) => children ?? []);
    return tokens.map(({ content, type }) => (type === "softbreak" ? " " : content)).join(" ");
  }
  function typesIn(source: string): Set<string> {
    return new Set(
      markdown
        .parse(source, {})
        .flatMap(({ type, children }) => [type, ...(children ?? []).map((child) => child.type)]),
    );
  }

  it("shows every message, and links to every source", () => {
    for (const report of [...reports.slice(0, 300), ...leanReports]) {
      const source = toMarkdown(report);
      const text = shown(source);
      for (const { message } of report.findings) expect(text).toContain(message);
      const links = markdown
        .parse(source, {})
        .flatMap(({ children }) => children ?? [])
        .flatMap((token) => (token.type === "link_open" ? [token.attrGet("href")] : []));
      const urls = report.findings.flatMap((finding) =>
        "sources" in finding ? finding.sources.map(({ url }) => url) : [],
      );
      expect(new Set(links)).toEqual(new Set(urls));
      expect(source).not.toMatch(/undefined|\[object/);
    }
  });

  it("shows what comes from data as it is", () => {
    const clean = toMarkdown(reportWith("x"));
    const usual = typesIn(clean);
    const blocks = markdown.parse(clean, {}).length;
    fc.assert(
      fc.property(hostile, (text) => {
        const source = toMarkdown(reportWith(text));
        const flat = text
          .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
          .replaceAll(/\p{Bidi_Control}/gu, "")
          .trim();
        const page = shown(source);
        // markdown-it replaces what no text may hold.
        if (!/\uFFFD|[\uD800-\uDFFF]/.test(flat))
          expect(page.replaceAll("\u2060", "")).toContain(flat.replaceAll("\u2060", ""));
        // What remark and GitHub make a link of wherever it stands, escaped or not.
        expect(page).not.toMatch(/https?:\/\/|\bwww\.|[-.\w+]@[-\w]/i);
        // No format, no link, no HTML, no further block comes from it.
        for (const type of typesIn(source)) expect([...usual, "text_special"]).toContain(type);
        expect(markdown.parse(source, {})).toHaveLength(blocks);
      }),
    );
  });
});

describe("JUnit XML", () => {
  it("is valid, and counts as the report does", () => {
    for (const report of [...reports, ...leanReports]) {
      const xml = toJUnit(report);
      expect(XMLValidator.validate(xml)).toBe(true);
      const [suite] = suitesIn(xml);
      const count = (kind: string, status: string): number =>
        report.findings.filter((finding) => finding.kind === kind && finding.status === status)
          .length;
      const isDecidable = report.findings.some(({ kind }) => kind === "requirement");
      expect(suite!.testcase).toHaveLength(report.findings.length + (isDecidable ? 0 : 1));
      expect(Number(suite!.failures)).toBe(count("requirement", "unmet"));
      expect(Number(suite!.errors)).toBe(count("requirement", "unknown") + (isDecidable ? 0 : 1));
      // Green says that nothing is unmet and nothing unknown.
      const isGreen = Number(suite!.failures) + Number(suite!.errors) === 0;
      expect(isGreen).toBe(["eligible", "on-track"].includes(report.outcome));
      expect(xml).toContain(`<property name="outcome" value="${report.outcome}"/>`);
      expect(suite!.testcase.filter((one) => "failure" in one)).toHaveLength(
        Number(suite!.failures),
      );
      expect(suite!.testcase.filter((one) => "skipped" in one)).toHaveLength(
        Number(suite!.skipped),
      );
      expect(
        Number(suite!.tests) -
          Number(suite!.failures) -
          Number(suite!.errors) -
          Number(suite!.skipped),
      ).toBe(report.counts.met);
    }
  });

  it("keeps what comes from data, as far as XML can hold it", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const xml = toJUnit(reportWith(text));
        expect(XMLValidator.validate(xml)).toBe(true);
        // oxlint-disable-next-line no-control-regex -- what XML 1.0 refuses
        expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
        expect(xml).toBe(Buffer.from(xml).toString());
      }),
    );
    const suite = suitesIn(toJUnit(reportWith('a<b>&"c"')))[0]!;
    expect(suite.name).toContain('a<b>&"c"');
    expect(suite.testcase.at(-1)).toHaveProperty(
      "failure.message",
      expect.stringContaining('It says a<b>&"c".'),
    );
  });
});

describe("CSV", () => {
  it("keeps each cell, and makes none a formula", () => {
    fc.assert(
      // A file has no place for half a character.
      fc.property(
        hostile.filter((text) => !/\p{Cs}/u.test(text)),
        (text) => {
          const results = [
            ...evaluateMany([{ id: text }, { id: text, [text]: 1 }], { asOf: "2020-09-02" }),
          ];
          const rows = rowsIn(toCsv(results));
          expect(rows).toHaveLength(2);
          for (const row of rows) {
            expect([text, `'${text}`]).toContain(row["profileId"]);
            for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@\t\r]/);
          }
        },
      ),
    );
  });
});
