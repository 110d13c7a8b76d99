import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";

import {
  InvalidReportError,
  type PartnerProfile,
  type Report,
  compareReports,
  evaluateSync,
  rules,
} from "../../src/index.ts";
import { houseRule } from "../house-rule.ts";
import { goodProfile } from "../profiles.ts";
import { rejection } from "../rejection.ts";

const options = { asOf: "2020-09-02", track: "remain" } as const;
const noSupport: PartnerProfile = {
  ...goodProfile,
  support: { firstLevel: false, plan: goodProfile.support.plan },
};
const before = evaluateSync(noSupport, options);
const after = evaluateSync(goodProfile, options);

describe("the comparison of two reports", () => {
  it("tells the facts that changed, each once", () => {
    expect(compareReports(before, after).facts).toEqual([
      { fact: "support.firstLevel", before: false, after: true },
    ]);
    const known = compareReports(
      evaluateSync({ company: { country: "SE" } }, options),
      after,
    ).facts!;
    expect(known).toContainEqual({ fact: "support.firstLevel", after: true });
    expect(known.map(({ fact }) => fact)).not.toContain("company.country");
  });

  it.each([undefined, null])("reads evidence of which the other side is %s", (expected) => {
    const withEvidence = (fact: string): Report => ({
      ...before,
      findings: [{ ...before.findings[0]!, evidence: { fact, expected, actual: 1 } as never }],
    });
    const one = withEvidence("services.managedServices");
    expect(compareReports(one, structuredClone(one)).facts).toEqual([]);
  });

  it("tells nothing of a fact that the rules of only one report read", () => {
    // The revenue is read from 2020-10-27 on.
    const profile = { ...goodProfile, trailingRevenue: { directBill: { cloudUsd: 400_000 } } };
    const [one, other] = ["2020-10-26", "2020-10-27"].map((asOf) =>
      evaluateSync(profile, { ...options, asOf }),
    );
    const facts = compareReports(one!, other!).facts!.map(({ fact }) => fact);
    expect(facts.filter((fact) => fact.startsWith("trailingRevenue"))).toEqual([]);
  });

  it("tells a fact that is only compared with, and not the day", () => {
    const [one, other] = ["SE", "NO"].map((country) =>
      evaluateSync(
        { ...goodProfile, company: { country } },
        { ...options, asOf: country === "SE" ? "2020-09-02" : "2020-09-03" },
      ),
    );
    const facts = compareReports(one!, other!).facts!.map(({ fact }) => fact);
    expect(facts).toContain("company.country");
    expect(facts).not.toContain("asOf");
  });

  it("tells facts below any and not, and of either side only what is known", () => {
    const either = {
      any: [
        { not: { fact: "support.firstLevel", operator: "equal", value: true } },
        { fact: "services.ipServices", operator: "greaterThan", value: 0 },
      ],
    } as const;
    const ask = (profile: PartnerProfile): Report<string> =>
      evaluateSync(profile, { ...options, rules: [houseRule(either)] });
    const [one, other] = [
      ask({ support: { firstLevel: true } }),
      ask({ services: { ipServices: 1 } }),
    ];
    expect(compareReports(one, other).facts).toStrictEqual([
      { fact: "support.firstLevel", before: true },
      { fact: "services.ipServices", after: 1 },
    ]);
  });

  it("tells of a rule in only one report only what that one says", () => {
    const isKnown = {
      all: [{ fact: "support.firstLevel", operator: "equal", value: true }],
    } as const;
    const [one, other] = ["one", "other"].map((id) =>
      evaluateSync(goodProfile, { ...options, rules: [houseRule(isKnown, { id })] }),
    );
    expect(compareReports(one!, other!).rules).toStrictEqual([
      { ruleId: "other", title: "House rule", after: "met", changed: true },
      { ruleId: "one", title: "House rule", before: "met", changed: true },
    ]);
  });

  it("tells which steps are resolved and which are new", () => {
    const resolved = compareReports(before, after);
    expect(resolved.resolvedSteps).toEqual(before.nextSteps);
    expect(resolved.newSteps).toEqual([]);
    const lost = compareReports(after, before);
    expect(lost.resolvedSteps).toEqual([]);
    expect(lost.newSteps.map(({ ruleId }) => ruleId)).toEqual(["first-level-support"]);
  });

  it("of a report with itself is without a change", () => {
    const { outcome, rules: statuses, ...rest } = compareReports(before, before);
    expect(outcome.changed).toBe(false);
    expect(statuses.every(({ changed }) => !changed)).toBe(true);
    expect(rest).toEqual({ facts: [], resolvedSteps: [], newSteps: [] });
  });

  it("works on stored reports", () => {
    const stored = JSON.parse(JSON.stringify(before)) as Report;
    expect(compareReports(stored, after)).toEqual(compareReports(before, after));
  });

  it("works on reports of another realm, and on what says that it is full", () => {
    const other = runInNewContext("JSON.parse(text)", { text: JSON.stringify(before) }) as Report;
    expect(compareReports(other, after)).toEqual(compareReports(before, after));
    expect(compareReports({ ...before, detail: "full" } as Report, after)).toHaveProperty("facts");
  });

  it("works on lean reports, but for facts", () => {
    const lean = evaluateSync(noSupport, { ...options, detail: "lean" });
    const { facts: _, ...expected } = compareReports(before, after);
    expect(compareReports(lean, after)).toEqual(expected);
    expect(compareReports(after, lean)).not.toHaveProperty("facts");
  });

  it("reads evidence that stands in several places, or in itself, once", () => {
    const evidence: { all: unknown[]; result: boolean } = { all: [], result: false };
    evidence.all.push(evidence, before.findings[0]!.evidence);
    const [first, ...others] = before.findings;
    const findings = [
      { ...first!, evidence: evidence as never, due: evidence as never },
      ...others,
    ];
    expect(compareReports({ ...before, findings }, after)).toEqual(compareReports(before, after));
  });

  it("takes reports on one profile, even if only one says which", () => {
    const anonymous = evaluateSync({}, options);
    expect(compareReports(anonymous, after).outcome.after).toBe("eligible");
    expect(compareReports(after, anonymous).outcome.before).toBe("eligible");
  });
});

describe("what cannot be compared is refused", () => {
  const enroll = evaluateSync(noSupport, { asOf: options.asOf });
  it.each<[string, unknown, unknown, string]>([
    [
      "another track",
      before,
      enroll,
      'after.track: Expected the track of the first report, "remain"; it is "enroll"',
    ],
    [
      "another company",
      before,
      { ...after, profileId: "b" },
      'after.profileId: Expected the profile of the first report, "acme"; it is "b"',
    ],
    ["no report", {}, after, "before: Expected a report of schema version 1"],
    [
      "a damaged finding",
      { ...before, findings: [null] },
      after,
      "before.findings.0: Expected a finding",
    ],
    [
      "a finding without a status",
      { ...before, findings: [before.findings[0], { ruleId: "x", title: "X", evidence: {} }] },
      after,
      "before.findings.1: Expected a finding",
    ],
    ...[
      { evidence: undefined },
      { evidence: { all: 1 } },
      { evidence: { all: [null] } },
      { evidence: { all: [{ fact: "asOf" }, null] } },
      { title: undefined },
      { ruleId: 1 },
      { due: "x" },
      { applies: { not: {} } },
      { status: "bogus" },
    ].map((damage): [string, unknown, unknown, string] => [
      `a finding with ${JSON.stringify(damage)}`,
      { ...before, findings: [{ ...before.findings[0], ...damage }] },
      after,
      "before.findings.0: Expected a finding",
    ]),
    [
      "an outcome that does not exist, and no track",
      before,
      { ...after, outcome: "banana", track: undefined },
      "after.outcome: Expected an outcome; after.track: Expected a track",
    ],
    [
      "a damaged step",
      before,
      { ...after, nextSteps: ["x"] },
      "after.nextSteps.0: Expected a nextStep",
    ],
    [
      "a report without findings",
      { ...before, findings: undefined },
      after,
      "before.findings: Expected a list",
    ],
    [
      "a profile that has a number",
      before,
      { ...after, profileId: 7 },
      "after.profileId: Expected a text",
    ],
    [
      "more damage than is collected",
      before,
      { ...after, nextSteps: Array.from({ length: 1500 }) },
      `${Array.from({ length: 10 }, (_, place) => `after.nextSteps.${place}: Expected a nextStep`).join("; ")}; and 990 more`,
    ],
    ["a list", [], after, "before: Expected a report of schema version 1"],
    ["nothing", before, undefined, "after: Expected a report of schema version 1"],
    [
      "another version",
      before,
      { ...after, schemaVersion: 2 },
      "after: Expected a report of schema version 1",
    ],
    [
      "two that are not reports",
      null,
      "x",
      "before: Expected a report of schema version 1; after: Expected a report of schema version 1",
    ],
  ])("%s", async (_, one, other, message) => {
    const error = await rejection(() => compareReports(one as Report, other as Report));
    expect(error).toBeInstanceOf(InvalidReportError);
    expect(error).toMatchObject({ name: "InvalidReportError", code: "INVALID_REPORT" });
    expect(error.message).toBe(`Invalid report: ${message}`);
  });

  it("what throws as it is read, with what it throws", async () => {
    const nextSteps = new Proxy([], {
      get: () => {
        throw new Error("No steps here");
      },
    });
    const error = await rejection(() => compareReports({ ...before, nextSteps }, after));
    expect(error.message).toBe("Invalid report: Expected two reports, as this package makes it");
    expect((error.cause as Error).message).toBe("No steps here");
  });

  it("with what is needed to word it in another language", async () => {
    const issuesOf = async (other: unknown): Promise<unknown> =>
      ((await rejection(() => compareReports(before, other as Report))) as InvalidReportError)
        .issues;
    expect(await issuesOf({ ...after, outcome: "banana" })).toStrictEqual([
      {
        path: "after.outcome",
        message: "Expected an outcome",
        code: "wrong-type",
        values: { expected: "an outcome" },
      },
    ]);
    expect(await issuesOf(enroll)).toMatchObject([
      { path: "after.track", code: "rejected", values: { expected: "remain", actual: "enroll" } },
    ]);
  });
});

describe("a report says what made it", () => {
  it("the version of the package, and of the rules", () => {
    expect(before.package).toMatch(/^\d+\.\d+\.\d+/);
    expect(before.rulesVersion).toMatch(/^[0-9a-z]{6,}$/);
    expect(after.rulesVersion).toBe(before.rulesVersion);
  });

  it("another version of the rules if one is replaced, added, left out or reworded, or of another list", () => {
    const version = (list?: readonly (typeof rules)[number][], more = {}): string =>
      evaluateSync({}, { ...options, ...(list && { rules: list }), ...more }).rulesVersion;
    const place = rules.findIndex(
      ({ id, tracks }) => id === "customer-billing" && tracks.includes("remain"),
    );
    const changed = (change: object): string =>
      version(rules.with(place, { ...rules[place]!, ...change }));
    const versions = [
      version(),
      version(rules.toSpliced(place, 1)),
      version([...rules, { ...rules[place]!, id: "house" as never }]),
      changed({ remedy: "Do it." }),
      changed({ title: "Billing" }),
      version(undefined, { asOf: "2020-10-27" }),
      version(undefined, { track: "enroll" }),
    ];
    expect(new Set(versions).size).toBe(versions.length);
  });

  it("the same version for the same rules, whatever the profile, the day and the order of keys", () => {
    const copies = rules.map((rule) =>
      Object.fromEntries(Object.entries(structuredClone(rule)).toReversed()),
    ) as unknown as typeof rules;
    const other = evaluateSync({}, { asOf: "2020-10-01", track: "remain", rules: copies });
    expect(other.rulesVersion).toBe(before.rulesVersion);
  });
});
