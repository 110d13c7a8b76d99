import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  dayAfter,
  dayBefore,
  firstAnniversaryAfter,
  firstAnniversaryMonth,
  fullMonths,
  monthsAfter,
} from "../../src/facts/calendar.ts";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2110-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** The day after, by the clock of the platform. */
function next(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

describe("dayAfter", () => {
  it.each([
    ["2021-01-30", "2021-01-31"],
    ["2021-01-31", "2021-02-01"],
    ["2021-02-28", "2021-03-01"],
    ["2020-02-28", "2020-02-29"],
    ["2020-02-29", "2020-03-01"],
    ["2000-02-28", "2000-02-29"],
    ["2100-02-28", "2100-03-01"],
    ["2021-04-30", "2021-05-01"],
    ["2021-12-31", "2022-01-01"],
    ["0099-12-31", "0100-01-01"],
  ])("of %s is %s", (date, expected) => {
    expect(dayAfter(date)).toBe(expected);
  });

  it("is the next day, always", () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(dayAfter(date)).toBe(next(date));
      }),
    );
  });
});

describe("dayBefore", () => {
  it.each([
    ["2021-02-01", "2021-01-31"],
    ["2021-02-02", "2021-02-01"],
    ["2021-03-01", "2021-02-28"],
    ["2020-03-01", "2020-02-29"],
    ["2021-05-01", "2021-04-30"],
    ["2022-01-01", "2021-12-31"],
    ["2022-01-02", "2022-01-01"],
  ])("of %s is %s", (date, expected) => {
    expect(dayBefore(date)).toBe(expected);
  });

  it("of the day after is the day, always", () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(dayBefore(dayAfter(date))).toBe(date);
      }),
    );
  });
});

describe("monthsAfter", () => {
  it.each([
    ["2020-04-15", 0, "2020-04-15"],
    ["2020-04-15", 12, "2021-04-15"],
    ["2020-04-15", 8, "2020-12-15"],
    ["2020-04-15", 9, "2021-01-15"],
    ["2020-01-31", 1, "2020-02-29"],
    ["2021-01-31", 1, "2021-02-28"],
    ["2020-02-29", 12, "2021-02-28"],
    ["2020-04-15", -3, "2020-01-15"],
    ["2020-04-15", -4, "2019-12-15"],
    ["2020-04-15", -16, "2018-12-15"],
    ["2020-03-31", -1, "2020-02-29"],
  ])("of %s and %i is %s", (from, months, expected) => {
    expect(monthsAfter(from, months)).toBe(expected);
  });

  it("is the first day on which so many months are full", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 200 }), (from, months) => {
        const complete = monthsAfter(from, months);
        expect(fullMonths(from, complete)).toBe(months);
        expect(fullMonths(from, dayBefore(complete))).toBe(months - 1);
      }),
    );
  });
});

describe("fullMonths", () => {
  it.each([
    ["2020-04-15", "2021-04-15", 12],
    ["2020-04-15", "2021-04-14", 11],
    ["2020-04-15", "2020-04-15", 0],
    ["2020-04-15", "2020-05-14", 0],
    ["2020-01-31", "2020-02-29", 1],
    ["2021-01-31", "2021-02-28", 1],
    ["2021-01-31", "2021-02-27", 0],
    ["2021-01-31", "2021-03-30", 1],
    ["2021-01-31", "2021-03-31", 2],
    ["2020-02-29", "2021-02-28", 12],
    ["2020-02-29", "2024-02-28", 47],
    ["2020-02-29", "2024-02-29", 48],
    ["2019-11-30", "2020-02-29", 3],
    ["2020-12-31", "2021-01-01", 0],
    ["2021-04-15", "2020-04-15", 0],
  ])("from %s to %s there are %i", (from, to, expected) => {
    expect(fullMonths(from, to)).toBe(expected);
  });

  it("grow by a month at most from one day to the next, and never shrink", () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        const step = fullMonths(from, next(to)) - fullMonths(from, to);
        expect([0, 1]).toContain(step);
      }),
    );
  });
});

describe("firstAnniversaryMonth", () => {
  it.each([
    ["2019-03-20", "2026-03-01"],
    ["2019-10-01", "2025-10-01"],
    ["2024-10-31", "2025-10-01"],
    ["2019-09-30", "2026-09-01"],
    ["2025-03-20", "2026-03-01"],
    ["2025-10-01", "2026-10-01"],
    ["2026-02-10", "2027-02-01"],
  ])("of %s from October 2025 on is %s", (of, expected) => {
    expect(firstAnniversaryMonth(of, "2025-10-01")).toBe(expected);
  });
});

describe("firstAnniversaryAfter", () => {
  it.each([
    ["2019-05-01", "2026-03-10", "2026-05-01"],
    ["2019-03-11", "2026-03-10", "2026-03-11"],
    ["2019-03-10", "2026-03-10", "2027-03-10"],
    ["2019-02-01", "2026-03-10", "2027-02-01"],
    ["2020-02-29", "2026-02-27", "2026-02-28"],
    ["2020-02-29", "2026-02-28", "2027-02-28"],
    ["2020-02-29", "2027-02-28", "2028-02-29"],
    ["2026-01-05", "2026-03-10", "2027-01-05"],
    ["2026-05-01", "2020-03-10", "2027-05-01"],
  ])("of %s that lies after %s is %s", (of, after, expected) => {
    expect(firstAnniversaryAfter(of, after)).toBe(expected);
  });
});
