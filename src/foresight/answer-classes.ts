import { dayAfter } from "../facts/calendar.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { FactDescription } from "../facts/fact-table.ts";
import type { IsoDate } from "../input/dates.ts";
import type { LocationId } from "../profile/profile.ts";
import type { Outcome } from "../report/outcome.ts";
import { candidatesFor, countryClass, isUsual, readersOf, stepAt } from "./candidates.ts";
import { outcomeAt } from "./possible.ts";
import { type Situation, withAnswer, withoutAnswer } from "./situation.ts";

/**
 * Numbers or days that lie together. What has no limit on a side goes on.
 *
 * @category Foresight
 */
export interface ValueRange {
  /** The first value that belongs to it. */
  from?: number | IsoDate;
  /** The last value that belongs to it. */
  to?: number | IsoDate;
  /** The value above which it begins. */
  above?: number;
  /** The value below which it ends. */
  below?: number;
}

/**
 * Answers to a question that the rules do not tell apart.
 *
 * @category Foresight
 */
export interface AnswerClass {
  /** The class in words: `yes`, `less than 300000`, `2025-10-01 or later`. */
  label: string;
  /** One value of the class, as a profile states it; absent if the class is that the fact is absent. */
  value?: unknown;
  /** The values of the class, if they are numbers or days. */
  ranges?: ValueRange[];
  /** The outcome, if it is decided by such an answer whatever else becomes known. */
  outcome?: Outcome;
}

/** A value, and what the rules say if it is the answer. */
interface Probe {
  readonly value: unknown;
  readonly situation: Situation;
  /** Equal for values that the rules do not tell apart. */
  readonly signature: string;
}

/** Only the rules that read a fact can tell its values apart. */
function probe(situation: Situation, fact: FactId, value: unknown): Probe | undefined {
  const answered =
    value === undefined ? withoutAnswer(situation, fact) : withAnswer(situation, fact, value);
  if (answered === undefined) return undefined;
  return { value, situation: answered, signature: signatureOf(answered, fact) };
}

/** What the rules that read a fact can come to. */
function signatureOf({ inquiry, possible }: Situation, fact: FactId): string {
  return readersOf(inquiry.set)(fact)
    .map((place) => {
      const { applies, conditions, due } = possible.truths[place]!;
      return `${applies}${conditions}${due}`;
    })
    .join();
}

/** The answer that there is nothing to state: unless it only says that something stays unknown. */
function absenceOf(situation: Situation, fact: FactId): Probe[] {
  const { nullMeans, whenAbsent } = situation.inquiry.table.describe(fact);
  if (nullMeans !== undefined) return [probe(situation, fact, null)!];
  if (whenAbsent === undefined) return [];
  const absent = probe(situation, fact, undefined)!;
  const before = signatureOf(situation, fact);
  const isUnknown = [...absent.signature].some(
    (truths, index) => truths === unknownOnly && before[index] !== unknownOnly,
  );
  return isUnknown ? [] : [absent];
}

/** The set of truths in which nothing but unknown is left. */
const unknownOnly = "4";

/** Values next to each other that the rules do not tell apart. */
interface Run {
  readonly first: Probe;
  last: Probe;
}

function runsOf(probes: readonly Probe[]): Run[] {
  const runs: Run[] = [];
  for (const one of probes) {
    const run = runs.at(-1);
    if (run?.first.signature === one.signature) run.last = one;
    else runs.push({ first: one, last: one });
  }
  return runs;
}

/** A value between two others; undefined if they are next to each other. */
type Halfway = (from: unknown, to: unknown) => unknown;

/** Finds, between two values that the rules tell apart, the two next to each other that they do. */
function border(
  at: (value: unknown) => Probe | undefined,
  halfway: Halfway,
  [before, after]: readonly [Probe, Probe],
): readonly [Probe, Probe] {
  let [low, high] = [before, after];
  for (;;) {
    const half = halfway(low.value, high.value);
    const middle = half === undefined ? undefined : at(half);
    if (middle === undefined) return [low, high];
    if (middle.signature === low.signature) low = middle;
    else high = middle;
  }
}

/** A number between two numbers, in steps. */
function halfwayIn(description: FactDescription): Halfway {
  return (from, to) => {
    const [low, high] = [from as number, to as number];
    const step = stepAt(Math.max(Math.abs(low), Math.abs(high)), description);
    if (high - low <= step * 1.5) return undefined;
    // Rounded, so that it is one step from either at least, however the fractions fall.
    const middle = low + Math.round((high - low) / 2 / step) * step;
    // Binary fractions miss a cent.
    return Number(middle.toFixed(4));
  };
}

/** The next day, if it is before another: days that are tried lie no more than a month apart. */
const halfwayInTime: Halfway = (from, to) => {
  const next = dayAfter(from as IsoDate);
  return next < (to as IsoDate) ? next : undefined;
};

function exactRuns(
  probes: readonly Probe[],
  at: (value: unknown) => Probe | undefined,
  halfway: Halfway,
): Run[] {
  const runs = runsOf(probes);
  return runs.map((run, index) => {
    const next = runs[index + 1];
    if (next === undefined) return run;
    const [last, first] = border(at, halfway, [run.last, next.first]);
    runs[index + 1] = { first, last: next.last };
    return { first: runs[index]!.first, last };
  });
}

/** The runs with the same signature, in order of the first. */
function together(runs: readonly Run[]): Run[][] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const known = groups.get(run.first.signature);
    if (known === undefined) groups.set(run.first.signature, [run]);
    else known.push(run);
  }
  return [...groups.values()];
}

function dayRange({ first, last }: Run, all: readonly Run[]): ValueRange {
  const isFirst = all[0]!.first.value === first.value;
  const isLast = all.at(-1)!.last.value === last.value;
  return {
    ...(!isFirst && { from: first.value as IsoDate }),
    ...(!isLast && { to: last.value as IsoDate }),
  };
}

/**
 * Whether a range ends with the first of two numbers next to each other, not just before the second:
 * counts do; of amounts, a rule names the one that takes fewer digits to write, or the lower one.
 */
function endsWith(value: number, next: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(next)) return true;
  const longer = String(next).length - String(value).length;
  return longer > 0 || (longer === 0 && value < next);
}

function numberRange({ first, last }: Run, before: Run | undefined, after: Run | undefined) {
  const [from, to] = [first.value as number, last.value as number];
  const previous = before?.last.value as number | undefined;
  const next = after?.first.value as number | undefined;
  const range: ValueRange = {};
  if (previous !== undefined) {
    if (endsWith(from, previous)) range.from = from;
    else range.above = previous;
  }
  if (next !== undefined) {
    if (endsWith(to, next)) range.to = to;
    else range.below = next;
  }
  return range;
}

function labelOfRange({ from, to, above, below }: ValueRange): string {
  const [low, high] = [from ?? above, to ?? below];
  if (low === undefined && high === undefined) return "any";
  if (low === high || (low === undefined && high === 0)) return String(high);
  const isDay = typeof (low ?? high) === "string";
  if (low === undefined)
    return to === undefined ? `less than ${high}` : `${to} or ${isDay ? "earlier" : "less"}`;
  if (high === undefined)
    return from === undefined ? `more than ${low}` : `${from} or ${isDay ? "later" : "more"}`;
  return `${from === undefined ? "more than " : ""}${low} to ${to === undefined ? "less than " : ""}${high}`;
}

/** The most ranges that a label spells out. */
const fewRanges = 4;

function labelOfRanges(ranges: readonly ValueRange[]): string {
  const labels = ranges.map(labelOfRange);
  const more = labels.length - fewRanges;
  if (more <= 0) return labels.join(", ");
  const noun = typeof ranges[1]!.from === "string" ? "period" : "range";
  return `${labels.slice(0, fewRanges).join(", ")} and ${more} more ${noun}${more === 1 ? "" : "s"}`;
}

/** What a value is called in an answer. */
function labelOf(value: unknown, fact: FactId, situation: Situation): string {
  const { type, labels, format, nullMeans } = situation.inquiry.table.describe(fact);
  if (value === undefined) return "none";
  if (value === null) return nullMeans!;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (format === "country") return countryClass(situation, fact, String(value));
  if (type === "record list") {
    const [location] = value as LocationId[];
    if (location === undefined) return "none that is active";
    return `an active one in ${countryClass(situation, fact, location.country)}`;
  }
  if (type === "text list") return (value as string[]).join(", ") || "none";
  // A field of the company's own record: `{}` says that there is one.
  if (type === "record") return "there is one";
  return labels?.[String(value)] ?? String(value);
}

function decidedBy({ situation: { possible } }: Probe): { outcome?: Outcome } {
  return possible.best === possible.worst ? { outcome: outcomeAt(possible.best) } : {};
}

/** The classes of answers to a question, and how many of them decide the outcome. */
export interface Classes {
  readonly classes: AnswerClass[];
  /** Whether the rules tell any two of them apart already. */
  readonly matters: boolean;
}

function singleClasses(
  probes: readonly Probe[],
  fact: FactId,
  situation: Situation,
): AnswerClass[] {
  return probes.map((one) => ({
    label: labelOf(one.value, fact, situation),
    ...(one.value !== undefined && { value: one.value }),
    ...decidedBy(one),
  }));
}

function rangedClass(runs: readonly Run[], ranges: ValueRange[]): AnswerClass {
  const { first, last } = runs[0]!;
  const isAny = Object.keys(ranges[0]!).length === 0;
  return {
    label: labelOfRanges(ranges),
    value: [first.value, last.value].find(isUsual) ?? (isAny ? 0 : first.value),
    ...(!isAny && { ranges }),
    ...decidedBy(first),
  };
}

function rangedClasses(runs: readonly Run[], type: "number" | "date"): AnswerClass[] {
  const rangeOf = (run: Run): ValueRange => {
    const place = runs.indexOf(run);
    return type === "date"
      ? dayRange(run, runs)
      : numberRange(run, runs[place - 1], runs[place + 1]);
  };
  return together(runs).map((group) => rangedClass(group, group.map(rangeOf)));
}

/** The classes of values that the rules tell apart, as things stand. */
export function answerClassesOf(situation: Situation, fact: FactId): Classes {
  const at = (value: unknown): Probe | undefined => probe(situation, fact, value);
  const probes = candidatesFor(situation, fact).flatMap((value) => at(value) ?? []);
  const description = situation.inquiry.table.describe(fact);
  const { type } = description;
  const none = absenceOf(situation, fact);
  const classes =
    type === "date" || type === "number"
      ? rangedClasses(
          exactRuns(probes, at, type === "date" ? halfwayInTime : halfwayIn(description)),
          type,
        )
      : singleClasses(probes, fact, situation);
  const signatures = new Set([...probes, ...none].map(({ signature }) => signature));
  return {
    classes: [...classes, ...singleClasses(none, fact, situation)],
    matters: signatures.size > 1,
  };
}
