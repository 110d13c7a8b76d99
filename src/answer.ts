import type { RuleResult } from "./engine/rule-result.ts";
import { runRulesSync } from "./engine/run-rules-sync.ts";
import { type Facts, completeFacts, unstatedAt } from "./facts/facts.ts";
import type { FactError } from "./facts/look-up.ts";
import { readLeniently } from "./profile/read-leniently.ts";
import { type ReadProfile, readProfile } from "./profile/read-profile.ts";
import { type AnyReport, leanReportOf } from "./report/lean-report.ts";
import { reportOf } from "./report/report.ts";
import type { Question } from "./rules/question.ts";

/** Reads a profile as the question wants malformed parts to be treated. */
export function readFor({ onInvalid, table }: Question, profile: unknown): ReadProfile {
  return onInvalid === "throw"
    ? readProfile(profile, table.shape)
    : readLeniently(profile, table.shape);
}

/** The facts that a question is about, as they stood on its day. */
export function factsFor(
  { asOf, read }: Question,
  { stated, unknownAt }: ReadProfile,
  errors: readonly FactError[],
): Facts {
  const unanswered = errors.map(({ fact }) => fact);
  return completeFacts(stated, {
    asOf,
    read,
    unknown: unstatedAt(unknownAt, stated),
    unanswered: unstatedAt(unanswered, stated),
  });
}

/** Reports what rules say, in the detail that the question wants. */
export function reportFor(
  question: Question,
  { profile, ignored }: ReadProfile,
  facts: Facts,
  results: readonly RuleResult[],
  factErrors: FactError[],
): AnyReport<string> {
  const report = reportOf(question, { profileId: profile.id, ignored, factErrors }, facts, results);
  return question.detail === "lean" ? leanReportOf(report) : report;
}

/** Answers a question about what was read of a profile, without json-rules-engine. */
export function answerRead(
  question: Question,
  read: ReadProfile,
  factErrors: FactError[] = [],
): AnyReport<string> {
  const facts = factsFor(question, read, factErrors);
  return reportFor(question, read, facts, runRulesSync(question.set, facts), factErrors);
}
