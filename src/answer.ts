import type { RuleResult } from "./engine/rule-result.ts";
import { runRulesSync } from "./engine/run-rules-sync.ts";
import type { FactId } from "./facts/fact-id.ts";
import { type Facts, factsOfProfile } from "./facts/facts.ts";
import { type FactError, lookUp } from "./facts/look-up.ts";
import type { LookupOptions } from "./options/options.ts";
import { spansOf } from "./foresight/spans.ts";
import { readLeniently } from "./profile/read-leniently.ts";
import { type ReadProfile, readProfile } from "./profile/read-profile.ts";
import { type AnyReport, leanReportOf } from "./report/lean-report.ts";
import { reportOf } from "./report/report.ts";
import type { Span } from "./report/span.ts";
import type { Inquiry } from "./rules/question.ts";

/** Reads a profile as the question wants malformed parts to be treated. */
export function readFor({ onInvalid, table }: Inquiry, profile: unknown): ReadProfile {
  return onInvalid === "throw"
    ? readProfile(profile, table.shape)
    : readLeniently(profile, table.shape);
}

/** A profile that was read, completed by look-ups. */
export async function lookUpFor(
  { table, read }: Inquiry,
  profile: ReadProfile,
  options: LookupOptions,
): ReturnType<typeof lookUp> {
  return lookUp(profile, { ...options, table, read });
}

/** The facts that look-ups did not give. */
export function unansweredIn(errors: readonly FactError[]): FactId[] {
  return errors.map(({ fact }) => fact);
}

/** When the answer changes next, if the question wants to know it and anything changes. */
export function nextChangeOf(
  { ahead, asOf }: Inquiry,
  read: ReadProfile,
): Span<string> | undefined {
  if (ahead === undefined) return undefined;
  const [, next] = spansOf(ahead.ask, read, { from: asOf, calendar: ahead.calendar, most: 2 });
  return next;
}

/** The id that a profile states itself. */
function idOf(profile: object): string | undefined {
  const property = Object.getOwnPropertyDescriptor(profile, "id");
  return property?.enumerable === true ? (property.value as string | undefined) : undefined;
}

/** Reports what rules say, in the detail that the question wants. */
export function reportFor(
  question: Inquiry,
  { profile, ignored }: ReadProfile,
  facts: Facts,
  results: readonly RuleResult[],
  { factErrors, nextChange }: { factErrors: FactError[]; nextChange: Span<string> | undefined },
): AnyReport<string> {
  const notes = { profileId: idOf(profile), ignored, factErrors, nextChange };
  const report = reportOf(question, notes, facts, results);
  return question.detail === "lean" ? leanReportOf(report) : report;
}

/** Answers a question about what was read of a profile, without json-rules-engine. */
export function answerRead(
  question: Inquiry,
  read: ReadProfile,
  factErrors: FactError[] = [],
): AnyReport<string> {
  // Before the facts are completed, in place.
  const nextChange = nextChangeOf(question, read);
  const facts = factsOfProfile(question, read, unansweredIn(factErrors));
  const results = runRulesSync(question.set, facts);
  return reportFor(question, read, facts, results, { factErrors, nextChange });
}
