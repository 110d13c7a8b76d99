import { describe, expect, it } from "vitest";
import type * as z from "zod";

import type { HostFact, Issue } from "../../src/index.ts";
import { factsWith } from "../../src/facts/fact-table.ts";
import { issuesOf } from "../../src/input/issues.ts";
import { conditionsOf, factsIn } from "../../src/rule/facts-in-conditions.ts";
import { hasRemedy, isFactReference, overlap } from "../../src/rule/rule.ts";
import { checkMust, checkOverlap } from "../../src/rule/rule-checks.ts";
import { ruleSchemaFor } from "../../src/rule/rule-schema.ts";
import { textsOf } from "../../src/rule/text.ts";
import { houseRule } from "../house-rule.ts";

const regions = Array.from({ length: 12 }, (_, index) => `r${index + 1}`);
let hosts = 0;

/** The facts of a host that is new each time, so that each test makes a schema of its own. */
function hostFacts(): HostFact[] {
  hosts += 1;
  return [
    { id: "host.tier", type: "text", label: `Tier ${hosts}`, values: ["gold", "silver"] },
    { id: "host.region", type: "text", label: "Region", values: regions },
  ];
}
const leaf = { fact: "host.tier", operator: "equal", value: "gold" };
const met = { status: "met", when: { all: [leaf] } };

/** What is said of a rule with a change, by the schema of a host that declares its own facts. */
function issuesIn(change: object): Issue[] {
  const rule = { ...houseRule({ all: [leaf] } as never), ...change };
  const parsed = ruleSchemaFor(factsWith(hostFacts())).safeParse(rule, { reportInput: true });
  return parsed.success ? [] : issuesOf(parsed.error);
}

const withLeaf = (change: object): object => ({ conditions: { all: [{ ...leaf, ...change }] } });
const first = "conditions.all.0";

describe("a rule of a host", () => {
  it.each<[string, object]>([
    ["about its own fact", {}],
    ["with a list of more than one value", withLeaf({ operator: "in", value: ["gold", "silver"] })],
    ["with a value of the package", withLeaf({ fact: "support.firstLevel", value: true })],
    [
      "with a text looked up in a list",
      withLeaf({
        fact: "company.country",
        operator: "in",
        value: { fact: "membership.activeLocationCountries" },
      }),
    ],
    [
      "with two variants, each for its own reason",
      {
        variants: [
          { ...met, message: "Gold." },
          { ...met, status: "unmet", remedy: "Buy gold." },
          { ...met, status: "unknown", actor: "microsoft" },
        ],
      },
    ],
    [
      "with two sources",
      {
        sources: [
          { document: "direct-partner-new-requirements" },
          { title: "T", url: "https://example.org", revision: "2020-01-01" },
        ],
      },
    ],
    ["with a fact in its texts", { remedy: "Not {host.tier} but {least}.", values: { least: 2 } }],
    ["that ends", { until: "2018-09-01" }],
  ])("is accepted %s", (_, change) => {
    expect(issuesIn(change)).toEqual([]);
  });

  it.each<[string, object, Issue]>([
    [
      "an unknown fact",
      withLeaf({ fact: "host.teir" }),
      {
        path: `${first}.fact`,
        message: 'Unknown fact "host.teir"; did you mean "host.tier"?',
        code: "unknown-value",
        values: { value: "host.teir", suggestion: "host.tier" },
      },
    ],
    [
      "an unknown operator",
      withLeaf({ operator: "equals" }),
      {
        path: `${first}.operator`,
        message: 'Unknown operator "equals"; did you mean "equal"?',
        code: "unknown-value",
        values: { value: "equals", suggestion: "equal" },
      },
    ],
    [
      "an operator that cannot read the fact",
      withLeaf({ operator: "greaterThan", value: 1 }),
      {
        path: `${first}.operator`,
        message: 'Operator "greaterThan" cannot read host.tier, which is a text',
        code: "wrong-operator",
        values: { operator: "greaterThan", fact: "host.tier", type: "text" },
      },
    ],
    [
      "a value that is none",
      withLeaf({ value: null }),
      {
        path: `${first}.value`,
        message: "Expected a boolean, a number, a text, a list of numbers or texts, or { fact }",
        code: "wrong-form",
        values: {},
      },
    ],
    [
      "a value of another type",
      withLeaf({ value: 1 }),
      {
        path: `${first}.value`,
        message: "host.tier must be compared with a text",
        code: "wrong-value",
        values: { fact: "host.tier", expected: "text" },
      },
    ],
    [
      "a value that the fact never has",
      withLeaf({ value: "bronze" }),
      {
        path: `${first}.value`,
        message: 'host.tier is never "bronze"; it is one of gold, silver',
        code: "wrong-value",
        values: { fact: "host.tier", allowed: ["gold", "silver"] },
      },
    ],
    [
      "a value that a fact of many never has",
      withLeaf({ fact: "host.region", value: "r0" }),
      {
        path: `${first}.value`,
        message:
          'host.region is never "r0"; it is one of r1, r2, r3, r4, r5, r6, r7, r8, r9, r10 and 2 more',
        code: "wrong-value",
        values: { fact: "host.region", allowed: regions },
      },
    ],
    [
      "no list where one belongs",
      withLeaf({ operator: "in", value: "gold" }),
      {
        path: `${first}.value`,
        message: "host.tier must be compared with a list",
        code: "wrong-value",
        values: { fact: "host.tier", expected: "list" },
      },
    ],
    [
      "an empty list",
      withLeaf({ operator: "in", value: [] }),
      {
        path: `${first}.value`,
        message: "An empty list matches nothing",
        code: "too-small",
        values: { minimum: 1, counted: "items" },
      },
    ],
    [
      "a look-up of what is no text",
      withLeaf({
        fact: "services.ipServices",
        operator: "in",
        value: { fact: "membership.activeLocationCountries" },
      }),
      {
        path: `${first}.value`,
        message: "services.ipServices cannot be looked up in membership.activeLocationCountries",
        code: "wrong-value",
        values: { fact: "services.ipServices", expected: "text list" },
      },
    ],
    [
      "a look-up in what is no list",
      withLeaf({ operator: "in", value: { fact: "host.region" } }),
      {
        path: `${first}.value`,
        message: "host.tier cannot be looked up in host.region",
        code: "wrong-value",
        values: { fact: "host.tier", expected: "text list" },
      },
    ],
    [
      "a fact of another type",
      withLeaf({ value: { fact: "asOf" } }),
      {
        path: `${first}.value`,
        message: "host.tier (text) cannot be compared with asOf (date)",
        code: "wrong-value",
        values: { fact: "host.tier", expected: "text" },
      },
    ],
    [
      "conditions that are no list",
      { conditions: { all: {} } },
      {
        path: "conditions.all",
        message: "Expected a list of conditions",
        code: "wrong-type",
        values: { expected: "array" },
      },
    ],
    [
      "no condition in a list",
      { conditions: { any: [] } },
      {
        path: "conditions.any",
        message: "An empty list of conditions decides nothing",
        code: "too-small",
        values: { minimum: 1, counted: "items" },
      },
    ],
    [
      "a comparison at the root",
      { conditions: leaf },
      {
        path: "conditions",
        message: "Expected exactly one of { all }, { any } or { not } at the root",
        code: "wrong-form",
        values: {},
      },
    ],
    [
      "an unknown kind",
      { kind: "rule" },
      {
        path: "kind",
        message: 'Unknown kind "rule" (one of requirement, recommendation, step)',
        code: "unknown-value",
        values: { value: "rule", allowed: ["requirement", "recommendation", "step"] },
      },
    ],
    [
      "an unknown actor",
      { actor: "Partner" },
      {
        path: "actor",
        message: 'Unknown actor "Partner"; did you mean "partner"? (one of partner, microsoft)',
        code: "unknown-value",
        values: { value: "Partner", suggestion: "partner", allowed: ["partner", "microsoft"] },
      },
    ],
    [
      "values that are no object",
      { values: [] },
      {
        path: "values",
        message: "Expected values by name",
        code: "wrong-type",
        values: { expected: "record" },
      },
    ],
    [
      "variants that are no list",
      { variants: {} },
      {
        path: "variants",
        message: "Expected a list of variants",
        code: "wrong-type",
        values: { expected: "array" },
      },
    ],
    [
      "no variant",
      { variants: [] },
      {
        path: "variants",
        message: "Expected a variant",
        code: "too-small",
        values: { minimum: 1, counted: "items" },
      },
    ],
    [
      "a variant that varies nothing",
      { variants: [met] },
      {
        path: "variants.0",
        message: "A variant needs a message, a remedy or an actor of its own",
        code: "rejected",
        values: {},
      },
    ],
    [
      "a variant of an unknown status",
      { variants: [{ ...met, status: "mett", message: "Gold." }] },
      {
        path: "variants.0.status",
        message:
          'Unknown status "mett"; did you mean "met"? (one of met, unmet, unknown, not-due, not-applicable)',
        code: "unknown-value",
        values: {
          value: "mett",
          suggestion: "met",
          allowed: ["met", "unmet", "unknown", "not-due", "not-applicable"],
        },
      },
    ],
    [
      "a variant with an unknown actor",
      { variants: [{ ...met, actor: "all" }] },
      {
        path: "variants.0.actor",
        message: 'Unknown actor "all" (one of partner, microsoft)',
        code: "unknown-value",
        values: { value: "all", allowed: ["partner", "microsoft"] },
      },
    ],
    [
      "a variant of a status that cannot be",
      { variants: [{ ...met, status: "not-due", message: "Later." }] },
      {
        path: "variants.0.status",
        message: "The rule is never not-due",
        code: "wrong-text",
        values: { status: "not-due" },
      },
    ],
    [
      "a remedy where nothing is to be done",
      { variants: [{ ...met, remedy: "Nothing." }] },
      {
        path: "variants.0.status",
        message: "A met finding shows no remedy",
        code: "wrong-text",
        values: { status: "met" },
      },
    ],
    [
      "messages that are none, whatever needs one",
      { messages: null, dueWhen: { all: [leaf] }, variants: [{ ...met, message: "Gold." }] },
      {
        path: "messages",
        message: "Expected a plain object",
        code: "wrong-type",
        values: { expected: "object" },
      },
    ],
    [
      "a condition without its message",
      { dueWhen: { all: [leaf] } },
      {
        path: "messages.not-due",
        message: "A rule with dueWhen needs a message for not-due",
        code: "wrong-text",
        values: { status: "not-due" },
      },
    ],
    [
      "an unknown placeholder",
      { remedy: "See {host.teir}." },
      {
        path: "remedy",
        message: "Unknown placeholder {host.teir}",
        code: "wrong-text",
        values: { name: "host.teir" },
      },
    ],
    [
      "a placeholder for a list",
      { remedy: "See {membership.activeLocationCountries}." },
      {
        path: "remedy",
        message: "Unknown placeholder {membership.activeLocationCountries}",
        code: "wrong-text",
        values: { name: "membership.activeLocationCountries" },
      },
    ],
    [
      "a placeholder for a record",
      { remedy: "See {support.plan}." },
      {
        path: "remedy",
        message: "Unknown placeholder {support.plan}",
        code: "wrong-text",
        values: { name: "support.plan" },
      },
    ],
    [
      "an unknown placeholder in the remedy of a variant",
      { variants: [{ ...met, status: "unmet", remedy: "See {x}." }] },
      {
        path: "variants.0.remedy",
        message: "Unknown placeholder {x}",
        code: "wrong-text",
        values: { name: "x" },
      },
    ],
    [
      "sources that are no list",
      { sources: {} },
      {
        path: "sources",
        message: "Expected a list of sources",
        code: "wrong-type",
        values: { expected: "array" },
      },
    ],
    [
      "no source",
      { sources: [] },
      {
        path: "sources",
        message: "Expected at least one source",
        code: "too-small",
        values: { minimum: 1, counted: "items" },
      },
    ],
    [
      "an end that is no later than its start",
      { until: "2018-08-31" },
      {
        path: "until",
        message: "A version must end after it starts",
        code: "rejected",
        values: {},
      },
    ],
  ])("is refused for %s", (_, change, issue) => {
    expect(issuesIn(change)).toEqual([issue]);
  });

  it.each<[string, object, string[]]>([
    ["its period", { until: "2018-08-31", title: "" }, ["title", "until"]],
    ["its messages", { dueWhen: { all: [leaf] }, title: "" }, ["messages.not-due", "title"]],
    [
      "its variants",
      { variants: [{ ...met, remedy: "Nothing." }], title: "" },
      ["title", "variants.0.status"],
    ],
    ["its texts", { remedy: "See {x}.", title: "" }, ["remedy", "title"]],
    [
      "its list of conditions, whatever else is malformed",
      { conditions: { all: [leaf, { ...leaf, value: 1 }] }, kind: "rule" },
      ["conditions.all.1.value", "kind"],
    ],
  ])("is refused for %s beside other problems", (_, change, paths) => {
    expect(
      issuesIn(change)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(paths);
  });
});

/** What a check says of a value. */
function problemsOf<Value>(
  check: (value: Value, context: z.RefinementCtx) => void,
  value: Value,
): unknown[] {
  const problems: unknown[] = [];
  check(value, { value, issues: [], addIssue: (issue: unknown) => problems.push(issue) } as never);
  return problems;
}

describe("a rule file", () => {
  const { id: _, title: __, ...version } = houseRule({ all: [leaf] } as never);

  it("says must in requirements alone, and why it may not elsewhere", () => {
    expect(problemsOf(checkMust, version)).toEqual([]);
    expect(problemsOf(checkMust, { ...version, kind: "step" })).toEqual([
      {
        code: "custom",
        path: ["remedy"],
        message: 'A step cannot say "must"',
        params: { code: "wrong-text", values: { word: "must" } },
      },
    ]);
  });

  it("has one version per day and track, and says which is the first of two", () => {
    const file = { id: "a", title: "A", versions: [version, version] };
    expect(problemsOf(checkOverlap, file)).toEqual([
      {
        code: "custom",
        path: ["versions", 1, "from"],
        message: "Overlaps with versions.0: both are in force in the same track on the same day",
        params: { code: "duplicate", values: { first: "versions.0" } },
      },
    ]);
  });
});

describe("two versions", () => {
  const reign = (from: string, until?: string, track: "enroll" | "remain" = "enroll") => ({
    from,
    until,
    tracks: [track],
  });

  it.each([
    [reign("2020"), reign("2021"), true],
    [reign("2020", "2021"), reign("2021"), false],
    [reign("2020", "2022"), reign("2021"), true],
    [reign("2021"), reign("2020", "2021"), false],
    [reign("2021"), reign("2020", "2022"), true],
    [reign("2020", "2021"), reign("2022", "2023"), false],
    [reign("2022", "2023"), reign("2020", "2021"), false],
    [reign("2020"), reign("2021", undefined, "remain"), false],
  ])("%j and %j overlap: %j", (a, b, together) => {
    expect(overlap(a, b)).toBe(together);
  });
});

describe("what a rule consists of", () => {
  const variant = { ...met, message: "Gold." } as never;

  it("is its conditions, in order, and the facts on either side of them", () => {
    const all = { all: [leaf] };
    const any = { any: [{ not: { ...leaf, value: { fact: "host.region" } } }] };
    const rule = houseRule(all as never, { dueWhen: any, variants: [variant] } as never);
    expect(conditionsOf(rule)).toEqual([all, any, met.when]);
    expect(conditionsOf(houseRule(all as never))).toEqual([all]);
    expect(factsIn(any as never)).toEqual(["host.tier", "host.region"]);
  });

  it("is its texts, with their paths", () => {
    const unmet = { ...met, status: "unmet", remedy: "Buy gold." } as never;
    expect(textsOf(houseRule({ all: [] }, { variants: [variant, unmet] }))).toEqual([
      [["messages", "met"], "Yes."],
      [["messages", "unmet"], "No."],
      [["messages", "unknown"], "Who knows?"],
      [["remedy"], "You must see to it."],
      [["variants", 0, "message"], "Gold."],
      [["variants", 1, "remedy"], "Buy gold."],
    ]);
    expect(textsOf(houseRule({ all: [] }))).toHaveLength(4);
  });

  it("is a remedy where something can be done", () => {
    const statuses = ["met", "unmet", "unknown", "not-due", "not-applicable"] as const;
    expect(statuses.filter(hasRemedy)).toEqual(["unmet", "unknown", "not-due"]);
  });

  it.each([
    [{ fact: "asOf" }, true],
    [{ value: "asOf" }, false],
    [["asOf"], false],
    ["asOf", false],
    [null, false],
    [undefined, false],
    [true, false],
  ])("is a reference to a fact, or not: %j", (value, isOne) => {
    expect(isFactReference(value)).toBe(isOne);
  });
});
