import { describe, expect, it } from "vitest";

import {
  type InvalidRuleError,
  type Rule,
  editions,
  evaluateSync,
  rules,
} from "../../src/index.ts";
import { ownFacts } from "../../src/facts/fact-table.ts";
import { changeOf } from "../../src/rules/compare-editions.ts";
import { deepFreeze } from "../../src/rules/deep-freeze.ts";
import { readHostRules } from "../../src/rules/host-rules.ts";
import { precedenceIssues } from "../../src/rules/precedence.ts";
import { calendarOf, readQuestion } from "../../src/rules/question.ts";
import { hostRulesOn, orderOf } from "../../src/rules/rules-in-force.ts";
import { rulesVersionOf } from "../../src/rules/rules-version.ts";
import { resolveSource } from "../../src/rules/sources.ts";
import { houseRule } from "../house-rule.ts";
import { rejection } from "../rejection.ts";

const isTrue = { fact: "support.firstLevel", operator: "equal", value: true } as const;
const house = (more: Partial<Rule<string>> = {}): Rule<string> =>
  houseRule({ all: [isTrue] }, more);
const atLeast = (value: number): Rule["conditions"] => ({
  all: [{ fact: "services.managedServices", operator: "greaterThanInclusive", value }],
});
const track = "remain";

describe("a source of a rule", () => {
  it("is looked up in the register", () => {
    expect(
      resolveSource({ document: "csp-direct-partner-new-requirements", segments: ["94c12-118"] }),
    ).toStrictEqual({
      title: "CSP direct partner new requirements",
      url: expect.stringMatching(/^https:\/\/github\.com\/MicrosoftDocs\//),
      segments: ["94c12-118"],
      revision: "2018-08-31",
      confidence: "primary",
    });
  });

  it("is, of a host, what the host says of it", () => {
    const source = { title: "House", url: "https://example.org", revision: "2020-01-01" };
    expect(resolveSource(source)).toStrictEqual(source);
    const more = { ...source, confidence: "secondary", segments: ["1"] } as const;
    expect(resolveSource(more)).toStrictEqual(more);
  });
});

describe("a frozen value", () => {
  it("is frozen throughout", () => {
    const value = deepFreeze({ a: [{ b: 1 }], c: null, d: "text", e: undefined });
    for (const part of [value, value.a, value.a[0]]) expect(Object.isFrozen(part)).toBe(true);
    expect(deepFreeze(null)).toBeNull();
    expect(deepFreeze(5)).toBe(5);
  });

  it("is not looked into again", () => {
    const inner = {};
    deepFreeze(Object.freeze({ inner }));
    expect(Object.isFrozen(inner)).toBe(false);
  });
});

describe("the version of rules", () => {
  const versionOf = (...list: Rule<string>[]): string =>
    rulesVersionOf({ track, rules: list, table: ownFacts }).version;

  it("is the same wherever and whenever it is computed, as reports are compared by it", () => {
    expect(versionOf()).toBe("1mjsfpb3rfi");
    expect(versionOf(house())).toBe("iskd0erwe3");
  });

  it("differs with each character, and with the order", () => {
    const [a, b] = [house(), house({ id: "other" })];
    expect(
      new Set([versionOf(), versionOf(a), versionOf(b), versionOf(a, b), versionOf(b, a)]).size,
    ).toBe(5);
  });
});

describe("what changes in a rule", () => {
  const thresholds = (before: Partial<Rule<string>>, after: Partial<Rule<string>>): unknown =>
    changeOf(house(before) as Rule, house(after) as Rule)[0]?.thresholds;
  const operator = "greaterThanInclusive";

  it.each<[string, Partial<Rule<string>>, Partial<Rule<string>>, unknown[]]>([
    [
      "is a number",
      { conditions: atLeast(1) },
      { conditions: atLeast(2) },
      [{ operator, before: 1, after: 2 }],
    ],
    ["is a number that goes", { conditions: atLeast(1) }, {}, [{ operator, before: 1 }]],
    ["is a number that comes", {}, { conditions: atLeast(1) }, [{ operator, after: 1 }]],
    [
      "is each number once",
      { conditions: { any: [atLeast(1), atLeast(1), atLeast(3)] } },
      { conditions: { any: [atLeast(2), atLeast(2), atLeast(3)] } },
      [{ operator, before: 1, after: 2 }],
    ],
    [
      "is a number that has a name, before those that have none",
      { conditions: { any: [atLeast(5), atLeast(1)] }, values: { least: 1, other: 7 } },
      { conditions: { any: [atLeast(4), atLeast(2)] }, values: { least: 2, other: 8 } },
      [
        { operator, before: 1, after: 2 },
        { operator, before: 5, after: 4 },
      ],
    ],
    [
      "is no text, and no value that is new or stays",
      { conditions: atLeast(1), values: { noun: "one", same: 2 } },
      { conditions: { all: [atLeast(2)] }, values: { noun: "two", same: 2, more: 2 } },
      [{ operator, before: 1, after: 2 }],
    ],
    [
      "is told without values before",
      { conditions: atLeast(1) },
      { conditions: atLeast(2), values: { least: 2 } },
      [{ operator, before: 1, after: 2 }],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(thresholds(before, after)).toStrictEqual(expected);
  });
});

describe("the days on which other rules may come into force", () => {
  const asked = { track, onInvalid: "throw" } as const;
  const firstDays = editions.map(({ from }) => from);

  it("are those of the editions, and of each rule of a host", () => {
    expect(calendarOf(asked)).toEqual(firstDays);
    const own = [
      house({ from: "2022-01-01" }),
      house({ id: "b", from: "2023-01-01", until: "2024-01-01" }),
    ];
    expect(calendarOf({ ...asked, rules: own })).toEqual([
      ...firstDays,
      "2022-01-01",
      "2023-01-01",
      "2024-01-01",
    ]);
  });

  it("are none where an edition is named", () => {
    expect(calendarOf({ ...asked, edition: "2018-08-31", rules: [house()] })).toEqual([]);
  });
});

describe("a question", () => {
  it("is read once, while its options say the same and nothing in them can change", () => {
    const asked = { asOf: "2020-09-02", track } as const;
    const read = readQuestion(asked);
    expect(readQuestion(asked)).toBe(read);
    expect(readQuestion({ ...asked })).toBe(read);
    expect(readQuestion({ ...asked, asOf: "2020-09-03" })).not.toBe(read);
    const more = readQuestion({ ...asked, onInvalid: "unknown" });
    expect(more).not.toBe(readQuestion(asked));
    const open = { ...asked, rules: [house()] };
    expect(readQuestion(open)).not.toBe(readQuestion(open));
    const frozen = { ...asked, rules: deepFreeze([house()]) };
    expect(readQuestion(frozen)).toBe(readQuestion(frozen));
  });

  it("is read again for options that a class may have", () => {
    const asked = Object.assign(Object.create({}) as object, { asOf: "2020-09-02" });
    expect(readQuestion(asked as never)).not.toBe(readQuestion(asked as never));
  });
});

describe("rules of a host", () => {
  it("are the same set on days on which the same are in force", () => {
    const list = readHostRules([house(), house({ id: "b", from: "2020-01-01" })], ownFacts);
    const on = (day: string) => hostRulesOn(day, track, list, ownFacts);
    expect(orderOf(on("2019-01-01")).ids).toEqual(["house"]);
    expect(orderOf(on("2020-01-01")).ids).toEqual(["house", "b"]);
    expect(orderOf(on("2020-01-01")).kinds).toEqual(["requirement", "requirement"]);
    expect(on("2021-01-01")).toBe(on("2020-01-01"));
    expect(on("2019-01-01")).not.toBe(on("2020-01-01"));
  });

  it("are another set on days on which as many others are in force", () => {
    const later = house({ id: "b", from: "2020-01-01" });
    const list = readHostRules([house({ until: "2020-01-01" }), later], ownFacts);
    const idsOn = (day: string): readonly string[] =>
      orderOf(hostRulesOn(day, track, list, ownFacts)).ids;
    expect([idsOn("2019-12-31"), idsOn("2020-01-01")]).toEqual([["house"], ["b"]]);
  });

  it("are the same while their list says the same, frozen or not", () => {
    const own = [...rules, house()];
    const read = readHostRules(own, ownFacts);
    expect(readHostRules(own, ownFacts)).toBe(read);
    expect(readHostRules([...rules, house()], ownFacts)).toBe(read);
    expect(readHostRules([...rules, house({ id: "b" })], ownFacts)).not.toBe(read);
    const frozen = deepFreeze([house()]);
    expect(readHostRules(frozen, ownFacts)).toBe(readHostRules(frozen, ownFacts));
  });

  it("say nothing that is not theirs, in variants either", () => {
    const own = house({ variants: [{ status: "unmet", when: { all: [isTrue] }, message: "No." }] });
    const [read] = readHostRules([own], ownFacts);
    expect(read!.variants).toHaveLength(1);
    for (const part of [read!, ...read!.variants!]) expect(Object.getPrototypeOf(part)).toBeNull();
  });

  it("are checked until there are more problems than are collected", async () => {
    const list = Array.from({ length: 1100 }, (_, index) => house({ id: `x${index}`, title: "" }));
    const error = await rejection(() => readHostRules(list, ownFacts));
    expect((error as InvalidRuleError).issues).toHaveLength(1000);
    expect(error.message).toMatch(/; and 991 more$/);
  });

  it("are refused, with what programs need, where one is given twice", async () => {
    const error = await rejection(() => readHostRules([house(), house()], ownFacts));
    expect((error as InvalidRuleError).issues).toEqual([
      {
        path: "rules.1.id",
        message: 'Rule "house" is given twice for the same track and days',
        code: "duplicate",
        values: { id: "house" },
        ruleId: "house",
      },
    ]);
  });

  it("are refused where they come after themselves or after nothing, with what programs need", () => {
    expect(precedenceIssues([house({ after: ["house", "x"] })], [])).toEqual([
      {
        path: "0.after.1",
        message: 'Unknown rule "x"',
        code: "unknown-value",
        values: { value: "x" },
        ruleId: "house",
      },
      {
        path: "0.after",
        message: 'Rule "house" comes after itself',
        code: "cycle",
        values: { id: "house" },
        ruleId: "house",
      },
    ]);
    expect(precedenceIssues([house()], rules)).toEqual([]);
  });

  it("are refused where they cannot be read, by their place", async () => {
    const unread = {
      get id(): string {
        throw new Error("not now");
      },
    };
    const asked =
      (list: unknown): (() => unknown) =>
      () =>
        evaluateSync({}, { asOf: "2020-09-02", rules: list } as never);
    const [one, frozen] = await Promise.all([
      rejection(asked([house(), unread])),
      rejection(asked(Object.freeze([Object.freeze(unread)]))),
    ]);
    expect(one.message).toBe("Invalid rule: rules.1: Expected data; reading it fails");
    expect(frozen.message).toBe("Invalid rule: rules.0: Expected data; reading it fails");
  });

  it("are checked again when one is added, removed or changed in its list", () => {
    const list: Rule<string>[] = [house()];
    const idsNow = (): string[] =>
      evaluateSync({}, { asOf: "2020-09-02", track, rules: list }).findings.map(
        ({ ruleId }) => ruleId,
      );
    expect(idsNow()).toEqual(["house"]);
    list.push(house({ id: "b" }));
    expect(idsNow()).toEqual(["house", "b"]);
    list.shift();
    expect(idsNow()).toEqual(["b"]);
    list[0] = house({ id: "c" });
    expect(idsNow()).toEqual(["c"]);
    (list[0] as { id: string }).id = "d";
    expect(idsNow()).toEqual(["d"]);
  });
});
