import { describe, expect, expectTypeOf, it } from "vitest";

import {
  type FactId,
  InvalidOptionsError,
  InvalidProfileError,
  type PartnerProfile,
  type Report,
  type RuleId,
  evaluate,
  evaluateSync,
  partnerProfileSchema,
  rulesInForce,
} from "../src/index.ts";
import { rejection } from "./rejection.ts";
import { goodIn2025, goodProfile, newApplicant } from "./profiles.ts";

const asOf = "2020-09-02";

describe("outcome", () => {
  it("is undetermined for an unknown company, and every missing fact is listed", async () => {
    const report = await evaluate({}, { asOf, track: "remain" });
    expect(report.outcome).toBe("undetermined");
    expect(report.counts).toEqual({
      met: 0,
      unmet: 0,
      unknown: 6,
      "not-due": 0,
      "not-applicable": 0,
    });
    expect(report.missingFacts).toEqual([
      { fact: "membership.locationIds", neededBy: ["partner-id"] },
      { fact: "company.country", neededBy: ["partner-id"] },
      { fact: "authority.acceptAgreements", neededBy: ["legal-authority"] },
      { fact: "authority.signAgreements", neededBy: ["legal-authority"] },
      { fact: "support.firstLevel", neededBy: ["first-level-support"] },
      { fact: "support.plan.type", neededBy: ["support-plan"] },
      { fact: "support.plan.purchasedOn", neededBy: ["support-plan"] },
      { fact: "support.plan.endsOn", neededBy: ["support-plan"] },
      { fact: "services.managedServices", neededBy: ["managed-service"] },
      { fact: "services.ipServices", neededBy: ["managed-service"] },
      { fact: "services.customerSolutions", neededBy: ["managed-service"] },
      { fact: "operations.customerBilling", neededBy: ["customer-billing"] },
      { fact: "operations.customerProvisioning", neededBy: ["customer-billing"] },
    ]);
  });

  it.each(["enroll", "remain"] as const)("is eligible for a good profile (%s)", async (track) => {
    const report = await evaluate(goodProfile, { asOf, track });
    expect(report.outcome).toBe("eligible");
    expect(report.nextSteps).toEqual([]);
    expect(report.missingFacts).toEqual([]);
    expect(report.findings.every(({ status }) => status === "met")).toBe(true);
  });

  it("is on track for a new applicant, with the questionnaire first and no plan to buy yet", async () => {
    const report = await evaluate(newApplicant, { asOf });
    expect(report.outcome).toBe("on-track");
    expect(report.nextSteps.map(({ ruleId }) => ruleId)).toEqual([
      "eligibility-questionnaire",
      "enrollment-application",
    ]);
    const plan = report.findings.find(({ ruleId }) => ruleId === "support-plan");
    expect(plan?.status).toBe("not-due");
    expect(plan?.message).toMatch(/do not buy/i);
  });

  it("stays on track when the plan is the last thing to buy", async () => {
    const profile = { ...goodProfile, support: { firstLevel: true, plan: null } };
    const report = await evaluate(profile, { asOf });
    expect(report.outcome).toBe("on-track");
    expect(report.nextSteps.map(({ ruleId }) => ruleId)).toEqual(["support-plan"]);
  });

  it("is ineligible when Microsoft has said no, whatever else is open", async () => {
    const profile: PartnerProfile = { ...newApplicant, enrollment: { eligibility: "rejected" } };
    const report = await evaluate(profile, { asOf });
    expect(report.outcome).toBe("ineligible");
    expect(report.nextSteps.at(-1)).toMatchObject({
      ruleId: "eligibility-verification",
      actor: "partner",
    });
  });

  it("is ineligible, not undetermined, when one requirement is unmet and the rest unknown", async () => {
    const report = await evaluate({ support: { plan: null } }, { asOf, track: "remain" });
    expect(report.outcome).toBe("ineligible");
    expect(report.counts).toMatchObject({ unmet: 1, unknown: 5 });
  });
});

describe("the later editions", () => {
  it.each([
    ["2020-10-27", goodProfile],
    ["2021-04-15", goodProfile],
    ["2025-11-15", goodIn2025],
    ["2026-09-30", goodIn2025],
    // Bought on the day of application, the plan need not wait for the credit check.
    [
      "2025-11-15",
      {
        ...goodIn2025,
        support: {
          firstLevel: true,
          plan: { type: "PSfP", purchasedOn: "2025-10-05", endsOn: "2026-10-04" },
        },
      },
    ],
  ])("find a good profile eligible on %s in both tracks", async (day, profile) => {
    for (const track of ["enroll", "remain"] as const) {
      const { outcome, findings } = await evaluate(profile as PartnerProfile, { asOf: day, track });
      const open = findings.filter(({ status }) => status !== "met" && status !== "not-applicable");
      expect(open).toEqual([]);
      expect(outcome).toBe("eligible");
    }
  });

  it("do not hold advice against a company", async () => {
    const services = { managedServices: 0, ipServices: 0, customerSolutions: 0 };
    const report = await evaluate({ ...goodProfile, services }, { asOf: "2021-05-01" });
    expect(report).toMatchObject({ outcome: "eligible", nextSteps: [], counts: { unmet: 1 } });
  });

  it("leave an existing partner on track until its review month", async () => {
    const profile = {
      ...goodIn2025,
      membership: { ...goodProfile.membership, solutionsPartnerDesignations: [] },
      enrollment: { onboardedOn: "2019-03-20" },
    };
    const outcomeOn = async (day: string): Promise<string> =>
      (await evaluate(profile, { asOf: day, track: "remain" })).outcome;
    expect([await outcomeOn("2026-02-28"), await outcomeOn("2026-03-01")]).toEqual([
      "on-track",
      "ineligible",
    ]);
  });

  it("say on each day what is known to be missing or uncertain about the edition", async () => {
    const notesOn = async (day: string): Promise<readonly string[]> =>
      (await evaluate(goodProfile, { asOf: day })).edition.notes;
    const assessment = expect.stringMatching(/third-party assessment/);
    expect(await notesOn("2022-12-31")).not.toContainEqual(assessment);
    expect(await notesOn("2023-01-01")).toContainEqual(assessment);
    expect(await notesOn("2025-10-01")).not.toContainEqual(assessment);
    expect(await notesOn("2019-08-31")).toContainEqual(
      expect.stringMatching(/next enrollment anniversary/),
    );
    expect(await notesOn("2019-09-01")).not.toContainEqual(
      expect.stringMatching(/next enrollment anniversary/),
    );
  });

  it("carry notes on conflicts, and how sure a source is, to the finding", async () => {
    const { findings } = await evaluate(goodIn2025, { asOf: "2025-11-15" });
    const revenue = findings.find(({ ruleId }) => ruleId === "ttm-revenue");
    expect(revenue?.notes).toContainEqual(expect.stringMatching(/secondary source/));
    expect(revenue?.sources.map(({ confidence }) => confidence)).toEqual([
      "primary",
      "primary",
      "secondary",
    ]);
  });

  it("apply as if in force where an edition is named", async () => {
    const options = { asOf: "2021-05-01", edition: "2025-10-01" } as const;
    const report = await evaluate(goodProfile, options);
    expect(report).toMatchObject({ asOf: "2021-05-01", edition: { id: "2025-10-01" } });
    const ids = rulesInForce({ edition: "2025-10-01" }).map(({ id }) => id);
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(ids);
  });
});

describe("report", () => {
  it("says for whom, which question, which day and which edition", async () => {
    const report = await evaluate(goodProfile, { asOf });
    expect(report).toMatchObject({
      schemaVersion: 1,
      profileId: "acme",
      track: "enroll",
      asOf,
      edition: { id: "2018-08-31", from: "2018-08-31", until: "2020-10-27" },
    });
    expect(await evaluate({}, { asOf })).not.toHaveProperty("profileId");
  });

  it("asks first for the fact that most rules need", async () => {
    const { support: _, ...rest } = goodProfile;
    const creditCheck = { status: "passed" } as const;
    const { missingFacts } = await evaluate({ ...rest, creditCheck }, { asOf });
    expect(missingFacts.slice(0, 2)).toEqual([
      { fact: "support.plan.purchasedOn", neededBy: ["support-plan", "support-plan-sequence"] },
      { fact: "support.firstLevel", neededBy: ["first-level-support"] },
    ]);
  });

  it("carries a finding that can be shown alone, with evidence and sources", async () => {
    const profile: PartnerProfile = { support: { plan: { type: "PSfP", endsOn: "2020-09-01" } } };
    const { findings } = await evaluate(profile, { asOf, track: "remain" });
    expect(findings.find(({ ruleId }) => ruleId === "support-plan")).toEqual({
      ruleId: "support-plan",
      title: "Microsoft support plan",
      kind: "requirement",
      origin: "package",
      track: "remain",
      actor: "partner",
      status: "unmet",
      message:
        "The company has no ASfP or PSfP support plan that is active on the date asked about.",
      text: { id: "support-plan.unmet.14psk6s", values: {} },
      remedy: expect.stringMatching(/Renew/),
      evidence: {
        all: [
          {
            fact: "support.plan.type",
            operator: "in",
            expected: ["ASfP", "PSfP"],
            actual: "PSfP",
            result: true,
          },
          {
            fact: "support.plan.purchasedOn",
            operator: "onOrBefore",
            expected: { fact: "asOf", value: "2020-09-02" },
            result: "unknown",
          },
          {
            fact: "support.plan.endsOn",
            operator: "onOrAfter",
            expected: { fact: "asOf", value: "2020-09-02" },
            actual: "2020-09-01",
            result: false,
          },
        ],
        result: false,
      },
      due: {
        any: [
          {
            fact: "asOf",
            operator: "onOrAfter",
            expected: "2019-09-01",
            actual: "2020-09-02",
            result: true,
          },
          {
            fact: "asOf",
            operator: "onOrAfter",
            expected: { fact: "enrollment.firstListOwedOn" },
            actual: "2020-09-02",
            result: "unknown",
          },
        ],
        result: true,
      },
      missing: [],
      inForce: { from: "2018-08-31", until: "2020-10-27" },
      notes: [
        expect.stringMatching(/ASfP and PSfP/),
        expect.stringMatching(/next enrollment period/),
      ],
      sources: [
        {
          title: "Requirements to enroll as a CSP direct bill partner",
          url: expect.stringMatching(/^https:/),
          segments: ["94c12-117", "94c12-119", "94c12-138"],
          revision: "2020-04-27",
          confidence: "primary",
        },
        expect.objectContaining({ revision: "2018-08-31", confidence: "primary" }),
      ],
    });
  });

  it("shows in a finding that is not due when it will be", async () => {
    const profile = { support: { plan: null }, enrollment: { onboardedOn: "2015-06-01" } };
    const { findings } = await evaluate(profile, { asOf: "2018-09-14", track: "remain" });
    const plan = findings.find(({ ruleId }) => ruleId === "support-plan");
    expect(plan?.status).toBe("not-due");
    expect(JSON.stringify(plan?.due)).toContain('"value":"2019-06-01"');
    expect(plan).not.toHaveProperty("applies");
  });

  it("shows whom a rule is for, where that is not every company", async () => {
    const { findings } = await evaluate({}, { asOf: "2019-01-31" });
    const questionnaire = findings.find(({ ruleId }) => ruleId === "eligibility-questionnaire");
    expect(questionnaire).toMatchObject({
      status: "not-applicable",
      applies: { all: [{ fact: "asOf", expected: "2019-02-01", result: false }], result: false },
    });
    expect(questionnaire).not.toHaveProperty("due");
  });

  it("gives a remedy where something is open, and none where nothing is", async () => {
    const reports = [await evaluate(newApplicant, { asOf }), await evaluate({}, { asOf })];
    for (const { status, remedy } of reports.flatMap(({ findings }) => findings)) {
      expect(remedy !== undefined).toBe(status !== "met");
    }
  });

  it("is typed by the rules asked for", () => {
    expectTypeOf(evaluate({}, { asOf })).resolves.toEqualTypeOf<Report>();
    expectTypeOf<Report["findings"][number]["ruleId"]>().toEqualTypeOf<RuleId>();
    expectTypeOf<Report["missingFacts"][number]["fact"]>().toEqualTypeOf<FactId>();
    expectTypeOf(partnerProfileSchema.parse({})).toExtend<PartnerProfile>();
  });
});

describe("many at once", () => {
  it("do not mix: a thousand companies, each with look-ups that take their time", async () => {
    const later = <Value>(value: Value, time: number): Promise<Value> =>
      new Promise((resolve) => {
        setTimeout(resolve, time, value);
      });
    const options = { asOf: "2020-09-02", track: "remain" } as const;
    const reports = await Promise.all(
      Array.from({ length: 1000 }, (_, index) =>
        evaluate(
          { id: String(index) },
          {
            ...options,
            facts: {
              "support.firstLevel": () => later(index % 3 === 0, index % 17),
              "support.plan": async () => later(index % 2 === 0 ? null : undefined, index % 5),
            },
          },
        ),
      ),
    );
    for (const [index, report] of reports.entries()) {
      const support = { firstLevel: index % 3 === 0, ...(index % 2 === 0 && { plan: null }) };
      expect(report).toEqual(evaluateSync({ id: String(index), support }, options));
    }
  });
});

describe("options", () => {
  it.each([
    ["no options", undefined, [{ path: "", message: "Expected a plain object" }]],
    ["no day", {}, [{ path: "asOf", message: expect.stringMatching(/calendar date/) }]],
    ["a day that does not exist", { asOf: "2019-02-29" }, [{ path: "asOf" }]],
    ["a day with a time", { asOf: "2020-09-02T00:00:00Z" }, [{ path: "asOf" }]],
    ["a Date", { asOf: new Date(0) }, [{ path: "asOf" }]],
    [
      "the day before the first edition",
      { asOf: "2018-08-30" },
      [{ path: "asOf", message: expect.stringMatching(/first starts on 2018-08-31/) }],
    ],
    [
      "an unknown track",
      { asOf, track: "enrol" },
      [{ path: "track", message: expect.stringMatching(/did you mean "enroll"/) }],
    ],
    ["an unknown edition", { asOf, edition: "2018-09-01" }, [{ path: "edition" }]],
    ["rules that are no list", { asOf, rules: {} }, [{ path: "rules" }]],
    [
      "all at once",
      { asof: asOf, track: 1, edition: "" },
      [{ path: "asOf" }, { path: "track" }, { path: "edition" }, { path: "asof" }],
    ],
  ])("refuses %s", async (_, options, issues) => {
    const error = await rejection(evaluate({}, options as never));
    expect(error).toBeInstanceOf(InvalidOptionsError);
    expect(error).toMatchObject({ name: "InvalidOptionsError", code: "INVALID_OPTIONS", issues });
    expect(error.message).not.toContain("\n");
  });

  it("is answered from the first day of the first edition on", async () => {
    expect((await evaluate({}, { asOf: "2018-08-31" })).edition.id).toBe("2018-08-31");
  });

  it("answers as if an edition applied on a day before it", async () => {
    const report = await evaluate(goodProfile, { asOf: "2018-08-01", edition: "2018-08-31" });
    expect(report).toMatchObject({ asOf: "2018-08-01", edition: { id: "2018-08-31" } });
  });

  it("treats an undefined option as absent", async () => {
    const options = { asOf, track: undefined, edition: undefined, rules: undefined };
    expect(await evaluate({}, options)).toEqual(await evaluate({}, { asOf }));
  });

  it("are checked before the profile", async () => {
    const error = await rejection(evaluate({ nonsense: true } as unknown, { asOf: "never" }));
    expect(error).toBeInstanceOf(InvalidOptionsError);
  });
});

describe("a malformed profile", () => {
  it("is one error that lists every problem with its path, on one line", async () => {
    const profile: unknown = {
      supprt: {},
      company: { country: "se" },
      services: { managedServices: -1, ipServices: 0.5 },
      support: { plan: { type: "asfp", purchasedOn: "2020-01-01", endsOn: "2019-01-01" } },
      "a\nb": 1,
    };
    const error = await rejection(evaluate(profile, { asOf }));
    expect(error).toBeInstanceOf(InvalidProfileError);
    expect(error).toMatchObject({
      name: "InvalidProfileError",
      code: "INVALID_PROFILE",
      issues: [
        { path: "company.country" },
        { path: "support.plan.type", message: expect.stringContaining('did you mean "ASfP"') },
        { path: "support.plan.endsOn", message: expect.stringMatching(/before it was bought/) },
        { path: "services.managedServices" },
        { path: "services.ipServices" },
        { path: "supprt", message: 'Unknown key "supprt"; did you mean "support"?' },
        { path: "a\nb", message: 'Unknown key "a\\nb"' },
      ],
    });
    expect(error.message).not.toContain("\n");
  });
});
