import { describe, expect, it } from "vitest";

import { InvalidRuleError, ruleFileSchema } from "../../src/index.ts";
import { issuesOf } from "../../src/input/issues.ts";

const leaf = { fact: "support.firstLevel", operator: "equal", value: true };

const version = {
  from: "2018-08-31",
  tracks: ["enroll"],
  kind: "requirement",
  actor: "partner",
  conditions: { all: [leaf] },
  messages: { met: "Yes.", unmet: "No.", unknown: "Maybe." },
  remedy: "Do it.",
  sources: [{ document: "direct-partner-new-requirements", segments: ["94c12-118"] }],
};

const file = { id: "some-rule", title: "Some rule", versions: [version] };

const changed = (change: object): object => ({ ...file, versions: [{ ...version, ...change }] });
const withLeaf = (change: object): object =>
  changed({ conditions: { all: [{ ...leaf, ...change }] } });

function issues(input: unknown): [path: string, message: string][] {
  const parsed = ruleFileSchema.safeParse(input, { reportInput: true });
  return parsed.success ? [] : issuesOf(parsed.error).map(({ path, message }) => [path, message]);
}

describe("accepts", () => {
  it.each<[string, unknown]>([
    ["a small rule", file],
    [
      "a source outside the register",
      changed({ sources: [{ title: "T", url: "https://example.org", revision: "2020-01-01" }] }),
    ],
    [
      "due and applicable rules with their messages",
      changed({
        dueWhen: { any: [leaf] },
        appliesWhen: { not: leaf },
        messages: { ...version.messages, "not-due": "Later.", "not-applicable": "Never." },
      }),
    ],
    [
      "successive versions",
      {
        ...file,
        versions: [
          { ...version, until: "2020-01-01" },
          { ...version, from: "2020-01-01" },
        ],
      },
    ],
    [
      "versions for two tracks at once",
      { ...file, versions: [version, { ...version, tracks: ["remain"] }] },
    ],
    [
      "words for particular states",
      changed({
        variants: [
          { status: "met", when: { all: [leaf] }, message: "Yes, by chance." },
          { status: "unmet", when: { not: leaf }, remedy: "Do it now.", actor: "microsoft" },
        ],
      }),
    ],
    ["what comes before", { ...file, after: ["other-rule"] }],
    ["deep nesting", changed({ conditions: { not: { any: [{ all: [{ not: leaf }] }, leaf] } } })],
    [
      "a date compared with a date fact",
      withLeaf({ fact: "support.plan.endsOn", operator: "onOrAfter", value: { fact: "asOf" } }),
    ],
    [
      "a text looked up in a list fact",
      withLeaf({
        fact: "company.country",
        operator: "in",
        value: { fact: "membership.activeLocationCountries" },
      }),
    ],
    [
      "a list fact and a text fact",
      withLeaf({
        fact: "membership.activeLocationCountries",
        operator: "contains",
        value: { fact: "company.country" },
      }),
    ],
    [
      "a number in a list of numbers",
      withLeaf({ fact: "services.ipServices", operator: "in", value: [1, 2] }),
    ],
    ["must in a requirement", changed({ remedy: "You must." })],
    ["mustard in a step", changed({ kind: "step", remedy: "Buy mustard." })],
  ])("%s", (_, input) => {
    expect(issues(input)).toEqual([]);
  });
});

describe("refuses", () => {
  const at = "versions.0";
  const first = `${at}.conditions.all.0`;
  it.each<[string, unknown, string, RegExp]>([
    ["an id that is not kebab-case", { ...file, id: "someRule" }, "id", /kebab-case/],
    ["a file without versions", { ...file, versions: [] }, "versions", /at least one version/],
    ["an unknown key", { ...file, titel: "x" }, "titel", /mean "title"/],
    [
      "an unknown fact",
      withLeaf({ fact: "support.firstLevl" }),
      `${first}.fact`,
      /mean "support.firstLevel"/,
    ],
    ["an unknown operator", withLeaf({ operator: "equals" }), `${first}.operator`, /mean "equal"/],
    [
      "an operator that does not fit the fact",
      withLeaf({ operator: "lessThan", value: 1 }),
      `${first}.operator`,
      /cannot read support.firstLevel, which is a boolean/,
    ],
    [
      "a fact that no operator can read",
      withLeaf({ fact: "support.plan" }),
      `${first}.operator`,
      /cannot read/,
    ],
    [
      "a value of another type",
      withLeaf({ value: "true" }),
      `${first}.value`,
      /compared with a boolean/,
    ],
    [
      "a value the fact never has",
      withLeaf({ fact: "support.plan.type", value: "Basic" }),
      `${first}.value`,
      /never "Basic"/,
    ],
    [
      "a listed value the fact never has",
      withLeaf({ fact: "support.plan.type", operator: "in", value: ["ASfP", "asfp"] }),
      `${first}.value`,
      /never "asfp"/,
    ],
    [
      "a date that does not exist",
      withLeaf({ fact: "asOf", operator: "onOrAfter", value: "2020-02-30" }),
      `${first}.value`,
      /a date/,
    ],
    [
      "facts of different types",
      withLeaf({ value: { fact: "asOf" } }),
      `${first}.value`,
      /cannot be compared with asOf/,
    ],
    [
      "one value where a list belongs",
      withLeaf({ fact: "company.country", operator: "in", value: "SE" }),
      `${first}.value`,
      /with a list/,
    ],
    [
      "a list where one value belongs",
      withLeaf({ fact: "company.country", value: ["SE"] }),
      `${first}.value`,
      /a text/,
    ],
    [
      "a look-up in a fact that is no list",
      withLeaf({ fact: "company.country", operator: "in", value: { fact: "support.plan.type" } }),
      `${first}.value`,
      /cannot be looked up/,
    ],
    [
      "a look-up in an empty list",
      withLeaf({ fact: "company.country", operator: "in", value: [] }),
      `${first}.value`,
      /empty list/,
    ],
    ["a value that is null", withLeaf({ value: null }), `${first}.value`, /Expected a boolean/],
    [
      "a leaf without a value",
      changed({ conditions: { all: [{ fact: "asOf", operator: "equal" }] } }),
      first,
      /exactly one of/,
    ],
    ["a bare leaf at the root", changed({ conditions: leaf }), `${at}.conditions`, /at the root/],
    ["an empty all", changed({ conditions: { all: [] } }), `${at}.conditions.all`, /empty list/],
    [
      "an empty any inside",
      changed({ conditions: { all: [{ any: [] }] } }),
      `${first}.any`,
      /empty list/,
    ],
    [
      "all beside any",
      changed({ conditions: { all: [leaf], any: [leaf] } }),
      `${at}.conditions`,
      /exactly one of/,
    ],
    [
      "not of a list",
      changed({ conditions: { not: [leaf] } }),
      `${at}.conditions.not`,
      /exactly one of/,
    ],
    ["a priority", withLeaf({ priority: 2 }), `${first}.priority`, /Unknown key/],
    [
      "a version that ends as it starts",
      changed({ until: "2018-08-31" }),
      `${at}.until`,
      /must end after/,
    ],
    ["no track", changed({ tracks: [] }), `${at}.tracks`, /at least one track/],
    ["a track twice", changed({ tracks: ["enroll", "enroll"] }), `${at}.tracks`, /twice/],
    [
      "an unknown document",
      changed({ sources: [{ document: "nowhere" }] }),
      `${at}.sources.0.document`,
      /Unknown document/,
    ],
    ["no source", changed({ sources: [] }), `${at}.sources`, /at least one source/],
    [
      "a source without a date",
      changed({ sources: [{ title: "T", url: "https://example.org" }] }),
      `${at}.sources.0`,
      /Expected \{ document \}/,
    ],
    [
      "dueWhen without its message",
      changed({ dueWhen: { all: [leaf] } }),
      `${at}.messages.not-due`,
      /needs a message/,
    ],
    [
      "a message for what cannot be",
      changed({ messages: { ...version.messages, "not-applicable": "Never." } }),
      `${at}.messages.not-applicable`,
      /never not-applicable/,
    ],
    [
      "must in a step",
      changed({ kind: "step", remedy: "You MUST." }),
      `${at}.remedy`,
      /cannot say "must"/,
    ],
    [
      "a variant of a status that cannot be",
      changed({ variants: [{ status: "not-due", when: { all: [leaf] }, message: "Later." }] }),
      `${at}.variants.0.status`,
      /never not-due/,
    ],
    [
      "a remedy where nothing is to be done",
      changed({ variants: [{ status: "met", when: { all: [leaf] }, remedy: "Do it." }] }),
      `${at}.variants.0.status`,
      /A met finding shows no remedy/,
    ],
    [
      "a variant that varies nothing",
      changed({ variants: [{ status: "met", when: { all: [leaf] } }] }),
      `${at}.variants.0`,
      /a message, a remedy or an actor/,
    ],
    ["no variant at all", changed({ variants: [] }), `${at}.variants`, /Expected a variant/],
    [
      "must in the variant of a step",
      changed({
        kind: "step",
        variants: [{ status: "unmet", when: { all: [leaf] }, message: "You must." }],
      }),
      `${at}.variants.0.message`,
      /cannot say "must"/,
    ],
    ["an order that is no list of ids", { ...file, after: ["Some Rule"] }, "after.0", /kebab-case/],
    [
      "must in a recommendation",
      changed({ kind: "recommendation", messages: { ...version.messages, unmet: "It must." } }),
      `${at}.messages.unmet`,
      /cannot say "must"/,
    ],
    [
      "versions that overlap",
      { ...file, versions: [version, { ...version, from: "2019-01-01" }] },
      "versions.1.from",
      /Overlaps with versions.0/,
    ],
  ])("%s", (_, input, path, message) => {
    expect(issues(input)).toEqual([[path, expect.stringMatching(message)]]);
  });

  it("versions that overlap, in whatever order they stand", () => {
    const late = { ...version, from: "2020-01-01" };
    const versions = [late, { ...version, until: "2020-01-02" }];
    expect(issues({ ...file, versions })).toEqual([["versions.1.from", expect.any(String)]]);
    const apart = [late, { ...version, until: "2020-01-01" }];
    expect(issues({ ...file, versions: apart })).toEqual([]);
  });

  it("everything at once, near and far", () => {
    const input = changed({
      kind: "step",
      remedy: "You must.",
      tracks: ["stay"],
      until: "2018-01-01",
      title: "x",
    });
    expect(
      issues(input)
        .map(([path]) => path)
        .toSorted(),
    ).toEqual(["versions.0.remedy", "versions.0.title", "versions.0.tracks.0", "versions.0.until"]);
  });
});

it("an error says on one line what is wrong and where", () => {
  const error = new InvalidRuleError([
    {
      path: "rules.0.id",
      message: "Expected a kebab-case id",
      code: "wrong-format",
      values: {},
      ruleId: "My rule",
    },
    { path: "", message: "and\nmore", code: "rejected", values: {} },
  ]);
  expect(error.message).toBe(
    "Invalid rule: rules.0.id (My rule): Expected a kebab-case id; and more",
  );
});
