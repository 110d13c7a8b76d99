import { describe, expect, it } from "vitest";

import {
  type EvaluateOptions,
  InvalidProfileError,
  type Condition,
  type Rule,
  type FactId,
  type PartnerProfile,
  type Plan,
  type Track,
  plan,
  profileFrom,
  rules,
} from "../../src/index.ts";
import { daysToTry } from "../../src/foresight/plan-request.ts";
import { questionOn } from "../../src/rules/question.ts";
import { withValueAt } from "../../src/profile/with-value-at.ts";
import { houseRule } from "../house-rule.ts";
import { goodIn2025, goodProfile, newApplicant } from "../profiles.ts";
import { lateApplicant, smallPartner } from "./nearly-there.ts";
import { needsOf } from "./needs.ts";

const inNorway: Condition = {
  all: [{ fact: "company.country", operator: "equal", value: "NO" }],
};

describe("a blocker blocks", () => {
  /** A rule that a company in Sweden cannot meet. */
  const abroad = (more: Partial<Rule<string>>): Rule<string> => houseRule(inNorway, more);
  /** A rule about a number of the host's. */
  const level = (
    id: string,
    operator: "lessThan" | "greaterThan",
    more: Partial<Rule<string>> = {},
  ): Rule<string> =>
    houseRule({ all: [{ fact: "host.level", operator, value: 3 }] }, { id, ...more });
  /** The rules in the way of a company, with rules of a host's. */
  const blockersOf = (profile: PartnerProfile, ...house: Rule<string>[]): string[] => {
    const { blockers } = plan(profile, {
      asOf: "2020-09-02",
      track: "remain",
      rules: [...rules, ...house],
      hostFacts: [{ id: "host.level", type: "number", label: "Level" }],
    });
    return blockers.map(({ ruleId }) => ruleId);
  };

  it("a plan bought before the notice, with what the rule says of it", () => {
    const tooEarly: PartnerProfile = {
      ...newApplicant,
      enrollment: { application: "submitted", appliedOn: "2020-08-01" },
      creditCheck: { status: "passed", notifiedOn: "2020-08-20" },
      support: {
        firstLevel: true,
        plan: { type: "ASfP", purchasedOn: "2020-08-10", endsOn: "2022-12-31" },
      },
    };
    const { blockers, steps, earliest } = plan(tooEarly, { asOf: "2020-09-02" });
    expect(blockers).toEqual([
      {
        ruleId: "support-plan-sequence",
        title: "Support plan bought after the credit check",
        text: expect.stringMatching(/^The support plan was bought before .* settle the matter/),
      },
    ]);
    expect([steps, earliest]).toEqual([[], undefined]);
  });

  it("rules that can each be met, but not together", () => {
    const rule = (id: string, operator: "lessThan" | "greaterThan"): Rule<string> =>
      houseRule(
        { all: [{ fact: "host.level", operator, value: 3 }] },
        {
          id,
          title: id,
          messages: { met: "Yes.", unmet: "No.", unknown: "Not known." },
          remedy: "Change it.",
        },
      );
    const { blockers, earliest } = plan(goodProfile, {
      asOf: "2020-09-02",
      track: "remain",
      rules: [...rules, rule("low", "lessThan"), rule("high", "greaterThan")],
      hostFacts: [{ id: "host.level", type: "number", label: "Level" }],
    });
    expect(blockers).toEqual([
      { ruleId: "low", title: "low", text: "Not known. Change it." },
      { ruleId: "high", title: "high", text: "Not known. Change it." },
    ]);
    expect(earliest).toBeUndefined();
  });

  it("what cannot be met together, not what could be met besides, nor what is met today", () => {
    const noSupport = withValueAt(goodProfile, "support.firstLevel", false);
    const advice = level("advice", "greaterThan", { kind: "recommendation" });
    const [low, high] = [level("low", "lessThan"), level("high", "greaterThan")];
    expect(blockersOf(noSupport, advice, low, high)).toEqual(["low", "high"]);
    expect(blockersOf({ ...noSupport, host: { level: 2 } }, low, high)).toEqual(["high"]);
    // The rule that takes the place of another is in the way for good.
    const [first, then] = [
      level("first", "lessThan", { until: "2020-10-01" }),
      level("then", "lessThan", { from: "2020-10-01" }),
    ];
    expect(blockersOf(noSupport, first, then, high)).toEqual(["then", "high"]);
  });

  it("nothing that asks for nothing today", () => {
    const { onboardedOn: _, ...enrollment } = goodProfile.enrollment;
    const trailingRevenue = { ...goodProfile.trailingRevenue, endsOn: "2025-01-02" };
    const { blockers } = plan(
      { ...goodProfile, enrollment, trailingRevenue },
      { asOf: "2026-01-01" },
    );
    expect(blockers.map(({ ruleId }) => ruleId)).toMatchInlineSnapshot(`
      [
        "capabilities-assessment",
        "support-plan",
      ]
    `);
  });

  it("a rule that takes the place of another, neither of which can be met", () => {
    const house = [
      abroad({ id: "first", until: "2020-10-01" }),
      abroad({ id: "second", from: "2020-10-01" }),
    ];
    const options = { asOf: "2020-09-02", track: "remain", rules: [...rules, ...house] } as const;
    const { blockers, earliest } = plan(goodProfile, options);
    expect([blockers.map(({ ruleId }) => ruleId), earliest]).toEqual([["second"], undefined]);
  });

  it("a rule that nothing meets, and those that cannot be met together before it is in force", () => {
    const until = "2020-10-01";
    const ended = [level("low", "lessThan", { until }), level("high", "greaterThan", { until })];
    const later = abroad({ from: until });
    expect(blockersOf(goodProfile, ...ended, later)).toEqual([later.id, "low", "high"]);
    const lasting = [level("low", "lessThan"), level("high", "greaterThan")];
    expect(blockersOf(goodProfile, ...lasting, later)).toEqual([later.id, "low", "high"]);
    // A rule that ends before is waited for.
    const over = abroad({ id: "over", until });
    expect(blockersOf(goodProfile, over, ...lasting)).toEqual(["low", "high"]);
  });

  it("a rule that nothing meets today, not one that comes into force later", () => {
    const [now, later] = [abroad({ id: "now" }), abroad({ id: "later", from: "2020-10-01" })];
    expect(blockersOf(goodProfile, now, later)).toEqual(["now"]);
  });

  it("with what the rule says on the first day on which it is open", () => {
    const [from, until] = ["2020-10-01", "2020-10-01"];
    const inSweden: Condition = {
      all: [{ fact: "company.country", operator: "equal", value: "SE" }],
    };
    const house = [
      houseRule(inSweden, { id: "home", until }),
      abroad({ id: "home", from, remedy: "Move to Norway." }),
      level("low", "lessThan", { until }),
      level("high", "greaterThan", { until }),
    ];
    const { blockers } = plan(goodProfile, {
      asOf: "2020-09-02",
      track: "remain",
      rules: [...rules, ...house],
      hostFacts: [{ id: "host.level", type: "number", label: "Level" }],
    });
    expect(blockers.map(({ ruleId, text }) => [ruleId, text])).toEqual([
      ["home", "No. Move to Norway."],
      ["low", expect.any(String)],
      ["high", expect.any(String)],
    ]);
  });

  it("as few rules as it takes, where several conflicts are in the way", () => {
    const [low, high] = [level("low", "lessThan"), level("high", "greaterThan")];
    const inSweden = (operator: "equal" | "notEqual"): Condition => ({
      all: [{ fact: "tenant.sameRegion", operator, value: true }],
    });
    const [near, far] = [
      houseRule(inSweden("equal"), { id: "near" }),
      houseRule(inSweden("notEqual"), { id: "far" }),
    ];
    const noSupport = withValueAt(goodProfile, "support.firstLevel", false);
    const open = withValueAt(noSupport, "tenant.sameRegion", undefined);
    expect(blockersOf(open, low, near, high, far)).toEqual(["high", "far"]);
  });

  it("what comes into force later, and only waits for a day today", () => {
    const { appliedOn: _, ...enrollment } = lateApplicant.enrollment!;
    const { blockers } = plan(
      {
        ...lateApplicant,
        enrollment: { ...enrollment, application: "not-started" },
        creditCheck: { status: "not-started" },
        partnerAgreement: { acceptedOn: "2025-09-20" },
        indirectReseller: { transactingSince: "2025-09-10" },
      },
      { asOf: "2025-09-25" },
    );
    expect(blockers.map(({ ruleId }) => ruleId)).toEqual(["partner-agreement"]);
  });

  it("what can be met on no day, not what has to wait for one", () => {
    const waiting = { ...newApplicant, indirectReseller: { transactingSince: null } };
    const { blockers } = plan(waiting, {
      asOf: "2021-06-15",
      rules: [...rules, abroad({ tracks: ["enroll"] })],
    });
    expect(blockers.map(({ ruleId }) => ruleId)).toEqual(["house"]);
  });

  it("what cannot be met together, not what has to wait for a day before that", () => {
    const waiting: PartnerProfile = {
      ...newApplicant,
      indirectReseller: { transactingSince: "2021-01-15" },
    };
    const tracks: Track[] = ["enroll"];
    const { blockers } = plan(waiting, {
      asOf: "2021-06-15",
      rules: [
        ...rules,
        level("low", "lessThan", { tracks }),
        level("high", "greaterThan", { tracks }),
      ],
      hostFacts: [{ id: "host.level", type: "number", label: "Level" }],
    });
    expect(blockers.map(({ ruleId }) => ruleId)).toEqual(["low", "high"]);
  });

  it("a tenant that is suspended, which Microsoft alone can lift", () => {
    const profile = withValueAt(goodIn2025, "transition.directBillStatus", "suspended");
    const { blockers } = plan(profile, { asOf: "2026-03-01", track: "remain" });
    expect(blockers.map(({ ruleId }) => ruleId)).toEqual(["tenant-status"]);
  });
});

describe("the days that are tried", () => {
  it("are those of the calendar within two years, and the two after each", () => {
    const { ask, asOf } = {
      ask: questionOn({ track: "remain", onInvalid: "throw" }),
      asOf: "2020-09-02",
    };
    const calendar = ["2020-08-01", "2022-08-31", "2022-09-03"];
    const days = daysToTry({ ask, asOf, calendar, profile: {}, wordsFor: () => [] });
    expect(days.slice(0, 3)).toEqual(["2020-09-02", "2020-09-03", "2020-09-04"]);
    expect(days).not.toContain("2020-09-05");
    expect(days.slice(-3)).toEqual(["2022-08-31", "2022-09-01", "2022-09-02"]);
  });
});

const needsIn = ({ steps }: Plan, id: string): [FactId, unknown][] =>
  steps
    .find(({ ruleId }) => ruleId === id)!
    .needs.map(({ fact, value }): [FactId, unknown] => [fact, value]);

describe("a plan of what is nearly there", () => {
  const early = withValueAt(lateApplicant, "support.plan", {
    type: "ASfP",
    purchasedOn: "2025-12-01",
    endsOn: "2028-11-30",
  });

  it("applies again where the plan is then owned, rather than wait for another plan", () => {
    const made = plan(early, { asOf: "2025-12-10" });
    expect(made.earliest).toBe("2025-12-10");
    expect(needsIn(made, "support-plan-sequence")).toEqual([
      ["enrollment.appliedOn", "2025-12-10"],
    ]);
    expect(made.steps.find(({ ruleId }) => ruleId === "support-plan-sequence")?.text).toBe(
      "Apply again for enrollment.",
    );
  });

  it("takes the days of what is to come as soon as they can be", () => {
    const { capabilitiesAssessment: _, creditCheck: _credit, ...rest } = lateApplicant;
    const made = plan(rest, { asOf: "2025-12-10" });
    expect(needsIn(made, "capabilities-assessment")).toContainEqual([
      "capabilitiesAssessment.on",
      "2025-12-10",
    ]);
    expect(needsIn(made, "credit-check")).toContainEqual(["creditCheck.notifiedOn", "2025-12-10"]);
  });

  describe("has a plan that is still to be bought", () => {
    const planOf = (purchasedOn: string, endsOn = "2022-05-30"): Plan => {
      const profile: PartnerProfile = {
        ...newApplicant,
        enrollment: { application: "submitted", appliedOn: "2021-04-20" },
        indirectReseller: { transactingSince: "2020-05-08" },
        creditCheck: { status: "pending" },
        support: { firstLevel: true, plan: { type: "PSfP", purchasedOn, endsOn } },
      };
      return plan(profile, { asOf: "2021-05-03" });
    };

    it.each([
      ["2022-05-07", "2022-05-08"],
      ["2022-05-30", "2022-05-08"],
      ["2024-05-07", "2024-05-08"],
      ["2021-08-07", "2022-05-08"],
    ])(
      "bought later than planned, where that is too early, and for as many months as to %s, or for a year",
      (endsOn, newEnd) => {
        const made = planOf("2021-05-08", endsOn);
        expect(made.earliest).toBe("2021-05-09");
        expect(needsIn(made, "support-plan-sequence")).toContainEqual([
          "support.plan",
          { type: "PSfP", purchasedOn: "2021-05-09", endsOn: newEnd },
        ]);
      },
    );

    it("as it is, where that is in time", () => {
      const made = planOf("2021-05-09");
      expect(made.earliest).toBe("2021-05-09");
      expect(needsOf(made).map(({ fact }) => fact)).not.toContain("support.plan");
    });

    it("bought earlier than planned, of that type and for as many months, where it can be", () => {
      const made = plan(
        {
          ...newApplicant,
          support: {
            firstLevel: true,
            plan: { type: "PSfP", purchasedOn: "2020-09-12", endsOn: "2023-09-11" },
          },
        },
        { asOf: "2020-09-02" },
      );
      expect(needsIn(made, "support-plan")).toContainEqual([
        "support.plan",
        { type: "PSfP", purchasedOn: "2020-09-03", endsOn: "2023-09-02" },
      ]);
    });

    it("as it is, where a rule needs what the plan has", () => {
      const house = houseRule(
        {
          all: [
            { fact: "support.plan.renewsOn", operator: "equal", value: "2021-09-12" },
            { fact: "authority.acceptAgreements", operator: "equal", value: true },
            { fact: "authority.signAgreements", operator: "equal", value: true },
          ],
        },
        { tracks: ["enroll"] },
      );
      const planned = {
        type: "ASfP",
        purchasedOn: "2020-09-12",
        endsOn: "2021-09-11",
        renewsOn: "2021-09-12",
      } as const;
      const made = plan(
        { ...newApplicant, authority: {}, support: { firstLevel: true, plan: planned } },
        { asOf: "2020-09-02", rules: [...rules, house] },
      );
      expect(made.earliest).toBe("2020-09-12");
      expect(needsOf(made as Plan).map(({ fact }) => fact)).not.toContain("support.plan");
    });
  });

  it("finds out on which day the company applied, where that can have been before its plan", () => {
    const { appliedOn: _, ...enrollment } = lateApplicant.enrollment!;
    const profile: PartnerProfile = {
      ...lateApplicant,
      enrollment,
      creditCheck: { status: "passed", notifiedOn: "2024-12-05" },
      support: {
        firstLevel: true,
        plan: { type: "PSfP", purchasedOn: "2025-05-24", endsOn: "2026-05-23" },
      },
      capabilitiesAssessment: { on: "2025-12-11" },
      partnerAgreement: { acceptedOn: "2025-12-15" },
    };
    const { steps } = plan(profile, { asOf: "2025-12-10" });
    const tenure = steps.find(({ ruleId }) => ruleId === "indirect-reseller-tenure");
    expect(tenure?.text).toBe("Find out on which day the company applied.");
    expect(tenure?.needs).toMatchObject([{ fact: "enrollment.appliedOn", value: "2025-05-23" }]);
  });

  it("finds out what has happened on a day up to the one asked about", () => {
    const unknownDay = withValueAt(lateApplicant, "support.plan", {
      type: "ASfP",
      endsOn: "2026-12-31",
    });
    const made = plan(unknownDay, { asOf: "2025-12-10" });
    const bought = needsIn(made, "support-plan").find(([fact]) => fact.endsWith("purchasedOn"));
    expect(String(bought?.[1]) <= "2025-12-10").toBe(true);
  });

  it.each([
    ["alone", smallPartner],
    ["beside what else is open", withValueAt(smallPartner, "authority.acceptAgreements", false)],
  ])("asks for the revenue that is missing, in one figure, %s", (_, profile) => {
    const made = plan(profile, { asOf: "2025-11-20", track: "remain" });
    expect(needsIn(made, "ttm-revenue")).toEqual([
      ["trailingRevenue.directBill.cloudUsd", 955_000],
    ]);
    const [instead] = made.steps.find(({ ruleId }) => ruleId === "ttm-revenue")!.alternatives;
    expect([instead?.fact, instead?.value]).toEqual([
      "trailingRevenue.directBill.perpetualSoftwareUsd",
      390_000,
    ]);
  });

  it("prefers the figure that has to grow least", () => {
    const house = houseRule({
      any: [
        {
          fact: "trailingRevenue.indirectReseller.cloudUsd",
          operator: "greaterThanInclusive",
          value: 5_000_000,
        },
        {
          fact: "trailingRevenue.directBill.cloudUsd",
          operator: "greaterThanInclusive",
          value: 1_000_000,
        },
      ],
    });
    const options = { asOf: "2020-09-02", track: "remain", rules: [house] } as const;
    const [need] = needsOf(plan(goodProfile, options) as Plan);
    expect([need?.fact, need?.value]).toEqual(["trailingRevenue.directBill.cloudUsd", 1_000_000]);
  });

  it("prefers the figure that is known to one that is not", () => {
    const partly = withValueAt(smallPartner, "trailingRevenue", {
      endsOn: "2025-10-31",
      directBill: { cloudUsd: 610_000 },
    });
    const made = plan(partly, { asOf: "2025-11-20", track: "remain" });
    expect(needsIn(made, "ttm-revenue")).toEqual([
      ["trailingRevenue.directBill.cloudUsd", 1_000_000],
    ]);
  });

  it("keeps to revenue where it has come to it, though less would do", () => {
    const atLeast = (fact: FactId, value: number): Condition => {
      return { fact, operator: "greaterThanInclusive", value };
    };
    const house = houseRule({
      all: [
        { fact: "support.firstLevel", operator: "equal", value: true },
        {
          any: [
            atLeast("services.managedServices", 2),
            atLeast("trailingRevenue.directBill.cloudUsd", 1_000_000),
          ],
        },
      ],
    });
    const company = {
      ...withValueAt(smallPartner, "support.firstLevel", false),
      services: { managedServices: 1 },
    };
    const made = plan(company, { asOf: "2025-11-20", track: "remain", rules: [house] });
    expect(needsOf(made as Plan).map(({ fact, value }) => [fact, value])).toEqual([
      ["support.firstLevel", true],
      ["trailingRevenue.directBill.cloudUsd", 1_000_000],
    ]);
  });

  it("asks for the figure that is not known where more than revenue falls short", () => {
    const trailingRevenue = { endsOn: "2024-10-27", indirectReseller: { cloudUsd: 0 } };
    const made = plan({ ...lateApplicant, trailingRevenue }, { asOf: "2025-12-10" });
    expect(needsIn(made, "ttm-revenue")).toEqual([
      ["trailingRevenue.endsOn", "2025-12-10"],
      ["trailingRevenue.indirectReseller.perpetualSoftwareUsd", 1_000_000],
    ]);
  });

  it("asks for several figures where one alone is not enough", () => {
    const both = houseRule({
      all: [
        {
          fact: "trailingRevenue.directBill.perpetualSoftwareUsd",
          operator: "greaterThan",
          value: 50_000,
        },
        {
          fact: "trailingRevenue.indirectReseller.cloudUsd",
          operator: "greaterThan",
          value: 50_000,
        },
      ],
    });
    const made = plan(smallPartner, { asOf: "2025-11-20", track: "remain", rules: [both] });
    expect(needsOf(made as Plan).map(({ fact }) => fact)).toEqual([
      "trailingRevenue.directBill.perpetualSoftwareUsd",
      "trailingRevenue.indirectReseller.cloudUsd",
    ]);
  });

  it("asks for the hours that are enough, and for no fewer alerts", () => {
    const { alertResponseHours: _, ...security } = lateApplicant.security!;
    const profile = { ...smallPartner, security: { ...security, alerts: 3 } };
    const made = plan(profile, { asOf: "2025-11-20", track: "remain" });
    const step = made.steps.find(({ ruleId }) => ruleId === "security-alert-response");
    expect(step?.needs.map(({ fact, value }) => [fact, value])).toEqual([
      ["security.alertResponseHours", 24],
    ]);
    expect(step?.alternatives).toEqual([]);
  });

  it("counts accounts where a profile says that there are none", () => {
    const profile = withValueAt(smallPartner, "security", {
      ...smallPartner.security,
      adminAccounts: 0,
      adminAccountsWithMfa: 0,
    });
    const made = plan(profile, { asOf: "2025-11-20", track: "remain" });
    expect(needsIn(made, "security-mfa").map(([fact]) => fact)).toContain("security.adminAccounts");
  });

  it("restricts the tenant before a move is approved, and not where it has been", () => {
    const transition = {
      profileCurrent: true,
      tenant: "existing",
      directBillStatus: "active",
      providerAccepted: true,
      customers: { total: 0 },
      subscriptions: { transferable: 0, notTransferable: 0 },
    } as const;
    const options = { asOf: "2025-12-10", track: "transition" } as const;
    const made = plan({ transition }, options);
    expect(needsIn(made, "transition-tenant")).toEqual([
      ["transition.directBillStatus", "restricted"],
    ]);
    expect(needsIn(made, "reseller-approval")).toEqual([["transition.enrollment", "approved"]]);
    const { tenant: _tenant, directBillStatus: _status, ...later } = transition;
    const approved = { ...later, enrollment: "approved", providerAccepted: false } as const;
    expect(needsOf(plan({ transition: approved }, options)).map(({ fact }) => fact)).not.toContain(
      "transition.tenant",
    );
  });
});

const { onboardedOn: _onboardedOn, ...applicant } = goodIn2025.enrollment;

describe("the steps of a plan", () => {
  const stepsOf = (profile: PartnerProfile, options: EvaluateOptions): [string, FactId[]][] =>
    plan(profile, options).steps.map(({ ruleId, needs }) => [
      ruleId,
      needs.map(({ fact }) => fact),
    ]);

  it("are those of the procedure, for a company that has started nothing", () => {
    const { steps, earliest, notes } = plan(newApplicant, { asOf: "2020-09-02" });
    // The plan is bought later than the notice, so not before the next day.
    expect(earliest).toBe("2020-09-03");
    expect(steps.map(({ ruleId, notBefore }) => [ruleId, notBefore])).toEqual([
      ["eligibility-questionnaire", "2020-09-02"],
      ["enrollment-application", "2020-09-02"],
      ["eligibility-verification", "2020-09-02"],
      ["business-verification", "2020-09-02"],
      ["credit-check", "2020-09-02"],
      ["support-plan", "2020-09-03"],
      ["support-plan-sequence", "2020-09-03"],
    ]);
    expect(notes).toEqual(["Microsoft is taken to decide at once, and in favor of the company."]);
    expect(steps.at(-1)?.after).toEqual(["credit-check"]);
    expect(steps.find(({ ruleId }) => ruleId === "support-plan")?.needs).toEqual([
      {
        fact: "support.plan",
        label: "Support plan",
        now: null,
        value: { type: "ASfP", purchasedOn: "2020-09-03", endsOn: "2021-09-02" },
        on: "2020-09-03",
      },
    ]);
  });

  it("wait for twelve months as an indirect reseller, and then for the application", () => {
    const profile = profileFrom({ ...newApplicant, "indirectReseller.transactingSince": null });
    const { earliest, steps } = plan(profile, { asOf: "2021-06-15" });
    expect(earliest).toBe("2022-06-16");
    const tenure = steps.find(({ ruleId }) => ruleId === "indirect-reseller-tenure");
    expect(tenure?.notBefore).toBe("2022-06-15");
    expect(tenure?.needs.map(({ fact, on }) => [fact, on])).toEqual([
      ["indirectReseller.transactingSince", "2021-06-15"],
      ["enrollment.appliedOn", "2022-06-15"],
    ]);
  });

  it("are due from the day of what they need, though nothing else turns on it", () => {
    const trailingRevenue = { ...goodProfile.trailingRevenue, endsOn: "2021-01-01" };
    const { steps, earliest } = plan(
      { ...goodProfile, trailingRevenue },
      {
        asOf: "2024-04-10",
        track: "remain",
        rules: [...rules, houseRule(inNorway, { until: "2025-06-15" })],
      },
    );
    expect(earliest).toBe("2025-06-15");
    expect(steps.map(({ ruleId, notBefore }) => [ruleId, notBefore])).toEqual([
      ["ttm-revenue", "2024-06-16"],
      ["capabilities-assessment", "2024-06-16"],
      ["support-plan", "2024-04-10"],
    ]);
  });

  it("count as many customers and subscriptions as are known of, where all are not counted", () => {
    const transition = {
      customers: { consented: 3, extended: 1 },
      subscriptions: { boughtAgain: 2 },
    };
    const made = plan({ transition }, { asOf: "2021-01-01", track: "transition" });
    const figures = needsOf(made).filter(({ value }) => typeof value === "number");
    expect(figures.map(({ fact, value }) => [fact.replace("transition.", ""), value])).toEqual([
      ["customers.total", 3],
      ["customers.extended", 3],
      ["customers.agreementsAccepted", 3],
      ["subscriptions.transferable", 1],
      ["subscriptions.transferred", 1],
      ["subscriptions.notTransferable", 2],
    ]);
  });

  it("have no alternative to an approval without which the rest is contradictory", () => {
    const transition = { enrollment: "rejected", agreementAccepted: false } as const;
    const { steps } = plan({ transition }, { asOf: "2020-10-27", track: "transition" });
    const approval = steps.find(({ ruleId }) => ruleId === "reseller-approval");
    expect(approval?.needs.map(({ fact, value }) => [fact, value])).toEqual([
      ["transition.enrollment", "approved"],
    ]);
    expect(approval?.alternatives).toEqual([]);
  });

  it("need what is known to be missing, and what is not known", () => {
    const remain = { asOf: "2020-09-02", track: "remain" } as const;
    const unset = withValueAt(goodProfile, "operations", { customerBilling: false });
    expect(stepsOf(unset, remain)).toEqual([
      ["customer-billing", ["operations.customerBilling", "operations.customerProvisioning"]],
    ]);
  });

  it("say what else would do", () => {
    const none = { managedServices: 0, ipServices: 0, customerSolutions: 0 };
    const options = { asOf: "2020-09-02", track: "remain" } as const;
    const [step] = plan({ ...goodProfile, services: none }, options).steps;
    const facts = [...step!.needs, ...step!.alternatives].map(({ fact, value }) => [fact, value]);
    expect(facts.toSorted()).toEqual([
      ["services.customerSolutions", 1],
      ["services.ipServices", 1],
      ["services.managedServices", 1],
    ]);
  });

  it("extend a plan that counts, and replace one that has ended", () => {
    const remain = { asOf: "2026-11-01", track: "remain" } as const;
    expect(stepsOf(goodIn2025, remain)).toContainEqual(["support-plan", ["support.plan"]]);
    const other = withValueAt(goodProfile, "support.plan.type", "other");
    const [step] = plan(other, { asOf: "2020-09-02", track: "remain" }).steps;
    expect(step?.needs[0]?.value).toMatchObject({ purchasedOn: "2020-09-02" });
  });

  it("are those of a host's rules about its own facts, too", () => {
    const hostFacts = [{ id: "host.level", type: "number", label: "Level" }] as const;
    const level = houseRule(
      { all: [{ fact: "host.level", operator: "greaterThanInclusive", value: 3 }] },
      { id: "level", after: ["support-plan"], remedy: "Rise." },
    );
    const both: Rule<string> = {
      ...level,
      id: "both",
      conditions: {
        all: [
          { fact: "host.tags", operator: "contains", value: "a" },
          { fact: "host.tags", operator: "contains", value: "b" },
          { fact: "host.name", operator: "notEqual", value: "another" },
        ],
      },
    };
    const tagged = plan(goodProfile, {
      asOf: "2020-09-02",
      track: "remain",
      rules: [...rules, both],
      hostFacts: [
        { id: "host.tags", type: "text list", label: "Tags" },
        { id: "host.name", type: "text", label: "Name" },
      ],
    });
    expect(tagged.steps[0]?.needs.map(({ value }) => value)).toEqual([["a", "b"], "another one"]);
    const profile = withValueAt(withValueAt(goodProfile, "support.plan", null), "host.level", 1);
    const options = {
      asOf: "2020-09-02",
      track: "remain",
      rules: [...rules, level],
      hostFacts,
    } as const;
    const { steps, earliest } = plan(profile, options);
    expect(earliest).toBe("2020-09-02");
    expect(steps.map(({ ruleId, after: before }) => [ruleId, before])).toEqual([
      ["support-plan", []],
      ["level", ["support-plan"]],
    ]);
    expect(steps[1]).toMatchObject({
      text: "Rise.",
      needs: [{ fact: "host.level", now: 1, value: 3, on: "2020-09-02" }],
    });
  });

  it("follow the rules of an edition that is asked for", () => {
    const options = { asOf: "2021-06-15", edition: "2018-08-31" } as const;
    expect(plan(newApplicant, options).steps.map(({ ruleId }) => ruleId)).toContain(
      "eligibility-questionnaire",
    );
  });

  it("are those of a company of which something is malformed", () => {
    const malformed = withValueAt(goodProfile, "support.firstLevel", "yes") as unknown;
    const options = { asOf: "2020-09-02", track: "remain", onInvalid: "unknown" } as const;
    expect(plan(malformed, options).steps.map(({ ruleId }) => ruleId)).toEqual([
      "first-level-support",
    ]);
    expect(() => plan(malformed, { ...options, onInvalid: "throw" })).toThrow(InvalidProfileError);
  });

  it.each<[string, PartnerProfile, EvaluateOptions, string, FactId[]]>([
    [
      "applies again, where the plan is owned by then",
      {
        ...goodIn2025,
        enrollment: { ...applicant, appliedOn: "2025-10-05" },
        creditCheck: { status: "passed", notifiedOn: "2026-01-07" },
      },
      { asOf: "2026-02-01" },
      "2026-02-01",
      ["enrollment.appliedOn"],
    ],
    [
      "buys another plan once one bought too early has ended",
      {
        ...newApplicant,
        creditCheck: { notifiedOn: "2020-08-20" },
        enrollment: { ...applicant, appliedOn: "2020-08-01" },
        support: {
          firstLevel: true,
          plan: { type: "ASfP", purchasedOn: "2020-08-10", endsOn: "2020-09-30" },
        },
      },
      { asOf: "2020-09-02" },
      "2020-10-01",
      ["support.plan"],
    ],
    [
      "adds a location, whatever IDs there are",
      {
        ...goodProfile,
        membership: { locationIds: [{ id: "1000000", country: "NO", active: true }] },
      },
      { asOf: "2020-09-02", track: "remain" },
      "2020-09-02",
      ["membership.locationIds"],
    ],
    [
      "protects the accounts there are, and answers within the hours allowed",
      {
        ...goodIn2025,
        security: {
          ...goodIn2025.security,
          adminAccounts: 50,
          adminAccountsWithMfa: 3,
          alertResponseHours: 40,
        },
      },
      { asOf: "2026-03-01", track: "remain" },
      "2026-03-01",
      ["security.adminAccountsWithMfa", "security.alertResponseHours"],
    ],
    [
      "does what is open rather than invent a day of onboarding",
      {
        ...goodIn2025,
        enrollment: applicant,
        operations: { customerBilling: false, customerProvisioning: true },
      },
      { asOf: "2025-12-01", track: "remain" },
      "2025-12-01",
      ["operations.customerBilling"],
    ],
  ])("a company %s", (_, profile, options, earliest, changed) => {
    const made = plan(profile, options);
    expect([made.earliest, needsOf(made).map(({ fact }) => fact)]).toEqual([earliest, changed]);
    for (const { fact, value } of needsOf(made))
      if (fact === "security.alertResponseHours") expect(value).toBe(24);
  });

  it("follow the order of an enrollment, and buy the plan later than the notice", () => {
    const profile: PartnerProfile = {
      ...newApplicant,
      security: goodIn2025.security,
      trailingRevenue: { indirectReseller: { cloudUsd: 1_200_000, perpetualSoftwareUsd: 0 } },
      indirectReseller: { transactingSince: "2025-06-10" },
    };
    const { earliest, steps } = plan(profile, { asOf: "2025-12-01" });
    expect(earliest).toBe("2026-06-11");
    const days = Object.fromEntries(steps.map(({ ruleId, notBefore }) => [ruleId, notBefore]));
    expect(days).toMatchObject({
      "enrollment-application": "2026-06-10",
      "credit-check": "2026-06-10",
      "support-plan": "2026-06-11",
      "partner-agreement": "2026-06-11",
    });
  });

  it("wait for what comes with time alone", () => {
    const months = houseRule(
      { all: [{ fact: "indirectReseller.months", operator: "greaterThanInclusive", value: 12 }] },
      { remedy: "Wait." },
    );
    const young = withValueAt(goodProfile, "indirectReseller.transactingSince", "2020-01-15");
    const options = { asOf: "2020-09-02", track: "remain", rules: [...rules, months] } as const;
    const { earliest, steps } = plan(young, options);
    expect(earliest).toBe("2021-01-15");
    expect(Object.keys(steps[0]!)).toEqual(
      "ruleId title actor text after needs alternatives notBefore".split(" "),
    );
    expect(steps).toStrictEqual([
      {
        ruleId: "house",
        title: "House rule",
        actor: "partner",
        text: "Wait.",
        after: [],
        needs: [],
        alternatives: [],
        notBefore: "2021-01-15",
      },
    ]);
  });

  it("have a last day of a plan as a term, which can be stated at once", () => {
    const endless = {
      ...goodProfile,
      support: { firstLevel: true, plan: { type: "ASfP", purchasedOn: "2020-08-29" } },
    } as const;
    const { steps } = plan(endless, { asOf: "2020-09-02", track: "remain" });
    expect(steps.flatMap(({ needs }) => needs)).toStrictEqual([
      {
        fact: "support.plan.endsOn",
        label: "Last day of the plan",
        value: "2021-08-28",
        on: "2020-09-02",
      },
    ]);
  });

  it("state the last day of a plan at once, even if that is the day on which all is done", () => {
    const { endsOn: _, ...endless } = goodProfile.support.plan;
    const { steps, earliest } = plan(
      { ...goodProfile, support: { firstLevel: true, plan: endless } },
      {
        asOf: "2020-09-02",
        track: "remain",
        rules: [...rules, houseRule(inNorway, { until: "2021-08-28" })],
      },
    );
    const needs = steps.flatMap((step) => step.needs);
    expect([earliest, needs.find(({ fact }) => fact === "support.plan.endsOn")]).toMatchObject([
      "2021-08-28",
      { value: "2021-08-28", on: "2020-09-02" },
    ]);
  });

  it("take a day of a host's for a term where it comes after all is done, for an event before", () => {
    const [audited, certified] = ["host.auditedOn", "host.certifiedOn"] as const;
    const hostFacts = [audited, certified].map((id) => ({ id, type: "date", label: id }) as const);
    const isPast = (fact: FactId): Condition => {
      return { fact, operator: "onOrBefore", value: { fact: "asOf" } };
    };
    const isLate = (fact: FactId): Condition => {
      return { fact, operator: "onOrAfter", value: "2020-10-01" };
    };
    const daysIn = (...conditions: Condition[]): unknown => {
      const house = conditions.map((one, index) => houseRule(one, { id: `house-${index}` }));
      const { earliest, steps } = plan(goodProfile, {
        asOf: "2020-09-02",
        track: "remain",
        hostFacts,
        rules: [...rules, ...house],
      });
      const said = steps.map(({ notBefore, needs, alternatives }) =>
        [
          notBefore,
          ...[...needs, ...alternatives].map(({ value, on }) => `${value} on ${on}`),
        ].join(": "),
      );
      return [earliest, ...said];
    };
    expect(daysIn({ all: [isLate(audited)] })).toEqual([
      "2020-09-02",
      "2020-09-02: 2020-10-01 on 2020-09-02",
    ]);
    const isDone = (fact: FactId): Condition => ({ all: [isLate(fact), isPast(fact)] });
    expect(daysIn(isDone(audited))).toEqual(["2020-10-01", "2020-10-01: 2020-10-01 on 2020-10-01"]);
    const either = { any: [isDone(audited), isDone(certified)] };
    expect(daysIn(either)).toEqual([
      "2020-10-01",
      "2020-10-01: 2020-10-01 on 2020-10-01: 2020-10-01 on 2020-10-01",
    ]);
  });

  it("come in the order of the rules that a host puts before ours", () => {
    const first = houseRule(
      { all: [{ fact: "host.ready", operator: "equal", value: true }] },
      { after: ["support-plan", "managed-service"] },
    );
    const profile = withValueAt({ ...goodProfile, services: {} }, "support.plan", null);
    const { steps } = plan(profile, {
      asOf: "2020-09-02",
      track: "remain",
      rules: [first, ...rules],
      hostFacts: [{ id: "host.ready", type: "boolean", label: "Ready" }],
    });
    expect(steps.map(({ ruleId }) => ruleId)).toEqual(["support-plan", "managed-service", "house"]);
  });

  it("say to apply again only where a company has applied, and does so anew", () => {
    const textsOf = (profile: PartnerProfile, asOf: string): string[] =>
      plan(profile, { asOf })
        .steps.filter(({ needs }) => needs.some(({ fact }) => fact === "enrollment.appliedOn"))
        .map(({ text, needs }) =>
          [
            text,
            ...needs
              .filter(({ fact }) => fact === "enrollment.appliedOn")
              .map(({ value }) => value),
          ].join(" "),
        );
    const company: PartnerProfile = {
      ...goodProfile,
      indirectReseller: { transactingSince: "2020-01-15" },
      trailingRevenue: { ...goodProfile.trailingRevenue, endsOn: "2021-05-31" },
    };
    const {
      appliedOn: _a,
      onboardedOn: _o,
      application: _p,
      ...enrollment
    } = goodProfile.enrollment;
    const withApplication = (more: object): PartnerProfile => ({
      ...company,
      enrollment: { ...enrollment, ...more },
    });
    expect(textsOf(withApplication({ application: "submitted" }), "2021-06-15"))
      .toMatchInlineSnapshot(`
      [
        "Apply again for enrollment. 2021-06-15",
      ]
    `);
    expect(textsOf(withApplication({ appliedOn: "2020-08-01" }), "2021-06-15"))
      .toMatchInlineSnapshot(`
      [
        "Apply again for enrollment. 2021-06-15",
      ]
    `);
    expect(textsOf(withApplication({}), "2021-06-15")).toMatchInlineSnapshot(`
      [
        "Find out on which day the company applied. 2021-06-15",
      ]
    `);
    const later = withValueAt(company, "indirectReseller.transactingSince", "2020-10-15");
    expect(
      textsOf({ ...later, enrollment: { ...enrollment, application: "submitted" } }, "2021-06-15"),
    ).toMatchInlineSnapshot(`
      [
        "Apply again for enrollment. 2021-10-15",
      ]
    `);
  });

  it("are none where nothing but advice is in force", () => {
    const advice = houseRule(
      { all: [{ fact: "host.ready", operator: "equal", value: true }] },
      { kind: "recommendation" },
    );
    const hostFacts = [{ id: "host.ready", type: "boolean", label: "Ready" }] as const;
    const made = plan({}, { asOf: "2020-09-02", track: "remain", rules: [advice], hostFacts });
    expect([made.earliest, made.steps, made.notes]).toEqual([
      undefined,
      [],
      ["No requirement is in force."],
    ]);
  });

  it("are none, and no day is given, where no requirement is in force", () => {
    const { earliest, steps, notes } = plan({}, { asOf: "2020-09-02", rules: [] });
    expect([earliest, steps, notes]).toEqual([undefined, [], ["No requirement is in force."]]);
  });

  it("activate a location that is there, rather than add another", () => {
    const here = { id: "4000001", country: "SE", active: false };
    const elsewhere = { id: "4000002", country: "US", active: true };
    const profile: PartnerProfile = {
      ...goodProfile,
      membership: { ...goodProfile.membership, locationIds: [elsewhere, here] },
    };
    const [need] = needsOf(plan(profile, { asOf: "2020-09-02", track: "remain" }));
    expect([need?.fact, need?.value]).toEqual([
      "membership.locationIds",
      [elsewhere, { ...here, active: true }],
    ]);
  });

  it("are found on the last days of the calendar", () => {
    for (const asOf of ["9998-01-01", "9999-12-31"])
      expect(plan({}, { asOf, track: "remain" }).steps.length).toBeGreaterThan(5);
  });

  it("refuse options of a report", () => {
    for (const more of [{ detail: "lean" }, { nextChange: true }])
      expect(() => plan({}, { asOf: "2020-09-02", ...more } as never)).toThrow(/Unknown key/);
  });

  it("are none where nothing is to be done", () => {
    const options = { asOf: "2026-03-01", track: "remain" } as const;
    expect(plan(goodIn2025, options)).toEqual({
      outcome: "eligible",
      steps: [],
      earliest: "2026-03-01",
      blockers: [],
      notes: [],
    });
  });
});
