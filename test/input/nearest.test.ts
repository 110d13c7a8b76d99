import { describe, expect, it } from "vitest";

import { nearest, quoted, suggestionIn, unknownWord } from "../../src/input/nearest.ts";

describe("the nearest word", () => {
  it.each<[string, readonly string[], string | undefined]>([
    ["statsu", ["status", "state"], "status"],
    ["STATUS", ["status"], "status"],
    ["status", ["STATUS"], "STATUS"],
    ["statu", ["status"], "status"],
    ["xstatus", ["status"], "status"],
    // Of two that are equally near, the first.
    ["cat", ["bat", "hat"], "bat"],
    ["cats", ["hats", "cat"], "hats"],
    ["hatch", ["match", "hatch"], "hatch"],
    // A third of the length may differ, and no more.
    ["abc", ["abd"], "abd"],
    ["abc", ["ade"], undefined],
    ["abcd", ["abef"], "abef"],
    ["abcd", ["aefg"], undefined],
    ["ab", ["a"], "a"],
    ["ab", ["cd"], undefined],
    ["a", ["b"], undefined],
    ["a", ["A"], "A"],
    ["", ["a"], undefined],
    ["abcdef", ["abcdefgh"], "abcdefgh"],
    ["abcdef", ["abcdefghi"], undefined],
    ["abcdefghi", ["abcdef"], "abcdef"],
    ["anything", [], undefined],
  ])("to %j among %j is %j", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it("is not searched for a long word, or among many", () => {
    const word = "x".repeat(100);
    expect(nearest(word, [word])).toBe(word);
    expect(nearest(`${word}x`, [`${word}x`])).toBeUndefined();
    const many = Array.from({ length: 1000 }, () => "status");
    expect(nearest("statsu", many)).toBe("status");
    expect(nearest("statsu", [...many, "status"])).toBeUndefined();
  });
});

describe("an unknown word", () => {
  it("is named, with the one that is likely meant", () => {
    expect(unknownWord("key", "statsu", ["status"])).toBe(
      'Unknown key "statsu"; did you mean "status"?',
    );
    expect(unknownWord("fact", "zz", ["status"])).toBe('Unknown fact "zz"');
  });

  it("is quoted, and not longer than a line", () => {
    expect(quoted('a "b"\n')).toBe('"a \\"b\\"\\n"');
    expect(quoted("x".repeat(80))).toBe(`"${"x".repeat(80)}"`);
    expect(quoted("x".repeat(81))).toBe(`"${"x".repeat(79)}…"`);
  });

  it("has its suggestion found again", () => {
    expect(suggestionIn('Unknown key "statsu"; did you mean "status"?')).toBe("status");
    expect(suggestionIn('Unknown country "UK"; did you mean "GB"? (one of all)')).toBe("GB");
    expect(suggestionIn('Unknown fact "zz"')).toBeUndefined();
  });
});
