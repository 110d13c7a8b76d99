import { revenueExpires } from "../facts/as-of.ts";
import { dayAfter, dayBefore, monthsAfter } from "../facts/calendar.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { FactDescription, FactTable } from "../facts/fact-table.ts";
import { withOrigins } from "../facts/facts.ts";
import { regionOf } from "../facts/regions.ts";
import { firstRenewals } from "../facts/renewals.ts";
import { isIsoDate } from "../input/date-schema.ts";
import type { IsoDate } from "../input/dates.ts";
import { memoize, memoizeEach } from "../memoize.ts";
import { countries } from "../profile/countries.ts";
import type { LocationId } from "../profile/profile.ts";
import { conditionsOf, factsIn, leavesOf } from "../rule/facts-in-conditions.ts";
import type { FactCondition } from "../rule/rule.ts";
import type { RuleSet } from "../rules/rules-in-force.ts";
import type { Situation } from "./situation.ts";

/** What rules compare a fact with, themselves or through others. */
interface Comparisons {
  /** What they are compared with, each once: constants, and references to facts, which are of no type. */
  readonly values: readonly unknown[];
  /** The numbers of months after a day that are compared. */
  readonly months: readonly number[];
  /** The facts that are read together with it. */
  readonly others: readonly FactId[];
}

function constantsOf({ value }: FactCondition): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function monthsOf({ fact, value }: FactCondition, table: FactTable): number[] {
  return table.describe(fact).monthsSince === undefined || typeof value !== "number" ? [] : [value];
}

/** Creates a function that does its work once per set of rules and fact. */
function perFact<Result extends object>(
  prepare: (set: RuleSet) => (fact: FactId) => Result,
): (set: RuleSet) => (fact: FactId) => Result {
  return memoize((set) => memoizeEach(prepare(set), (fact) => fact));
}

const comparisonsFor = perFact(({ rules, table }) => {
  const leaves = rules.flatMap(conditionsOf).flatMap(leavesOf);
  const withFacts = leaves.map((leaf) => ({ leaf, behind: withOrigins(factsIn(leaf)) }));
  return (fact): Comparisons => {
    const read = withFacts.filter(({ behind }) => behind.has(fact));
    return {
      values: distinct(read.flatMap(({ leaf }) => constantsOf(leaf))),
      months: distinct(read.flatMap(({ leaf }) => monthsOf(leaf, table))),
      others: distinct(read.flatMap(({ behind }) => [...behind])).filter((id) => id !== fact),
    };
  };
});

/**
 * The known values of the facts that are read together with one: as they stood on the day, and as they
 * are stated, for what lies ahead tells days apart as well.
 */
function knownAround({ inquiry, facts, stated }: Situation, others: readonly FactId[]): unknown[] {
  const positions = others.map((other) => inquiry.table.positionOf(other)!);
  const known = positions.flatMap((position) => [
    facts.open[position] ? undefined : facts.facts[position],
    stated[position],
  ]);
  return distinct(known);
}

const isNumber = (value: unknown): value is number => typeof value === "number";

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

/** How far apart two numbers are that a rule can tell apart: counts by one, amounts by a cent. */
export function stepAt(value: number, { isInteger }: FactDescription): number {
  return isInteger === true ? 1 : Math.max(0.01, Math.abs(value) * 1e-12);
}

/** Larger than any amount or count that a company states. */
const veryMany = 1e15;

/** Whether a value is one that a company may state, not one that stands for all beyond. */
export function isUsual(value: unknown): boolean {
  return typeof value !== "number" || Math.abs(value) <= 1e12;
}

function numbersFor(
  situation: Situation,
  { values, others }: Comparisons,
  description: FactDescription,
): number[] {
  const limits = values.filter(isNumber);
  const known = knownAround(situation, others).filter(isNumber);
  // A part of a sum reaches a limit with any of the other parts.
  const rests = limits.flatMap((limit) => known.map((part) => limit - part));
  const around = [0, ...limits, ...known, ...rests].flatMap((value) => {
    const step = stepAt(value, description);
    return [value - step, value, value + step];
  });
  // Binary fractions miss a cent; what a rule names is compared as it is.
  const exact = around.map((value) => (limits.includes(value) ? value : Number(value.toFixed(4))));
  return distinct([-veryMany, ...exact, veryMany]).toSorted((a, b) => a - b);
}

/** The months of the last twelve years, which yearly reviews tell apart, and those of the next year. */
function monthsUpTo(asOf: IsoDate): IsoDate[] {
  const first = `${asOf.slice(0, 4)}-01-01`;
  return Array.from({ length: 12 * 12 + 26 }, (_, index) => monthsAfter(first, index - 12 * 12));
}

function daysFor(situation: Situation, { values, months, others }: Comparisons, fact: FactId) {
  const { asOf } = situation.inquiry;
  const known = knownAround(situation, others).filter(isIsoDate);
  const named = [asOf, firstRenewals, ...values.filter(isIsoDate), ...known];
  const apart = [...months, ...(fact === "trailingRevenue.endsOn" ? [revenueExpires] : [])];
  const distant = apart.flatMap((count) => [
    ...known.map((day) => monthsAfter(day, count)),
    ...[asOf, ...known].map((day) => monthsAfter(day, -count)),
  ]);
  const turns = [...named, ...distant].flatMap((day) => [dayBefore(day), day, dayAfter(day)]);
  const anniversaries = fact === "enrollment.onboardedOn" ? monthsUpTo(asOf) : [];
  return distinct([...turns, ...anniversaries].filter(isIsoDate)).toSorted();
}

/** The countries that the facts read together with one name. */
function namedCountries(situation: Situation, { others }: Comparisons): string[] {
  const known = knownAround(situation, others).flatMap((value): unknown[] =>
    Array.isArray(value)
      ? value.map((item: unknown) => (item as Partial<LocationId>).country ?? item)
      : [value],
  );
  return distinct(known.filter((value) => countries.includes(value as string)) as string[]);
}

/** The countries that related facts name, one that shares a region with others, and one that does not. */
function countriesFor(situation: Situation, comparisons: Comparisons): string[] {
  const named = namedCountries(situation, comparisons);
  const another = (isLike: (country: string) => boolean): string[] =>
    countries.filter((country) => !named.includes(country) && isLike(country)).slice(0, 1);
  const union = another((country) => regionOf(country) !== country);
  return [...named, ...union, ...another((country) => regionOf(country) === country)];
}

/** A country as a class of countries: by its code if a related fact names it, otherwise as an example. */
export function countryClass(situation: Situation, fact: FactId, country: string): string {
  const named = namedCountries(situation, comparisonsFor(situation.inquiry.set)(fact));
  if (named.includes(country)) return country;
  const [a, one] = named.length === 0 ? ["a", "a country"] : ["another", "another country"];
  return regionOf(country) === country
    ? `${one} outside the EU and EFTA, such as ${country}`
    : `${a} country of the EU or EFTA, such as ${country}`;
}

function locationsFor(situation: Situation, comparisons: Comparisons): LocationId[][] {
  const active = countriesFor(situation, comparisons).map((country) => ({
    id: "1000000",
    country,
    active: true,
  }));
  return [[], ...active.map((location) => [location])];
}

/** The areas in which there are designations. */
const areas = [
  "Modern Work",
  "Security",
  "Business Applications",
  "Data & AI",
  "Digital & App Innovation",
  "Infrastructure",
];

/** Lists of texts: none, as many as are counted, and each that a rule looks for. */
function listsFor({ values }: Comparisons, fact: FactId): string[][] {
  const most = Math.max(1, ...values.filter(isNumber));
  const nameAt = (place: number): string =>
    (fact === "membership.solutionsPartnerDesignations" ? areas[place] : undefined) ??
    `another ${place + 1}`;
  const counted = Array.from({ length: most }, (_, index) =>
    Array.from({ length: index + 1 }, (_one, place) => nameAt(place)),
  );
  const named = values.filter((value) => typeof value === "string");
  return [[], ...counted, ...named.map((value) => [value]), ...(named.length > 1 ? [named] : [])];
}

function textsFor({ values }: Comparisons): string[] {
  const named = values.filter((value) => typeof value === "string");
  let another = "another";
  while (named.includes(another)) another += " one";
  return distinct([...named, another]);
}

function valuesFor(
  situation: Situation,
  comparisons: Comparisons,
  fact: FactId,
  description: FactDescription,
): readonly unknown[] {
  switch (description.type) {
    case "boolean":
      return [true, false];
    case "number":
      return numbersFor(situation, comparisons, description);
    case "date":
      return daysFor(situation, comparisons, fact);
    case "text":
      if (description.format === "country") return countriesFor(situation, comparisons);
      return description.values ?? textsFor(comparisons);
    case "text list":
      return listsFor(comparisons, fact);
    case "record list":
      return locationsFor(situation, comparisons);
    default:
      return [{}];
  }
}

/**
 * Values of a fact such that each value it can have is told from them by no rule, in order if they have
 * one: those that rules name, those of related facts, and both sides of each.
 */
export function candidatesFor(situation: Situation, fact: FactId): readonly unknown[] {
  const { set, table } = situation.inquiry;
  return valuesFor(situation, comparisonsFor(set)(fact), fact, table.describe(fact));
}

/** The numbers that rules name for a fact. */
export function limitsOf({ inquiry }: Situation, fact: FactId): readonly number[] {
  return comparisonsFor(inquiry.set)(fact).values.filter(isNumber);
}

/** The rules that read a fact, themselves or through others, by place. */
export const readersOf = perFact(({ rules }) => {
  const reads = rules.map((rule) => withOrigins(conditionsOf(rule).flatMap(factsIn)));
  return (fact): readonly number[] =>
    reads.flatMap((facts, place) =>
      facts.has(fact) || [...facts].some((other) => other.startsWith(`${fact}.`)) ? [place] : [],
    );
});
