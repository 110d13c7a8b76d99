import { describe, expect, it } from "vitest";

import {
  InvalidRuleError,
  type PartnerProfile,
  evaluateSync,
  rules,
  rulesInForce,
} from "../../src/index.ts";
import { precedenceIssues, requirementsBefore } from "../../src/rules/precedence.ts";
import { goodIn2025, goodProfile, newApplicant } from "../profiles.ts";
import { rejection } from "../rejection.ts";

const mine = (id: string, after?: string[]): object => ({
  id,
  title: "House rule",
  from: "2018-08-31",
  tracks: ["enroll"],
  kind: "step",
  actor: "partner",
  ...(after && { after }),
  conditions: { all: [{ fact: "support.firstLevel", operator: "equal", value: false }] },
  messages: { met: "Met.", unmet: "Unmet.", unknown: "Unknown." },
  remedy: "Do it.",
  sources: [{ title: "House policy", url: "https://example.org/", revision: "2018-08-31" }],
});

describe("the order of the procedure", () => {
  it("names rules that exist, and no rule comes after itself", () => {
    expect(precedenceIssues(rules, rules)).toEqual([]);
  });

  it("puts everything a company brings before its application", () => {
    const inForce = rulesInForce({ edition: "2025-10-01" });
    const application = inForce.findIndex(({ id }) => id === "enrollment-application");
    const before = requirementsBefore(inForce)[application]!.map((place) => inForce[place]!.id);
    expect(before).toContain("indirect-reseller-tenure");
    expect(before).toContain("security-mfa");
    expect(before).not.toContain("credit-check");
  });

  it.each([
    ["does not exist", [mine("a", ["b"])], "rules.0.after.0", 'Unknown rule "b"'],
    ["is itself", [mine("a", ["a"])], "rules.0.after", 'Rule "a" comes after itself'],
    [
      "comes after it by way of another",
      [mine("a", ["b"]), mine("b", ["a"])],
      "rules.0.after",
      'Rule "a" comes after itself',
    ],
  ])("is refused where the rule before %s", async (_, own, path, message) => {
    const error = await rejection(() =>
      evaluateSync({}, { asOf: "2020-09-02", rules: own as never }),
    );
    expect(error).toBeInstanceOf(InvalidRuleError);
    expect((error as InvalidRuleError).issues[0]).toMatchObject({ path, message });
  });

  it("may name a rule of the package, also one that is not asked", () => {
    const own = [mine("a", ["credit-check"]), mine("b", ["transition-profile"])];
    const { nextSteps } = evaluateSync(goodProfile, {
      asOf: "2020-09-02",
      rules: [...rules, ...(own as never[])] as never,
    });
    expect(nextSteps.map(({ ruleId }) => ruleId)).toEqual(["a", "b"]);
  });
});

describe("advice", () => {
  const advised = (profile: object, asOf: string, track?: "remain" | "transition"): string[] =>
    evaluateSync(profile, { asOf, track }).nextSteps.map(({ ruleId }) => ruleId);

  const brings = {
    ...goodIn2025,
    support: { firstLevel: true, plan: null },
    creditCheck: {},
    enrollment: {},
    capabilitiesAssessment: { result: "not-taken" },
    vetting: { status: "not-started" },
    partnerAgreement: { acceptedOn: null },
  };

  it("is to apply where everything that comes before is there", () => {
    expect(advised(brings, "2025-11-15")).toEqual([
      "enrollment-application",
      "assessment-submission",
      "vetting-submission",
    ]);
  });

  it("is to wait, and not to apply, while twelve months as a reseller are missing", () => {
    const early = { ...brings, indirectReseller: { transactingSince: "2025-06-01" } };
    expect(advised(early, "2025-11-15")).toEqual(["indirect-reseller-tenure"]);
  });

  it("is to ask first where a requirement before is not known", () => {
    const { security: _, ...unknown } = brings;
    expect(advised(unknown, "2025-11-15")).toEqual([]);
  });

  it("is to buy the plan once the credit check is passed", () => {
    const passed = { ...goodProfile, support: { firstLevel: true, plan: null } };
    expect(advised(passed, "2020-09-02")).toEqual(["support-plan"]);
  });

  it("is not to buy the plan while a requirement before is unmet", () => {
    const poor = {
      ...goodProfile,
      support: { firstLevel: true, plan: null },
      operations: { customerBilling: false, customerProvisioning: true },
    };
    expect(advised(poor, "2020-09-02")).toEqual(["customer-billing"]);
  });

  it("holds no step back for a recommendation", () => {
    const services = { managedServices: 0, ipServices: 0, customerSolutions: 0 };
    const applicant = {
      ...newApplicant,
      services,
      tenant: { country: "SE" },
      trailingRevenue: { indirectReseller: { cloudUsd: 300_000 } },
    };
    expect(advised(applicant, "2020-11-15")).toEqual(["enrollment-application"]);
  });

  it.each([
    ["eligibility-verification", { enrollment: { eligibility: "rejected" } }],
    ["business-verification", { enrollment: { businessInformation: "rejected" } }],
    ["credit-check", { creditCheck: { status: "failed" } }],
    ["business-vetting", { vetting: { status: "rejected" } }],
  ])("is for the partner where Microsoft has said no (%s)", (ruleId, profile) => {
    const { nextSteps } = evaluateSync(profile, { asOf: "2026-02-10" });
    expect(nextSteps).toEqual([expect.objectContaining({ ruleId, actor: "partner" })]);
  });

  it("is Microsoft's where it has not decided in the review month", () => {
    const profile: PartnerProfile = { ...goodIn2025, vetting: { status: "pending" } };
    const { nextSteps } = evaluateSync(profile, { asOf: "2025-11-15", track: "remain" });
    expect(nextSteps).toEqual([
      expect.objectContaining({ ruleId: "business-vetting", actor: "microsoft" }),
    ]);
  });
});
