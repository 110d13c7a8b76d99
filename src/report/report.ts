import type { RuleResult } from "../engine/rule-result.ts";
import type { Facts } from "../facts/facts.ts";
import type { FactError } from "../facts/look-up.ts";
import { type Finding, findingsOf } from "../findings/finding.ts";
import { insert } from "../findings/missing-facts.ts";
import { type Status, countStatuses } from "../findings/status.ts";
import type { Inquiry } from "../rules/question.ts";
import { requirementsBefore } from "../rules/precedence.ts";
import { type RuleSet, orderOf } from "../rules/rules-in-force.ts";
import { rulesVersionOf } from "../rules/rules-version.ts";
import type { IsoDate, Period } from "../input/dates.ts";
import type { Issue } from "../input/errors.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { Actor, Kind, Track } from "../rule/vocabulary.ts";
import type { EditionId, RuleId } from "../rule/ids.ts";
import type { Span } from "./span.ts";
import { type Consequences, consequencesOf } from "./consequences.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { packageVersion } from "./version.ts";

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
 * The answer: all findings of a track, and what follows from them. Plain JSON; equal input yields an
 * equal report. What comes from the rules (`inForce`, `notes`, `sources`, `expected`, `consequences`)
 * is frozen and shared between reports.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Report
 */
export interface Report<Id extends string = RuleId> {
  /** Version of this shape. */
  schemaVersion: 1;
  /** The version of this package that made it. */
  package: string;
  /**
   * A hash of the rules that were asked, with all their conditions and texts: reports with the same one
   * were made by the same rules. It changes when a rule is corrected, replaced, added or left out.
   */
  rulesVersion: string;
  /** The profile's `id`, if it has one. */
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
  /** Facts to ask for: those that most rules need first, then in fact order. */
  missingFacts: MissingFact<Id>[];
  /** What was malformed in the profile and taken as unknown, with `onInvalid: "unknown"`; absent if nothing was. */
  ignored?: Issue[];
  /** Why facts that were looked up stayed unknown; absent if none did. */
  factErrors?: FactError[];
  /** The consequences of falling short; only in track `remain` with outcome `ineligible`. */
  consequences?: Consequences;
  /**
   * When the answer changes next if nothing is done, and what it is then, with the option `nextChange`;
   * absent if nothing changes.
   */
  nextChange?: Span<Id>;
  /**
   * What is due and open, in rule order: every unmet requirement, and every unmet step without
   * an unmet or unknown requirement before it.
   */
  nextSteps: NextStep<Id>[];
}

function missingFactsOf(
  missing: readonly (readonly number[])[],
  ids: readonly string[],
  factIds: readonly FactId[],
): MissingFact<string>[] {
  const neededBy: (string[] | undefined)[] = [];
  const inFactOrder: number[] = [];
  let most = 0;
  for (let index = 0; index < missing.length; index += 1) {
    for (const position of missing[index]!) {
      if (neededBy[position] === undefined) insert(inFactOrder, position);
      most = Math.max(most, (neededBy[position] ??= []).push(ids[index]!));
    }
  }
  const asked: MissingFact<string>[] = [];
  // Sorting would take longer than the rest of this function.
  for (let times = most; times > 0; times -= 1)
    for (const position of inFactOrder)
      if (neededBy[position]!.length === times)
        asked.push({ fact: factIds[position]!, neededBy: neededBy[position]! });
  return asked;
}

function nextStepsOf(
  findings: readonly Finding<string>[],
  statuses: readonly Status[],
  { rules }: RuleSet,
  kinds: readonly Kind[],
): NextStep<string>[] {
  const before = requirementsBefore(rules);
  const isOpen = (place: number): boolean =>
    statuses[place] === "unmet" || statuses[place] === "unknown";
  const steps: NextStep<string>[] = [];
  for (let index = 0; index < statuses.length; index += 1) {
    if (statuses[index] !== "unmet" || kinds[index] === "recommendation") continue;
    if (kinds[index] === "step" && before[index]!.some(isOpen)) continue;
    const { ruleId, actor, remedy } = findings[index]!;
    steps.push({ ruleId, actor, text: remedy! });
  }
  return steps;
}

function editionOf({ edition, notes }: Inquiry): ReportEdition {
  const { id, from, until } = edition;
  return until === undefined ? { id, from, notes } : { id, from, until, notes };
}

/** What a report says of the input besides the facts. */
export interface InputNotes {
  readonly profileId: string | undefined;
  readonly ignored: readonly Issue[];
  /** Why facts that were looked up stayed unknown. */
  readonly factErrors: FactError[];
  readonly nextChange: Span<string> | undefined;
}

/**
 * Assembles the report.
 *
 * @param results - One per rule of the question, in its order.
 */
export function reportOf(
  question: Inquiry,
  { profileId, ignored, factErrors, nextChange }: InputNotes,
  facts: Facts,
  results: readonly RuleResult[],
): Report<string> {
  const { track, asOf, set } = question;
  const { findings, statuses, missing } = findingsOf(set, results, facts);
  const { ids, kinds } = orderOf(set);
  const outcome = outcomeOf(kinds, statuses);
  const report: Report<string> = {
    schemaVersion: 1,
    package: packageVersion,
    rulesVersion: rulesVersionOf(set).version,
    track,
    asOf,
    edition: editionOf(question),
    outcome,
    counts: countStatuses(statuses),
    findings,
    missingFacts: missingFactsOf(missing, ids, set.table.ids),
    nextSteps: nextStepsOf(findings, statuses, set, kinds),
  };
  if (profileId !== undefined) report.profileId = profileId;
  if (ignored.length > 0) report.ignored = [...ignored];
  if (factErrors.length > 0) report.factErrors = factErrors;
  if (nextChange !== undefined) report.nextChange = nextChange;
  const consequences = consequencesOf(question, outcome, facts);
  if (consequences !== undefined) report.consequences = consequences;
  return report;
}
