import { describe, expect, it } from "vitest";

import {
  InvalidOptionsError,
  InvalidProfileError,
  type Condition,
  type PartnerProfile,
  type Rule,
  type TimelineOptions,
  rulesInForce,
  timeline,
} from "../../src/index.ts";

import { houseRule } from "../house-rule.ts";

import { goodProfile } from "../profiles.ts";
import { daysToTurn } from "../../src/foresight/turning-days.ts";
import { situationFor } from "./situations.ts";

const plan = { type: "PSfP", purchasedOn: "2019-07-01", endsOn: "2020-06-30" } as const;

describe("a timeline tells what happens if nothing is done", () => {
  const firstChange = (profile: PartnerProfile, options: Partial<TimelineOptions>): unknown => {
    const [, span] = timeline(profile, { from: "2020-06-01", track: "remain", ...options }).spans;
    return span && [span.from, span.changes];
  };

  it("a plan that ends: because of its last day, on the day after", () => {
    expect(firstChange({ support: { plan } }, {})).toEqual([
      "2020-07-01",
      [{ ruleId: "support-plan", before: "met", after: "unmet", because: ["support.plan.endsOn"] }],
    ]);
  });

  it("a plan bought in the future: because of the day of purchase", () => {
    const later = { ...plan, purchasedOn: "2020-09-01", endsOn: "2021-08-31" } as const;
    expect(firstChange({ support: { plan: later } }, {})).toEqual([
      "2020-09-01",
      [
        {
          ruleId: "support-plan",
          before: "unmet",
          after: "met",
          because: expect.arrayContaining(["support.plan.purchasedOn"]),
        },
      ],
    ]);
  });

  it("twelve months as a reseller: because of the first transaction", () => {
    const profile = { indirectReseller: { transactingSince: "2025-03-15" } };
    expect(firstChange(profile, { from: "2026-01-01", track: "enroll" })).toEqual([
      "2026-03-15",
      [
        {
          ruleId: "indirect-reseller-tenure",
          before: "unmet",
          after: "met",
          because: ["indirectReseller.transactingSince"],
        },
      ],
    ]);
  });

  it("another edition: because of it", () => {
    const { spans } = timeline({}, { from: "2020-10-01", until: "2021-01-01", track: "enroll" });
    const change = spans.find(({ from }) => from === "2020-10-27")!;
    expect(change.edition).toBe("2020-10-27");
    expect(change.changes.find(({ ruleId }) => ruleId === "ttm-revenue")).toStrictEqual({
      ruleId: "ttm-revenue",
      after: "unknown",
      because: ["edition"],
    });
    expect(
      change.changes.find(({ ruleId }) => ruleId === "eligibility-questionnaire"),
    ).toStrictEqual({
      ruleId: "eligibility-questionnaire",
      before: "unmet",
      because: ["edition"],
    });
  });

  it("nothing on the day on which it ends", () => {
    const until = { from: "2020-06-01", until: "2020-07-01", track: "remain" } as const;
    const { spans } = timeline({ support: { plan } }, until);
    expect(spans.map((span) => [span.from, span.until])).toEqual([["2020-06-01", "2020-07-01"]]);
  });

  it("a last span without an end, where none is asked for", () => {
    const { spans } = timeline({}, { from: "2040-01-01", track: "remain" });
    expect(spans).toHaveLength(1);
    expect(Object.keys(spans[0]!)).toEqual(["from", "edition", "outcome", "statuses", "changes"]);
    const ids = rulesInForce({ asOf: "2040-01-01", track: "remain" }).map(({ id }) => id);
    expect(Object.keys(spans[0]!.statuses)).toEqual(ids);
  });

  it("months that are more, or no more, than a number: a month after it", () => {
    const months = houseRule({
      all: [{ fact: "indirectReseller.months", operator: "greaterThan", value: 12 }],
    });
    const profile = { indirectReseller: { transactingSince: "2019-03-15" } };
    const asked = { from: "2020-01-01", until: "2020-06-01", track: "remain" } as const;
    const { spans } = timeline(profile, { ...asked, rules: [months] });
    expect(spans.map(({ from }) => from)).toEqual(["2020-01-01", "2020-04-15"]);
    const half = houseRule({
      all: [{ fact: "indirectReseller.months", operator: "greaterThan", value: 12.5 }],
    });
    const later = timeline(profile, { ...asked, rules: [half] });
    expect(later.spans.map(({ from }) => from)).toEqual(["2020-01-01", "2020-04-15"]);
  });

  it("days of dates alone, not of texts that read like one", () => {
    const noted = houseRule({
      all: [
        { fact: "host.note", operator: "equal", value: "2021-08-29" },
        { fact: "support.plan.endsOn", operator: "onOrAfter", value: { fact: "asOf" } },
      ],
    });
    const hostFacts = [{ id: "host.note", type: "text", label: "Note" }] as const;
    const options = { from: "2020-09-02", track: "remain", rules: [noted], hostFacts } as const;
    const profile = { ...goodProfile, host: { note: "2021-08-29" } };
    const span = timeline(profile, options).spans.find(({ from }) => from === "2021-08-29");
    expect(span?.changes.map(({ because }) => because)).toEqual([["asOf", "support.plan.endsOn"]]);
  });

  it("the first review month: because of the day of onboarding", () => {
    const profile = { enrollment: { onboardedOn: "2019-03-20" } };
    const { spans } = timeline(profile, {
      from: "2025-10-01",
      until: "2026-06-01",
      track: "remain",
    });
    const review = spans.find(({ from }) => from === "2026-03-01")!;
    for (const { because } of review.changes) expect(because).toEqual(["enrollment.onboardedOn"]);
    expect(review.changes.map(({ ruleId }) => ruleId)).toContain("security-mfa");
  });
});

describe("the months that rules count", () => {
  it("are those before and after which a comparison differs, and those of the revenue", () => {
    const monthsOf = (...rules: Rule<string>[]): readonly number[] => {
      const hostFacts = [{ id: "host.least", type: "number", label: "Least" }] as const;
      const asked = { asOf: "2021-06-15", track: "remain", rules, hostFacts } as const;
      const { inquiry, stated } = situationFor({}, asked);
      return daysToTurn(inquiry.set, stated).months;
    };
    const months = (value: number | { fact: "host.least" }): Rule<string> =>
      houseRule({
        all: [{ fact: "indirectReseller.months", operator: "greaterThan", value } as Condition],
      });
    expect(monthsOf(months(6))).toEqual([6, 7, 12]);
    expect(monthsOf(months(6.5))).toEqual([7, 12]);
    expect(monthsOf(months({ fact: "host.least" }))).toEqual([12]);
    const services = {
      all: [{ fact: "services.managedServices", operator: "greaterThan", value: 3 }],
    } as const;
    expect(monthsOf(houseRule(services))).toEqual([12]);
  });
});

describe("a timeline refuses", () => {
  it.each<[string, object, RegExp]>([
    [
      "a day before the first edition",
      { from: "2018-08-30" },
      /No edition is in force on 2018-08-30/,
    ],
    [
      "an end that is not after the start",
      { from: "2020-01-01", until: "2020-01-01" },
      /until: Expected a day after from/,
    ],
    ["no first day", {}, /from: Expected a calendar date/],
    [
      "the day of an evaluation",
      { from: "2020-01-01", asOf: "2020-01-01" },
      /asOf: Unknown key "asOf"/,
    ],
  ])("%s", (_, options, message) => {
    expect(() => timeline({}, options as TimelineOptions)).toThrow(InvalidOptionsError);
    expect(() => timeline({}, options as TimelineOptions)).toThrow(message);
  });

  it("a malformed profile", () => {
    expect(() => timeline({ oops: 1 } as unknown, { from: "2020-01-01" })).toThrow(
      InvalidProfileError,
    );
  });

  it("nothing of the profile is changed", () => {
    const profile = { support: { plan: { ...plan } } };
    const copy = structuredClone(profile);
    timeline(profile, { from: "2019-01-01" });
    expect(profile).toEqual(copy);
  });
});
