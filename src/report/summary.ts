import { isIterable, iterating, reading } from "../input/reading.ts";
import { type Status, addStatus, noStatuses } from "../findings/status.ts";
import type { RuleId } from "../rule/ids.ts";
import type { Outcome } from "./outcome.ts";

/**
 * Counts over many reports.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Report
 */
export interface Summary<Id extends string = RuleId> {
  /** Number of profiles, including malformed ones. */
  profiles: number;
  /** Number of malformed profiles. */
  invalid: number;
  /** Number of profiles with something malformed that was taken as unknown (`onInvalid: "unknown"`). */
  ignored: number;
  /** Number of reports by outcome. */
  outcomes: Record<Outcome, number>;
  /** Number of findings by rule and status, in rule order. */
  rules: Partial<Record<Id, Record<Status, number>>>;
}

/**
 * What a summary reads of a report.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Evaluate
 */
export interface CountedReport<Id extends string> {
  outcome: Outcome;
  findings: readonly { ruleId: Id; status: Status }[];
  ignored?: readonly unknown[];
}

/**
 * The part of a result of {@link evaluateMany} that a summary reads.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Evaluate
 */
export type CountedResult<Id extends string> =
  { ok: true; report: CountedReport<Id> } | { ok: false };

function emptySummary<Id extends string>(): Summary<Id> {
  return {
    profiles: 0,
    invalid: 0,
    ignored: 0,
    outcomes: { eligible: 0, "on-track": 0, undetermined: 0, ineligible: 0 },
    rules: {},
  };
}

function add<Id extends string>(summary: Summary<Id>, result: CountedResult<Id>): void {
  summary.profiles += 1;
  if (result.ok === false) {
    summary.invalid += 1;
    return;
  }
  const { outcome, findings, ignored } = result.report;
  if (ignored !== undefined) summary.ignored += 1;
  refuseUncounted(summary.outcomes, outcome);
  summary.outcomes[outcome] += 1;
  for (const { ruleId, status } of findings) {
    const counts = countsOf(summary, ruleId);
    refuseUncounted(counts, status);
    addStatus(counts, status);
  }
}

/** Throws if there is no count of a name. */
function refuseUncounted(counts: object, name: string): void {
  if (!Object.hasOwn(counts, name)) throw new TypeError(`There is no count of ${name}`);
}

/** The counts of a rule, which may have the name of a property that every object inherits. */
function countsOf<Id extends string>({ rules }: Summary<Id>, id: Id): Record<Status, number> {
  if (!Object.hasOwn(rules, id)) rules[id] = noStatuses();
  return rules[id]!;
}

function count<Id extends string>(summary: Summary<Id>, result: CountedResult<Id>): void {
  reading("a result", () => add(summary, result));
}

async function summarizeLater<Id extends string>(
  results: AsyncIterable<CountedResult<Id>>,
): Promise<Summary<Id>> {
  const summary = emptySummary<Id>();
  for await (const result of results) count(summary, result);
  return summary;
}

/**
 * Counts results as they arrive, keeping only the numbers.
 *
 * @typeParam Id - The ids of the rules asked for.
 * @param results - What {@link evaluateMany} yields.
 * @returns Counts per outcome, per rule and status, and of malformed profiles.
 *
 * @example
 * ```ts
 * const summary = summarize(evaluateMany([{}, { oops: 1 }], { asOf: "2020-09-02", track: "remain" }));
 * summary.outcomes; //=> { eligible: 0, "on-track": 0, undetermined: 1, ineligible: 0 }
 * summary.invalid; //=> 1
 * summary.rules["support-plan"]?.unknown; //=> 1
 * ```
 *
 * @category Evaluate
 */
export function summarize<Id extends string = RuleId>(
  results: Iterable<CountedResult<Id>>,
): Summary<Id>;
/**
 * Counts results that arrive one after another.
 *
 * @param results - What {@link evaluateMany} yields for an async iterable.
 *
 * @category Evaluate
 */
export function summarize<Id extends string = RuleId>(
  results: AsyncIterable<CountedResult<Id>>,
): Promise<Summary<Id>>;
export function summarize<Id extends string>(
  results: Iterable<CountedResult<Id>> | AsyncIterable<CountedResult<Id>>,
): Summary<Id> | Promise<Summary<Id>> {
  if (isIterable(results, Symbol.asyncIterator))
    return summarizeLater(results as AsyncIterable<CountedResult<Id>>);
  const summary = emptySummary<Id>();
  for (const result of iterating("results", results as Iterable<CountedResult<Id>>))
    count(summary, result);
  return summary;
}

/** A number of profiles or findings. */
function counted(number: number): number {
  if (!Number.isSafeInteger(number) || number < 0) throw new TypeError("Not a count");
  return number;
}

/** Adds the numbers of one record to another, by name. */
function addCounts<Name extends string>(
  total: Record<Name, number>,
  more: Readonly<Record<Name, number>>,
): void {
  for (const name of Object.keys(total) as Name[]) total[name] += counted(more[name]);
}

/**
 * Adds summaries up, such as those of the parts of a portfolio that were evaluated by several workers.
 *
 * @typeParam Id - The ids of the rules asked for.
 * @param summaries - Any number of summaries; those stored before there was `ignored` may lack it.
 * @returns A new summary; all counts are zero if there are none.
 *
 * @example
 * ```ts
 * const options = { asOf: "2020-09-02", track: "remain" } as const;
 * const parts = [[{}], [{}, { oops: 1 }]].map((part) => summarize(evaluateMany(part, options)));
 * mergeSummaries(...parts).profiles; //=> 3
 * ```
 *
 * @category Evaluate
 */
export function mergeSummaries<Id extends string = RuleId>(
  ...summaries: readonly (Omit<Summary<Id>, "ignored"> & { ignored?: number })[]
): Summary<Id> {
  const total = emptySummary<Id>();
  for (const summary of summaries) reading("a summary", () => addSummary(total, summary));
  return total;
}

function addSummary<Id extends string>(
  total: Summary<Id>,
  summary: Omit<Summary<Id>, "ignored"> & { ignored?: number },
): void {
  const { profiles, invalid, ignored = 0, outcomes, rules } = summary;
  total.profiles += counted(profiles);
  total.invalid += counted(invalid);
  total.ignored += counted(ignored);
  addCounts(total.outcomes, outcomes);
  for (const [id, counts] of Object.entries(rules) as [Id, Record<Status, number>][])
    addCounts(countsOf(total, id), counts);
}
