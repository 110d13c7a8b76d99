import { describe, expect, it } from "vitest";

import { InvalidProfileError, type Issue } from "../../src/index.ts";
import { bounded, inDigits, shorten, shown } from "../../src/input/bounded.ts";

const issue = (more: Partial<Issue>): Issue => ({
  path: "company",
  message: "Expected a plain object",
  code: "wrong-type",
  values: {},
  ...more,
});

describe("a text", () => {
  it.each([
    ["", 3, ""],
    ["abc", 3, "abc"],
    ["abcd", 3, "ab…"],
    // An emoji is two units, and is not cut between them.
    ["a😀b", 4, "a😀b"],
    ["a😀bc", 4, "a😀…"],
    ["a😀bc", 3, "a…"],
  ])("%j is shortened to %i units as %j", (text, most, expected) => {
    expect(shorten(text, most)).toBe(expected);
  });

  it.each([
    ["two\nlines", "two lines"],
    ["\u001B[31mred", " [31mred"],
    ["a\u2028b\u2029c", "a b c"],
    ["left\u202Eright", "leftright"],
    ["å𝒳 é", "å𝒳 é"],
  ])("%j is shown on one line as %j", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("of a number separates thousands", () => {
    expect([0, 999, 1000, 250_000].map(inDigits)).toEqual(["0", "999", "1,000", "250,000"]);
  });
});

describe("issues are bounded", () => {
  it("in their number", () => {
    const many = Array.from({ length: 1001 }, (_, index) => issue({ path: `${index}` }));
    expect(bounded(many)).toEqual(many.slice(0, 1000));
  });

  it("in each text, and in the values that they echo", () => {
    const long = "x".repeat(1000);
    const [short] = bounded([
      issue({
        path: long,
        message: long,
        ruleId: long,
        values: { value: long, maximum: 5, allowed: Array.from({ length: 200 }, () => long) },
      }),
    ]);
    const ofLength = (length: number): string => `${"x".repeat(length - 1)}…`;
    expect(short).toEqual({
      path: ofLength(200),
      message: ofLength(300),
      code: "wrong-type",
      ruleId: ofLength(100),
      values: {
        value: ofLength(100),
        maximum: 5,
        allowed: Array.from({ length: 100 }, () => ofLength(100)),
      },
    });
  });

  it("without a rule where they are in none", () => {
    expect(bounded([issue({})])[0]).not.toHaveProperty("ruleId");
  });

  it("in the message of an error, which counts those that it does not name", () => {
    const named = (count: number): string =>
      new InvalidProfileError(
        Array.from({ length: count }, (_, index) => issue({ path: `a${index}`, message: "No" })),
      ).message;
    const ten = Array.from({ length: 10 }, (_, index) => `a${index}: No`).join("; ");
    expect(named(10)).toBe(`Invalid profile: ${ten}`);
    expect(named(11)).toBe(`Invalid profile: ${ten}; and 1 more`);
    expect(named(1011)).toBe(`Invalid profile: ${ten}; and 1,001 more`);
  });

  it("in the message of an error, which is one line and names the rule", () => {
    const error = new InvalidProfileError([
      issue({ path: "", message: "First" }),
      issue({ path: "a\n\n b\u0007", message: "Second", ruleId: "house" }),
    ]);
    expect(error.message).toBe("Invalid profile: First; a b (house): Second");
  });
});
