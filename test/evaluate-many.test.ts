import { Readable } from "node:stream";
import { createInterface } from "node:readline";
import { describe, expect, expectTypeOf, it } from "vitest";

import {
  InvalidOptionsError,
  InvalidProfileError,
  type ManyResult,
  type Report,
  type Summary,
  evaluate,
  evaluateMany,
  evaluateSync,
  mergeSummaries,
  summarize,
} from "../src/index.ts";
import { revoked, revokedFunction } from "./fuzz/hostile-values.ts";
import { goodProfile, newApplicant } from "./profiles.ts";

const asOf = "2020-09-02";
const options = { asOf, track: "remain" } as const;
const profiles = [goodProfile, { id: "7", oops: 1 }, { ...newApplicant, id: "8" }, null];

async function* arriving(items: readonly unknown[]): AsyncGenerator<unknown> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("evaluateMany over what arrives later", () => {
  it("gives the same results, in order", async () => {
    const later = await collect(evaluateMany(arriving(profiles), options));
    expect(later).toStrictEqual([...evaluateMany(profiles, options)]);
    expectTypeOf(later).toEqualTypeOf<ManyResult[]>();
  });

  it("reads the lines of a stream, a broken one as a failed result", async () => {
    const lines = ['{"id":"1"}', "{broken", '{"id":"2","oops":1}', ""];
    const input = createInterface({ input: Readable.from(lines.map((line) => `${line}\n`)) });
    const results = await collect(evaluateMany(input, options));
    expect(results.map(({ ok, profileId }) => [ok, profileId])).toEqual([
      [true, "1"],
      [false, undefined],
      [false, "2"],
      [false, undefined],
    ]);
    const broken = results.filter((result) => !result.ok && result.profileId === undefined);
    for (const result of broken)
      expect(result).toHaveProperty(
        "error.message",
        "Invalid profile: Expected a profile, or the JSON text of one",
      );
    expect([...evaluateMany(['{"id":"1"}', "null"], options)]).toMatchObject([
      { ok: true, profileId: "1" },
      { ok: false },
    ]);
    expect(await summarize(evaluateMany(arriving(profiles), options))).toEqual(
      summarize(evaluateMany(profiles, options)),
    );
  });

  it("reads a text as JSON, and nothing else that has one in it", () => {
    const written = { toString: () => "{}" };
    const results = [...evaluateMany(["{}", ["{}"], written], options)];
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false]);
  });

  it("reads the next profile only when its result is asked for, and closes the source", async () => {
    let taken = 0;
    let closed = false;
    async function* source(): AsyncGenerator<unknown> {
      try {
        for (;;) {
          taken += 1;
          yield {};
        }
      } finally {
        closed = true;
      }
    }
    const results = evaluateMany(source(), options);
    expect(taken).toBe(0);
    for await (const { index } of results) if (index === 2) break;
    expect({ taken, closed }).toEqual({ taken: 3, closed: true });
  });

  it("passes on what the source throws", async () => {
    async function* source(): AsyncGenerator<unknown> {
      yield {};
      throw new Error("connection lost");
    }
    await expect(collect(evaluateMany(source(), options))).rejects.toThrow("connection lost");
  });

  it("refuses a profile that throws when it is read, and goes on", async () => {
    const hostile = {
      get company(): never {
        throw new RangeError("no");
      },
    };
    const results = await collect(evaluateMany(arriving([hostile, {}]), options));
    expect(results.map(({ ok }) => ok)).toEqual([false, true]);
  });
});

describe("evaluateMany with look-ups", () => {
  const facts = {
    "support.firstLevel": async ({ id }: { id?: string | undefined }) => {
      if (id === "8") throw new Error("no answer");
      return true;
    },
  };

  it.each([
    ["a list", () => [{ id: "1" }, { id: "8" }]],
    ["a stream", () => arriving([{ id: "1" }, { id: "8" }])],
  ])("looks up for each profile of %s what evaluate does", async (_, source) => {
    const results = await collect(evaluateMany(source(), { ...options, facts }));
    const reports = results.map((result) => (result.ok ? result.report : result.error));
    expect(reports).toStrictEqual([
      await evaluate({ id: "1" }, { ...options, facts }),
      await evaluate({ id: "8" }, { ...options, facts }),
    ]);
    expect(reports[1]).toMatchObject({
      factErrors: [{ fact: "support.firstLevel", message: "no answer" }],
    });
  });

  it("ends the wait with the signal, and goes on without", async () => {
    const controller = new AbortController();
    const hanging = { "support.firstLevel": () => new Promise(() => undefined) };
    const { signal } = controller;
    const results = collect(evaluateMany([{}, {}], { ...options, facts: hanging, signal }));
    controller.abort(new Error("too late"));
    expect(await results).toEqual(
      [0, 1].map((index) =>
        expect.objectContaining({
          index,
          ok: true,
          report: expect.objectContaining({
            factErrors: [{ fact: "support.firstLevel", message: "too late" }],
          }),
        }),
      ),
    );
  });
});

it("evaluateMany is asynchronous with a signal alone, as its type says", async () => {
  const results = evaluateMany([{}], { ...options, signal: AbortSignal.abort() });
  expect(await collect(results)).toHaveLength(1);
});

describe("evaluateMany refuses at the call", () => {
  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a text", "abc"],
    ["an object", {}],
    ["a number", 5],
    ["a function", () => []],
  ])("%s", (_, wrong) => {
    expect(() => evaluateMany(wrong as [], options)).toThrow(InvalidOptionsError);
    expect(() => evaluateMany(wrong as [], options)).toThrow(
      "Invalid options: profiles: Expected an iterable or async iterable of profiles",
    );
  });

  it("with what is needed to word it in another language", () => {
    const refused = expect.objectContaining({
      issues: [
        {
          path: "profiles",
          message: "Expected an iterable or async iterable of profiles",
          code: "wrong-type",
          values: { expected: "iterable" },
        },
      ],
    });
    expect(() => evaluateMany({} as [], options)).toThrow(refused);
  });

  it("no iterable that does not say what it inherits", () => {
    const secretive = new Proxy([{}], {
      getPrototypeOf: () => {
        throw new Error("No");
      },
    });
    expect([...evaluateMany(secretive, options)]).toHaveLength(1);
  });

  it("a Map, whose values are the profiles", () => {
    const map = new Map([["a", {}]]);
    expect(() => evaluateMany(map, options)).toThrow(
      "profiles: Expected profiles, not a Map; pass its values()",
    );
    expect([...evaluateMany(map.values(), options)]).toHaveLength(1);
  });

  it("options that are wrong, for a stream too", () => {
    expect(() => evaluateMany(arriving([]), { asOf: "never" })).toThrow(InvalidOptionsError);
  });
});

describe("results say which company they are about", () => {
  it.each<[string, unknown, string | undefined]>([
    ["a valid profile", { id: "a" }, "a"],
    ["a malformed profile", { id: "a", oops: 1 }, "a"],
    ["a profile without an id", {}, undefined],
    ["an id that is not a text", { id: 5 }, undefined],
    ["an inherited id", Object.create({ id: "a" }), undefined],
    ["a list that has one", Object.assign([], { id: "a" }), undefined],
    ["no object", "a", undefined],
  ])("%s", (_, profile, expected) => {
    const [result] = evaluateMany([profile], options);
    expect(result!.profileId).toBe(expected);
    expect("profileId" in result!).toBe(expected !== undefined);
  });

  it("an id behind a getter of a failed profile is not read again", () => {
    let reads = 0;
    const profile = {
      oops: 1,
      get id(): string {
        reads += 1;
        return "a";
      },
    };
    const [result] = evaluateMany([profile], options);
    expect(result).toMatchObject({ ok: false, error: expect.any(InvalidProfileError) });
    const before = reads;
    expect(result!.profileId).toBeUndefined();
    expect(reads).toBe(before);
  });
});

describe("mergeSummaries", () => {
  const summaryOf = (list: readonly unknown[]): Summary => summarize(evaluateMany(list, options));

  it("adds up to the summary of all", () => {
    const parts = [[goodProfile, {}], [], [{ oops: 1 }, newApplicant]];
    const before = parts.map(summaryOf);
    const copies = structuredClone(before);
    expect(mergeSummaries(...before)).toEqual(summaryOf(parts.flat()));
    expect(before).toEqual(copies);
  });

  it("of nothing is zero", () => {
    expect(mergeSummaries()).toEqual(summarize([]));
  });

  it("of other rules has the rules of each", () => {
    const enroll = summarize(evaluateMany([{}], { asOf }));
    const total = mergeSummaries(summaryOf([{}]), enroll);
    expect(total.profiles).toBe(2);
    expect(total.rules["support-plan"]).toMatchObject({ unknown: 1, "not-due": 1 });
    expect(total.rules["credit-check"]).toMatchObject({ "not-due": 1 });
  });
});

it("a rule may have the name of a property that every object inherits", () => {
  const report = {
    outcome: "eligible",
    findings: [{ ruleId: "constructor", status: "met" }],
  } as const;
  const summary = summarize([{ ok: true, report }]);
  expect(Object.hasOwn(summary.rules, "constructor")).toBe(true);
  expect(mergeSummaries(summary, summary).rules["constructor"]).toMatchObject({ met: 2 });
});

it("reports are lean if asked for", () => {
  const [result] = evaluateMany([goodProfile], { ...options, detail: "lean" });
  expect(result).toMatchObject({ ok: true, report: { detail: "lean" } });
  if (result!.ok) expectTypeOf(result!.report).not.toEqualTypeOf<Report>();
  expect(evaluateSync(goodProfile, options)).not.toHaveProperty("detail");
});

it("takes a revoked proxy as one malformed profile, where look-ups are waited for, too", async () => {
  const mixed = [{ id: "a" }, revoked(), revokedFunction(), Promise.resolve({ id: "b" })];
  const facts = { "support.firstLevel": () => true };
  const results: unknown[] = [];
  for await (const { ok, profileId } of evaluateMany(mixed as never[], { ...options, facts }))
    results.push([ok, profileId]);
  expect(results).toEqual([
    [true, "a"],
    [false, undefined],
    [false, undefined],
    [true, "b"],
  ]);
});
