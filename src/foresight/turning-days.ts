import { revenueExpires } from "../facts/as-of.ts";
import { dayAfter, monthsAfter } from "../facts/calendar.ts";
import { firstRenewals } from "../facts/renewals.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { FactTable } from "../facts/fact-table.ts";
import { type Facts, withOrigins } from "../facts/facts.ts";
import { isIsoDate } from "../input/date-schema.ts";
import type { IsoDate } from "../input/dates.ts";
import { memoize } from "../memoize.ts";
import type { FactValues } from "../profile/profile-reader.ts";
import { conditionsOf, factsInRules, leavesOf } from "../rule/facts-in-conditions.ts";
import { type FactCondition, isFactReference } from "../rule/rule.ts";
import type { RuleSet } from "../rules/rules-in-force.ts";

/** Why a day may change an answer: a fact whose day it is, or the calendar (`asOf`). */
export type Turn = FactId;

/** A day on which an answer may change, and why. */
export type AddTurn = (day: IsoDate, turn: Turn) => void;

/** What rules compare, as far as time is in it. */
interface Comparisons {
  /** The dated facts that rules read, themselves or through others, by position. */
  readonly dates: readonly { readonly fact: FactId; readonly position: number }[];
  /** The days that rules name. */
  readonly days: readonly IsoDate[];
  /** How many months after the day of a fact a comparison can turn. */
  readonly months: readonly {
    readonly fact: FactId;
    readonly position: number;
    readonly months: number;
  }[];
}

/** The months after which a leaf turns, if it counts months. */
function monthsIn(
  { fact, value }: FactCondition,
  table: FactTable,
): { fact: FactId; months: number }[] {
  const { monthsSince } = table.describe(fact);
  if (monthsSince === undefined || typeof value !== "number") return [];
  // Whatever the operator, a comparison with a number turns when it is reached, or left behind.
  return [Math.ceil(value), Math.floor(value) + 1].map((months) => ({ fact: monthsSince, months }));
}

const comparisonsIn = memoize(({ rules, table }: RuleSet): Comparisons => {
  const read = [...withOrigins(factsInRules(rules))];
  const leaves = rules.flatMap(conditionsOf).flatMap(leavesOf);
  const place = (fact: FactId): number => table.positionOf(fact)!;
  const days = leaves.flatMap(({ value }) =>
    !isFactReference(value) && isIsoDate(value) ? [value] : [],
  );
  const revenue = [{ fact: "trailingRevenue.endsOn", months: revenueExpires } as const];
  return {
    dates: read
      .filter((fact) => table.describe(fact).type === "date")
      .map((fact) => ({ fact, position: place(fact) })),
    days: [...new Set([...days, firstRenewals])],
    months: [...leaves.flatMap((leaf) => monthsIn(leaf, table)), ...revenue].map((one) => ({
      ...one,
      position: place(one.fact),
    })),
  };
});

/** A comparison with a day turns on the day and, if the day counts as before, on the next. */
function addDay(day: IsoDate, turn: Turn, add: AddTurn): void {
  add(day, turn);
  add(dayAfter(day), turn);
}

/** Adds the days on which the rules themselves turn, whoever asks. */
export function addRuleTurns(set: RuleSet, add: AddTurn): void {
  for (const day of comparisonsIn(set).days) addDay(day, "asOf", add);
}

/** Adds the days on which what a profile states turns an answer. */
export function addStatedTurns(set: RuleSet, stated: Readonly<FactValues>, add: AddTurn): void {
  const { dates, months } = comparisonsIn(set);
  for (const { fact, position } of dates) {
    const day = stated[position];
    if (isIsoDate(day)) addDay(day, fact, add);
  }
  for (const { fact, position, months: count } of months) {
    const day = stated[position];
    if (isIsoDate(day)) add(monthsAfter(day, Math.max(count, 0)), fact);
  }
}

/**
 * Adds the days that follow from facts as they stood on a day, such as the day after the last of a plan.
 * A derived day that is the day itself moves with it, and turns nothing.
 */
export function addDerivedTurns(set: RuleSet, facts: Facts, asOf: IsoDate, add: AddTurn): void {
  for (const { fact, position } of comparisonsIn(set).dates) {
    const day = facts[position];
    if (isIsoDate(day) && day > asOf) addDay(day, fact, add);
  }
}

/** The days on which something may turn, and the numbers of months that rules count. */
export function daysToTurn(
  set: RuleSet,
  stated: Readonly<FactValues>,
): { readonly days: readonly IsoDate[]; readonly months: readonly number[] } {
  const days = new Set<IsoDate>();
  const add: AddTurn = (day) => void days.add(day);
  addRuleTurns(set, add);
  addStatedTurns(set, stated, add);
  return {
    days: [...days],
    months: [...new Set(comparisonsIn(set).months.map(({ months }) => months))],
  };
}
