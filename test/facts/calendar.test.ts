import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { dayAfter, firstAnniversaryMonth, fullMonths } from "../../src/facts/calendar.ts";

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
