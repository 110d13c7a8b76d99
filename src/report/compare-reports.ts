import type { ConditionResult } from "../engine/condition-result.ts";
import type { FactId } from "../facts/fact-id.ts";
import { type Status, noStatuses } from "../findings/status.ts";
import { mostIssues } from "../input/bounded.ts";
import { InvalidReportError, type Issue } from "../input/errors.ts";
import { quoted } from "../input/nearest.ts";
import { hasOwn, isRecord } from "../input/own-properties.ts";
import { reading } from "../input/reading.ts";
import type { FactValue } from "../profile/profile-reader.ts";
import type { RuleId } from "../rule/ids.ts";
import { isFactReference } from "../rule/rule.ts";
import type { AnyReport } from "./lean-report.ts";
import { type Outcome, outcomes } from "./outcome.ts";
import type { NextStep, Report } from "./report.ts";

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
 * A fact that the rules of both reports read and that has another value in the second.
 *
 * @category Compare
 */
export interface FactChange {
  fact: FactId;
  /** Absent if it was unknown. */
  before?: FactValue;
  /** Absent if it is unknown. */
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
  /**
   * The facts that differ, of those that the rules of both reports read, but for the day; absent if a
   * report is lean, which has no evidence.
   */
  facts?: FactChange[];
  /** What is no longer to be done, because it is done or no longer asked for. */
  resolvedSteps: NextStep<Id>[];
  /** What is to be done only now. */
  newSteps: NextStep<Id>[];
}

type Side = "before" | "after";

const statuses: readonly unknown[] = Object.keys(noStatuses());

function hasTexts(item: unknown, ...keys: readonly string[]): item is Record<string, unknown> {
  return isRecord(item) && keys.every((key) => typeof item[key] === "string");
}

/** Whether a value can be read as the result of a condition. */
function isEvidence(node: unknown, seen: Set<unknown>): boolean {
  // Nodes that stand in many places, or in themselves, are looked at once.
  if (seen.has(node)) return true;
  seen.add(node);
  if (!isRecord(node)) return false;
  const { all, any, not, fact } = node;
  const children = all ?? any;
  if (children !== undefined)
    return Array.isArray(children) && children.every((child) => isEvidence(child, seen));
  return not === undefined ? typeof fact === "string" : isEvidence(not, seen);
}

function isFinding(finding: unknown, isLean: boolean): boolean {
  if (!hasTexts(finding, "ruleId", "title")) return false;
  const { status, evidence, due, applies } = finding;
  const seen = new Set();
  const isOptional = (node: unknown): boolean => node === undefined || isEvidence(node, seen);
  const isProved = isLean || (isEvidence(evidence, seen) && isOptional(due) && isOptional(applies));
  return statuses.includes(status) && isProved;
}

function isStep(step: unknown): boolean {
  return hasTexts(step, "ruleId");
}

function issue(path: string, expected: string): Issue {
  return { path, message: `Expected ${expected}`, code: "wrong-type", values: { expected } };
}

/** What keeps a value from being read as a report. */
function problemsOf(report: unknown, side: Side): Issue[] {
  if (!isRecord(report) || report["schemaVersion"] !== 1)
    return [issue(side, "a report of schema version 1")];
  const { outcome, track, profileId, findings, nextSteps, detail } = report;
  const list = (items: unknown, name: string, isItem: (item: unknown) => boolean): Issue[] => {
    if (!Array.isArray(items)) return [issue(`${side}.${name}s`, "a list")];
    const wrong: Issue[] = [];
    for (let index = 0; index < items.length && wrong.length < mostIssues; index += 1)
      if (!isItem(items[index])) wrong.push(issue(`${side}.${name}s.${index}`, `a ${name}`));
    return wrong;
  };
  return [
    ...((outcomes as readonly unknown[]).includes(outcome)
      ? []
      : [issue(`${side}.outcome`, "an outcome")]),
    ...(typeof track === "string" ? [] : [issue(`${side}.track`, "a track")]),
    ...(["string", "undefined"].includes(typeof profileId)
      ? []
      : [issue(`${side}.profileId`, "a text")]),
    ...list(findings, "finding", (finding) => isFinding(finding, detail === "lean")),
    ...list(nextSteps, "nextStep", isStep),
  ];
}

/** The second report says something else than the first where both must say the same. */
function differs(name: "track" | "profileId", expected: string, actual: string): Issue {
  const noun = name === "track" ? "track" : "profile";
  const message = `Expected the ${noun} of the first report, ${quoted(expected)}; it is ${quoted(actual)}`;
  return { path: `after.${name}`, message, code: "rejected", values: { expected, actual } };
}

/** What makes two reports answers to different questions. */
function differences(before: AnyReport<string>, after: AnyReport<string>): Issue[] {
  const issues: Issue[] = [];
  if (before.track !== after.track) issues.push(differs("track", before.track, after.track));
  const [was, is] = [before.profileId, after.profileId];
  if (was !== undefined && is !== undefined && was !== is)
    issues.push(differs("profileId", was, is));
  return issues;
}

function refuseOthers(before: AnyReport<string>, after: AnyReport<string>): void {
  const malformed = [...problemsOf(before, "before"), ...problemsOf(after, "after")];
  const issues = malformed.length > 0 ? malformed : differences(before, after);
  if (issues.length > 0) throw new InvalidReportError(issues);
}

/** The facts that rules read, with undefined for what is unknown. */
type ReadFacts = ReadonlyMap<FactId, FactValue | undefined>;

function addFacts(
  read: Map<FactId, FactValue | undefined>,
  node: ConditionResult,
  seen: Set<unknown>,
): void {
  if (seen.has(node)) return;
  seen.add(node);
  if (hasOwn(node, "all")) for (const child of node.all) addFacts(read, child, seen);
  else if (hasOwn(node, "any")) for (const child of node.any) addFacts(read, child, seen);
  else if (hasOwn(node, "not")) addFacts(read, node.not, seen);
  else {
    read.set(node.fact, node.actual as FactValue | undefined);
    const { expected } = node;
    if (isFactReference(expected))
      read.set(expected.fact, (expected as { value?: FactValue }).value);
  }
}

/** The facts in the evidence of a report; undefined if it is lean. */
function factsIn(report: AnyReport<string>): ReadFacts | undefined {
  if ((report as { detail?: unknown }).detail === "lean") return undefined;
  const read = new Map<FactId, FactValue | undefined>();
  const seen = new Set();
  for (const { evidence, due, applies } of (report as Report<string>).findings)
    for (const node of [evidence, due, applies]) if (node !== undefined) addFacts(read, node, seen);
  return read;
}

function factChanges(before: ReadFacts, after: ReadFacts): FactChange[] {
  // The day is not about the company, and what only one report's rules read says nothing of the other.
  const facts = [...before.keys()].filter((fact) => fact !== "asOf" && after.has(fact));
  return facts.flatMap((fact) => {
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
  return reading("two reports", () => {
    refuseOthers(before, after);
    return comparisonOf(before, after);
  });
}

function comparisonOf(
  before: AnyReport<string>,
  after: AnyReport<string>,
): ReportComparison<string> {
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
