import { reading } from "../input/reading.ts";
import type { AnyReport } from "../report/lean-report.ts";
import { type PrintableFinding, checked, headingFor, nameOf, questionParts } from "./printable.ts";

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

function testCase(finding: PrintableFinding, className: string): string {
  const { ruleId, title, message, remedy } = finding;
  const result = resultOf(finding);
  const name = `classname="${className}" name="${escape(`${title} (${ruleId})`)}"`;
  if (result === "passed") return `    <testcase ${name}/>`;
  const text = [`${headingFor(finding)}:`, message, ...(remedy === undefined ? [] : [remedy])].join(
    " ",
  );
  return `    <testcase ${name}><${result} message="${escape(text)}"/></testcase>`;
}

function totals(reports: readonly AnyReport<string>[]): string {
  const findings = reports.flatMap((report): readonly PrintableFinding[] => report.findings);
  const results = [
    ...findings.map(resultOf),
    ...reports.filter(hasNoRequirement).map((): Result => "error"),
  ];
  const count = (wanted: Result): number => results.filter((result) => result === wanted).length;
  return `tests="${results.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
}

/** A class for each report: readers of JUnit tell test cases apart by class and name alone. */
function classOf({ track, asOf, profileId }: AnyReport<string>, place: number): string {
  return escape(`csp-direct-bill-rules.${profileId ?? place + 1}.${track}.${asOf}`);
}

function testSuite(report: AnyReport<string>, place: number): string {
  const { findings } = report;
  const className = classOf(report, place);
  const name = escape(questionParts(report).join(", "));
  const remarks = remarksOf(report).map((remark) => escape(remark));
  return [
    `  <testsuite name="${name}" ${totals([report])}>`,
    `    <properties><property name="outcome" value="${escape(report.outcome)}"/></properties>`,
    ...(findings as readonly PrintableFinding[]).map((finding) => testCase(finding, className)),
    ...(hasNoRequirement(report) ? [noRequirement(className)] : []),
    ...(remarks.length === 0 ? [] : [`    <system-out>${remarks.join("&#10;")}</system-out>`]),
    "  </testsuite>",
  ].join("\n");
}

/** What was not taken from the profile or not looked up: the findings do not say why. */
function remarksOf({ ignored = [], factErrors = [] }: AnyReport<string>): string[] {
  return [
    ...ignored.map(({ path, message }) => `Ignored because malformed: ${nameOf(path)}: ${message}`),
    ...factErrors.map(({ fact, message }) => `Not looked up: ${fact}: ${message}`),
  ];
}

/** Without a requirement nothing can fail, and nothing is decided: that is no success. */
function hasNoRequirement({ findings }: AnyReport<string>): boolean {
  const all: readonly PrintableFinding[] = findings;
  return !all.some(({ kind }) => kind === "requirement");
}

function noRequirement(className: string): string {
  return `    <testcase classname="${className}" name="Requirements"><error message="No requirement is in force."/></testcase>`;
}

/**
 * Writes reports as JUnit XML, for continuous integration: a suite for each report, a test case for
 * each finding. An unmet requirement is a failure, an unknown one an error, and so is that none is in
 * force; whatever else is not met is skipped, with its message. The outcome is a property of the
 * suite. The class of a test case is the company (or the place of a report without one), track and day.
 *
 * @param reports - One report or several, full or lean.
 * @returns An XML document without times, equal for equal reports.
 * @throws `InvalidReportError` if something in it is not a report.
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
  return reading("a report or a list of reports", () => {
    const stated: AnyReport<string>[] = [];
    for (const report of "findings" in reports ? [reports] : reports) stated.push(checked(report));
    return suitesOf(stated);
  });
}

function suitesOf(reports: readonly AnyReport<string>[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${totals(reports)}>`,
    ...reports.map(testSuite),
    "</testsuites>",
    "",
  ].join("\n");
}
