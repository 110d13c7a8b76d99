import { shorten } from "../input/bounded.ts";
import { InvalidOptionsError } from "../input/errors.ts";
import { iterating, reading } from "../input/reading.ts";
import type { Status } from "../findings/status.ts";
import type { AnyReport } from "../report/lean-report.ts";
import { checked } from "./printable.ts";

/**
 * The part of a result of `evaluateMany` that a table shows.
 *
 * @category Format
 */
export type ListedResult =
  | { index: number; profileId?: string; ok: true; report: AnyReport<string> }
  | { index: number; profileId?: string; ok: false; error: Error };

const statuses: readonly Status[] = ["met", "unmet", "unknown", "not-due", "not-applicable"];

const columns = [
  "index",
  "profileId",
  "track",
  "asOf",
  "edition",
  "outcome",
  ...statuses,
  "unmetRules",
  "unknownRules",
  "missingFacts",
  "nextSteps",
  "ignored",
  "factErrors",
  "error",
] as const;

type Row = Partial<Record<(typeof columns)[number], string>>;

/** The beginning of what a spreadsheet may take for a formula, even behind what it trims. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/u;

/** A cell that a spreadsheet does not take for a formula, quoted where some reader splits or trims it. */
function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",;\p{Cc}]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function reportRow(report: AnyReport<string>): Row {
  const {
    track,
    asOf,
    edition,
    outcome,
    counts,
    missingFacts,
    nextSteps,
    ignored = [],
    factErrors = [],
  } = report;
  const findings: readonly { ruleId: string; status: Status }[] = report.findings;
  const rulesThatAre = (status: Status): string =>
    findings
      .filter((finding) => finding.status === status)
      .map(({ ruleId }) => ruleId)
      .join(" ");
  return {
    track,
    asOf,
    edition: edition.id,
    outcome,
    ...Object.fromEntries(statuses.map((status) => [status, String(counts[status])])),
    unmetRules: rulesThatAre("unmet"),
    unknownRules: rulesThatAre("unknown"),
    missingFacts: missingFacts.map(({ fact }) => fact).join(" "),
    nextSteps: nextSteps.map(({ text }) => text).join(" "),
    ignored: ignored.map(({ path }) => path).join(" "),
    factErrors: factErrors.map(({ fact }) => fact).join(" "),
  };
}

/** More than any message of ours has. */
const longestError = 5000;

function rowOf(result: ListedResult): Row {
  const { index, profileId = "" } = result;
  const company = { index: String(index), profileId };
  return result.ok
    ? { ...company, ...reportRow(checked(result.report)) }
    : { ...company, error: shorten(result.error.message, longestError) };
}

function lineOf(result: ListedResult): string {
  const row = rowOf(result);
  return columns.map((column) => cell(row[column] ?? "")).join(",");
}

function wantsHeader(options: { header?: boolean }): boolean {
  try {
    const { header = true } = options;
    return Boolean(header);
  } catch {
    const message = "Expected { header: true } or { header: false }";
    const values = { expected: "object" };
    throw new InvalidOptionsError([{ path: "", message, code: "wrong-type", values }]);
  }
}

/**
 * Writes results as CSV (RFC 4180): one row per profile, with the same columns whatever the rules. Text
 * that a spreadsheet would take for a formula is preceded by an apostrophe.
 *
 * @param results - What `evaluateMany` yields, not for an async iterable: write that result by result.
 * @param options - `header: false` leaves out the names of the columns, so that a stream can be written
 * row by row; they are written if not given.
 * @returns Rows that end with CRLF.
 * @throws `InvalidReportError` if `results` is not iterable, or something in it is not a result; `InvalidOptionsError` if the options are not an object.
 *
 * @example
 * ```ts
 * const results = evaluateMany([{ id: "42" }], { asOf: "2020-09-02", track: "remain" });
 * toCsv(results, { header: false }).slice(0, 48); //=> "0,42,remain,2020-09-02,2018-08-31,undetermined,0"
 * ```
 *
 * @category Format
 */
export function toCsv(results: Iterable<ListedResult>, options: { header?: boolean } = {}): string {
  const lines = wantsHeader(options) ? [columns.join(",")] : [];
  for (const result of iterating("results", results))
    lines.push(reading("a result", () => lineOf(result)));
  return lines.map((line) => `${line}\r\n`).join("");
}
