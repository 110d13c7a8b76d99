import { Engine } from "json-rules-engine";
import { describe, expect, it } from "vitest";

import {
  type Condition,
  type Rule,
  type Status,
  evaluate,
  evaluateSync,
  ruleSchema,
  rules as packageRules,
} from "../../src/index.ts";
import { houseRule } from "../house-rule.ts";
import { goodProfile, newApplicant } from "../profiles.ts";

const asOf = "2020-09-02";

const ruleWith = (conditions: Condition): Rule<string> =>
  houseRule(conditions, { tracks: ["enroll"] });

async function statusOf(conditions: Condition, profile: unknown = {}): Promise<Status> {
  const { findings } = await evaluate(profile, { asOf, rules: [ruleWith(conditions)] });
  return findings[0]!.status;
}

async function engineSays(
  conditions: unknown,
  facts: Record<string, unknown> = {},
): Promise<boolean> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addRule({ conditions: conditions as never, event: { type: "met" } });
  return (await engine.run(facts)).events.length > 0;
}

const country = { fact: "company.country", operator: "equal", value: "SE" } as const;

describe("json-rules-engine answers what it must not; the report does not", () => {
  it.each<[string, Condition]>([
    ["not", { not: country }],
    ["notEqual", { all: [{ ...country, operator: "notEqual" }] }],
    ["notIn", { all: [{ ...country, operator: "notIn", value: ["SE"] }] }],
    ["not of all", { not: { all: [country] } }],
    ["not not not", { not: { not: { not: country } } }],
  ])("a missing fact passes under %s there, and is unknown here", async (_, conditions) => {
    expect(await engineSays(conditions)).toBe(true);
    expect(await statusOf(conditions)).toBe("unknown");
  });

  it("empty groups pass there, and are refused here", async () => {
    for (const conditions of [{ all: [] }, { any: [] }]) {
      expect(await engineSays(conditions)).toBe(true);
      expect(ruleSchema.safeParse(ruleWith(conditions)).success).toBe(false);
    }
  });

  it("one of two groups in a node is dropped there, and both are refused here", async () => {
    const conditions = { all: [country], any: [{ ...country, value: "NO" }] };
    expect(await engineSays(conditions, { "company.country": "NO" })).toBe(true);
    expect(ruleSchema.safeParse(ruleWith(conditions)).success).toBe(false);
  });

  it("results come in order of completion there, and in rule order here", async () => {
    const deep: Rule<string> = {
      ...ruleWith({ all: [{ any: [{ all: [{ any: [country] }] }] }] }),
      id: "deep",
    };
    const shallow = { ...ruleWith({ all: [country] }), id: "shallow" };
    const engine = new Engine([], { allowUndefinedFacts: true });
    for (const { id, conditions } of [deep, shallow]) {
      engine.addRule({ name: id, conditions: conditions as never, event: { type: id } });
    }
    const { failureResults } = await engine.run({});
    expect(failureResults.map(({ name }) => name)).toEqual(["shallow", "deep"]);
    const { findings } = await evaluate({}, { asOf, rules: [deep, shallow] });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["deep", "shallow"]);
  });

  it("a priority leaves conditions without a result there, and is no part of the grammar here", async () => {
    const conditions = {
      all: [
        { ...country, priority: 2 },
        { ...country, priority: 1 },
      ],
    };
    const engine = new Engine([], { allowUndefinedFacts: true });
    engine.addRule({ conditions, event: { type: "met" } });
    const { failureResults } = await engine.run({ "company.country": "NO" });
    expect(JSON.parse(failureResults[0]!.toJSON()).conditions.all[1]).not.toHaveProperty("result");
    expect(ruleSchema.safeParse(ruleWith(conditions)).success).toBe(false);
    for (const extra of ["path", "params"]) {
      const node = { all: [{ ...country, [extra]: "$.x" }] };
      expect(ruleSchema.safeParse(ruleWith(node)).success).toBe(false);
    }
  });

  it("a number written as text compares there, and is refused here", async () => {
    const conditions = {
      all: [{ fact: "services.ipServices", operator: "greaterThanInclusive", value: 1 }],
    } as const;
    expect(await engineSays(conditions, { "services.ipServices": "9" })).toBe(true);
    await expect(statusOf(conditions, { services: { ipServices: "9" } })).rejects.toThrow(/number/);
  });

  it("an unknown list ends the whole run there, and leaves one condition unknown here", async () => {
    for (const operator of ["in", "notIn"] as const) {
      const list = { fact: "membership.activeLocationCountries" } as const;
      const conditions = { all: [{ ...country, operator, value: list }] };
      await expect(engineSays(conditions, { "company.country": "SE" })).rejects.toThrow(TypeError);
      expect(await statusOf(conditions, { company: { country: "SE" } })).toBe("unknown");
      const status = await statusOf(conditions, {
        company: { country: "SE" },
        membership: { locationIds: [{ id: "1", country: "SE", active: true }] },
      });
      expect(status).toBe(operator === "in" ? "met" : "unmet");
    }
  });

  it("one undefined fact rejects the whole run there, and hides no other finding here", async () => {
    const engine = new Engine();
    engine.addRule({ conditions: { all: [country] }, event: { type: "met" } });
    await expect(engine.run({})).rejects.toThrow(/Undefined fact/);
    const { counts } = await evaluate({ support: { firstLevel: true } }, { asOf, track: "remain" });
    expect(counts).toMatchObject({ met: 1, unknown: 5 });
  });

  it("a run that ends stops another on the same engine there, and loses nothing here", async () => {
    const statuses = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        // Starts at many moments, so that runs begin while others end.
        for (let wait = 0; wait < index; wait++) await Promise.resolve();
        const report = await evaluate(index % 2 ? goodProfile : newApplicant, { asOf });
        return report.outcome;
      }),
    );
    expect(statuses).toEqual(statuses.map((_, index) => (index % 2 ? "eligible" : "on-track")));
  });
});

describe("three-valued conditions", () => {
  const yes = { fact: "support.firstLevel", operator: "equal", value: true } as const;
  const no = { ...yes, value: false } as const;
  const open = country;
  const known = { support: { firstLevel: true } };

  it.each<[Status, Condition]>([
    ["unmet", { all: [yes, no, open] }],
    ["unknown", { all: [yes, open] }],
    ["met", { all: [yes, yes] }],
    ["met", { any: [no, yes, open] }],
    ["unknown", { any: [no, open] }],
    ["unmet", { any: [no, no] }],
    ["unmet", { not: yes }],
    ["met", { not: no }],
    ["unknown", { not: open }],
    ["met", { not: { all: [no, open] } }],
    ["unmet", { not: { any: [yes, open] } }],
  ])("%s: %j", async (status, conditions) => {
    expect(await statusOf(conditions, known)).toBe(status);
  });

  it("a fact that is known to be none compares false with everything, known or not", async () => {
    const none = { support: { plan: null } };
    const type = { fact: "support.plan.type", operator: "notEqual", value: "ASfP" } as const;
    const bought = {
      fact: "support.plan.purchasedOn",
      operator: "later",
      value: { fact: "creditCheck.notifiedOn" },
    } as const;
    expect(await statusOf({ all: [type] }, none)).toBe("unmet");
    expect(await statusOf({ not: type }, none)).toBe("met");
    expect(await statusOf({ all: [bought] }, none)).toBe("unmet");
    const swapped = { ...bought, fact: bought.value.fact, value: { fact: bought.fact } } as const;
    expect(await statusOf({ all: [swapped] }, none)).toBe("unmet");
  });

  it("keeps the whole tree as evidence, and asks only for what can still decide", async () => {
    const rule = ruleWith({ all: [{ any: [yes, open] }, { not: { all: [yes, open] } }] });
    const { findings } = await evaluate(known, { asOf, rules: [rule] });
    expect(findings[0]!.evidence).toEqual({
      all: [
        {
          any: [
            { ...evidence(yes), actual: true, result: true },
            { ...evidence(open), result: "unknown" },
          ],
          result: true,
        },
        {
          not: {
            all: [
              { ...evidence(yes), actual: true, result: true },
              { ...evidence(open), result: "unknown" },
            ],
            result: "unknown",
          },
          result: "unknown",
        },
      ],
      result: "unknown",
    });
    expect(findings[0]!.missing).toEqual(["company.country"]);
    const decided = ruleWith({ all: [{ any: [yes, open] }] });
    const report = await evaluate(known, { asOf, rules: [decided] });
    expect(report.findings[0]!.missing).toEqual([]);
  });

  function evidence({ fact, operator, value }: typeof yes | typeof open): object {
    return { fact, operator, expected: value };
  }
});

describe("nothing inherited is a fact", () => {
  it("neither a prototype of the profile nor of its groups counts", async () => {
    const options = { asOf, track: "remain" } as const;
    const unknown = await evaluate({}, options);
    expect(await evaluate(Object.create(goodProfile), options)).toEqual(unknown);
    const group = Object.create({ firstLevel: true });
    expect(await evaluate({ support: group }, options)).toEqual(unknown);
  });

  it.each([
    [{ support: {} }, { support: { firstLevel: true }, firstLevel: true }],
    [{}, { support: Object.assign(Object.create(null), { firstLevel: true }) }],
    [{}, { "support.firstLevel": true }],
  ])("not even a polluted Object.prototype: %j", async (profile, pollution) => {
    const options = { asOf, track: "remain" } as const;
    const unknown = JSON.stringify(await evaluate(profile, options));
    try {
      Object.assign(Object.prototype, pollution);
      expect(JSON.stringify(await evaluate(profile, options))).toBe(unknown);
      expect(JSON.stringify(evaluateSync(profile, options))).toBe(unknown);
    } finally {
      for (const key of Object.keys(pollution)) Reflect.deleteProperty(Object.prototype, key);
    }
  });

  /** Every key that rules, their conditions, options and findings have, and what it could seem to say. */
  const keys = `
    from until tracks kind actor values notes after variants conditions dueWhen
    appliesWhen messages remedy all any not fact operator value edition rules
    hostFacts onInvalid detail status nullable host id due applies evidence missing
    segments document
  `;
  /** What a rule may leave out: where each of them seems to have it, a call may fail, but not mislead. */
  const failing = ["values", "after", "variants", "dueWhen", "appliesWhen", "remedy"];
  const polluted = keys
    .trim()
    .split(/\s+/)
    .flatMap((key) =>
      ["2018-09-01", "unknown", true, { all: [] }, ["x"]].flatMap((value) => [
        [key, value, "hidden"] as const,
        [key, value, "enumerable"] as const,
      ]),
    );

  it.each(polluted)("no status depends on Object.prototype.%s = %j, %s", (key, value, how) => {
    const ask = (title: string): unknown => {
      // With a title of its own, no list is recognized.
      const own = houseRule({ not: { all: [country] } }, { id: "own", title });
      const rules = [...packageRules, own];
      const { outcome, findings } = evaluateSync(goodProfile, { asOf, track: "remain", rules });
      return { outcome, statuses: findings.map(({ ruleId, status }) => `${ruleId} ${status}`) };
    };
    const clean = JSON.stringify(ask("Before"));
    let dirty: string;
    try {
      // oxlint-disable-next-line no-extend-native -- as somebody else did
      Object.defineProperty(Object.prototype, key, {
        value,
        enumerable: how === "enumerable",
        configurable: true,
        writable: true,
      });
      dirty = JSON.stringify(ask("After"));
    } catch (error) {
      if (!failing.includes(key)) throw error;
      dirty = clean;
    } finally {
      Reflect.deleteProperty(Object.prototype, key);
    }
    expect(dirty).toBe(clean);
  });

  it("an own __proto__ key is an unknown key", async () => {
    const profile = JSON.parse('{ "__proto__": { "support": { "firstLevel": true } } }');
    await expect(evaluate(profile, { asOf })).rejects.toThrow(/__proto__: Unknown key/);
  });
});
