import { describe, expect, expectTypeOf, it } from "vitest";

import {
  type EvaluateOptions,
  InvalidRuleError,
  type Report,
  type Rule,
  type RuleId,
  evaluate,
  evaluateSync,
  rules,
  rulesInForce,
} from "../../src/index.ts";
import { deepFreeze } from "../../src/rules/deep-freeze.ts";
import { goodProfile } from "../profiles.ts";
import { rejection } from "../rejection.ts";

const asOf = "2020-09-02";

const twoServices: Rule<"two-managed-services"> = {
  id: "two-managed-services",
  title: "Two managed services",
  from: "2019-01-01",
  tracks: ["enroll", "remain"],
  kind: "requirement",
  actor: "partner",
  conditions: {
    all: [{ fact: "services.managedServices", operator: "greaterThanInclusive", value: 2 }],
  },
  messages: { met: "Two are there.", unmet: "Fewer than two.", unknown: "How many?" },
  remedy: "Add one.",
  sources: [{ title: "House policy", url: "https://example.org/policy", revision: "2019-01-01" }],
};

describe("a host's own rule", () => {
  it("is reported like ours, after ours", async () => {
    const report = await evaluate(goodProfile, {
      asOf,
      track: "remain",
      rules: [...rules, twoServices],
    });
    expectTypeOf(report).toEqualTypeOf<Report<RuleId | "two-managed-services">>();
    expect(report.outcome).toBe("ineligible");
    expect(report.findings.at(-1)).toMatchObject({
      ruleId: "two-managed-services",
      status: "unmet",
      message: "Fewer than two.",
      remedy: "Add one.",
      inForce: { from: "2019-01-01" },
      sources: [
        { title: "House policy", url: "https://example.org/policy", revision: "2019-01-01" },
      ],
    });
    expect(report.nextSteps).toEqual([
      { ruleId: "two-managed-services", actor: "partner", text: "Add one." },
    ]);
  });

  it("counts only on the days it is in force", async () => {
    const dated = { ...twoServices, from: "2020-09-01", until: "2020-09-03" };
    const idsOn = async (day: string): Promise<string[]> => {
      const { findings } = await evaluate(goodProfile, { asOf: day, rules: [dated] });
      return findings.map(({ ruleId }) => ruleId);
    };
    expect(await idsOn("2020-08-31")).toEqual([]);
    expect(await idsOn("2020-09-01")).toEqual(["two-managed-services"]);
    expect(await idsOn("2020-09-02")).toEqual(["two-managed-services"]);
    expect(await idsOn("2020-09-03")).toEqual([]);
  });

  it("is chosen by the edition's first day where an edition is named", async () => {
    const options = { asOf, edition: "2018-08-31" as const, rules: [twoServices] };
    expect((await evaluate(goodProfile, options)).findings).toEqual([]);
  });

  it("alone decides the outcome where it is the only one", async () => {
    const known = { services: { managedServices: 2 } };
    expect((await evaluate(known, { asOf, rules: [twoServices] })).outcome).toBe("eligible");
    expect((await evaluate({}, { asOf, rules: [] })).outcome).toBe("undetermined");
  });

  it("is told apart from ours in the finding", async () => {
    const { findings } = await evaluate(goodProfile, { asOf, rules: [...rules, twoServices] });
    const origins = new Map(findings.map(({ ruleId, origin }) => [ruleId as string, origin]));
    expect(origins.get(twoServices.id)).toBe("host");
    expect(origins.get("support-plan")).toBe("package");
    const copy = await evaluate(goodProfile, { asOf, rules: structuredClone([...rules]) });
    expect(copy.findings.every(({ origin }) => origin === "host")).toBe(true);
  });

  it("says the words of the first variant that holds, and else its general ones", async () => {
    const services = (
      operator: "equal" | "lessThan",
      value: number,
    ): Rule<string>["conditions"] => ({
      all: [{ fact: "services.managedServices", operator, value }],
    });
    const wordy: Rule<string> = {
      ...twoServices,
      variants: [
        {
          status: "unmet",
          when: services("equal", 1),
          message: "There is one.",
          actor: "microsoft",
        },
        { status: "unmet", when: services("lessThan", 2), remedy: "Offer two." },
        { status: "unknown", when: services("equal", 1), message: "Never said." },
      ],
    };
    const findingFor = async (managedServices?: number): Promise<unknown> => {
      const options = { asOf, rules: [wordy] };
      const profile = { services: { ...(managedServices !== undefined && { managedServices }) } };
      const { findings } = await evaluate(profile, options);
      expect(evaluateSync(profile, options).findings).toStrictEqual(findings);
      return findings[0];
    };
    const { messages, remedy } = twoServices;
    expect(await findingFor(1)).toMatchObject({
      message: "There is one.",
      actor: "microsoft",
      remedy,
    });
    expect(await findingFor(0)).toMatchObject({ message: messages.unmet, remedy: "Offer two." });
    expect(await findingFor()).toMatchObject({
      message: messages.unknown,
      actor: "partner",
      remedy,
    });
    expect(await findingFor(2)).toMatchObject({ message: messages.met });
  });

  it("never changes the outcome as a recommendation, nor asks for a next step", async () => {
    const advice = { ...twoServices, kind: "recommendation" as const };
    const report = await evaluate(goodProfile, { asOf, rules: [...rules, advice] });
    expect(report).toMatchObject({ outcome: "eligible", nextSteps: [] });
  });

  it("is not applicable where appliesWhen is false, and unknown where it is unknown", async () => {
    const conditional: Rule<string> = {
      ...twoServices,
      appliesWhen: { all: [{ fact: "company.country", operator: "equal", value: "SE" }] },
      messages: { ...twoServices.messages, "not-applicable": "Only in Sweden." },
    };
    const statusFor = async (profile: unknown): Promise<unknown> =>
      (await evaluate(profile, { asOf, rules: [conditional] })).findings[0];
    const services = { managedServices: 2 };
    expect(await statusFor({ company: { country: "NO" }, services })).toMatchObject({
      status: "not-applicable",
      message: "Only in Sweden.",
    });
    expect(await statusFor({ services })).toMatchObject({
      status: "unknown",
      missing: ["company.country"],
    });
    expect(await statusFor({ company: { country: "SE" }, services })).toMatchObject({
      status: "met",
    });
  });

  it("takes the place of ours with its id, in the tracks that it covers", async () => {
    const stricter: Rule = { ...twoServices, id: "managed-service", tracks: ["remain"] };
    const inTrack = async (track: "enroll" | "remain", list: readonly Rule[]): Promise<unknown[]> =>
      (await evaluate(goodProfile, { asOf, track, rules: list })).findings.map(
        ({ ruleId, title }) => [ruleId, title],
      );
    for (const list of [
      [...rules, stricter],
      [stricter, ...rules],
    ]) {
      const remain = await inTrack("remain", list);
      expect(remain).toHaveLength(rulesInForce({ asOf, track: "remain" }).length);
      expect(remain).toContainEqual(["managed-service", "Two managed services"]);
      expect(await inTrack("enroll", list)).toContainEqual([
        "managed-service",
        "Managed service, IP service or customer solution",
      ]);
    }
    expect((await inTrack("remain", [...rules, stricter]))[3]).toEqual([
      "managed-service",
      "Two managed services",
    ]);
  });

  it("may not be given twice for one track and day", async () => {
    const list = [...rules, twoServices, { ...twoServices, tracks: ["remain"] as const }];
    const error = await rejection(evaluate({}, { asOf, rules: list }));
    expect(error).toBeInstanceOf(InvalidRuleError);
    expect(error).toMatchObject({ issues: [{ path: `rules.${rules.length + 1}.id` }] });
    const successive = [
      { ...twoServices, until: "2020-01-01" },
      { ...twoServices, from: "2020-01-01" },
    ];
    expect((await evaluate({}, { asOf, rules: successive })).findings).toHaveLength(1);
  });

  it("is refused with every problem of every rule, before anything runs", async () => {
    const broken = [
      { ...twoServices, conditions: { all: [] }, remedy: "" },
      { ...twoServices, id: "Two", sources: [] },
      null,
    ];
    const error = await rejection(
      evaluate("not even a profile" as unknown, { asOf, rules: broken as never }),
    );
    expect(error).toBeInstanceOf(InvalidRuleError);
    expect(error).toMatchObject({ name: "InvalidRuleError", code: "INVALID_RULE" });
    expect((error as InvalidRuleError).issues.map(({ path }) => path)).toEqual([
      "rules.0.conditions.all",
      "rules.0.remedy",
      "rules.1.id",
      "rules.1.sources",
      "rules.2",
    ]);
    expect(error.message).not.toContain("\n");
  });

  it.each<[string, Partial<Rule<string>>]>([
    ["conditions", { conditions: Object.assign(new Date(0), twoServices.conditions) }],
    [
      "conditions.all.0",
      { conditions: { all: [Object.assign(new Date(0), twoServices.conditions)] } },
    ],
  ])(
    "is refused if %s are those of an object that is no data, such as a Date",
    async (path, more) => {
      const error = await rejection(
        evaluate({}, { asOf, rules: [{ ...twoServices, ...more }] as never }),
      );
      expect((error as InvalidRuleError).issues.map((issue) => issue.path)).toEqual([
        `rules.0.${path}`,
      ]);
    },
  );

  it.each([
    ["frozen", deepFreeze],
    ["not frozen", <List>(list: List): List => list],
  ])("that is too deep is refused before those after it are read, %s", async (_, asGiven) => {
    const deep = Array.from({ length: 300 }).reduce<object>((inner) => ({ not: inner }), {});
    const list = asGiven([{ ...twoServices, conditions: deep }, { id: "empty" }]);
    const error = await rejection(() =>
      evaluateSync({}, { asOf, rules: list as unknown as Rule<string>[] }),
    );
    expect((error as InvalidRuleError).issues.map(({ message }) => message)).toEqual([
      "Expected data that nests less deep",
    ]);
  });

  it("counts as it is now, even if it is an instance of a class that could hide a change", () => {
    const mine = Object.assign(Object.create({}) as object, structuredClone(twoServices), {
      remedy: "One.",
    });
    const remedy = (): string | undefined =>
      evaluateSync(
        { services: { managedServices: 0 } },
        { asOf, rules: [mine as never] },
      ).findings.at(-1)?.remedy;
    expect(remedy()).toBe("One.");
    mine.remedy = "Two.";
    expect(remedy()).toBe("Two.");
  });

  it("is checked once if its list is frozen, however many are used in turn", () => {
    const counting = Object.freeze([...rules, deepFreeze(structuredClone(twoServices))]);
    const other = Object.freeze([...counting]);
    const findings = [counting, other, counting, other].map(
      (list) => evaluateSync({}, { asOf, rules: list }).findings.at(-1)!.sources,
    );
    // What comes from the rules is shared between reports as long as they are not prepared anew.
    expect(findings[2]).toBe(findings[0]);
    expect(findings[3]).toBe(findings[1]);
  });

  it("is checked once if it is frozen, in a list that is not", () => {
    const frozen = deepFreeze(structuredClone(twoServices));
    const findings = [0, 1].map(
      () => evaluateSync({}, { asOf, rules: [...rules, frozen] }).findings.at(-1)!.sources,
    );
    expect(findings[1]).toBe(findings[0]);
  });

  it("is checked once for each of several hosts with facts of their own", () => {
    const hosts = ["a", "b"].map((name): EvaluateOptions<string> => {
      const hostFacts = [{ id: `host.${name}`, type: "boolean", label: "A" }] as const;
      return { asOf, rules: [...rules, deepFreeze(structuredClone(twoServices))], hostFacts };
    });
    const findings = [...hosts, ...hosts].map(
      (options) => evaluateSync({}, options).findings.at(-1)!.sources,
    );
    expect(findings[2]).toBe(findings[0]);
    expect(findings[3]).toBe(findings[1]);
  });

  it("is not changed or kept: a later change of it counts in the next call", async () => {
    const mine = structuredClone(twoServices);
    const list = [mine];
    expect((await evaluate(goodProfile, { asOf, rules: list })).outcome).toBe("ineligible");
    expect(mine).toEqual(twoServices);
    Object.assign((mine.conditions as { all: object[] }).all[0]!, { value: 1 });
    expect((await evaluate(goodProfile, { asOf, rules: list })).outcome).toBe("eligible");
  });
});
