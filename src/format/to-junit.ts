import type { AnyReport } from "../report/lean-report.ts";
import { type PrintableFinding, headingFor, questionParts } from "./printable.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Escapes a text for an attribute; what XML cannot hold becomes the replacement character. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll(/[&<>"\t\n\r]/g, (character) => entities[character]!);
}

type Result = "passed" | "failure" | "error" | "skipped";

/** Only a requirement can fail; what is open otherwise is no fault. */
function resultOf({ kind, status }: PrintableFinding): Result {
  if (status === "met") return "passed";
  if (kind !== "requirement") return "skipped";
  if (status === "unmet") return "failure";
  return status === "unknown" ? "error" : "skipped";
}

function testCase(finding: PrintableFinding, track: string): string {
  const { ruleId, title, message, remedy } = finding;
  const result = resultOf(finding);
  const name = `classname="csp-direct-bill-rules.${escape(track)}" name="${escape(`${title} (${ruleId})`)}"`;
  if (result === "passed") return `    <testcase ${name}/>`;
  const text = [`${headingFor(finding)}:`, message, ...(remedy === undefined ? [] : [remedy])].join(
    " ",
  );
  return `    <testcase ${name}><${result} message="${escape(text)}"/></testcase>`;
}

function totals(findings: readonly PrintableFinding[]): string {
  const count = (wanted: Result): number =>
    findings.filter((finding) => resultOf(finding) === wanted).length;
  return `tests="${findings.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
}

function testSuite(report: AnyReport<string>): string {
  const { findings, track } = report;
  const name = escape(questionParts(report).join(", "));
  return [
    `  <testsuite name="${name}" ${totals(findings)}>`,
    ...(findings as readonly PrintableFinding[]).map((finding) => testCase(finding, track)),
    "  </testsuite>",
  ].join("\n");
}

/**
 * Writes reports as JUnit XML, for continuous integration: a suite for each report, a test case for
 * each finding. An unmet requirement is a failure, an unknown one an error; whatever else is not met is
 * skipped, with its message.
 *
 * @param reports - One report or several, full or lean.
 * @returns An XML document without times, equal for equal reports.
 *
 * @example
 * ```ts
 * const report = evaluateSync({ support: { plan: null } }, { asOf: "2020-09-02", track: "remain" });
 * toJUnit(report).split("\n")[1]; //=> '<testsuites tests="6" failures="1" errors="5" skipped="0">'
 * ```
 *
 * @category Format
 */
export function toJUnit(reports: AnyReport<string> | readonly AnyReport<string>[]): string {
  const list = "findings" in reports ? [reports] : reports;
  const findings = list.flatMap((report): readonly PrintableFinding[] => report.findings);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${totals(findings)}>`,
    ...list.map(testSuite),
    "</testsuites>",
    "",
  ].join("\n");
}
