import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { toCsv, toText } from "../../src/format.ts";
import {
  type Condition,
  InvalidProfileError,
  InvalidReportError,
  type Issue,
  compareReports,
  evaluate,
  evaluateMany,
  evaluateSync,
  summarize,
} from "../../src/index.ts";
import { mostIssues } from "../../src/input/bounded.ts";
import { anyDay } from "../generate/profiles.ts";
import { houseRule } from "../house-rule.ts";
import { rejection } from "../rejection.ts";
import { runs } from "../runs.ts";
import { calls, hostileArgsOf } from "./hostile-calls.ts";
import { hostileProfile } from "./hostile-input.ts";
import { hostile } from "./hostile-values.ts";
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
  try {
    evaluateSync(profile as object, options);
  } catch (error) {
    if (error instanceof InvalidProfileError) return error;
    throw error;
  }
  throw new Error("It was not refused");
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
  const counts = { answer: 0, refused: 0 };

  it.each(calls)("$name ends in an answer, or in a short refusal", (call) => {
    fc.assert(
      fc.property(hostileArgsOf(call), ({ make }) => {
        counts[endingOfCall(call, make())] += 1;
      }),
      { numRuns: runs(200) },
    );
  });

  it("of which many are answered and many refused", () => {
    expect(counts.answer).toBeGreaterThan(runs(1000));
    expect(counts.refused).toBeGreaterThan(runs(1000));
  });

  it.each(calls)("$name takes right arguments", ({ call, args }) => {
    expect(() => call(...(args() as never[]))).not.toThrow();
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
  const revoked = (): never => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    return proxy as never;
  };

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

describe("what is no report", () => {
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

  it("nests no deeper than 64 levels, conditions in each other included", () => {
    const nested = (depth: number): Condition =>
      Array.from({ length: depth }).reduce<Condition>((inner) => ({ not: inner }), isVip);
    expect(ask(houseRule(nested(60)))).toMatchObject({ outcome: "eligible" });
    expect(messageOf(houseRule(nested(10_000)))).toMatch(/^Invalid rule: rules\.0\.conditions/);
    const circle: Record<string, unknown> = {};
    circle["not"] = circle;
    expect(messageOf(houseRule(circle as never))).toMatch(/^Invalid rule: rules\.0\.conditions/);
  });

  it("has at most a million values, however few objects they are in", () => {
    const all: unknown[] = Array.from({ length: 1000 }, () => isVip);
    const many = { all: Array.from({ length: 1000 }, () => ({ all })) };
    expect(messageOf(houseRule(many as never))).toBe(
      "Invalid rule: rules.0: Expected at most 1,000,000 values in all",
    );
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
    const locationIds = Array.from({ length: 10_000 }, () => items);
    expect(issuesOf({ membership: { locationIds } })).toEqual([
      ["", "Expected at most 1,000,000 values in all"],
    ]);
  });
});

describe("what fails when it is read", () => {
  const thrown = (): never => {
    throw new Error("Not for you");
  };

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
    const own = Object.defineProperty({}, "id", { get: () => "made up", enumerable: true });
    expect(evaluateSync(own, options).profileId).toBeUndefined();
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
    expect(message).toMatch(/; and 9990 more$/);
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
    expect(issuesOf({ support })).toEqual([["support", "Expected at most 1000 keys"]]);
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
