import type { ConditionResult } from "../engine/condition-result.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { Status } from "../findings/status.ts";
import { InvalidReportError, type Issue } from "../input/errors.ts";
import type { FactValue } from "../profile/profile-reader.ts";
import type { RuleId } from "../rule/ids.ts";
import { isFactReference } from "../rule/rule.ts";
import type { AnyReport } from "./lean-report.ts";
import type { Outcome } from "./outcome.ts";
import type { NextStep } from "./report.ts";

/**
 * The status of one rule in two reports.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Compare
 */
export interface StatusComparison<Id extends string = RuleId> {
  ruleId: Id;
  title: string;
  /** Absent if the rule is not in the first report. */
  before?: Status;
  /** Absent if the rule is not in the second report. */
  after?: Status;
  changed: boolean;
}

/**
 * A fact that rules read and that has another value in the second report.
 *
 * @category Compare
 */
export interface FactChange {
  fact: FactId;
  /** Absent if it was unknown, or no rule read it. */
  before?: FactValue;
  /** Absent if it is unknown, or no rule reads it. */
  after?: FactValue;
}

/**
 * The comparison of two reports.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Compare
 */
export interface ReportComparison<Id extends string = RuleId> {
  outcome: { before: Outcome; after: Outcome; changed: boolean };
  /** Every rule of either report: those of the second in its order, then those only in the first. */
  rules: StatusComparison<Id>[];
  /** The facts that differ, but for the day; absent if a report is lean, which has no evidence. */
  facts?: FactChange[];
  /** What is no longer to be done, because it is done or no longer asked for. */
  resolvedSteps: NextStep<Id>[];
  /** What is to be done only now. */
  newSteps: NextStep<Id>[];
}

type Side = "before" | "after";

function issueAt(path: string, message: string): Issue {
  return { path, message, code: "rejected", values: {} };
}

/** What keeps a value from being read as a report. */
function problemsOf(report: unknown, side: Side): Issue[] {
  const { schemaVersion, outcome, findings, nextSteps } = (report ?? {}) as Partial<AnyReport>;
  const isReport = schemaVersion === 1 && typeof outcome === "string";
  if (isReport && [findings, nextSteps].every(Array.isArray)) return [];
  return [issueAt(side, "Expected a report of schema version 1")];
}

/** What makes two reports answers to different questions. */
function differences(before: AnyReport<string>, after: AnyReport<string>): Issue[] {
  const issues: Issue[] = [];
  if (before.track !== after.track) {
    const message = `Expected the track of the first report, "${before.track}"; it is "${after.track}"`;
    issues.push(issueAt("after.track", message));
  }
  const [was, is] = [before.profileId, after.profileId];
  if (was !== undefined && is !== undefined && was !== is) {
    const message = `Expected the profile of the first report, ${JSON.stringify(was)}; it is ${JSON.stringify(is)}`;
    issues.push(issueAt("after.profileId", message));
  }
  return issues;
}

function refuseOthers(before: AnyReport<string>, after: AnyReport<string>): void {
  const malformed = [...problemsOf(before, "before"), ...problemsOf(after, "after")];
  const issues = malformed.length > 0 ? malformed : differences(before, after);
  if (issues.length > 0) throw new InvalidReportError(issues);
}

type KnownFacts = ReadonlyMap<FactId, FactValue>;

function addFacts(known: Map<FactId, FactValue>, node: ConditionResult): void {
  if ("all" in node) for (const child of node.all) addFacts(known, child);
  else if ("any" in node) for (const child of node.any) addFacts(known, child);
  else if ("not" in node) addFacts(known, node.not);
  else {
    if (node.actual !== undefined) known.set(node.fact, node.actual as FactValue);
    if (isFactReference(node.expected)) addCompared(known, node.expected);
  }
}

function addCompared(
  known: Map<FactId, FactValue>,
  { fact, value }: { fact: FactId; value?: FactValue },
): void {
  if (value !== undefined) known.set(fact, value);
}

/** The known facts in the evidence of a report; undefined if it is lean. */
function factsIn(report: AnyReport<string>): KnownFacts | undefined {
  if ("detail" in report) return undefined;
  const known = new Map<FactId, FactValue>();
  for (const { evidence, due, applies } of report.findings)
    for (const node of [evidence, due, applies]) if (node !== undefined) addFacts(known, node);
  return known;
}

function factChanges(before: KnownFacts, after: KnownFacts): FactChange[] {
  const facts = new Set([...before.keys(), ...after.keys()]);
  // The day is not about the company.
  facts.delete("asOf");
  return [...facts].flatMap((fact) => {
    const [was, is] = [before.get(fact), after.get(fact)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [
      { fact, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) },
    ];
  });
}

function compareStatuses(
  before: AnyReport<string>,
  after: AnyReport<string>,
): StatusComparison<string>[] {
  const old = new Map(before.findings.map(({ ruleId, status }) => [ruleId, status]));
  const current = new Map(after.findings.map(({ ruleId, status }) => [ruleId, status]));
  const gone = before.findings.filter(({ ruleId }) => !current.has(ruleId));
  return [...after.findings, ...gone].map(({ ruleId, title }) => {
    const [was, is] = [old.get(ruleId), current.get(ruleId)];
    return {
      ruleId,
      title,
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
      changed: was !== is,
    };
  });
}

/** The steps of a report that are not in another. */
function stepsOnlyIn(report: AnyReport<string>, other: AnyReport<string>): NextStep<string>[] {
  const ids = new Set(other.nextSteps.map(({ ruleId }) => ruleId));
  return report.nextSteps.filter(({ ruleId }) => !ids.has(ruleId));
}

/**
 * Compares two reports on one company in one track, such as those of two days, of two editions, or
 * of two profiles. Reports that were stored as JSON can be compared, lean ones too.
 *
 * @typeParam Id - The ids of the rules asked for.
 * @param before - The first report.
 * @param after - The second report.
 * @returns What is different: the outcome, the status of each rule, the facts and the next steps.
 * @throws {@link InvalidReportError} if one of them is no report, if their tracks differ, or if both
 * name a profile and not the same.
 *
 * @example
 * ```ts
 * const profile = { support: { firstLevel: true } };
 * const before = evaluateSync(profile, { asOf: "2020-10-26", track: "remain" });
 * const after = evaluateSync(profile, { asOf: "2020-10-27", track: "remain" });
 * const { rules } = compareReports(before, after);
 * rules.filter(({ changed }) => changed).map(({ ruleId }) => ruleId); //=> ["ttm-revenue"]
 * ```
 *
 * @category Compare
 */
export function compareReports<Id extends string = RuleId>(
  before: AnyReport<Id>,
  after: AnyReport<Id>,
): ReportComparison<Id>;
export function compareReports(
  before: AnyReport<string>,
  after: AnyReport<string>,
): ReportComparison<string> {
  refuseOthers(before, after);
  const [were, are] = [factsIn(before), factsIn(after)];
  return {
    outcome: {
      before: before.outcome,
      after: after.outcome,
      changed: before.outcome !== after.outcome,
    },
    rules: compareStatuses(before, after),
    ...(were !== undefined && are !== undefined && { facts: factChanges(were, are) }),
    resolvedSteps: stepsOnlyIn(before, after),
    newSteps: stepsOnlyIn(after, before),
  };
}
