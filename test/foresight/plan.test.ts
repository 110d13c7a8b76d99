import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type EvaluateOptions,
  InvalidProfileError,
  type Rule,
  type FactId,
  type Finding,
  type Need,
  type PartnerProfile,
  type Plan,
  type Track,
  decide,
  evaluateSync,
  plan,
  profileFrom,
  rules,
  rulesInForce,
} from "../../src/index.ts";
import { dayBefore, monthsAfter } from "../../src/facts/calendar.ts";
import { blockersFrom } from "../../src/foresight/blockers.ts";
import type { PlanRequest } from "../../src/foresight/plan-request.ts";
import { withValueAt } from "../../src/profile/with-value-at.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { anyDay, completeProfile, nearly, partialProfile } from "../generate/profiles.ts";
import { houseRule } from "../house-rule.ts";
import { goodIn2025, goodProfile, newApplicant } from "../profiles.ts";
import { runs } from "../runs.ts";
import { valueAt } from "../value-at.ts";
import { lateApplicant, smallPartner } from "./nearly-there.ts";

const plans = runs(1000);
const company = fc.oneof(partialProfile, nearly([goodIn2025, goodProfile, newApplicant]));

const needsOf = ({ steps }: Plan): Need[] => [
  ...new Map(steps.flatMap(({ needs }) => needs).map((need) => [need.fact, need])).values(),
];

/** A company on a day, after all that a plan says can be stated by then. */
function after(profile: PartnerProfile, needs: readonly Need[], day: string): PartnerProfile {
  return needs
    .filter(({ on }) => on <= day)
    .reduce<PartnerProfile>((known, { fact, value }) => withValueAt(known, fact, value), profile);
}

/** Whether all is done: `eligible`, or each step of a track that has no requirement. */
function isDone(profile: PartnerProfile, asOf: string, track: Track): boolean {
  const { outcome, statuses } = decide(profile, { asOf, track });
  if (outcome === "eligible") return true;
  const kinds = new Set(rulesInForce({ asOf, track }).map(({ kind }) => kind));
  const isFine = Object.values(statuses).every((one) => one === "met" || one === "not-applicable");
  return !kinds.has("requirement") && isFine;
}

describe("a plan works", () => {
  it("done step by step, it leads to eligible on the earliest day, and not the day before", () => {
    const counts = { planned: 0, done: 0, blocked: 0 };
    fc.assert(
      fc.property(company, fc.constantFrom(...tracks), anyDay, (profile, track, asOf) => {
        const made = plan(profile, { asOf, track });
        const { earliest, blockers, steps, outcome } = made;
        expect(outcome).toBe(decide(profile, { asOf, track }).outcome);
        if (earliest === undefined) {
          counts.blocked += 1;
          expect(blockers).not.toEqual([]);
          expect(steps).toEqual([]);
          return;
        }
        expect(blockers).toEqual([]);
        counts[steps.length === 0 ? "done" : "planned"] += 1;
        const needs = needsOf(made);
        expect(isDone(after(profile, needs, earliest), earliest, track)).toBe(true);
        const last = dayBefore(earliest);
        if (last >= asOf) expect(isDone(after(profile, needs, last), last, track)).toBe(false);
        // Each step comes after those that it waits for, and nothing is done in the past.
        const places = steps.map(({ ruleId }) => ruleId);
        for (const { ruleId, after: before, notBefore } of steps) {
          for (const id of before) expect(places.indexOf(id)).toBeLessThan(places.indexOf(ruleId));
          expect(notBefore >= asOf && notBefore <= earliest).toBe(true);
        }
        for (const { on } of needs) expect(on >= asOf).toBe(true);
      }),
      { numRuns: plans },
    );
    console.log(
      `${plans} plans: ${counts.planned} lead to eligible, ${counts.done} had nothing to do, ${counts.blocked} are blocked`,
    );
    expect(counts.planned).toBeGreaterThan(plans / 2);
  });

  it("each alternative does as well as what it stands for", () => {
    let alternatives = 0;
    fc.assert(
      fc.property(company, fc.constantFrom(...tracks), anyDay, (profile, track, asOf) => {
        const made = plan(profile, { asOf, track });
        const { earliest, steps } = made;
        if (earliest === undefined) return;
        const needs = needsOf(made);
        for (const step of steps) {
          for (const other of step.alternatives) {
            const instead = [...needs.filter((need) => !step.needs.includes(need)), other];
            const otherwise = after(profile, instead, earliest);
            expect(isDone(otherwise, earliest, track), other.fact).toBe(true);
            alternatives += 1;
          }
        }
      }),
      { numRuns: runs(200) },
    );
    expect(alternatives).toBeGreaterThan(runs(20));
  });
});

/** The facts that a plan takes for history, or for places: no guess may change them. */
function isFixed(fact: FactId, value: unknown, asOf: string): boolean {
  if (/^(company|tenant)\.country$|directBillStatus$|onboardedOn$/.test(fact)) return true;
  if (fact.startsWith("support.plan")) return true;
  const repeats = ["enrollment.appliedOn", "capabilitiesAssessment.on", "trailingRevenue.endsOn"];
  return typeof value === "string" && value <= asOf && !repeats.includes(fact);
}

const guessed: readonly FactId[] = [
  "membership.locationIds",
  "membership.active",
  "authority.signAgreements",
  "enrollment.application",
  "enrollment.appliedOn",
  "enrollment.eligibility",
  "enrollment.businessInformation",
  "creditCheck.status",
  "creditCheck.notifiedOn",
  "capabilitiesAssessment.result",
  "capabilitiesAssessment.on",
  "vetting.status",
  "partnerAgreement.acceptedOn",
  "indirectReseller.transactingSince",
];

describe("a blocker blocks", () => {
  it("whatever else happens: no guess among what can still change leads to eligible", () => {
    let guesses = 0;
    fc.assert(
      fc.property(
        company,
        fc.array(completeProfile, { minLength: 8, maxLength: 8 }),
        fc.constantFrom<Track>("enroll", "remain"),
        anyDay,
        (profile, others, track, asOf) => {
          const { blockers } = plan(profile, { asOf, track });
          if (blockers.length === 0) return;
          for (const other of others)
            for (const months of [0, 1, 12, 24]) {
              const day = monthsAfter(asOf, months);
              const changes = guessed.filter(
                (fact) => !isFixed(fact, valueAt(profile, fact), asOf),
              );
              const future = changes
                .map((fact) => [fact, valueAt(other, fact)] as const)
                .filter(
                  ([, value]) =>
                    typeof value !== "string" || !/^\d{4}/.test(value) || value >= asOf,
                );
              const guess = future.reduce<PartnerProfile>(
                (known, [fact, value]) => withValueAt(known, fact, value),
                profile,
              );
              const report = evaluateSync(guess as unknown, {
                asOf: day,
                track,
                onInvalid: "unknown",
              });
              if (report.ignored !== undefined) continue;
              guesses += 1;
              expect(report.outcome, blockers.map(({ ruleId }) => ruleId).join()).not.toBe(
                "eligible",
              );
            }
        },
      ),
      { numRuns: runs(500) },
    );
    expect(guesses).toBeGreaterThan(runs(20));
  });

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
    const { blockers } = plan(goodProfile, {
      asOf: "2020-09-02",
      track: "remain",
      rules: [...rules, rule("low", "lessThan"), rule("high", "greaterThan")],
      hostFacts: [{ id: "host.level", type: "number", label: "Level" }],
    });
    expect(blockers).toEqual([
      { ruleId: "low", title: "low", text: "Not known. Change it." },
      { ruleId: "high", title: "high", text: "Not known. Change it." },
    ]);
  });

  it("a tenant that is suspended, which Microsoft alone can lift", () => {
    const profile = withValueAt(goodIn2025, "transition.directBillStatus", "suspended");
    const { blockers } = plan(profile, { asOf: "2026-03-01", track: "remain" });
    expect(blockers.map(({ ruleId }) => ruleId)).toEqual(["tenant-status"]);
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

  it("is blocked by nothing that is met on both ends of the days that were tried", () => {
    const wordsFor = (): Finding<string>[] =>
      evaluateSync(smallPartner, { asOf: "2025-11-20", track: "remain" }).findings;
    const request = {
      asOf: "2025-11-20",
      profile: smallPartner,
      wordsFor,
    } as unknown as PlanRequest;
    const blockers = blockersFrom(["ttm-revenue", "legal-authority"], request, "2027-11-20");
    expect(blockers.map(({ ruleId }) => ruleId)).toEqual(["ttm-revenue"]);
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

  it("are none, and no day is given, where no requirement is in force", () => {
    const { earliest, steps, notes } = plan({}, { asOf: "2020-09-02", rules: [] });
    expect([earliest, steps, notes]).toEqual([undefined, [], ["No requirement is in force."]]);
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
