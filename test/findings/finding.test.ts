import { describe, expect, it } from "vitest";

import { type Finding, type Rule, evaluateSync, rules } from "../../src/index.ts";
import { houseRule } from "../house-rule.ts";

const isSupported = {
  all: [{ fact: "support.firstLevel", operator: "equal", value: true }],
} as const satisfies Rule["conditions"];

function findingOf(rule: Rule<string>, firstLevel?: boolean): Finding<string> {
  const support = firstLevel === undefined ? {} : { firstLevel };
  const { findings } = evaluateSync(
    { company: { country: "SE" }, support },
    { asOf: "2020-09-02", track: "remain", rules: [rule] },
  );
  return findings[0]!;
}

it("has no key without a value", () => {
  expect(Object.keys(findingOf(houseRule(isSupported), true))).not.toContain("notes");
  const notes = findingOf(houseRule(isSupported, { notes: ["See there."] }), true).notes;
  expect(notes).toEqual(["See there."]);
});

describe("the texts of a finding", () => {
  it("are filled with values of the rule, without any fact in them", () => {
    const rule = houseRule(isSupported, {
      values: { needed: 2, unit: "lines" },
      messages: { met: "Has {needed} {unit}.", unmet: "Lacks {unit}.", unknown: "Who knows?" },
    });
    expect(findingOf(rule, true)).toMatchObject({
      message: "Has 2 lines.",
      text: { values: { needed: 2, unit: "lines" } },
    });
    expect(findingOf(rule, false).message).toBe("Lacks lines.");
    expect(findingOf(rule, false).text.values).toStrictEqual({ unit: "lines" });
  });

  it("are filled once: braces in a value are text", () => {
    const rule = houseRule(isSupported, {
      values: { braces: "{b}" },
      messages: { met: "Written {braces}.", unmet: "No.", unknown: "Who knows?" },
    });
    expect(findingOf(rule, true).message).toBe("Written {b}.");
  });

  it("are filled with facts that only the remedy names", () => {
    const rule = houseRule(isSupported, { remedy: "Ask in {company.country}." });
    expect(findingOf(rule, false)).toMatchObject({
      message: "No.",
      remedy: "Ask in SE.",
      text: { values: { "company.country": "SE" } },
    });
  });

  it("do not name among their values what is not known", () => {
    const rule = houseRule(isSupported, {
      messages: { met: "Yes.", unmet: "No.", unknown: "Alerts: {security.alerts}." },
    });
    const { message, text } = findingOf(rule);
    expect(message).toBe("Alerts: unknown.");
    expect(text.values).toStrictEqual({});
  });

  it("are those of a variant only in the status that the variant is of", () => {
    const rule = houseRule(isSupported, {
      variants: [
        { status: "unmet", when: { not: { all: [never] } }, message: "Not in Sweden." },
        { status: "unknown", when: { not: { all: [never] } }, actor: "microsoft" },
      ],
    });
    expect(findingOf(rule, true)).toMatchObject({ message: "Yes.", actor: "partner" });
    expect(findingOf(rule, false)).toMatchObject({ message: "Not in Sweden.", actor: "partner" });
    expect(findingOf(rule)).toMatchObject({ message: "Who knows?", actor: "microsoft" });
  });

  const never = { fact: "company.country", operator: "equal", value: "NO" } as const;

  it("are kept apart by the days of a rule: the finding says which version spoke", () => {
    const { findings } = evaluateSync({}, { asOf: "2025-11-20", track: "remain" });
    for (const { ruleId, inForce } of findings) {
      const version = rules.find(({ id, from }) => id === ruleId && from === inForce.from);
      expect(version, ruleId).toBeDefined();
    }
  });
});
