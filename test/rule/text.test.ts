import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type Finding, evaluateSync, rules } from "../../src/index.ts";
import { fillText, formatValue, placeholdersIn, textId } from "../../src/rule/text.ts";
import { caseFiles } from "../case-files.ts";
import { anyDay, partialProfile } from "../generate/profiles.ts";
import { runs } from "../runs.ts";

describe("a value in a text", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [1_000_000, "1,000,000"],
    [299_999.99, "299,999.99"],
    [24.1, "24.1"],
    ["2025-10-01", "2025-10-01"],
    ["MPN4000001", "MPN4000001"],
    [-1234.5678, "-1,234.5678"],
    [true, "true"],
    [null, "none"],
    [undefined, "unknown"],
  ])("%s is written %s", (value, text) => {
    expect(formatValue(value)).toBe(text);
  });
});

describe("a text", () => {
  it("is filled by name, and keeps braces that name nothing", () => {
    const text = "{n} of {security.adminAccounts} in {} and { n }";
    expect(placeholdersIn(text)).toEqual(["n", "security.adminAccounts"]);
    expect(fillText(text, { n: 1200, "security.adminAccounts": 3 })).toBe(
      "1,200 of 3 in {} and { n }",
    );
  });

  it("has an id of its rule, its status and its wording", () => {
    expect(textId("a", "met", "One.")).toMatch(/^a\.met\.[0-9a-z]+$/);
    expect(textId("a", "met", "One.")).not.toBe(textId("a", "met", "Two."));
  });

  it("has an id that no other text of its rule and status has", () => {
    const byId = new Map<string, string>();
    for (const { id, messages, variants = [] } of rules) {
      const all = [
        ...Object.entries(messages),
        ...variants.map(({ status, message }) => [status, message ?? ""] as const),
      ];
      for (const [status, text] of all) {
        const key = textId(id, status, text);
        expect(byId.get(key) ?? text).toBe(text);
        byId.set(key, text);
      }
    }
  });
});

/** What a finding would say with a gap. */
function gapsIn({ message, remedy = "", text }: Finding): string[] {
  const gaps = Object.entries(text.values).filter(([, value]) => value === null);
  return [
    ...gaps.map(([name]) => name),
    ...placeholdersIn(message + remedy),
    ...(message.match(/\b(?:unknown of|of unknown|is unknown USD|none USD|only unknown)\b/g) ?? []),
  ];
}

describe("what a finding says", () => {
  it("has no gap, in any case", () => {
    for (const { ruleId, cases } of caseFiles) {
      for (const { profile, asOf, track } of cases) {
        const { findings } = evaluateSync(profile, { asOf, track });
        const finding = findings.find((candidate) => candidate.ruleId === ruleId)!;
        expect(gapsIn(finding), finding.message).toEqual([]);
      }
    }
  });

  it("has no gap, for any profile, day and track: what it names is known", () => {
    const templates = new Map<string, string>();
    for (const { id, messages, variants = [] } of rules) {
      for (const [status, text] of [
        ...Object.entries(messages),
        ...variants.map(({ status: of, message }) => [of, message] as const),
      ])
        if (text !== undefined) templates.set(textId(id, status, text), text);
    }
    fc.assert(
      fc.property(
        partialProfile,
        anyDay,
        fc.constantFrom("enroll", "remain", "transition"),
        (profile, asOf, track) => {
          for (const finding of evaluateSync(profile, { asOf, track } as never).findings) {
            const { id, values } = finding.text;
            for (const name of placeholdersIn(templates.get(id)!)) {
              expect(values[name], `${finding.ruleId}: ${finding.message}`).not.toBeUndefined();
              expect(values[name], `${finding.ruleId}: ${finding.message}`).not.toBeNull();
            }
          }
        },
      ),
      { numRuns: runs(1500) },
    );
  });

  it("fills the placeholders of a host's rule, and says what is not known", () => {
    const mine = {
      ...rules[0]!,
      id: "mine",
      values: { needed: 2 },
      messages: { met: "Met.", unmet: "Unmet.", unknown: "{security.adminAccounts} of {needed}." },
    };
    const [finding] = evaluateSync({}, { asOf: "2018-09-01", rules: [mine] }).findings;
    expect(finding!.message).toBe("unknown of 2.");
    expect(finding!.text.values).toEqual({ needed: 2 });
  });

  it("refuses a placeholder that names nothing", () => {
    const mine = { ...rules[0]!, id: "mine", remedy: "Do {it}." };
    expect(() => evaluateSync({}, { asOf: "2018-09-01", rules: [mine] })).toThrow(
      "rules.0.remedy (mine): Unknown placeholder {it}",
    );
    const list = { ...mine, remedy: "Do {membership.locationIds}." };
    expect(() => evaluateSync({}, { asOf: "2018-09-01", rules: [list] })).toThrow(
      "Unknown placeholder {membership.locationIds}",
    );
  });
});
