import type { Finding } from "../findings/finding.ts";
import type { Period } from "../input/dates.ts";
import type { Detail } from "../options/options.ts";
import type { EditionId, RuleId } from "../rule/ids.ts";
import type { Consequences } from "./consequences.ts";
import type { Report } from "./report.ts";

/**
 * A finding without evidence, notes and sources.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Report
 */
export type LeanFinding<Id extends string = RuleId> = Omit<
  Finding<Id>,
  "evidence" | "due" | "applies" | "notes" | "sources"
>;

/**
 * A report without what is the same for all companies, and without the evidence: about a third of
 * the size. `detail` tells it from a {@link Report}.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Report
 */
export interface LeanReport<Id extends string = RuleId> extends Omit<
  Report<Id>,
  "edition" | "findings" | "consequences"
> {
  detail: "lean";
  edition: Period & { id: EditionId };
  /** One for each rule, in rule order. */
  findings: LeanFinding<Id>[];
  /** The consequences of falling short, in short; only in track `remain` with outcome `ineligible`. */
  consequences?: Pick<Consequences, "status" | "text" | "wayOut">;
}

/**
 * A report, full or lean.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Report
 */
export type AnyReport<Id extends string = RuleId> = Report<Id> | LeanReport<Id>;

function leanFinding(finding: Finding<string>): LeanFinding<string> {
  const {
    evidence: _,
    due: _due,
    applies: _applies,
    notes: _notes,
    sources: _sources,
    ...lean
  } = finding;
  return lean;
}

/** Leaves out of a report what is the same for all companies, and the evidence. */
export function leanReportOf(report: Report<string>): LeanReport<string> {
  const { edition, findings, consequences, ...rest } = report;
  const { notes: _, ...period } = edition;
  const lean: LeanReport<string> = {
    ...rest,
    detail: "lean",
    edition: period,
    findings: findings.map(leanFinding),
  };
  if (consequences === undefined) return lean;
  const { status, text, wayOut } = consequences;
  return { ...lean, consequences: { status, text, wayOut } };
}

/**
 * The report that was asked for.
 *
 * @typeParam Id - The ids of the rules asked for.
 * @typeParam Much - The option `detail`.
 *
 * @category Report
 */
export type ReportOf<Id extends string, Much extends Detail> = Much extends "lean"
  ? LeanReport<Id>
  : Report<Id>;
