import type { IsoDate } from "../input/dates.ts";

// Dates are strings: no clock, no time zone, no Date.

type Parts = readonly [year: number, month: number, day: number];

function partsOf(date: IsoDate): Parts {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function dateOf([year, month, day]: Parts): IsoDate {
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** The day after a day. */
export function dayAfter(date: IsoDate): IsoDate {
  const [year, month, day] = partsOf(date);
  if (day < daysInMonth(year, month)) return dateOf([year, month, day + 1]);
  return month < 12 ? dateOf([year, month + 1, 1]) : dateOf([year + 1, 1, 1]);
}

/** The day before a day. */
export function dayBefore(date: IsoDate): IsoDate {
  const [year, month, day] = partsOf(date);
  if (day > 1) return dateOf([year, month, day - 1]);
  const [lastYear, lastMonth] = month > 1 ? [year, month - 1] : [year - 1, 12];
  return dateOf([lastYear, lastMonth, daysInMonth(lastYear, lastMonth)]);
}

/**
 * Counts whole calendar months from one day to another. A month is complete on the same day of the
 * month: from 15 April 2020 there are twelve on 15 April 2021 and eleven the day before. If the month
 * has no such day, it is complete on its last day: one month after 31 January is 28 February, twelve
 * months after 29 February is 28 February. Zero if `to` is before `from`.
 */
export function fullMonths(from: IsoDate, to: IsoDate): number {
  const [fromYear, fromMonth, fromDay] = partsOf(from);
  const [toYear, toMonth, toDay] = partsOf(to);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  const isComplete = Math.min(fromDay, daysInMonth(toYear, toMonth)) <= toDay;
  return Math.max(isComplete ? months : months - 1, 0);
}

/** The day on which a number of whole calendar months since a day is complete; before it, if negative. */
export function monthsAfter(from: IsoDate, months: number): IsoDate {
  const [year, month, day] = partsOf(from);
  const index = month - 1 + months;
  const years = Math.floor(index / 12);
  const [inYear, inMonth] = [year + years, index - years * 12 + 1];
  return dateOf([inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth))]);
}

/** The first day of the first anniversary month of a day, in or after the month of another day. */
export function firstAnniversaryMonth(of: IsoDate, atOrAfter: IsoDate): IsoDate {
  const [year, month] = partsOf(of);
  const [fromYear, fromMonth] = partsOf(atOrAfter);
  const soonest = month >= fromMonth ? fromYear : fromYear + 1;
  return dateOf([Math.max(soonest, year + 1), month, 1]);
}

/**
 * The first anniversary of a day that lies after another day. In a year without 29 February, its
 * anniversary is 28 February.
 */
export function firstAnniversaryAfter(of: IsoDate, after: IsoDate): IsoDate {
  const [year, month, day] = partsOf(of);
  const anniversaryIn = (other: number): IsoDate =>
    dateOf([other, month, Math.min(day, daysInMonth(other, month))]);
  const soonest = Math.max(year + 1, partsOf(after)[0]);
  const anniversary = anniversaryIn(soonest);
  return anniversary > after ? anniversary : anniversaryIn(soonest + 1);
}
