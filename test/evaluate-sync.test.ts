import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, expectTypeOf, it } from "vitest";

import {
  InvalidOptionsError,
  InvalidProfileError,
  InvalidReportError,
  InvalidRuleError,
  type Report,
  type RuleId,
  evaluate,
  evaluateMany,
  evaluateSync,
  mergeSummaries,
  rules,
  summarize,
  rulesInForce,
} from "../src/index.ts";
import { goodProfile, newApplicant } from "./profiles.ts";

const asOf = "2020-09-02";

describe("evaluateSync", () => {
  it("gives the report of evaluate, at once", async () => {
    for (const profile of [{}, goodProfile, newApplicant]) {
      const report = evaluateSync(profile, { asOf });
      expect(report).toStrictEqual(await evaluate(profile, { asOf }));
    }
    expectTypeOf(evaluateSync({}, { asOf })).toEqualTypeOf<Report>();
  });

  it("throws what evaluate rejects with", () => {
    expect(() => evaluateSync({ oops: 1 } as unknown, { asOf })).toThrow(InvalidProfileError);
    expect(() => evaluateSync({}, { asOf: "2018-08-30" })).toThrow(InvalidOptionsError);
    expect(() => evaluateSync({}, { asOf, rules: [{}] as never })).toThrow(InvalidRuleError);
  });

  it("tells apart options that look alike", () => {
    evaluateSync({}, { asOf });
    expect(() => evaluateSync({}, null as never)).toThrow(InvalidOptionsError);
    expect(() => evaluateSync({}, undefined as never)).toThrow(InvalidOptionsError);
    expect(() => evaluateSync({}, { asOf, oops: undefined } as never)).toThrow(InvalidOptionsError);
    expect(() => evaluateSync({}, { asof: asOf } as never)).toThrow(InvalidOptionsError);
    expect(() => evaluateSync({}, Object.create({ asOf }))).toThrow(InvalidOptionsError);
    expect(() => evaluateSync({}, Object.assign([], { asOf }) as never)).toThrow(
      InvalidOptionsError,
    );
    expect(evaluateSync({}, { asOf, track: "remain" }).track).toBe("remain");
    expect(evaluateSync({}, { asOf: "2020-09-03" }).asOf).toBe("2020-09-03");
    expect(evaluateSync({}, { asOf }).track).toBe("enroll");
  });

  it("looks nothing up", () => {
    const options = { asOf, facts: {} };
    expect(() => evaluateSync({}, options)).toThrow(/Unknown key "facts"/);
  });

  it.each([
    ["a key that is undefined", { foo: undefined }],
    ["a function", { foo: () => 1 }],
    ["an object for a text", { title: new String("Mine") }],
    ["a number that JSON does not know", { values: { n: NaN } }],
  ])("refuses a rule with %s, also right after one without", (_, more) => {
    const mine = { ...structuredClone(rules[0]!), id: "mine" };
    const options = (rule: object): never => ({ asOf, rules: [...rules, rule] }) as never;
    evaluateSync({}, options(mine));
    expect(() => evaluateSync({}, options({ ...mine, ...more }))).toThrow(InvalidRuleError);
    evaluateSync({}, options(mine));
  });

  it("sees a change of a host's rule, and its absence", () => {
    const mine = { ...structuredClone(rules[0]!), id: "mine", title: "First" };
    const title = (): string | undefined =>
      evaluateSync({}, { asOf, rules: [...rules, mine] }).findings.at(-1)?.title;
    expect(title()).toBe("First");
    expect(title()).toBe("First");
    mine.title = "Second";
    expect(title()).toBe("Second");
    const ids = evaluateSync({}, { asOf, rules }).findings.map(({ ruleId }) => ruleId);
    expect(ids).toEqual(rulesInForce({ asOf }).map(({ id }) => id));
    mine.title = 1n as never;
    expect(title).toThrow(InvalidRuleError);
  });

  it("knows the question asked last from one that only looks like it", () => {
    evaluateSync({}, { asOf, track: undefined } as never);
    expect(() => evaluateSync({}, { asOf, tracks: undefined } as never)).toThrow(/tracks/);
    expect(evaluateSync({}, { asOf, track: "remain" }).track).toBe("remain");
    expect(evaluateSync({}, { asOf }).track).toBe("enroll");
  });

  it("chooses among a host's rules by day, whatever was asked before", () => {
    const mine = { ...rules[0]!, id: "mine", from: "2020-01-01", until: "2020-02-01" };
    const count = (day: string): number =>
      evaluateSync({}, { asOf: day, rules: [mine] }).findings.length;
    expect([
      count("2019-12-31"),
      count("2020-01-01"),
      count("2020-01-31"),
      count("2020-02-01"),
    ]).toEqual([0, 1, 1, 0]);
  });
});

describe("evaluateMany", () => {
  it("yields a result a profile, in order; a malformed one is a result, not the end", () => {
    const results = [...evaluateMany([goodProfile, { oops: 1 }, newApplicant, null], { asOf })];
    expect(results.map(({ index, ok }) => [index, ok])).toEqual([
      [0, true],
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(results[0]).toStrictEqual({
      index: 0,
      profileId: "acme",
      ok: true,
      report: evaluateSync(goodProfile, { asOf }),
    });
    expect(results[1]).toMatchObject({ error: expect.any(InvalidProfileError) });
  });

  it("is lazy, and lets go of its source when the reader stops", () => {
    let taken = 0;
    let closed = false;
    function* source(): Generator<unknown> {
      try {
        for (;;) {
          taken += 1;
          yield goodProfile;
        }
      } finally {
        closed = true;
      }
    }
    const results = evaluateMany(source(), { asOf });
    expect(taken).toBe(0);
    for (const { index } of results) if (index === 2) break;
    expect({ taken, closed }).toEqual({ taken: 3, closed: true });
  });

  it("checks its options at once, before any profile", () => {
    expect(() => evaluateMany([], { asOf: "never" })).toThrow(InvalidOptionsError);
  });

  it("passes on what the source throws", () => {
    function* source(): Generator<unknown> {
      yield goodProfile;
      throw new Error("connection lost");
    }
    const results = evaluateMany(source(), { asOf });
    expect(results.next().value).toMatchObject({ ok: true });
    expect(() => results.next()).toThrow("connection lost");
  });

  it("refuses a profile that throws when it is read, and goes on", () => {
    const hostile = {
      get company(): never {
        throw new RangeError("no");
      },
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const results = [...evaluateMany([hostile, proxy, {}], { asOf })];
    expect(results.map(({ ok }) => ok)).toEqual([false, false, true]);
  });

  it("evaluates 200,000 profiles in memory that does not grow with their number", () => {
    setFlagsFromString("--expose_gc");
    const collect = runInNewContext("gc") as () => void;
    const used = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    function* source(): Generator<unknown> {
      for (let i = 0; i < 200_000; i++) yield { ...newApplicant, id: `company-${i}` };
    }
    const marks: number[] = [];
    const results = evaluateMany(source(), { asOf, track: "remain" });
    function* watched(): Generator<ReturnType<typeof results.next>["value"] & object> {
      for (const result of results) {
        if (result.index % 50_000 === 49_999) marks.push(used());
        yield result;
      }
    }
    const summary = summarize(watched());
    expect(summary).toMatchObject({ profiles: 200_000, invalid: 0 });
    expect(marks).toHaveLength(4);
    // Keeping even ten bytes a profile would show.
    expect(marks[3]! - marks[0]!).toBeLessThan(1_500_000);
  });
});

describe("summarize", () => {
  it("counts outcomes, statuses of each rule, and malformed profiles", () => {
    const profiles = [goodProfile, { support: { plan: null } }, {}, { oops: 1 }];
    const summary = summarize(evaluateMany(profiles, { asOf, track: "remain" }));
    expect(summary).toMatchObject({
      profiles: 4,
      invalid: 1,
      outcomes: { eligible: 1, "on-track": 0, undetermined: 1, ineligible: 1 },
    });
    expect(summary.rules["support-plan"]).toEqual({
      met: 1,
      unmet: 1,
      unknown: 1,
      "not-due": 0,
      "not-applicable": 0,
    });
    expect(Object.keys(summary.rules)).toEqual(
      evaluateSync({}, { asOf, track: "remain" }).findings.map(({ ruleId }) => ruleId),
    );
    expectTypeOf<keyof typeof summary.rules>().toEqualTypeOf<RuleId>();
  });

  it("counts the profiles of which something was ignored, and adds them up", () => {
    const lenient = { asOf: "2020-09-02", onInvalid: "unknown" } as const;
    const summary = summarize(evaluateMany([{ company: { country: "se" } }, {}, {}, 5], lenient));
    expect([summary.profiles, summary.invalid, summary.ignored]).toEqual([4, 1, 1]);
    expect(mergeSummaries(summary, summary).ignored).toBe(2);
  });

  it("counts nothing that is not counted: a report of another kind is refused", () => {
    const { outcome, findings } = evaluateSync({}, { asOf: "2020-09-02" });
    const summary = summarize([{ ok: true, report: { outcome, findings } }]);
    for (const call of [
      () => summarize([{ ok: true, report: { outcome: "banana" as never, findings } }]),
      () => summarize([{ ok: true, report: { outcome, findings: [{ ruleId: "x" } as never] } }]),
      () => mergeSummaries({ ...summary, profiles: "1" as never }),
      () => mergeSummaries({ ...summary, outcomes: {} as never }),
      () => mergeSummaries({ ...summary, rules: { "support-plan": { met: Number.NaN } as never } }),
    ])
      expect(call).toThrow(InvalidReportError);
  });

  it("of nothing is zero", () => {
    expect(summarize([])).toEqual({
      profiles: 0,
      invalid: 0,
      ignored: 0,
      outcomes: { eligible: 0, "on-track": 0, undetermined: 0, ineligible: 0 },
      rules: {},
    });
  });
});

describe("the entry ./sync", () => {
  async function inputsOf(entry: string): Promise<string[]> {
    const { metafile } = await build({
      entryPoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
    });
    return Object.keys(metafile.inputs);
  }
  const engine = /json-rules-engine|jsonpath-plus/;

  it("bundles neither json-rules-engine nor jsonpath-plus", async () => {
    const inputs = await inputsOf("sync.ts");
    expect(inputs.some((path) => path.includes("zod"))).toBe(true);
    expect(inputs.filter((path) => engine.test(path))).toEqual([]);
  });

  it("unlike the main entry", async () => {
    const inputs = await inputsOf("index.ts");
    expect(inputs.filter((path) => engine.test(path))).not.toEqual([]);
  });
});
