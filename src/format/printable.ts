import type { Finding } from "../findings/finding.ts";
import type { Status } from "../findings/status.ts";
import type { AnyReport } from "../report/lean-report.ts";
import type { Outcome } from "../report/outcome.ts";
import type { Kind } from "../rule/vocabulary.ts";

/** A finding as every format reads it, of a full report or a lean one. */
export type PrintableFinding = AnyReport<string>["findings"][number];

/** The headings under which a reader finds the findings, in the order in which they matter. */
const headings = [
  "Unmet",
  "Open",
  "Recommended",
  "Unknown",
  "Not due yet",
  "Met",
  "Not applicable",
] as const;

type Heading = (typeof headings)[number];

/** "Unmet" is said of requirements alone: an open step, or advice not followed, has not failed. */
const unmet: Readonly<Record<Kind, Heading>> = {
  requirement: "Unmet",
  step: "Open",
  recommendation: "Recommended",
};

const headingOf: Readonly<Record<Exclude<Status, "unmet">, Heading>> = {
  unknown: "Unknown",
  "not-due": "Not due yet",
  met: "Met",
  "not-applicable": "Not applicable",
};

/** The heading of a finding. */
export function headingFor({ status, kind }: PrintableFinding): string {
  return status === "unmet" ? unmet[kind] : headingOf[status];
}

/** Returns a report whose outcome and statuses there are, so that nothing of it goes unsaid. */
export function checked(report: AnyReport<string>): AnyReport<string> {
  const { outcome, findings, nextSteps, missingFacts, ignored = [], factErrors = [] } = report;
  if (!Object.hasOwn(reasons, outcome)) throw new TypeError("There is no such outcome");
  for (const finding of findings as readonly PrintableFinding[])
    if (!headings.includes(headingFor(finding) as Heading))
      throw new TypeError("There is no such status");
  // A list with nothing in it may be very long.
  for (const list of [nextSteps, missingFacts, ignored, factErrors])
    for (const item of list)
      if (typeof item !== "object" || item === null) throw new TypeError("Nothing is listed");
  return report;
}

/** The findings by heading. */
export function groupsOf({
  findings,
}: AnyReport<string>): (readonly [heading: string, findings: PrintableFinding[]])[] {
  const all: readonly PrintableFinding[] = findings;
  return headings.map((heading) => [
    heading,
    all.filter((finding) => headingFor(finding) === heading),
  ]);
}

const reasons: Readonly<Record<Outcome, string>> = {
  eligible: "every requirement that applies is met, and every step is done",
  "on-track": "no requirement is unmet or unknown, but something is still open",
  undetermined: "a requirement is unknown, or none is in force",
  ineligible: "a requirement is unmet",
};

/** A text on one line, without control characters, and none that turn the direction of what follows. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").replaceAll(/\p{Bidi_Control}/gu, "");
}

/** A path as a list names it: even a key without a character that shows. */
export function nameOf(path: string): string {
  return onOneLine(path).trim() || '""';
}

/** The outcome and why, as a sentence without a full stop. */
export function outcomeLine({ outcome }: AnyReport<string>): string {
  return `${outcome}: ${reasons[outcome]}`;
}

/** The company, if the report names one, the question and the day. */
export function questionParts({ profileId, track, asOf, edition }: AnyReport<string>): string[] {
  const question = [`track ${track}`, `as of ${asOf}`, `edition ${edition.id}`];
  return profileId === undefined ? question : [profileId, ...question];
}

/** What kind of rule a finding is of, and whose. */
export function kindOf({ kind, origin }: PrintableFinding): string {
  return origin === "host" ? `${kind} of your own` : kind;
}

/** What is known to be missing or uncertain about the edition; none in a lean report. */
export function notesOf({ edition }: AnyReport<string>): readonly string[] {
  return "notes" in edition ? edition.notes : [];
}

/** The sources of the findings, each once; none in a lean report. */
export function sourcesOf({ findings }: AnyReport<string>): Finding["sources"] {
  const all = findings.flatMap((finding) => ("sources" in finding ? finding.sources : []));
  return [...new Map(all.map((source) => [`${source.title} ${source.url}`, source])).values()];
}
