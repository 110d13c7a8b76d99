import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { toCsv, toJUnit, toMarkdown, toText } from "../../src/format.ts";
import {
  type Condition,
  InvalidOptionsError,
  InvalidProfileError,
  InvalidReportError,
  type InvalidRuleError,
  type Issue,
  compareReports,
  evaluate,
  evaluateMany,
  evaluateSync,
  helpUrl,
  profileFrom,
  summarize,
} from "../../src/index.ts";
import { mostIssues } from "../../src/input/bounded.ts";
import { deepFreeze } from "../../src/rules/deep-freeze.ts";
import { anyDay } from "../generate/profiles.ts";
import { houseRule } from "../house-rule.ts";
import { rejection } from "../rejection.ts";
import { runs } from "../runs.ts";
import { calls, hostileArgsOf } from "./hostile-calls.ts";
import { hostileProfile } from "./hostile-input.ts";
import { hostile, revokedFunction, revokedList, thrown } from "./hostile-values.ts";
import { endingOfCall, endingsOf, longestMessage } from "./promise.ts";

const options = { asOf: "2025-11-20", track: "remain" } as const;

function failureOf(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("It did not fail");
}

function refusalOf(profile: unknown): InvalidProfileError {
  const error = failureOf(() => evaluateSync(profile as object, options));
  if (error instanceof InvalidProfileError) return error;
  throw error;
}

const issuesOf = (profile: unknown): [string, string][] =>
  refusalOf(profile).issues.map(({ path, message }: Issue) => [path, message]);

describe("whatever is passed as a profile", () => {
  it("ends in a report that is plain JSON, or in a short refusal", () => {
    fc.assert(
      fc.property(hostileProfile, anyDay, ({ make }, asOf) => void endingsOf(make(), asOf)),
      { numRuns: runs(2000) },
    );
  });

  it("even if it is the profile as a whole", () => {
    for (const make of hostile) expect(() => endingsOf(make(), "2025-11-20")).not.toThrow();
  });
});

describe("whatever is passed to a call", () => {
  it("ends in an answer, or in a short refusal", async () => {
    const counts = { answer: 0, refused: 0 };
    for (const call of calls) {
      await fc.assert(
        fc.asyncProperty(hostileArgsOf(call), async ({ make }) => {
          counts[await endingOfCall(call, make())] += 1;
        }),
        { numRuns: runs(200) },
      );
    }
    // Of both there are many, or nothing was tried.
    expect(counts.answer).toBeGreaterThan(runs(1000));
    expect(counts.refused).toBeGreaterThan(runs(1000));
  });

  it.each(calls)("$name takes right arguments", async (call) => {
    expect(await endingOfCall(call, call.args())).toBe("answer");
  });

  it("and what an iterable throws is passed on", () => {
    function* profiles(): Generator<unknown> {
      yield {};
      throw new Error("The database is gone");
    }
    expect(() => [...evaluateMany(profiles(), options)]).toThrow("The database is gone");
    expect(() => summarize(evaluateMany(profiles(), options))).toThrow("The database is gone");
    expect(() => toCsv(evaluateMany(profiles(), options))).toThrow("The database is gone");
  });
});

describe("a proxy that is revoked", () => {
  const revoked = (): never => revokedList() as never;

  it("is neither a list of rules, nor a rule, even in a frozen list", () => {
    const messageOf = (rules: never): string =>
      failureOf(() => evaluateSync({}, { ...options, rules })).message;
    expect(messageOf(revoked())).toBe(
      "Invalid options: rules: Expected a list of at most 10,000 rules",
    );
    for (const rules of [[revoked()], Object.freeze([revoked()])])
      expect(messageOf(rules as never)).toBe(
        "Invalid rule: rules.0: Expected data; reading it fails",
      );
  });

  it("is neither options nor a part of a profile, where it is one of a function", () => {
    const asked = revokedFunction() as never;
    expect(failureOf(() => evaluateSync({}, asked)).message).toMatch(/^Invalid options: /);
    expect(failureOf(() => evaluateSync({}, { ...options, hostFacts: asked })).message).toMatch(
      /^Invalid options: hostFacts: /,
    );
    expect(issuesOf({ membership: { locationIds: asked } })).toEqual([
      ["membership.locationIds", expect.any(String)],
    ]);
  });

  it("is neither a signal, nor profiles, nor results", async () => {
    const error: Error = await rejection(() => evaluate({}, { ...options, signal: revoked() }));
    expect(error.message).toBe("Invalid options: signal: Expected an AbortSignal");
    expect(failureOf(() => evaluateMany(revoked(), options)).message).toBe(
      "Invalid options: profiles: Expected an iterable or async iterable of profiles",
    );
    for (const call of [summarize, toCsv])
      expect(failureOf(() => call(revoked())).message).toBe(
        "Invalid report: Expected an iterable of results",
      );
  });
});

describe("a look-up of a host", () => {
  const reasonOf = async (lookUp: () => unknown): Promise<string | undefined> => {
    const report = await evaluate({}, { ...options, facts: { "support.firstLevel": lookUp } });
    JSON.stringify(report);
    return report.factErrors?.[0]?.message;
  };

  it("may fail with anything: the report says so, shortly and on one line", async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const failing = (reason: unknown) => (): never => {
      throw reason;
    };
    expect(await reasonOf(failing(proxy))).toBe("Rejected with a value that has no text");
    const long = await reasonOf(failing(new Error(`a\n\u001b[31m${"x".repeat(100_000)}`)));
    expect(long).toMatch(/^a  \[31mx+…$/);
    expect(long!.length).toBeLessThanOrEqual(300);
    const many = await reasonOf(() => Symbol("x"));
    expect(many).toMatch(/^support\.firstLevel: /);
  });

  it("is asked for by options that are read once", () => {
    let count = 0;
    const asked = Object.defineProperty({ ...options }, "facts", {
      get: () => {
        throw new Error(`Read ${(count += 1)} times`);
      },
    });
    expect([...evaluateMany([{}], asked)]).toHaveLength(1);
    expect(count).toBe(0);
  });
});

describe("a list of a host's own", () => {
  const hostFacts = [
    { id: "host.tags", type: "text list", label: "Tags" },
    { id: "host.vip", type: "boolean", label: "VIP" },
  ] as const;
  const tags = (length: number): unknown => ({
    host: { tags: Array.from({ length }, () => "a"), vip: true },
  });

  it("has ten thousand items at most, and what comes after it counts", () => {
    const isVip = { all: [{ fact: "host.vip", operator: "equal", value: true }] };
    const asked = { ...options, hostFacts, rules: [houseRule(isVip as never) as never] };
    expect(evaluateSync(tags(10_000) as object, asked).outcome).toBe("eligible");
    expect(failureOf(() => evaluateSync(tags(10_001) as object, asked)).message).toBe(
      "Invalid profile: host.tags: Expected at most 10,000 items",
    );
  });

  it("of long words is not searched for one that is near", () => {
    const values = ["a".repeat(50_000)];
    const tier = { id: "host.tier", type: "text", label: "Tier", values } as const;
    const { message } = failureOf(() =>
      evaluateSync({ host: { tier: "b".repeat(50_000) } }, { ...options, hostFacts: [tier] }),
    );
    // Comparing them letter by letter would take longer than a test may.
    expect(message).toMatch(/^Invalid profile: host\.tier: Unknown value "b+…" /);
  });
});

describe("values by fact id", () => {
  it("may not be the same object over and over, nor nest in themselves, nor have a list without end", () => {
    const messageOf = (values: object): string => failureOf(() => profileFrom(values)).message;
    const shared = Array.from({ length: 10_000 }, () => 1);
    const plan = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [index, shared]));
    expect(messageOf({ "support.plan": plan })).toMatch(/Expected at most 250,000 values in all$/);
    const circle: Record<string, unknown> = {};
    circle["plan"] = circle;
    expect(messageOf({ support: circle })).toMatch(/Expected data that nests less deep$/);
    expect(messageOf({ "membership.locationIds": Array.from({ length: 10_001 }) })).toBe(
      "Invalid profile: membership.locationIds: Expected at most 10,000 items",
    );
  });
});

describe("what is no report", () => {
  const report = evaluateSync({ id: "acme" }, options);

  it("has findings without end, a status that there is not, or a company that is no text", () => {
    const endless = { ...report, findings: Array.from({ length: 3 }) } as never;
    (endless as { findings: unknown[] }).findings.length = 30_000_000;
    const odd = { ...report, findings: [{ ...report.findings[0]!, status: "odd" }] } as never;
    const banana = { ...report, outcome: "banana" } as never;
    const whose = { ...report, profileId: { a: 1 } } as never;
    for (const wrong of [endless, odd, banana]) {
      for (const call of [toText, toMarkdown, toJUnit, (one: never) => compareReports(one, report)])
        expect(() => call(wrong)).toThrow(InvalidReportError);
      expect(() => toCsv([{ index: 0, ok: true, report: wrong }])).toThrow(InvalidReportError);
    }
    expect(failureOf(() => compareReports(whose, report)).message).toBe(
      "Invalid report: before.profileId: Expected a text",
    );
    expect(() => helpUrl({} as never)).toThrow(InvalidReportError);
    expect(() => toJUnit(Array.from({ length: 5 }) as never)).toThrow(InvalidReportError);
    // Each of its conditions stands in two places.
    const leaf = { fact: "asOf", operator: "equal", expected: 1, result: false };
    const shared = Array.from({ length: 60 }).reduce<object>((one) => ({ all: [one, one] }), leaf);
    const evidence = { ...report, findings: [{ ...report.findings[0]!, evidence: shared }] };
    expect(compareReports(evidence as never, evidence as never).facts).toEqual([]);
    const value = Array.from({ length: 60 }).reduce((one) => [one, one], 1 as unknown);
    const answers = [{ fact: "asOf", question: "?", neededBy: [], answers: [{ label: "x" }] }];
    expect(toText(answers as never)).toMatch(/\?/);
    const need = { fact: "asOf", label: "Day", value, on: "2020-01-01" };
    const step = { title: "T", actor: "partner", text: "t", needs: [need], alternatives: [] };
    const plan = { outcome: "on-track", steps: [step], blockers: [], notes: [] };
    expect(() => toText(plan as never)).toThrow(InvalidReportError);
  });

  it("nor are options of a table, nor what has no iterator that can be called", () => {
    for (const wrong of [null, Object.defineProperty({}, "header", { get: thrown })])
      expect(failureOf(() => toCsv([], wrong as never)).message).toBe(
        "Invalid options: Expected { header: true } or { header: false }",
      );
    const mute = new Proxy([{}], { getPrototypeOf: thrown });
    expect([...evaluateMany(mute, options)]).toHaveLength(1);
    for (const by of [Symbol.iterator, Symbol.asyncIterator])
      expect(() => summarize({ [by]: 1 } as never)).toThrow(InvalidReportError);
    expect(() => evaluateMany({ [Symbol.iterator]: 1 } as never, options)).toThrow(
      InvalidOptionsError,
    );
  });

  it("and the address of a rule is found in time, whatever it starts with", () => {
    const base = `${"/".repeat(200_000)}x`;
    expect(helpUrl(report.findings[0]!, base)).toMatch(/^\/+x\/rules\//);
  });

  it("is refused, and what failed is the cause", () => {
    const refusal = failureOf(() => toText({} as never));
    expect(refusal).toBeInstanceOf(InvalidReportError);
    expect(refusal.message).toBe(
      "Invalid report: Expected a report, a timeline, questions or a plan, as this package makes it",
    );
    expect(refusal.cause).toBeInstanceOf(TypeError);
    expect(failureOf(() => summarize(7 as never)).message).toBe(
      "Invalid report: Expected an iterable of results",
    );
    expect(failureOf(() => compareReports(null as never, {} as never)).message).toMatch(/^Invalid/);
  });
});

describe("a rule of a host", () => {
  const isVip = { all: [{ fact: "support.firstLevel", operator: "equal", value: true }] } as const;
  const ask = (rule: unknown): unknown =>
    evaluateSync({ support: { firstLevel: true } }, { ...options, rules: [rule as never] });
  const messageOf = (rule: unknown): string => failureOf(() => ask(rule)).message;

  it("nests no deeper than 256 levels, conditions in each other included", () => {
    const nested = (depth: number): Condition =>
      Array.from({ length: depth }).reduce<Condition>((inner) => ({ not: inner }), isVip);
    expect(ask(houseRule(nested(252)))).toMatchObject({ outcome: "eligible" });
    const circle: Record<string, unknown> = {};
    circle["not"] = circle;
    for (const deep of [nested(253), nested(10_000), circle])
      expect(messageOf(houseRule(deep as never))).toMatch(
        /^Invalid rule: rules\.0\.conditions\.not.*: Expected data that nests less deep$/,
      );
  });

  it("has at most 250,000 values together with the other rules, however few objects they are in", () => {
    const all: unknown[] = Array.from({ length: 1000 }, () => isVip);
    const many = { all: Array.from({ length: 100 }, () => ({ all })) };
    const message = "Invalid rule: rules: Expected at most 250,000 values in all";
    expect(messageOf(houseRule(many as never))).toBe(message);
    const some = { all: Array.from({ length: 30 }, () => ({ all })) };
    expect(ask(houseRule(some as never))).toMatchObject({ outcome: "eligible" });
    const rules = ["a", "b", "c"].map((id) => houseRule(some as never, { id }));
    for (const list of [
      rules,
      Object.freeze(rules.map((rule) => deepFreeze(structuredClone(rule)))),
    ])
      expect(failureOf(() => evaluateSync({}, { ...options, rules: list as never })).message).toBe(
        message,
      );
  });

  it("is refused, not cut, where a list in it is too long", () => {
    const isNot = { fact: "support.firstLevel", operator: "equal", value: false };
    const all = [...Array.from({ length: 10_000 }, () => isVip.all[0]), isNot];
    expect(messageOf(houseRule({ all } as never))).toBe(
      "Invalid rule: rules.0.conditions.all: Expected at most 10,000 items",
    );
    expect(ask(houseRule({ all: all.slice(1) } as never))).toMatchObject({ outcome: "ineligible" });
    const text = { id: "host.t", type: "text", label: "T" } as const;
    const values = Array.from({ length: 10_001 }, (_, index) => `id${index}`);
    const hostFacts = [{ ...text, values }];
    expect(failureOf(() => evaluateSync({}, { ...options, hostFacts })).message).toBe(
      "Invalid options: hostFacts.0.values: Expected at most 10,000 items",
    );
  });

  it("is read once: one that changes is what it was at first, and never the answer to another", () => {
    const isNot = {
      all: [{ fact: "support.firstLevel", operator: "equal", value: false }],
    } as const;
    let count = 0;
    const changing = Object.defineProperty(houseRule(isVip, { title: "T" }), "conditions", {
      enumerable: true,
      get: () => (count++ === 0 ? isVip : isNot),
    });
    expect(ask(changing)).toMatchObject({ outcome: "eligible" });
    expect(ask(houseRule(isNot, { title: "T" }))).toMatchObject({ outcome: "ineligible" });
    const rules = [houseRule(isVip)];
    let day = 0;
    const asked = {
      track: "remain",
      get asOf(): string {
        return ["2019-09-02", "2020-09-02"][Math.min(day++, 1)]!;
      },
    } as const;
    evaluateSync({}, { ...options, nextChange: false });
    const { asOf } = evaluateSync({}, asked);
    expect(evaluateSync({}, { track: "remain", asOf }).asOf).toBe(asOf);
    expect(evaluateSync({}, { track: "remain", asOf: "2020-09-02" }).asOf).toBe("2020-09-02");
    expect(evaluateSync({}, { ...options, rules: rules as never }).findings).toHaveLength(1);
    Reflect.deleteProperty(rules, 0);
    Object.assign(rules, { every: () => true });
    expect(failureOf(() => evaluateSync({}, { ...options, rules: rules as never })).message).toBe(
      "Invalid rule: rules.0: Expected a plain object",
    );
  });

  it("is compared with a value of many: the first are named", () => {
    const values = Array.from({ length: 12 }, (_, index) => `v${index}`);
    const hostFacts = [{ id: "host.t", type: "text", label: "T", values }] as const;
    const isOdd = { all: [{ fact: "host.t", operator: "equal", value: "odd" }] };
    const rules = [houseRule(isOdd as never)] as never;
    expect(failureOf(() => evaluateSync({}, { ...options, hostFacts, rules })).message).toBe(
      'Invalid rule: rules.0.conditions.all.0.value (house): host.t is never "odd"; it is one of v0, v1, v2, v3, v4, v5, v6, v7, v8, v9 and 2 more',
    );
  });

  it("is kept frozen: what is done to a report does not show in the next", () => {
    const isSupported = { fact: "support.plan.type", operator: "in", value: ["ASfP"] } as const;
    const rules = [houseRule({ all: [isSupported] }, { notes: ["a"] })] as never;
    const profile = { support: { plan: { type: "PSfP" } } } as const;
    const [finding] = evaluateSync(profile, { ...options, rules }).findings;
    const expected = (finding!.evidence as unknown as { all: [{ expected: string[] }] }).all[0]
      .expected;
    expect(() => expected.push("PSfP")).toThrow(TypeError);
    expect(evaluateSync(profile, { ...options, rules }).outcome).toBe("ineligible");
  });

  it("says no more than it can: texts and their values are short, ids too", () => {
    const long = { met: "Yes.", unmet: "No.", unknown: "{a}".repeat(4000) };
    expect(messageOf(houseRule(isVip, { values: { a: "x" }, messages: long }))).toMatch(
      /messages\.unknown \(house\): Expected at most 10,000 characters$/,
    );
    const messages = { met: "Yes.", unmet: "No.", unknown: "{a}" };
    const rules = [houseRule(isVip, { values: { a: "x".repeat(9000) }, messages })] as never;
    const [{ message, text }] = evaluateSync({}, { ...options, rules }).findings as never as [
      { message: string; text: { values: { a: string } } },
    ];
    expect([message.length, text.values.a.length]).toEqual([1000, 9000]);
    expect(messageOf(houseRule(isVip, { id: `a${"-a".repeat(3_000_000)}` }))).toMatch(
      /Expected a kebab-case id/,
    );
  });

  it("is one of many that cannot be read: a thousand of them are listed", () => {
    const rules = Array.from({ length: 1500 }, () =>
      Object.defineProperty({}, "id", {
        enumerable: true,
        get: () => {
          throw new Error("Not for you");
        },
      }),
    );
    const failed = failureOf(() => evaluateSync({}, { ...options, rules: rules as never }));
    expect((failed as InvalidRuleError).issues).toHaveLength(mostIssues);
  });

  it("ends in a thousand issues, however many it has", () => {
    const remedy = "{x}".repeat(200_000);
    const { issues } = failureOf(() => ask(houseRule(isVip, { remedy }))) as InvalidRuleError;
    expect(issues).toHaveLength(mostIssues);
  });

  it("that throws when it is read is refused; so is a list that does", () => {
    const rule = Object.defineProperty({ ...houseRule(isVip) }, "notes", {
      enumerable: true,
      get: () => {
        throw new Error("Not for you");
      },
    });
    expect(messageOf(rule)).toBe("Invalid rule: rules.0: Expected data; reading it fails");
    const get = (list: unknown[], key: string | symbol): unknown => {
      if (key === "0") throw new Error("Not for you");
      return Reflect.get(list, key) as unknown;
    };
    const rules = new Proxy([houseRule(isVip)], { get }) as never;
    expect(failureOf(() => evaluateSync({}, { ...options, rules })).message).toBe(
      "Invalid rule: rules: Expected data; reading it fails",
    );
  });

  it("comes in lists of ten thousand at most", () => {
    const rules = Array.from({ length: 10_001 }, () => houseRule(isVip));
    expect(failureOf(() => evaluateSync({}, { ...options, rules })).message).toBe(
      "Invalid options: rules: Expected a list of at most 10,000 rules",
    );
  });
});

describe("a profile with one list in many places", () => {
  it("is refused without looking at each", () => {
    const items = Array.from({ length: 10_000 }, () => 1);
    const keys = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, 1]));
    for (const shared of [items, keys]) {
      const locationIds = Array.from({ length: 10_000 }, () => shared);
      expect(issuesOf({ membership: { locationIds } })).toEqual([
        ["", "Expected at most 250,000 values in all"],
      ]);
    }
  });
});

describe("what fails when it is read", () => {
  it("is refused as data, where it is", () => {
    const plan = Object.defineProperty({}, "type", { enumerable: true, get: thrown });
    expect(issuesOf({ support: { plan } })).toEqual([
      ["support.plan", "Expected data; reading it fails"],
    ]);
  });

  it("is refused as data, where it is a proxy that is revoked", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(issuesOf({ support: proxy })).toEqual([["support", "Expected data; reading it fails"]]);
  });

  it("is unknown where what is malformed is", () => {
    const support = new Proxy({}, { ownKeys: thrown });
    const report = evaluateSync({ support } as object, { ...options, onInvalid: "unknown" });
    expect(report.ignored?.map(({ path }) => path)).toEqual(["support"]);
  });
});

describe("what is hidden", () => {
  it("is not stated: a part of a location that is not enumerable is missing", () => {
    const location = Object.defineProperty({ id: "4731902", active: true }, "country", {
      value: "SE",
    });
    expect(issuesOf({ membership: { locationIds: [location] } })[0]?.[0]).toBe(
      "membership.locationIds.0.country",
    );
  });

  it("is not the id of a profile", () => {
    const profile = Object.defineProperty({}, "id", { value: "hidden" });
    expect(evaluateSync(profile, options).profileId).toBeUndefined();
    const own = Object.defineProperty({}, "id", { get: () => "read", enumerable: true });
    expect(evaluateSync(own, options).profileId).toBe("read");
    expect(evaluateSync({ id: "acme" }, options).profileId).toBe("acme");
  });
});

describe("what is too much", () => {
  it("a list of a million items is refused as a whole", () => {
    const locationIds = Array.from({ length: 1_000_000 }, () => 1);
    expect(issuesOf({ membership: { locationIds } })).toEqual([
      ["membership.locationIds", "Expected at most 10,000 items"],
    ]);
  });

  it("of ten thousand bad items, a thousand are collected and ten are named", () => {
    const locationIds = Array.from({ length: 10_000 }, () => 1);
    const { message, issues } = refusalOf({ membership: { locationIds } });
    expect(message.length).toBeLessThan(longestMessage);
    expect(message).toMatch(/; and 9,990 more$/);
    expect(issues).toHaveLength(mostIssues);
  });

  it("a list may have ten thousand items, and no more", () => {
    const names = (length: number): object => ({
      membership: { solutionsPartnerDesignations: Array.from({ length }, () => "Modern Work") },
    });
    expect(evaluateSync(names(10_000), options).outcome).toBe("undetermined");
    expect(issuesOf(names(10_001))).toEqual([
      ["membership.solutionsPartnerDesignations", "Expected at most 10,000 items"],
    ]);
  });

  it("an object may have a thousand keys, and no more", () => {
    const support = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [index, 1]));
    expect(issuesOf({ support })).toEqual([["support", "Expected at most 1,000 keys"]]);
  });

  it("a key of a million characters is shown in part", () => {
    const { message, issues } = refusalOf({ ["k".repeat(1_000_000)]: 1 });
    expect(message.length).toBeLessThan(500);
    expect(issues[0]?.path.length).toBe(200);
    expect(String(issues[0]?.values["key"]).length).toBe(100);
  });

  it("an amount has an upper bound, so that sums stay finite", () => {
    const directBill = { cloudUsd: 1e308 };
    expect(issuesOf({ trailingRevenue: { directBill } })).toEqual([
      ["trailingRevenue.directBill.cloudUsd", "Expected at most 1,000,000,000,000"],
    ]);
    const most = { trailingRevenue: { directBill: { cloudUsd: 1e12 } } };
    expect(evaluateSync(most, options).outcome).toBe("undetermined");
  });

  it("line breaks and control characters do not reach a message", () => {
    const { message } = refusalOf({ "a\u2028b\u0007\nc": 1 });
    expect(message).not.toMatch(/[\p{Cc}\u2028]/u);
  });
});
