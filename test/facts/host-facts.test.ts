import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type Condition,
  type HostFact,
  InvalidOptionsError,
  InvalidProfileError,
  InvalidRuleError,
  type PartnerProfile,
  type Report,
  type Rule,
  evaluate,
  evaluateMany,
  evaluateSync,
  rules,
} from "../../src/index.ts";
import { factsWith } from "../../src/facts/fact-table.ts";
import { houseRule } from "../house-rule.ts";
import { goodProfile } from "../profiles.ts";
import { rejection } from "../rejection.ts";

const hostFacts = [
  { id: "host.accountManager", type: "boolean", label: "Account manager assigned" },
  { id: "host.score", type: "number", label: "Score" },
  { id: "host.segment", type: "text", label: "Segment", values: ["A", "B"] },
  { id: "host.contractOn", type: "date", label: "Contract", nullable: true },
  { id: "host.markets", type: "text list", label: "Markets" },
  { id: "host.note", type: "text", label: "Note", question: "Any note?", help: "A note." },
] as const satisfies HostFact[];

const managed = houseRule({
  all: [{ fact: "host.accountManager", operator: "equal", value: true }],
});
const asOf = "2020-09-02";

function options(...mine: Rule<string>[]) {
  return { asOf, track: "remain", rules: [...rules, ...mine], hostFacts } as const;
}
const houseFinding = (report: Report<string>): Report<string>["findings"][number] =>
  report.findings.find(({ ruleId }) => ruleId === "house")!;

describe("a fact of the host", () => {
  it.each([
    [{ accountManager: true }, "met", []],
    [{ accountManager: false }, "unmet", []],
    [{}, "unknown", ["host.accountManager"]],
    [undefined, "unknown", ["host.accountManager"]],
  ])("is read by its rule (%j)", async (host, status, missing) => {
    const profile: PartnerProfile = { ...goodProfile, host };
    const report = evaluateSync(profile, options(managed));
    expect(houseFinding(report)).toMatchObject({ status, missing, origin: "host" });
    expect(await evaluate(profile, options(managed))).toStrictEqual(report);
  });

  it("is in the evidence and among what to ask", () => {
    const report = evaluateSync({ host: { accountManager: false } }, options(managed));
    expect(houseFinding(report).evidence).toEqual({
      all: [
        {
          fact: "host.accountManager",
          operator: "equal",
          expected: true,
          actual: false,
          result: false,
        },
      ],
      result: false,
    });
    const { missingFacts } = evaluateSync({}, options(managed));
    expect(missingFacts.at(-1)).toEqual({ fact: "host.accountManager", neededBy: ["house"] });
  });

  it.each<[string, Condition, unknown]>([
    ["number", { fact: "host.score", operator: "greaterThan", value: 4 }, { score: 5 }],
    ["text", { fact: "host.segment", operator: "in", value: ["A"] }, { segment: "A" }],
    [
      "date",
      { fact: "host.contractOn", operator: "onOrBefore", value: { fact: "asOf" } },
      { contractOn: asOf },
    ],
    [
      "text list",
      { fact: "host.markets", operator: "contains", value: "SE" },
      { markets: ["NO", "SE"] },
    ],
    [
      "text, looked up in another,",
      { fact: "company.country", operator: "in", value: { fact: "host.markets" } },
      { markets: ["SE"] },
    ],
  ])("that is a %s has the operators of its type", async (_, leaf, host) => {
    const profile = { ...goodProfile, host } as PartnerProfile;
    const mine = houseRule({ all: [leaf] });
    const report = evaluateSync(profile, options(mine));
    expect(houseFinding(report).status).toBe("met");
    expect(await evaluate(profile, options(mine))).toStrictEqual(report);
  });

  it("that is null is known to be none", () => {
    const signed = houseRule({
      all: [{ fact: "host.contractOn", operator: "onOrBefore", value: { fact: "asOf" } }],
    });
    expect(houseFinding(evaluateSync({ host: { contractOn: null } }, options(signed))).status).toBe(
      "unmet",
    );
  });

  it("fills a text, and a variant of it", () => {
    const scored = houseRule(
      { all: [{ fact: "host.score", operator: "greaterThan", value: 4 }] },
      {
        messages: { met: "Yes.", unmet: "{host.score} is too low.", unknown: "Who knows?" },
        variants: [
          {
            status: "unmet",
            when: { all: [{ fact: "host.segment", operator: "equal", value: "B" }] },
            message: "In B, {host.score} is too low.",
          },
        ],
      },
    );
    const message = (host: PartnerProfile["host"]): string =>
      houseFinding(evaluateSync({ host }, options(scored))).message;
    expect(message({ score: 3.5 })).toBe("3.5 is too low.");
    expect(message({ score: 1, segment: "B" })).toBe("In B, 1 is too low.");
  });

  it("is looked up where the profile does not state it", async () => {
    const calls: unknown[] = [];
    const facts = {
      "host.accountManager": (profile: PartnerProfile) => {
        calls.push(profile.id);
        return true;
      },
      "host.score": () => expect.fail("no rule reads it"),
    };
    const report = await evaluate({ id: "acme" }, { ...options(managed), facts });
    expect(houseFinding(report).status).toBe("met");
    expect(calls).toEqual(["acme"]);
    const wrong = { "host.accountManager": () => "yes" };
    const { factErrors, findings } = await evaluate({}, { ...options(managed), facts: wrong });
    expect(factErrors).toEqual([
      { fact: "host.accountManager", message: expect.stringMatching(/^host\.accountManager: /) },
    ]);
    expect(findings.at(-1)!.status).toBe("unknown");
  });

  it("may be malformed like any other", () => {
    const typed: unknown = { host: { accountManager: "y", score: 4, segment: "C" } };
    expect(() => evaluateSync(typed, options(managed))).toThrow(InvalidProfileError);
    const report = evaluateSync(typed, { ...options(managed), onInvalid: "unknown" });
    expect(report.ignored?.map(({ path }) => path)).toEqual([
      "host.accountManager",
      "host.segment",
    ]);
    expect(houseFinding(report).status).toBe("unknown");
  });

  it.each<[unknown, string]>([
    [{ accountManager: "y" }, "host.accountManager: Expected true or false"],
    [{ score: "4" }, "host.score: Expected a number"],
    [{ segment: "C" }, 'host.segment: Unknown value "C" (one of A, B)'],
    [{ segment: 1 }, "host.segment: Expected one of A, B"],
    [{ contractOn: "soon" }, "host.contractOn: Expected a calendar date, YYYY-MM-DD"],
    [{ markets: "SE" }, "host.markets: Expected a list of texts"],
    [{ markets: ["SE", 1] }, "host.markets.1: Expected a text"],
    [{ note: 1 }, "host.note: Expected a text"],
    [{ score: null }, "host.score: Expected a number"],
  ])("is refused if it is not of its type: %j", (host, message) => {
    const profile: unknown = { host };
    expect(() => evaluateSync(profile, options(managed))).toThrow(message);
  });

  it("is described by its declaration, with its label where that says no more", () => {
    const { describe: describeFact, stated, ids } = factsWith(hostFacts);
    expect(stated.slice(-hostFacts.length)).toEqual(hostFacts.map(({ id }) => id));
    expect(ids.slice(-hostFacts.length)).toEqual(hostFacts.map(({ id }) => id));
    expect(describeFact("host.note")).toEqual({
      id: "host.note",
      type: "text",
      label: "Note",
      help: "A note.",
      question: "Any note?",
      group: "Host",
    });
    expect(describeFact("host.contractOn")).toEqual({
      id: "host.contractOn",
      type: "date",
      label: "Contract",
      help: "Contract",
      question: "Contract",
      nullMeans: "None.",
      group: "Host",
    });
  });

  it("goes with a profile that is no plain object, which takes longer to read", () => {
    const host = { accountManager: true, markets: ["SE"], note: "" };
    const plain = { ...goodProfile, host };
    const instance = Object.assign(Object.create({}), plain) as PartnerProfile;
    expect(evaluateSync(instance, options(managed))).toStrictEqual(
      evaluateSync(plain, options(managed)),
    );
    expect(() => evaluateSync({ "company.country": "SE" } as unknown, options(managed))).toThrow(
      /profileFrom/,
    );
  });

  it("may be stated though no rule reads it", () => {
    const own = { asOf, track: "remain", hostFacts } as const;
    const report = evaluateSync({ ...goodProfile, host: { score: 1 } }, own);
    expect(report).toStrictEqual(evaluateSync(goodProfile, { asOf, track: "remain" }));
  });

  it("goes with portfolios", () => {
    const profiles = [{ host: { accountManager: true } }, { host: { score: "x" } }];
    const results = [...evaluateMany(profiles, options(managed))];
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
  });
});

describe("what is not declared is refused", () => {
  it.each([
    [
      "in a profile",
      { host: { acountManager: true } },
      /host\.acountManager: Unknown key "acountManager"; did you mean "accountManager"/,
    ],
    ["under an inherited name", { host: { constructor: true } }, /host\.constructor: Unknown key/],
  ])("%s", (_, profile, message) => {
    expect(() => evaluateSync(profile as unknown, options(managed))).toThrow(message);
  });

  it("in a profile, if nothing is", () => {
    expect(() => evaluateSync({ host: {} }, { asOf })).toThrow(/host: Unknown key "host"/);
  });

  it("in a rule, with the id of the rule", async () => {
    const other = houseRule({ all: [{ fact: "host.scor", operator: "equal", value: 1 }] });
    const error = (await rejection(() => evaluateSync({}, options(other)))) as InvalidRuleError;
    expect(error).toBeInstanceOf(InvalidRuleError);
    expect(error.issues).toEqual([
      {
        path: `rules.${rules.length}.conditions.all.0.fact`,
        message: 'Unknown fact "host.scor"; did you mean "host.score"?',
        code: "unknown-value",
        values: { value: "host.scor", suggestion: "host.score" },
        ruleId: "house",
      },
    ]);
    expect(() => evaluateSync({}, { asOf, rules: [managed] })).toThrow(InvalidRuleError);
  });

  it("among look-ups", async () => {
    const facts = { "host.other": () => true };
    const error = await rejection(evaluate({}, { ...options(managed), facts }));
    expect(error).toBeInstanceOf(InvalidOptionsError);
    expect(error.message).toMatch(/facts\.host\.other: Unknown key "host.other"/);
  });

  it.each([
    [
      "reads with the wrong operator",
      { fact: "host.segment", operator: "greaterThan", value: 1 },
      /cannot read host\.segment/,
    ],
    [
      "compares with the wrong value",
      { fact: "host.segment", operator: "equal", value: "C" },
      /host\.segment is never "C"; it is one of A, B/,
    ],
  ] as [string, Condition, RegExp][])("a rule that %s", (_, leaf, message) => {
    expect(() => evaluateSync({}, options(houseRule({ all: [leaf] })))).toThrow(message);
  });
});

describe("a declaration is checked", () => {
  it.each<[string, unknown, RegExp]>([
    ["no list", {}, /hostFacts: Expected a list of facts/],
    [
      "another prefix",
      [{ id: "crm.x", type: "boolean", label: "X" }],
      /hostFacts\.0\.id: Expected "host\." and a name/,
    ],
    ["a nested name", [{ id: "host.a.b", type: "boolean", label: "X" }], /hostFacts\.0\.id/],
    [
      "a name that is none",
      [{ id: "host.__proto__", type: "boolean", label: "X" }],
      /hostFacts\.0\.id/,
    ],
    [
      "an unknown type",
      [{ id: "host.x", type: "bool", label: "X" }],
      /hostFacts\.0\.type: Unknown type "bool" \(one of boolean, number, date, text, text list\)/,
    ],
    ["no label", [{ id: "host.x", type: "boolean" }], /hostFacts\.0\.label/],
    [
      "values of a number",
      [{ id: "host.x", type: "number", label: "X", values: ["1"] }],
      /hostFacts\.0\.values: Only a text/,
    ],
    [
      "twice the same",
      [hostFacts[0], hostFacts[0]],
      /hostFacts\.1\.id: Fact "host.accountManager" is declared twice/,
    ],
  ])("%s", (_, declared, message) => {
    const wrong = { asOf, hostFacts: declared as HostFact[] };
    expect(() => evaluateSync({}, wrong)).toThrow(InvalidOptionsError);
    expect(() => evaluateSync({}, wrong)).toThrow(message);
  });

  it("anew when it changes, in the same list", () => {
    const list: HostFact[] = [{ id: "host.x", type: "number", label: "X" }];
    const open = { asOf, hostFacts: list };
    expect(evaluateSync({ host: { x: 1 } }, open)).toBeTruthy();
    list[0] = { id: "host.x", type: "text", label: "X" };
    expect(() => evaluateSync({ host: { x: 1 } }, open)).toThrow(InvalidProfileError);
    expect(evaluateSync({ host: { x: "1" } }, open)).toBeTruthy();
  });
});

it("facts of two hosts do not mix: no call changes what another returns", () => {
  const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "constructor", "toString"), {
    minLength: 1,
  });
  const declared = names.map((list): HostFact[] =>
    list.map((name) => ({ id: `host.${name}`, type: "boolean", label: name })),
  );
  fc.assert(
    fc.property(declared, declared, (one, other) => {
      const ask = (list: HostFact[]): Report<string> => {
        const mine = houseRule({
          all: list.map(({ id }) => ({ fact: id, operator: "equal", value: true }) as const),
        });
        return evaluateSync({}, { ...options(mine), hostFacts: list });
      };
      const before = ask(one);
      ask(other);
      expect(ask(one)).toStrictEqual(before);
      expect(houseFinding(before).missing).toEqual(one.map(({ id }) => id));
    }),
  );
});
