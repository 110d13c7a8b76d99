import { describe, expect, it } from "vitest";

import type { Issue } from "../../src/index.ts";
import { beginCopying, copyWhole } from "../../src/input/copy-whole.ts";
import {
  copyOwnProperties,
  isReadableList,
  tooManyKeys,
  tooManyValues,
  unreadable,
} from "../../src/input/own-properties.ts";
import { revoked, revokedFunction } from "../fuzz/hostile-values.ts";

const listOf = (length: number, item: unknown = 0): unknown[] => Array.from({ length }, () => item);
const withKeys = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 0]));
const throwing = {
  get a(): never {
    throw new Error("not now");
  },
};

/** Data in as many objects, one in the other. */
function nested(levels: number, innermost: unknown = 0): unknown {
  return levels === 0 ? innermost : { in: nested(levels - 1, innermost) };
}

/** Lists, one in the other. */
function nestedLists(levels: number): unknown {
  return levels === 0 ? 0 : [nestedLists(levels - 1)];
}

function copied(value: unknown, depth = 9): { copy: unknown; problems: string[] } {
  const copying = beginCopying();
  const copy = copyWhole(value, depth, ["rules", 0], copying);
  return {
    copy,
    problems: copying.refused.map(({ path, message }: Issue) => `${path}: ${message}`),
  };
}

describe("a whole copy", () => {
  it.each<[string, unknown]>([
    ["a value", 1],
    ["null", null],
    ["nested data", { a: [{ b: "c" }, [null, undefined]], d: {} }],
    ["a list of as many items as are allowed", listOf(10_000)],
    ["an object of as many keys as are allowed", withKeys(1000)],
    ["as many levels as are allowed", nested(9)],
  ])("of %s equals it, and shares nothing with it", (_, value) => {
    const { copy, problems } = copied(value);
    expect(copy).toEqual(value);
    expect(problems).toEqual([]);
    if (typeof value === "object" && value !== null) expect(copy).not.toBe(value);
  });

  it.each<[string, unknown, string[]]>([
    ["a list that is longer", listOf(10_001), ["rules.0: Expected at most 10,000 items"]],
    ["an object with more keys", withKeys(1001), ["rules.0: Expected at most 1,000 keys"]],
    ["a level more", nested(10), [`rules.0${".in".repeat(9)}: Expected data that nests less deep`]],
    [
      "a list more",
      nestedLists(10),
      [`rules.0${".0".repeat(9)}: Expected data that nests less deep`],
    ],
    ["what throws", { b: throwing }, ["rules.0.b: Expected data; reading it fails"]],
    ["a revoked proxy", [revoked()], ["rules.0.0: Expected data; reading it fails"]],
    [
      "each of several",
      { a: throwing, b: listOf(10_001), c: [throwing] },
      [
        "rules.0.a: Expected data; reading it fails",
        "rules.0.b: Expected at most 10,000 items",
        "rules.0.c.0: Expected data; reading it fails",
      ],
    ],
    // One list in many places counts in each.
    [
      "too many values in all",
      listOf(26, listOf(9_999)),
      ["rules: Expected at most 250,000 values in all"],
    ],
    [
      "too many values, after which nothing is read",
      { a: listOf(26, listOf(9_999)), b: throwing },
      ["rules: Expected at most 250,000 values in all"],
    ],
  ])("of %s is refused", (_, value, problems) => {
    expect(copied(value).problems).toEqual(problems);
  });

  it("counts values up to the last that is allowed", () => {
    // 25 lists of 9,999 items, and the list of them.
    expect(copied([...listOf(25, listOf(9_998)), 0, 0, 0]).problems).toEqual([]);
    const rest = 250_000 - 25 - 24 * 9_999;
    const most = [...listOf(24, listOf(9_999)), listOf(rest)];
    expect(copied(most)).toEqual({ copy: most, problems: [] });
    expect(copied([...listOf(24, listOf(9_999)), listOf(rest + 1)]).problems).toEqual([
      "rules: Expected at most 250,000 values in all",
    ]);
  });

  it("has an empty object after the last value, and refuses another value", () => {
    const withRoomFor = (left: number, value: unknown): unknown => {
      const copying = { ...beginCopying(), left };
      const copy = copyWhole(value, 9, ["rules", 0], copying);
      return copying.refused.length === 0 ? copy : copying.refused.map(({ message }) => message);
    };
    expect(withRoomFor(1, { a: {} })).toEqual({ a: {} });
    expect(withRoomFor(1, { a: { b: 1 } })).toEqual(["Expected at most 250,000 values in all"]);
    expect(withRoomFor(2, { a: { b: 1 } })).toEqual({ a: { b: 1 } });
  });

  it("has nothing of what is refused", () => {
    expect(copied({ a: listOf(10_001), b: withKeys(1001), c: nested(9) }).copy).toEqual({
      a: [],
      b: {},
      c: nested(8, {}),
    });
  });

  it("reads nothing once there is too much", () => {
    let reads = 0;
    const get = (): number => {
      reads += 1;
      return 0;
    };
    const list = listOf(30, listOf(9_999));
    Object.defineProperty(list, 29, { get, enumerable: true });
    expect(copied({ a: list }).problems).toHaveLength(1);
    expect(copyOwnProperties(list)).toBe(tooManyValues);
    const fields = Object.defineProperty({}, "a", { get, enumerable: true });
    const rest = 250_000 - 26 - 24 * 9_999;
    const most = [...listOf(24, listOf(9_999)), listOf(rest), fields];
    expect(copyOwnProperties(most)).toBe(tooManyValues);
    expect(reads).toBe(0);
  });

  it("lists at most one problem more than are shown", () => {
    expect(copied(listOf(2000, throwing)).problems).toHaveLength(1001);
  });

  it("has no prototype, and each part read once", () => {
    let reads = 0;
    const value = {
      get a(): number[] {
        reads += 1;
        return [reads];
      },
    };
    const { copy } = copied(value);
    expect(copy).toEqual({ a: [1] });
    expect(reads).toBe(1);
    expect(Object.getPrototypeOf(copy)).toBeNull();
  });

  it("of an instance of a class has its own fields; of no data, a symbol that no schema accepts", () => {
    class Fields {
      a = 1;
    }
    expect(copied(new Fields()).copy).toEqual({ a: 1 });
    const { copy } = copied({ day: new Date(0), map: new Map(), call: isReadableList });
    const { day, map, call } = copy as Record<string, unknown>;
    expect([day, map, call].map(String)).toEqual([
      "Symbol([object Date])",
      "Symbol([object Map])",
      "Symbol(function)",
    ]);
  });
});

describe("a copy of own properties", () => {
  it("has a symbol for a function, above the levels that are kept", () => {
    expect(String(copyOwnProperties(revokedFunction()))).toBe("Symbol(function)");
    expect(copyOwnProperties({ kept: isReadableList }, 1)).toEqual({ kept: isReadableList });
    const { copied: copy } = copyOwnProperties({ copied: isReadableList }, 2) as { copied: symbol };
    expect(String(copy)).toBe("Symbol(function)");
  });

  it("ends below so many levels, where it keeps what there is", () => {
    const inner = { c: 1 };
    const copy = copyOwnProperties({ a: { b: inner } }, 2) as { a: { b: unknown } };
    expect(copy).toEqual({ a: { b: { c: 1 } } });
    expect(copy.a.b).toBe(inner);
    const deep = copyOwnProperties({ a: { b: [inner] } }) as { a: { b: unknown[] } };
    expect(deep.a.b[0]).not.toBe(inner);
  });

  it("says what could not be copied, where it is", () => {
    expect(copyOwnProperties({ a: withKeys(1001), b: throwing, c: 1 })).toEqual({
      a: tooManyKeys,
      b: unreadable,
      c: 1,
    });
    expect(copyOwnProperties(revoked())).toBe(unreadable);
    expect(copyOwnProperties(withKeys(1000))).toEqual(withKeys(1000));
  });

  it("has one item more of a list that is too long, for a schema to see that it is", () => {
    expect(copyOwnProperties(listOf(10_000))).toHaveLength(10_000);
    expect(copyOwnProperties(listOf(10_001))).toHaveLength(10_001);
    expect(copyOwnProperties(listOf(10_002))).toHaveLength(10_001);
  });

  it("is none of too many values in all", () => {
    expect(copyOwnProperties(listOf(26, listOf(9_999)))).toBe(tooManyValues);
    const rest = 250_000 - 25 - 24 * 9_999;
    const most = [...listOf(24, listOf(9_999)), listOf(rest)];
    expect(copyOwnProperties(most)).toEqual(most);
    expect(copyOwnProperties([...most, 0])).toBe(tooManyValues);
    const mostWithFields = [...listOf(24, listOf(9_999)), listOf(rest - 2), { last: 1 }];
    expect(copyOwnProperties(mostWithFields)).toEqual(mostWithFields);
    expect(copyOwnProperties(listOf(300, withKeys(900)))).toBe(tooManyValues);
  });
});

describe("a list that can be read", () => {
  it.each<[string, unknown, boolean]>([
    ["a list", [], true],
    ["the longest", listOf(10_000), true],
    ["a longer one", listOf(10_001), false],
    ["an object", { length: 0 }, false],
    ["a revoked proxy", revoked(), false],
  ])("is, or is not, %s", (_, value, isOne) => {
    expect(isReadableList(value)).toBe(isOne);
  });
});
