import { describe, expect, it } from "vitest";

import { InvalidReportError } from "../../src/index.ts";
import { isIterable, iterating, reading } from "../../src/input/reading.ts";
import { revoked } from "../fuzz/hostile-values.ts";
import { rejection } from "../rejection.ts";

describe("what cannot be read is refused", () => {
  const issues = [
    {
      path: "",
      message: "Expected a result, as this package makes it",
      code: "wrong-type",
      values: { expected: "a result, as this package makes it" },
    },
  ];

  it.each<[string, unknown]>([
    ["an error", new TypeError("No such thing")],
    ["nothing", undefined],
    ["a revoked proxy", revoked()],
  ])("with %s that it throws as the cause", async (_, thrown) => {
    const error = await rejection(() =>
      reading("a result", () => {
        throw thrown;
      }),
    );
    expect(error).toBeInstanceOf(InvalidReportError);
    expect((error as InvalidReportError).issues).toStrictEqual(issues);
    expect((error as InvalidReportError).cause === thrown).toBe(true);
  });

  it("but an error of ours is passed on", async () => {
    const ours = new InvalidReportError([]);
    const work = (): never => {
      throw ours;
    };
    expect(await rejection(() => reading("a result", work))).toBe(ours);
  });

  it("and what is no iterable", () => {
    expect(() => iterating("results", {} as never)).toThrow("Expected an iterable of results");
    const list = [1];
    expect(iterating("results", list)).toBe(list);
  });
});

describe("an iterable", () => {
  it.each<[string, unknown, boolean]>([
    ["a list", [], true],
    ["a set", new Set(), true],
    ["an object with an iterator", { [Symbol.iterator]: () => [] }, true],
    ["an object whose iterator is no function", { [Symbol.iterator]: 1 }, false],
    ["an object", {}, false],
    ["a text", "text", false],
    ["null", null, false],
    ["a revoked proxy", revoked(), false],
  ])("is, or is not, %s", (_, value, isOne) => {
    expect(isIterable(value)).toBe(isOne);
  });

  it("may be asynchronous", () => {
    expect(isIterable((async function* () {})(), Symbol.asyncIterator)).toBe(true);
    expect(isIterable([], Symbol.asyncIterator)).toBe(false);
  });
});
