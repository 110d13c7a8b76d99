import { describe, expect, it } from "vitest";

import {
  type HostFact,
  InvalidInputError,
  type Issue,
  type Rule,
  evaluate,
  evaluateSync,
  rules,
} from "../../src/index.ts";
import { rejection } from "../rejection.ts";

const asOf = "2020-09-02";

async function issuesOf(work: () => unknown): Promise<readonly Issue[]> {
  const error = await rejection(async () => work());
  expect(error).toBeInstanceOf(InvalidInputError);
  return (error as InvalidInputError).issues;
}

const inProfile = (profile: unknown) => () => evaluateSync(profile, { asOf });
const inRule = (change: object) => () =>
  evaluateSync({}, { asOf, rules: [{ ...rules[0]!, id: "mine", ...change } as unknown as Rule] });
const leaf = (condition: object): object => ({ conditions: { all: [condition] } });

describe("an issue has a code, and what is needed to word it", () => {
  it.each<[string, () => unknown, Partial<Issue>]>([
    [
      "a misspelled key",
      inProfile({ company: { contry: "SE" } }),
      { code: "unknown-key", values: { key: "contry", suggestion: "country" } },
    ],
    ["an unlike key", inProfile({ x: 1 }), { code: "unknown-key", values: { key: "x" } }],
    [
      "a missing value",
      inProfile({ membership: { locationIds: [{ id: "1", country: "SE" }] } }),
      { path: "membership.locationIds.0.active", code: "missing", values: { expected: "boolean" } },
    ],
    [
      "a value of another type",
      inProfile({ support: { firstLevel: "yes" } }),
      { code: "wrong-type", values: { expected: "boolean" } },
    ],
    [
      "a value that is not one of few",
      inProfile({ creditCheck: { status: "Passed" } }),
      {
        code: "unknown-value",
        values: {
          value: "Passed",
          suggestion: "passed",
          allowed: ["not-started", "pending", "passed", "failed"],
        },
      },
    ],
    [
      "a value that is not one of many",
      inProfile({ company: { country: "UK" } }),
      { code: "unknown-value", values: { value: "UK", suggestion: "GB" } },
    ],
    [
      "a day that does not exist",
      inProfile({ creditCheck: { notifiedOn: "2019-02-29" } }),
      { code: "wrong-format", values: { format: "date" } },
    ],
    [
      "too little",
      inProfile({ services: { ipServices: -1 } }),
      { code: "too-small", values: { minimum: 0 } },
    ],
    [
      "too much",
      inProfile({ services: { ipServices: 2 ** 60 } }),
      { code: "too-big", values: { maximum: Number.MAX_SAFE_INTEGER } },
    ],
    [
      "a contradiction",
      inProfile({ security: { adminAccounts: 1, adminAccountsWithMfa: 2 } }),
      { code: "contradiction", values: { others: ["adminAccounts"] } },
    ],
    [
      "a day before the first edition",
      () => evaluateSync({}, { asOf: "2018-08-30" }),
      { code: "no-edition", values: { first: "2018-08-31" } },
    ],
    [
      "a look-up that is not a function",
      () => evaluate({}, { asOf, facts: { "company.country": "SE" as never } }),
      {
        path: "facts.company.country",
        code: "wrong-type",
        values: { expected: "function" },
      },
    ],
    [
      "a fact declared twice",
      () => {
        const twice: HostFact = { id: "host.x", type: "number", label: "X" };
        return evaluateSync({}, { asOf, hostFacts: [twice, twice] });
      },
      { path: "hostFacts.1.id", code: "duplicate", values: { id: "host.x" } },
    ],
    [
      "an operator that cannot read its fact",
      inRule(leaf({ fact: "company.country", operator: "lessThan", value: 1 })),
      {
        code: "wrong-operator",
        values: { operator: "lessThan", fact: "company.country", type: "text" },
        ruleId: "mine",
      },
    ],
    [
      "a value that the fact never has",
      inRule(leaf({ fact: "creditCheck.status", operator: "equal", value: "done" })),
      {
        code: "wrong-value",
        values: {
          fact: "creditCheck.status",
          allowed: ["not-started", "pending", "passed", "failed"],
        },
        ruleId: "mine",
      },
    ],
    [
      "a condition of no form",
      inRule({ conditions: 5 }),
      { code: "wrong-form", values: {}, ruleId: "mine" },
    ],
    [
      "a placeholder that names nothing",
      inRule({ remedy: "Do {it}." }),
      { code: "wrong-text", values: { name: "it" }, ruleId: "mine" },
    ],
    [
      "a period that ends before it starts",
      inRule({ until: "2018-01-01" }),
      { path: "rules.0.until", code: "rejected", ruleId: "mine" },
    ],
  ])("%s", async (_, work, expected) => {
    expect(await issuesOf(work)).toEqual([expect.objectContaining(expected)]);
  });

  it("a rule without an id is named by its place alone", async () => {
    const issues = await issuesOf(() =>
      evaluateSync({}, { asOf, rules: [{ ...rules[0]!, id: 5 as never }] }),
    );
    expect(issues[0]).not.toHaveProperty("ruleId");
  });
});

it("a rule of a host may say must in any kind; house style is ours", () => {
  const recommendation = { kind: "recommendation", remedy: "You must do it.", id: "mine" } as const;
  const mine = { ...rules[0]!, ...recommendation } as unknown as Rule;
  expect(evaluateSync({}, { asOf: "2018-09-01", rules: [mine] }).findings).toHaveLength(1);
});
