import type { RuleResult } from "../engine/rule-result.ts";
import type { Facts } from "../facts/facts.ts";
import type { FactError } from "../facts/look-up.ts";
import { type Finding, findingsOf } from "../findings/finding.ts";
import { type Status, addStatus, noStatuses } from "../findings/status.ts";
import type { Question } from "../rules/in-force.ts";
import { type IsoDate, type Period, periodOf } from "../schema/dates.ts";
import { type FactId, positionOf } from "../schema/facts.ts";
import type { Actor, EditionId, RuleId, Track } from "../schema/vocabulary.ts";
import { type Consequences, consequencesOf } from "./consequences.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

/**
 * A fact to ask for.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Report
 */
export interface MissingFact<Id extends string = RuleId> {
  fact: FactId;
  /** The rules that cannot be decided without it, in rule order. */
  neededBy: Id[];
}

/**
 * Something to do now.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Report
 */
export interface NextStep<Id extends string = RuleId> {
  ruleId: Id;
  /** Who must act. */
  actor: Actor;
  /** What to do. */
  text: string;
}

/**
 * The answer: all findings of a track, and what follows from them. Plain JSON; equal input gives an
 * equal report. What it takes from the rules (`inForce`, `notes`, `sources`, `expected`, `consequences`)
 * is frozen and shared between reports.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Report
 */
export interface Report<Id extends string = RuleId> {
  /** Version of this shape. */
  schemaVersion: 1;
  /** The profile's `id`, where it has one. */
  profileId?: string;
  track: Track;
  /** The day the answer holds for. */
  asOf: IsoDate;
  edition: { id: EditionId } & Period;
  outcome: Outcome;
  /** How many findings have each status. */
  counts: Record<Status, number>;
  /** One for each rule, in rule order. */
  findings: Finding<Id>[];
  /** What to ask: what most rules need first, then in fact order. */
  missingFacts: MissingFact<Id>[];
  /** Why facts that were looked up stayed unknown; absent where none did. */
  factErrors?: FactError[];
  /** What falling short costs; only in track `remain` with outcome `ineligible`. */
  consequences?: Consequences;
  /** What is due and open: every unmet requirement and step, in rule order. */
  nextSteps: NextStep<Id>[];
}

function count(findings: readonly Finding<string>[]): Record<Status, number> {
  const counts = noStatuses();
  for (const { status } of findings) addStatus(counts, status);
  return counts;
}

function missingFactsOf(findings: readonly Finding<string>[]): MissingFact<string>[] {
  const needs: (MissingFact<string> | undefined)[] = [];
  for (const { missing, ruleId } of findings) {
    for (const fact of missing) {
      const position = positionOf(fact);
      const need = needs[position];
      if (need === undefined) needs[position] = { fact, neededBy: [ruleId] };
      else need.neededBy.push(ruleId);
    }
  }
  // In fact order, which the sort keeps among equals.
  const asked = needs.filter((need) => need !== undefined);
  return asked.sort((a, b) => b.neededBy.length - a.neededBy.length);
}

function nextStepsOf(findings: readonly Finding<string>[]): NextStep<string>[] {
  const steps: NextStep<string>[] = [];
  for (const finding of findings) {
    if (finding.status !== "unmet" || finding.kind === "recommendation") continue;
    steps.push({ ruleId: finding.ruleId, actor: finding.actor, text: finding.remedy! });
  }
  return steps;
}

/**
 * Puts the answer together.
 *
 * @param results - One a rule of the question, in its order.
 */
export function reportOf(
  question: Question,
  profileId: string | undefined,
  facts: Facts,
  results: readonly RuleResult[],
): Report<string> {
  const { track, asOf, edition, rules } = question;
  const findings = findingsOf(rules, results, facts);
  const outcome = outcomeOf(findings);
  const consequences = consequencesOf(question, outcome);
  // One by one: a spread in the middle would take longer than the whole rest of this function.
  const report: Partial<Report<string>> = { schemaVersion: 1 };
  if (profileId !== undefined) report.profileId = profileId;
  report.track = track;
  report.asOf = asOf;
  report.edition = { id: edition.id, ...periodOf(edition) };
  report.outcome = outcome;
  report.counts = count(findings);
  report.findings = findings;
  report.missingFacts = missingFactsOf(findings);
  report.nextSteps = nextStepsOf(findings);
  if (consequences !== undefined) report.consequences = consequences;
  return report as Report<string>;
}
