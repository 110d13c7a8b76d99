import { describe, expect, it } from "vitest";

import { capabilities, evaluate, evaluateSync } from "../../src/index.ts";
import { goodProfile, newApplicant } from "../profiles.ts";

const { transition: _move, ...partner } = goodProfile;
const lapsed = { ...partner, support: { firstLevel: true, plan: null } };
const asOf = "2020-09-02";

describe("what falling short costs", () => {
  it("stands on the report of a current partner that is ineligible", async () => {
    const { outcome, consequences } = await evaluate(lapsed, { asOf, track: "remain" });
    expect(outcome).toBe("ineligible");
    expect(consequences).toEqual({
      status: "restricted",
      text: expect.stringMatching(/may restrict/),
      lost: capabilities.filter(({ whenRestricted }) => whenRestricted === "lost"),
      kept: capabilities.filter(({ whenRestricted }) => whenRestricted === "kept"),
      howToCheck: expect.stringMatching(/Partner settings.*"restricted"/),
      wayOut: { track: "transition", text: expect.stringMatching(/indirect reseller/) },
      sources: [
        expect.objectContaining({ segments: ["94c12-139"] }),
        expect.objectContaining({ segments: ["86ce1-106", "86ce1-107", "86ce1-108", "86ce1-109"] }),
      ],
    });
    expect(consequences?.lost).toHaveLength(8);
    expect(consequences?.kept).toHaveLength(6);
  });

  it.each([
    ["an eligible partner", goodProfile, "remain"],
    ["a partner of which nothing is known", {}, "remain"],
    [
      "an ineligible applicant",
      { ...newApplicant, operations: { customerBilling: false } },
      "enroll",
    ],
    ["a move that is stuck", { transition: { profileCurrent: false } }, "transition"],
  ] as const)("stands on no other report: %s", async (_, profile, track) => {
    expect(await evaluate(profile, { asOf, track })).not.toHaveProperty("consequences");
    expect(evaluateSync(profile, { asOf, track })).not.toHaveProperty("consequences");
  });

  it("has later stages since October 2025, with their days and how sure they are", () => {
    const { consequences } = evaluateSync(lapsed, { asOf: "2025-10-01", track: "remain" });
    expect(consequences?.stages).toMatchObject([
      { status: "suspended", afterDays: 30 },
      { status: "revoked", afterDays: 60 },
    ]);
    for (const { sources, notes } of consequences?.stages ?? []) {
      expect(sources).toContainEqual(expect.objectContaining({ confidence: "secondary" }));
      expect(notes.join()).toMatch(/forum/);
    }
    const before = evaluateSync(lapsed, { asOf: "2025-09-30", track: "remain" });
    expect(before.consequences).not.toHaveProperty("stages");
  });

  it.each([
    ["active", "restricted", /may restrict/, 8, 6, ["suspended", "revoked"]],
    ["restricted", "restricted", /are restricted/, 8, 6, ["suspended", "revoked"]],
    ["suspended", "suspended", /Nothing new/, 8, 0, ["revoked"]],
    ["revoked", "revoked", /no longer operate/, 14, 0, undefined],
  ] as const)(
    "follows the status that an %s tenant is known to have",
    (directBillStatus, status, text, lost, kept, stages) => {
      const profile = { ...lapsed, transition: { directBillStatus } };
      const { consequences } = evaluateSync(profile, { asOf: "2026-03-02", track: "remain" });
      expect(consequences).toMatchObject({ status, text: expect.stringMatching(text) });
      expect(consequences?.lost).toHaveLength(lost);
      expect(consequences?.kept).toHaveLength(kept);
      expect(consequences?.stages?.map((stage) => stage.status)).toEqual(stages);
    },
  );

  it("tells where to look, as Partner Center was on that day", () => {
    const check = (day: string): string | undefined =>
      evaluateSync(lapsed, { asOf: day, track: "remain" }).consequences?.howToCheck;
    expect(check("2021-02-05")).toMatch(/Partner settings/);
    expect(check("2021-02-06")).toMatch(/Legal profile/);
    expect(check("2025-09-30")).toMatch(/Legal profile/);
    expect(check("2025-10-01")).toMatch(/Legal info/);
    const early = { asOf: "2018-08-01", edition: "2025-10-01", track: "remain" } as const;
    expect(evaluateSync(lapsed, early).consequences?.howToCheck).toMatch(/Partner settings/);
  });

  it("says what is kept only under a condition", () => {
    const invite = capabilities.find(({ id }) => id === "invite-indirect-customers");
    expect(invite).toMatchObject({
      whenRestricted: "kept",
      notes: [expect.stringMatching(/already enrolled as an indirect reseller/)],
    });
    expect(new Set(capabilities.map(({ id }) => id)).size).toBe(capabilities.length);
    expect(Object.isFrozen(capabilities[0]!.sources)).toBe(true);
  });

  it("is plain JSON, equal in both engines", async () => {
    const options = { asOf: "2025-12-01", track: "remain" } as const;
    const report = evaluateSync(lapsed, options);
    expect(report).toStrictEqual(await evaluate(lapsed, options));
    expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
  });
});

describe("the way out", () => {
  it("leads from the consequences to the next step of the move", async () => {
    const { consequences } = await evaluate(lapsed, { asOf, track: "remain" });
    const start = { ...lapsed, transition: { profileCurrent: true } };
    const { track } = consequences!.wayOut;
    const report = await evaluate(start, { asOf, track });
    expect(report.outcome).toBe("on-track");
    expect(report.nextSteps.map(({ ruleId }) => ruleId)).toEqual(["reseller-enrollment"]);
  });

  it("says what cannot be undone before the enrollment", () => {
    for (const day of [asOf, "2025-11-15"]) {
      const { findings } = evaluateSync({}, { asOf: day, track: "transition" });
      const ids = findings.map(({ ruleId }) => ruleId);
      expect(ids.indexOf("transition-no-way-back")).toBeLessThan(
        ids.indexOf("reseller-enrollment"),
      );
      expect(findings[1]?.message).toMatch(/before enrolling/);
    }
  });

  it("shows progress in counts", () => {
    const transition = {
      ...goodProfile.transition,
      subscriptions: { transferable: 40, transferred: 31, notTransferable: 0 },
    };
    const { findings, outcome } = evaluateSync({ transition }, { asOf, track: "transition" });
    expect(outcome).toBe("on-track");
    expect(
      findings.find(({ ruleId }) => ruleId === "subscription-transfer")?.evidence,
    ).toMatchObject({
      any: [
        { fact: "transition.subscriptions.transferable", actual: 40, result: false },
        {
          fact: "transition.subscriptions.transferred",
          actual: 31,
          expected: { fact: "transition.subscriptions.transferable", value: 40 },
          result: false,
        },
      ],
    });
  });

  it.each([asOf, "2025-11-15"])("is walked to the end on %s", async (day) => {
    expect((await evaluate(goodProfile, { asOf: day, track: "transition" })).outcome).toBe(
      "eligible",
    );
  });
});
