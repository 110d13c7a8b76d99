import type { RuleResult } from "../engine/rule-result.ts";
import type { Facts } from "../facts/facts.ts";
import type { FactError } from "../facts/look-up.ts";
import { type Finding, findingsOf } from "../findings/finding.ts";
import { type Status, noStatuses } from "../findings/status.ts";
import type { Question } from "../rules/in-force.ts";
import { requirementsBefore } from "../rules/precedence.ts";
import { type IsoDate, type Period } from "../schema/dates.ts";
import { type FactId, positionOf } from "../schema/facts.ts";
import type { Rule } from "../schema/rule.ts";
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
 * The edition that a report follows.
 *
 * @category Report
 */
export interface ReportEdition extends Period {
  id: EditionId;
  /** What is known to be missing or uncertain about the edition on the day asked about. */
  notes: readonly string[];
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
  edition: ReportEdition;
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
  /**
   * What is due and open, in rule order: every unmet requirement, and every unmet step that no
   * requirement before it keeps waiting by being unmet or unknown.
   */
  nextSteps: NextStep<Id>[];
}

function count(findings: readonly Finding<string>[]): Record<Status, number> {
  const counts = noStatuses();
  for (const { status } of findings) counts[status] += 1;
  return counts;
}

function missingFactsOf(findings: readonly Finding<string>[]): MissingFact<string>[] {
  const needs: (MissingFact<string> | undefined)[] = [];
  for (const finding of findings) {
    if (finding.status !== "unknown") continue;
    const { missing, ruleId } = finding;
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

function isOpen({ status }: Finding<string>): boolean {
  return status === "unmet" || status === "unknown";
}

function nextStepsOf(
  findings: readonly Finding<string>[],
  rules: readonly Rule<string>[],
): NextStep<string>[] {
  const before = requirementsBefore(rules);
  const steps: NextStep<string>[] = [];
  for (const [index, finding] of findings.entries()) {
    if (finding.status !== "unmet") continue;
    const { ruleId, kind, actor, remedy } = finding;
    if (kind === "recommendation") continue;
    if (kind === "step" && before[index]!.some((place) => isOpen(findings[place]!))) continue;
    steps.push({ ruleId, actor, text: remedy! });
  }
  return steps;
}

function editionOf({ edition, notes }: Question): ReportEdition {
  const { id, from, until } = edition;
  return until === undefined ? { id, from, notes } : { id, from, until, notes };
}

/**
 * Puts the answer together.
 *
 * @param results - One a rule of the question, in its order.
 * @param factErrors - Why facts that were looked up stayed unknown.
 */
export function reportOf(
  question: Question,
  profileId: string | undefined,
  facts: Facts,
  results: readonly RuleResult[],
  factErrors: FactError[] = [],
): Report<string> {
  const { track, asOf, rules } = question;
  const findings = findingsOf(rules, results, facts);
  const outcome = outcomeOf(findings);
  const report: Report<string> = {
    schemaVersion: 1,
    track,
    asOf,
    edition: editionOf(question),
    outcome,
    counts: count(findings),
    findings,
    missingFacts: missingFactsOf(findings),
    nextSteps: nextStepsOf(findings, rules),
  };
  if (profileId !== undefined) report.profileId = profileId;
  if (factErrors.length > 0) report.factErrors = factErrors;
  const consequences = consequencesOf(question, outcome);
  if (consequences !== undefined) report.consequences = consequences;
  return report;
}
