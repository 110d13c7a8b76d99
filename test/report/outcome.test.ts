import { describe, expect, it } from "vitest";

import {
  type Finding,
  type Outcome,
  type Status,
  evaluate,
  evaluateSync,
} from "../../src/index.ts";
import { outcomeOf } from "../../src/report/outcome.ts";
import { goodCases } from "../profiles.ts";

describe("an outcome", () => {
  it.each<[Outcome, string, [Finding["kind"], Status][]]>([
    [
      "eligible",
      "all is met",
      [
        ["requirement", "met"],
        ["step", "met"],
      ],
    ],
    [
      "eligible",
      "what is not for this company is left out",
      [
        ["requirement", "met"],
        ["requirement", "not-applicable"],
        ["step", "not-applicable"],
      ],
    ],
    [
      "eligible",
      "advice is not taken",
      [
        ["requirement", "met"],
        ["recommendation", "unmet"],
      ],
    ],
    [
      "on-track",
      "a requirement is still to come",
      [
        ["requirement", "met"],
        ["requirement", "not-due"],
      ],
    ],
    [
      "on-track",
      "a step is open",
      [
        ["requirement", "met"],
        ["step", "unmet"],
      ],
    ],
    [
      "on-track",
      "a step is unknown",
      [
        ["requirement", "met"],
        ["step", "unknown"],
      ],
    ],
    [
      "undetermined",
      "a requirement is unknown",
      [
        ["requirement", "unknown"],
        ["requirement", "not-due"],
      ],
    ],
    ["undetermined", "nothing is required", [["step", "met"]]],
    [
      "ineligible",
      "a requirement is unmet",
      [
        ["requirement", "unknown"],
        ["requirement", "unmet"],
      ],
    ],
  ])("is %s where %s", (outcome, _, findings) => {
    const kinds = findings.map(([kind]) => kind);
    const statuses = findings.map(([, status]) => status);
    expect(outcomeOf(kinds, statuses)).toBe(outcome);
  });

  it.each(goodCases)("is eligible where all is met ($edition, $track)", async (good) => {
    const { asOf, track, profile } = good;
    const report = await evaluate(profile, { asOf, track });
    expect(report).toEqual(evaluateSync(profile, { asOf, track }));
    expect(report.findings.filter(({ status }) => status === "unmet")).toEqual([]);
    expect(report.outcome).toBe("eligible");
  });
});
