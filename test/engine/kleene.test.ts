import { describe, expect, it } from "vitest";

import { type Truth, and, not, or } from "../../src/engine/kleene.ts";

const truths: Truth[] = [true, false, "unknown"];

/** The truths as numbers, in which "and" is the least and "or" the greatest. */
const rank = (truth: Truth): number => (truth === "unknown" ? 0.5 : Number(truth));

describe("three-valued logic", () => {
  it.each(truths.flatMap((a) => truths.map((b) => [a, b] as const)))("of %s and %s", (a, b) => {
    expect(rank(and(a, b))).toBe(Math.min(rank(a), rank(b)));
    expect(rank(or(a, b))).toBe(Math.max(rank(a), rank(b)));
    expect(not(and(a, b))).toBe(or(not(a), not(b)));
  });

  it.each(truths)("of not %s", (truth) => {
    expect(rank(not(truth))).toBe(1 - rank(truth));
  });
});
