import { describe, expect, it } from "vitest";

import type { ConditionResult, Status, Truth } from "../../src/index.ts";
import { countStatuses, statusOf } from "../../src/findings/status.ts";

const tree = (result: Truth): ConditionResult => ({ all: [], result });

describe("a status", () => {
  it.each<[Status, conditions: Truth, dueWhen?: Truth, appliesWhen?: Truth]>([
    ["met", true],
    ["unmet", false],
    ["unknown", "unknown"],
    ["met", true, false],
    ["met", true, "unknown"],
    ["not-due", false, false],
    ["not-due", "unknown", false],
    ["unknown", false, "unknown"],
    ["unknown", "unknown", "unknown"],
    ["unmet", false, true],
    ["unknown", "unknown", true],
    ["not-applicable", true, true, false],
    ["not-applicable", false, false, false],
    ["unknown", true, true, "unknown"],
    ["unknown", false, false, "unknown"],
    ["met", true, false, true],
    ["unmet", false, true, true],
  ])(
    "is %s where conditions are %s, due %s, applies %s",
    (status, conditions, dueWhen, appliesWhen) => {
      const result = {
        conditions: tree(conditions),
        dueWhen: dueWhen === undefined ? undefined : tree(dueWhen),
        appliesWhen: appliesWhen === undefined ? undefined : tree(appliesWhen),
      };
      expect(statusOf(result)).toBe(status);
    },
  );

  it("is counted", () => {
    const all: Status[] = ["met", "unmet", "unknown", "not-due", "not-applicable", "met"];
    expect(countStatuses(all)).toEqual({
      met: 2,
      unmet: 1,
      unknown: 1,
      "not-due": 1,
      "not-applicable": 1,
    });
  });
});
