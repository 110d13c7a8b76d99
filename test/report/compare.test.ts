import { describe, expect, it } from "vitest";

import {
  type Condition,
  InvalidOptionsError,
  compareEditions,
  compareReports,
  editions,
  evaluateSync,
  rulesInForce,
} from "../../src/index.ts";
import { changeOf } from "../../src/rules/compare-editions.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { goodProfile } from "../profiles.ts";

describe("compareEditions", () => {
  it("tells what October 2020 changed for applicants", () => {
    expect(compareEditions("2018-08-31", "2020-10-27")).toEqual({
      added: ["ttm-revenue"],
      removed: ["eligibility-questionnaire"],
      changed: [
        {
          ruleId: "partner-id",
          title: "Active partner ID for the location",
          parts: ["conditions"],
          thresholds: [],
        },
        {
          ruleId: "managed-service",
          title: "Managed service, IP service or customer solution",
          parts: ["kind"],
          kind: { before: "requirement", after: "recommendation" },
          thresholds: [],
        },
      ],
    });
  });

  it("tells what April 2021 changed: tenure for applicants, and an assessment that applies later", () => {
    expect(compareEditions("2020-10-27", "2021-04-15", { track: "enroll" })).toEqual({
      added: ["indirect-reseller-tenure", "capabilities-assessment"],
      removed: [],
      changed: [],
    });
    expect(compareEditions("2020-10-27", "2021-04-15", { track: "remain" })).toEqual({
      added: ["capabilities-assessment"],
      removed: [],
      changed: [],
    });
  });

  it("tells what October 2025 changed for partners, with both thresholds", () => {
    const { added, removed, changed } = compareEditions("2021-04-15", "2025-10-01", {
      track: "remain",
    });
    const known = new Set<string>([
      "program-agreement",
      "solutions-partner-designation",
      "security-mfa",
      "security-contact",
      "security-alert-response",
      "business-vetting",
      "partner-agreement",
      "tenant-status",
    ]);
    expect(new Set(added.filter((id) => known.has(id)))).toEqual(known);
    expect(removed).toEqual(["managed-service"]);
    expect(changed.map(({ ruleId, parts }) => [ruleId, parts])).toEqual([
      ["partner-id", ["conditions"]],
      ["legal-authority", ["conditions"]],
      ["customer-billing", ["conditions"]],
      ["ttm-revenue", ["conditions", "dueWhen"]],
      ["capabilities-assessment", ["conditions", "dueWhen", "appliesWhen"]],
      ["support-plan", ["conditions"]],
    ]);
    expect(changed.filter(({ ruleId }) => /^(legal|ttm)/.test(ruleId))).toEqual([
      {
        ruleId: "legal-authority",
        title: "Authority to enter into agreements",
        parts: ["conditions"],
        thresholds: [],
      },
      {
        ruleId: "ttm-revenue",
        title: "Revenue of the trailing twelve months",
        parts: ["conditions", "dueWhen"],
        thresholds: [{ operator: "greaterThanInclusive", before: 300_000, after: 1_000_000 }],
      },
    ]);
  });

  it("tells of an exemption that joins a rule", () => {
    const { changed } = compareEditions("2021-04-15", "2025-10-01");
    expect(changed.find(({ ruleId }) => ruleId === "support-plan-sequence")?.parts).toEqual([
      "dueWhen",
      "appliesWhen",
    ]);
  });

  it("shows a threshold that comes, goes, or stands under not", () => {
    const [rule] = rulesInForce({ edition: "2018-08-31" });
    const count = (operator: "greaterThan" | "lessThan", value: number): Condition => ({
      fact: "services.managedServices",
      operator,
      value,
    });
    const old = { ...rule!, conditions: { all: [count("greaterThan", 1), count("lessThan", 9)] } };
    const current = { ...rule!, conditions: { not: count("greaterThan", 1) } };
    expect(changeOf(old, current)).toMatchObject([
      { parts: ["conditions"], thresholds: [{ operator: "lessThan", before: 9 }] },
    ]);
    expect(changeOf(current, old)).toMatchObject([
      { thresholds: [{ operator: "lessThan", after: 9 }] },
    ]);
  });

  it("names a number by the value that it is, and no value that no condition compares with", () => {
    const [rule] = rulesInForce({ edition: "2018-08-31" });
    const atLeast = (needed: number): Condition => ({
      all: [
        { fact: "services.managedServices", operator: "greaterThanInclusive", value: needed },
        { fact: "services.ipServices", operator: "greaterThanInclusive", value: 1 },
      ],
    });
    const old = { ...rule!, conditions: atLeast(2), values: { needed: 2, days: 30 } };
    const current = { ...rule!, conditions: atLeast(3), values: { needed: 3, days: 60, more: 1 } };
    expect(changeOf(old, current)).toMatchObject([
      { thresholds: [{ operator: "greaterThanInclusive", before: 2, after: 3 }] },
    ]);
    expect(changeOf(current, old)).toMatchObject([
      { thresholds: [{ operator: "greaterThanInclusive", before: 3, after: 2 }] },
    ]);
  });

  it.each(tracks)(
    "finds nothing between an edition and itself, and mirrors itself (%s)",
    (track) => {
      for (const { id: a } of editions) {
        expect(compareEditions(a, a, { track })).toEqual({ added: [], removed: [], changed: [] });
        for (const { id: b } of editions) {
          const there = compareEditions(a, b, { track });
          const back = compareEditions(b, a, { track });
          expect(there.added).toEqual(back.removed);
          expect(there.changed.map(({ ruleId }) => ruleId)).toEqual(
            back.changed.map(({ ruleId }) => ruleId),
          );
          const kept = rulesInForce({ edition: b, track }).length - there.added.length;
          expect(kept + there.removed.length).toBe(rulesInForce({ edition: a, track }).length);
        }
      }
    },
  );

  it("refuses an unknown edition", () => {
    expect(() => compareEditions("2018-08-31", "2019-01-01" as never)).toThrow(InvalidOptionsError);
  });
});

describe("compareReports", () => {
  const before = evaluateSync(goodProfile, { asOf: "2021-04-14", edition: "2018-08-31" });
  const poor = { ...goodProfile, trailingRevenue: { indirectReseller: { cloudUsd: 1 } } };
  const after = evaluateSync(poor, { asOf: "2021-04-14" });

  it("shows the outcome and each rule before and after, in the order of the second report", () => {
    const { outcome, rules } = compareReports(before, after);
    expect(outcome).toEqual({ before: "eligible", after: "ineligible", changed: true });
    expect(rules.filter(({ changed }) => changed)).toEqual([
      {
        ruleId: "ttm-revenue",
        title: "Revenue of the trailing twelve months",
        after: "unmet",
        changed: true,
      },
      {
        ruleId: "eligibility-questionnaire",
        title: "CSP questionnaire",
        before: "met",
        changed: true,
      },
    ]);
    expect(rules.map(({ ruleId }) => ruleId)).toEqual([
      ...after.findings.map(({ ruleId }) => ruleId),
      "eligibility-questionnaire",
    ]);
  });

  it("finds nothing between equal reports", () => {
    const { outcome, rules } = compareReports(before, structuredClone(before));
    expect(outcome.changed).toBe(false);
    expect(rules.every(({ changed }) => !changed)).toBe(true);
  });
});
