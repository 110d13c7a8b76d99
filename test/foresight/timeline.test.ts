import { describe, expect, it } from "vitest";

import {
  InvalidOptionsError,
  InvalidProfileError,
  type PartnerProfile,
  type TimelineOptions,
  timeline,
} from "../../src/index.ts";

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
    expect(change.changes.find(({ ruleId }) => ruleId === "ttm-revenue")).toEqual({
      ruleId: "ttm-revenue",
      after: "unknown",
      because: ["edition"],
    });
    expect(
      change.changes.find(({ ruleId }) => ruleId === "eligibility-questionnaire"),
    ).toMatchObject({
      because: ["edition"],
    });
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
