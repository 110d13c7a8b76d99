import { describe, expect, it } from "vitest";

import {
  type Condition,
  type FactCondition,
  type FactId,
  type HostFact,
  InvalidOptionsError,
  type PartnerProfile,
  type Question,
  type QuestionOptions,
  type Rule,
  bounds,
  decide,
  facts,
  questions,
  rules,
} from "../../src/index.ts";
import { answerClassesOf } from "../../src/foresight/answer-classes.ts";
import { withValueAt } from "../../src/profile/with-value-at.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { houseRule } from "../house-rule.ts";
import { goodIn2025, goodProfile, newApplicant } from "../profiles.ts";
import { rejection } from "../rejection.ts";
import { valueAt } from "../value-at.ts";
import { situationFor } from "./situations.ts";
import { lateApplicant } from "./nearly-there.ts";

const askedOf = (profile: PartnerProfile, options: QuestionOptions): FactId[] =>
  questions(profile, options).map(({ fact }) => fact);
const find = (fact: FactId, profile: PartnerProfile, options: QuestionOptions): Question =>
  questions(profile, options).find((one) => one.fact === fact)!;
const labelsOf = ({ answers }: Question): string[] => answers.map(({ label }) => label);

/** Without one path, whose group stays. */
function less(profile: PartnerProfile, ...paths: FactId[]): PartnerProfile {
  const copy = structuredClone(profile);
  for (const path of paths) {
    const keys = path.split(".");
    const group = valueAt(copy, keys.slice(0, -1).join(".")) as Record<string, unknown>;
    delete group[keys.at(-1)!];
  }
  return copy;
}

describe("bounds", () => {
  const on = { asOf: "2020-09-02", track: "remain" } as const;

  it("are one outcome once it is decided", () => {
    expect(bounds(goodProfile, on)).toEqual({ best: "eligible", worst: "eligible", exact: true });
    const { best, worst } = bounds({ authority: { acceptAgreements: false } }, on);
    expect([best, worst]).toEqual(["ineligible", "ineligible"]);
  });

  it("leave out what is certain to stay open", () => {
    const enrollment = {
      application: "not-started",
      eligibility: "not-started",
      businessInformation: "not-started",
    } as const;
    const creditCheck = { status: "not-started" } as const;
    const applicant = { ...newApplicant, enrollment, creditCheck };
    const { best, worst, exact } = bounds(applicant, { asOf: "2020-09-02" });
    expect([best, worst, exact]).toEqual(["on-track", "on-track", true]);
  });

  it("claim no outcome to which no answers lead, however long they look", () => {
    const level = (id: string, operator: "lessThan" | "greaterThan"): Rule<string> =>
      houseRule({ all: [{ fact: "host.level", operator, value: 3 }] }, { id });
    const conflict = [level("low", "lessThan"), level("high", "greaterThan")];
    const hostFacts = [{ id: "host.level", type: "number", label: "Level" }] as const;
    const asked = { ...on, hostFacts } as const;
    expect(bounds({}, { ...asked, rules: conflict })).toEqual({
      best: "eligible",
      worst: "ineligible",
      exact: false,
    });
    expect(bounds({}, { ...asked, rules: [...rules, ...conflict] }).exact).toBe(false);
  });

  it("are one outcome where the answers to a question asked later all lead to it", () => {
    const rule = (id: string, fact: FactId, operator: "equal" | "notEqual", value: unknown) =>
      houseRule({ all: [{ fact, operator, value: value as string }] }, { id, tracks: ["enroll"] });
    const asked = {
      asOf: "2020-09-02",
      rules: [
        rule("support", "support.firstLevel", "equal", true),
        rule("asked", "enrollment.questionnaire", "equal", "completed"),
        rule("not-asked", "enrollment.questionnaire", "notEqual", "completed"),
      ],
    };
    expect(bounds({}, asked)).toEqual({ best: "ineligible", worst: "ineligible", exact: true });
    expect(questions({}, asked)).toEqual([]);
  });

  it("are found among many answers, those first that leave least open", () => {
    const { enrollment: _, ...company } = goodIn2025;
    expect(bounds(company, { asOf: "2023-05-01" }).exact).toBe(true);
    const planned: PartnerProfile = {
      company: {},
      support: { firstLevel: true, plan: { purchasedOn: "2020-08-28", renewedOn: "2020-08-29" } },
      indirectReseller: { transactingSince: "2026-03-01" },
      trailingRevenue: { indirectReseller: { cloudUsd: 150_000 }, directBill: {} },
      enrollment: { questionnaire: "completed", eligibility: "not-started" },
      partnerAgreement: {},
    };
    expect(bounds(planned, { asOf: "2019-03-20" })).toEqual({
      best: "on-track",
      worst: "ineligible",
      exact: true,
    });
  });

  it("know that a rule whose day is unknown cannot be unmet", () => {
    const late = { ...goodIn2025, security: { adminAccounts: 5, adminAccountsWithMfa: 0 } };
    const { enrollment: _, ...unknown } = late;
    const skip = ["enrollment.onboardedOn"] as const;
    const asked = { asOf: "2026-03-01", track: "remain", skip } as const;
    expect(bounds(unknown, asked).worst).toBe("undetermined");
  });

  it("are undetermined where the sources leave a requirement open for good", () => {
    const plan = { type: "Unified", purchasedOn: "2025-10-21", endsOn: "2026-10-20" } as const;
    const profile = { ...goodIn2025, support: { firstLevel: true, plan } };
    const { best } = bounds(profile, { asOf: "2026-03-01", track: "remain" });
    expect(best).toBe("undetermined");
  });

  it("are those of a search, for each edition and track, if nothing is known", () => {
    for (const track of tracks)
      for (const asOf of ["2018-08-31", "2020-09-02", "2021-01-01", "2021-10-27", "2026-03-01"])
        expect(bounds({}, { asOf, track }).exact, `${track} ${asOf}`).toBe(true);
  });
});

describe("what is asked", () => {
  const enroll = { asOf: "2020-09-02" } as const;

  it("a plan comes before what is in it, and nothing in a plan that does not exist", () => {
    const asked = askedOf({}, enroll);
    expect(asked).toContain("support.plan");
    expect(asked.filter((fact) => fact.startsWith("support.plan."))).toEqual([]);
    const none = askedOf({ support: { plan: null } }, enroll);
    expect(none.filter((fact) => fact.startsWith("support.plan"))).toEqual([]);
    const owned = askedOf({ support: { plan: {} } }, enroll);
    expect(owned).toContain("support.plan.purchasedOn");
    expect(owned).not.toContain("support.plan");
  });

  it("a state comes before its day, and no day of what has not happened", () => {
    const undated = less(goodProfile, "creditCheck.notifiedOn");
    const unstated = less(undated, "creditCheck.status");
    expect(askedOf(unstated, enroll)).toEqual(["creditCheck.status"]);
    expect(askedOf(undated, enroll)).toEqual(["creditCheck.notifiedOn"]);
    const pending: PartnerProfile = { ...goodProfile, creditCheck: { status: "pending" } };
    expect(askedOf(pending, enroll)).not.toContain("creditCheck.notifiedOn");
  });

  it("the states of processes, which a report takes as not started", () => {
    const applicant = applicantOf(goodProfile);
    const unknown = less(applicant, "enrollment.eligibility");
    expect(decide(unknown, enroll).outcome).toBe("on-track");
    expect(askedOf(unknown, enroll)).toEqual(["enrollment.eligibility"]);
  });

  it("nothing once the outcome is decided, however much is unknown", () => {
    expect(questions({ support: { firstLevel: false } }, enroll)).toEqual([]);
  });

  it("no deadline of what is met, and no gate whose turn has passed", () => {
    const partner = less(goodIn2025, "enrollment.onboardedOn");
    const { security: _, ...insecure } = partner;
    const remain = { asOf: "2026-03-01", track: "remain" } as const;
    const neededFor = (profile: PartnerProfile): readonly string[] =>
      questions(profile, remain).find(({ fact }) => fact === "enrollment.onboardedOn")?.neededBy ??
      [];
    expect(neededFor(partner)).not.toContain("security-mfa");
    expect(neededFor(insecure)).toContain("security-mfa");
  });

  it("nothing whose answers all lead to one outcome, whatever they are", () => {
    const waiting = { ...lateApplicant, partnerAgreement: { acceptedOn: null } };
    expect(questions(waiting, { asOf: "2025-12-10" })).toEqual([]);
    expect(bounds(waiting, { asOf: "2025-12-10" })).toEqual({
      best: "on-track",
      worst: "on-track",
      exact: true,
    });
  });

  it("what leads to one outcome, too, as long as no answer leads to another", () => {
    const nowhere: PartnerProfile = { membership: { locationIds: [] } };
    const remain = { asOf: "2020-09-02", track: "remain" } as const;
    const { answers } = find("company.country", nowhere, remain);
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["ineligible"]));
  });

  it("nothing that no answer fits", () => {
    const renewed: PartnerProfile = { support: { plan: { renewsOn: "2019-03-20" } } };
    const asked = askedOf(renewed, { asOf: "2020-08-29", track: "remain" });
    expect(asked).not.toContain("support.plan.purchasedOn");
    expect(asked).toContain("support.plan.endsOn");
  });

  it("no response to alerts where there were none", () => {
    const { alertResponseHours: _, ...security } = lateApplicant.security!;
    const options = { asOf: "2025-12-10" } as const;
    const [first] = questions({ ...lateApplicant, security }, options).filter(
      ({ fact }) => fact === "security.alerts",
    );
    expect(first?.answers.map(({ label }) => label)).toEqual(["0", "1 or more"]);
    const quiet = { ...lateApplicant, security: { ...security, alerts: 0 } };
    const asked = questions(quiet, options).map(({ fact }) => fact);
    expect(asked).not.toContain("security.alertResponseHours");
  });

  it("nothing that is to be skipped: its absence means what it means", () => {
    const remain = { asOf: "2026-03-01", track: "remain" } as const;
    const renewal = ["support.plan.renewedOn", "support.plan.renewsOn"] as const;
    const active = less(goodIn2025, "transition.directBillStatus");
    expect(askedOf(active, { ...remain, skip: renewal })).toEqual(["transition.directBillStatus"]);
    const skip = ["transition.directBillStatus", ...renewal] as const;
    expect(askedOf(active, { ...remain, skip })).toEqual([]);
  });

  it("a question is worded as in the catalogue, and names the rules that need it", () => {
    const [first] = questions(less(goodProfile, "support.firstLevel"), enroll);
    const { label, question: words, help } = facts.find(({ id }) => id === "support.firstLevel")!;
    expect(first).toEqual({
      fact: "support.firstLevel",
      label,
      question: words,
      help,
      neededBy: ["first-level-support"],
      answers: [
        { label: "yes", value: true, outcome: "eligible" },
        { label: "no", value: false, outcome: "ineligible" },
      ],
      settles: true,
    });
  });
});

/** As an applicant: not on board yet. */
function applicantOf(profile: PartnerProfile): PartnerProfile {
  return less(profile, "enrollment.onboardedOn");
}

describe("the answers that rules tell apart", () => {
  const remain = {
    asOf: "2026-03-01",
    track: "remain",
    skip: ["support.plan.renewedOn", "support.plan.renewsOn"],
  } as const;

  it("amounts below and from a threshold", () => {
    const profile = {
      ...goodIn2025,
      trailingRevenue: {
        endsOn: "2026-02-28",
        indirectReseller: { cloudUsd: 0, perpetualSoftwareUsd: 0 },
        directBill: { perpetualSoftwareUsd: 50_000 },
      },
    };
    const { answers, settles } = find("trailingRevenue.directBill.cloudUsd", profile, remain);
    expect(answers).toEqual([
      { label: "less than 950000", value: 0, ranges: [{ below: 950_000 }], outcome: "ineligible" },
      { label: "950000 or more", value: 950_000, ranges: [{ from: 950_000 }], outcome: "eligible" },
    ]);
    expect(settles).toBe(true);
  });

  it("amounts that reach a threshold only with several others", () => {
    const { onboardedOn: _, ...enrollment } = goodIn2025.enrollment;
    const profile = {
      ...goodIn2025,
      enrollment,
      trailingRevenue: {
        endsOn: "2025-10-31",
        indirectReseller: { perpetualSoftwareUsd: 8000 },
        directBill: { cloudUsd: 262_000, perpetualSoftwareUsd: 0 },
      },
    };
    const asked = find("trailingRevenue.indirectReseller.cloudUsd", profile, {
      asOf: "2026-03-01",
    });
    expect(asked.answers.map(({ label, ranges }) => [label, ranges])).toEqual([
      ["less than 730000", [{ below: 730_000 }]],
      ["730000 or more", [{ from: 730_000 }]],
    ]);
  });

  it("hours up to a threshold, and more", () => {
    const profile = less(goodIn2025, "security.alertResponseHours");
    expect(labelsOf(find("security.alertResponseHours", profile, remain))).toEqual([
      "24 or less",
      "more than 24",
    ]);
  });

  it("counts", () => {
    const none = { managedServices: 0, ipServices: 0 };
    const profile = { ...goodProfile, services: none };
    const asked = find("services.customerSolutions", profile, {
      asOf: "2020-09-02",
      track: "remain",
    });
    expect(labelsOf(asked)).toEqual(["0", "1 or more"]);
  });

  it("days before, on and after a day that is known", () => {
    const profile = less(goodProfile, "support.plan.purchasedOn", "support.plan.renewedOn");
    const dated = find("support.plan.purchasedOn", profile, {
      asOf: "2020-09-02",
      skip: ["support.plan.renewedOn"],
    });
    expect(dated.answers.map(({ label, outcome }) => [label, outcome])).toEqual([
      ["2019-03-20 or earlier", "eligible"],
      ["2019-03-21 to 2020-08-27", "ineligible"],
      ["2020-08-28", "undetermined"],
      ["2020-08-29 to 2020-09-02", "eligible"],
      // The plan would be the renewal of another, of a partner that is on board already.
      ["2020-09-03 or later", "undetermined"],
    ]);
  });

  it("each option by its label, and that there is nothing", () => {
    const { transition: _, ...rest } = goodIn2025;
    const asked = find("transition.directBillStatus", rest, remain);
    expect(labelsOf(asked)).toEqual(["Active", "Restricted", "Suspended", "Revoked", "none"]);
    expect(asked.answers.at(-1)).toStrictEqual({ label: "none", outcome: "eligible" });
    const tenure = find("indirectReseller.transactingSince", {}, { asOf: "2026-03-01" });
    expect(tenure.answers.at(-1)).toMatchObject({
      label: "The company has made no transaction as an indirect reseller.",
      value: null,
    });
  });

  it("that there is nothing, also where a rule stays unknown anyway", () => {
    // The order of two events on one day is not known.
    const sameDay = withValueAt(goodProfile, "support.plan.purchasedOn", "2020-08-28");
    const applicant = less(sameDay, "support.plan.renewedOn", "enrollment.onboardedOn");
    const situation = situationFor(applicant, { asOf: "2020-09-02" });
    const { classes } = answerClassesOf(situation, "enrollment.onboardedOn");
    expect(classes.map(({ label }) => label)).toEqual(["any", "none"]);
  });

  it("locations and countries by what related facts name", () => {
    const { membership: __, ...rest } = goodProfile;
    const located = find("membership.locationIds", rest, { asOf: "2020-09-02", track: "remain" });
    expect(labelsOf(located).slice(0, 2)).toEqual(["none that is active", "an active one in SE"]);
    const homeless = less(goodProfile, "company.country");
    const country = find("company.country", homeless, { asOf: "2020-09-02", track: "remain" });
    expect(country.answers.map(({ label, outcome }) => [label, outcome])).toEqual([
      ["SE", "eligible"],
      ["another country of the EU or EFTA, such as AT", "ineligible"],
      ["another country outside the EU and EFTA, such as AD", "ineligible"],
    ]);
  });

  it("months of onboarding, as far as reviews tell them apart", () => {
    const partner = { ...less(goodIn2025, "enrollment.onboardedOn"), security: { alerts: 1 } };
    const { answers } = find("enrollment.onboardedOn", partner, remain);
    const [late, early] = answers;
    expect(late?.ranges?.length).toBeGreaterThan(5);
    expect(early?.ranges).toContainEqual({ from: "2020-04-01", to: "2020-09-30" });
    expect(early?.label).toMatch(/and \d+ more periods$/);
  });

  it("what is known to be there", () => {
    const { support: _, ...rest } = goodProfile;
    const asked = find(
      "support.plan",
      { ...rest, support: { firstLevel: true } },
      {
        asOf: "2020-09-02",
        track: "remain",
      },
    );
    expect(labelsOf(asked)).toEqual(["there is one", "The company owns no support plan."]);
  });
});

describe("rules and facts of a host", () => {
  const hostFacts: HostFact[] = [
    { id: "host.level", type: "number", label: "Level", question: "Which level?" },
    { id: "host.size", type: "number", label: "Size", nullable: true },
    { id: "host.tags", type: "text list", label: "Tags" },
    { id: "host.plan", type: "text", label: "Plan" },
    { id: "host.tier", type: "text", label: "Tier", values: ["gold", "silver"] },
  ];
  const rule = (id: string, conditions: Rule["conditions"]): Rule<string> =>
    houseRule(conditions, { id });
  const house: Rule<string>[] = [
    ...rules,
    rule("level", { all: [{ fact: "host.level", operator: "greaterThan", value: 2.5 }] }),
    rule("size", {
      all: [
        { fact: "host.size", operator: "greaterThan", value: 2.5 },
        { fact: "host.size", operator: "lessThan", value: 9.5 },
      ],
    }),
    rule("tags", { all: [{ fact: "host.tags", operator: "contains", value: "a" }] }),
    rule("plan", { all: [{ fact: "host.plan", operator: "equal", value: "x" }] }),
    rule("tier", { all: [{ fact: "host.tier", operator: "in", value: ["gold"] }] }),
  ];
  const options = { asOf: "2020-09-02", track: "remain", rules: house, hostFacts } as const;

  it("are asked for as ours are", () => {
    const asked = questions(goodProfile, options);
    const labels = asked.map((one) => [one.fact, labelsOf(one as Question)] as const);
    expect(Object.fromEntries(labels)).toEqual({
      "host.level": ["2.5 or less", "more than 2.5"],
      "host.size": ["2.5 or less, 9.5 or more", "more than 2.5 to less than 9.5", "None."],
      "host.plan": ["x", "another"],
      "host.tier": ["gold", "silver"],
      "host.tags": ["none", "another 1", "a"],
    });
    expect(asked.find(({ fact }) => fact === "host.level")).toMatchObject({
      question: "Which level?",
      neededBy: ["level"],
    });
    const known = { level: 3, size: 3, tags: ["a"], plan: "x", tier: "gold" };
    expect(questions({ ...goodProfile, host: known }, options)).toEqual([]);
  });

  const answersTo = (
    fact: HostFact,
    ...conditions: readonly Pick<FactCondition, "operator" | "value">[]
  ): Question["answers"] => {
    const all = conditions.map((one) => ({ ...one, fact: fact.id }) as Condition);
    const asked = questions(goodProfile, {
      ...options,
      rules: [rule("own", { all })],
      hostFacts: [fact],
    });
    return asked[0]!.answers;
  };
  const [level] = hostFacts as [HostFact];

  it.each<[string, Pick<FactCondition, "operator" | "value">[], string[]]>([
    [
      "a limit with cents",
      [{ operator: "greaterThan", value: 10.01 }],
      ["10.01 or less", "more than 10.01"],
    ],
    [
      "a limit from below",
      [{ operator: "lessThan", value: 10.02 }],
      ["10.01 or less", "more than 10.01"],
    ],
    [
      "limits below zero and at zero",
      [
        { operator: "greaterThan", value: -3 },
        { operator: "lessThanInclusive", value: 0 },
      ],
      ["-3 or less, more than 0", "more than -3 to 0"],
    ],
    [
      "as many ranges as a label names",
      [{ operator: "in", value: [1, 2, 3] }],
      [
        "less than 1, more than 1 to less than 2, more than 2 to less than 3, more than 3",
        "1, 2, 3",
      ],
    ],
    [
      "one range more than a label names",
      [{ operator: "in", value: [1, 2, 3, 4] }],
      [
        "less than 1, more than 1 to less than 2, more than 2 to less than 3, more than 3 to less than 4 and 1 more range",
        "1, 2, 3, 4",
      ],
    ],
    [
      "two ranges more than a label names",
      [{ operator: "in", value: [1, 2, 3, 4, 5] }],
      [
        "less than 1, more than 1 to less than 2, more than 2 to less than 3, more than 3 to less than 4 and 2 more ranges",
        "1, 2, 3, 4 and 1 more range",
      ],
    ],
  ])("have answers in words: %s", (_, conditions, expected) => {
    expect(answersTo(level, ...conditions).map(({ label }) => label)).toEqual(expected);
  });

  it.each<[string, number, number[]]>([
    ["a usual one where there is one", 2.5, [2.5, 2.51]],
    ["one of a class that is larger than usual", 1e13, [-1e15, 1e13 + 10]],
    ["the limit of what is usual", 1e12, [1e12, 1e12 + 1]],
  ])("have a value of each class, %s", (_, value, expected) => {
    const answers = answersTo(level, { operator: "greaterThan", value });
    expect(answers.map((one) => one.value)).toEqual(expected);
  });

  it("have a usual value where all values are one class", () => {
    const other: HostFact = { id: "host.other", type: "number", label: "Other" };
    const isMore = {
      fact: "host.level",
      operator: "greaterThan",
      value: { fact: "host.other" },
    } as const;
    const own = { rules: [rule("own", { all: [isMore] })], hostFacts: [level, other] };
    const [first] = questions(goodProfile, { ...options, ...own });
    expect(first!.answers).toStrictEqual([{ label: "any", value: 0 }]);
  });

  it("name each text of a list", () => {
    const answers = answersTo(
      { id: "host.tags", type: "text list", label: "Tags" },
      { operator: "contains", value: "a" },
      { operator: "contains", value: "b" },
    );
    expect(answers.map(({ label }) => label)).toContain("a, b");
  });

  it("may be skipped, but nothing else is", async () => {
    expect(questions(goodProfile, { ...options, skip: ["host.level"] })).toHaveLength(4);
    for (const skip of [["host.levl"], ["support.plan.owned"], "host.level", [5]]) {
      const error = await rejection(() => questions({}, { ...options, skip } as never));
      expect(error).toBeInstanceOf(InvalidOptionsError);
    }
  });
});
