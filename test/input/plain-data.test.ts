import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { beginCopying, copyWhole } from "../../src/input/copy-whole.ts";
import { isDeepFrozen, isSamePlain } from "../../src/input/plain-data.ts";
import { deepFreeze } from "../../src/rules/deep-freeze.ts";
import { revoked } from "../fuzz/hostile-values.ts";

const json = fc.jsonValue();

const copyPlain = (value: unknown): unknown => copyWhole(value, 100, [], beginCopying());

describe("plain data", () => {
  it("is the same as its copy, and as another that looks the same", () => {
    fc.assert(
      fc.property(json, (value) => {
        const copy = copyPlain(value);
        expect(isSamePlain(value, copy)).toBe(true);
        expect(isSamePlain(structuredClone(value), copy)).toBe(true);
      }),
    );
  });

  it("is not the same as different data", () => {
    fc.assert(
      fc.property(json, json, (value, other) => {
        const isEqual = JSON.stringify(value) === JSON.stringify(other);
        // Numbers that JSON cannot tell apart, and keys in another order, make no difference.
        if (!isEqual && isSamePlain(other, copyPlain(value))) expect(other).toEqual(value);
      }),
    );
  });

  it.each<[string, unknown, unknown]>([
    ["a longer list", [1, 2], [1]],
    ["a list for an object", [], {}],
    ["an object for a list", {}, []],
    ["a further key", { a: 1, b: 1 }, { a: 1 }],
    ["a missing key", {}, { a: 1 }],
    ["another key", { b: 1 }, { a: 1 }],
    ["a value deep inside", { a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
    ["an instance of a class", new Map(), {}],
    ["nothing for an object", undefined, {}],
    ["a key without a value", { a: undefined }, {}],
  ])("shows %s", (_, value, old) => {
    expect(isSamePlain(value, copyPlain(old))).toBe(false);
  });

  it("is the same with a key that has no value", () => {
    const value = { a: undefined };
    expect(isSamePlain({ a: undefined }, copyPlain(value))).toBe(true);
  });

  it.each<[string, unknown]>([
    ["a function", { a: () => 1 }],
    ["a big integer", 1n],
    ["what is not finite", { a: Number.NaN }],
    ["a date", new Date(0)],
  ])("is not told from %s, which could change unseen: that is never the same", (_, value) => {
    expect(isSamePlain(value, copyPlain(value))).toBe(false);
  });
});

describe("what is frozen through and through", () => {
  it("is recognized", () => {
    fc.assert(fc.property(json, (value) => isDeepFrozen(deepFreeze(value))));
    expect(isDeepFrozen(undefined)).toBe(true);
  });

  it.each<[string, unknown]>([
    ["open", []],
    ["open inside", Object.freeze([{}])],
    ["a getter", Object.freeze(Object.defineProperty({}, "a", { get: () => 1, enumerable: true }))],
    ["an instance of a class", Object.freeze(new Map())],
    ["a function", Object.freeze(() => 1)],
    ["a hidden open part", Object.freeze(Object.defineProperty({}, "a", { value: {} }))],
  ])("is not %s", (_, value) => {
    expect(isDeepFrozen(value)).toBe(false);
  });

  it("is not what cannot be looked at", () => {
    expect(isDeepFrozen(Object.freeze([revoked()]))).toBe(false);
  });

  it("is looked at once", () => {
    let looks = 0;
    const frozen = new Proxy(Object.freeze({ a: 1 }), {
      ownKeys: (target) => {
        looks += 1;
        return Reflect.ownKeys(target);
      },
    });
    expect(isDeepFrozen(frozen)).toBe(true);
    const before = looks;
    expect(isDeepFrozen(Object.freeze([frozen, frozen]))).toBe(true);
    expect(looks).toBe(before);
  });
});
