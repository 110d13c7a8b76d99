import { expect, it, vi } from "vitest";

import { memoizeByKey, memoizeEach, memoizeLast } from "../src/memoize.ts";

it("keeps the results of the keys used last, and no more", () => {
  const work = vi.fn((subject: string) => ({ subject }));
  const keep = memoizeByKey(work, (subject) => subject, 2);
  const [a, b] = [keep("a"), keep("b")];
  expect([keep("a"), keep("b"), keep("a")]).toEqual([a, b, a]);
  expect(work).toHaveBeenCalledTimes(2);
  keep("c");
  expect(keep("a")).toBe(a);
  expect(keep("b")).not.toBe(b);
  expect(work).toHaveBeenCalledTimes(4);
});

it("keeps the result of each key", () => {
  const work = vi.fn((subject: string) => ({ subject }));
  const keep = memoizeEach(work, (subject) => subject.toLowerCase());
  const [a, b] = [keep("a"), keep("b")];
  expect([keep("A"), keep("b"), keep("a")]).toEqual([a, b, a]);
  expect(keep("A")).toBe(a);
  expect(work).toHaveBeenCalledTimes(2);
});

it("keeps the last result, but for a subject that throws as it is looked at", () => {
  const work = vi.fn((copy: string) => ({ copy }));
  const isSame = (subject: string, kept: string): boolean => {
    if (subject === "throws") throw new Error("No");
    return subject === kept;
  };
  const keep = memoizeLast(work, (subject) => subject, isSame);
  const a = keep("a");
  expect(keep("a")).toBe(a);
  expect(keep("throws")).toEqual({ copy: "throws" });
  expect(keep("throws")).toEqual({ copy: "throws" });
  expect(work).toHaveBeenCalledTimes(3);
  const b = keep("b");
  expect(keep("b")).toBe(b);
  expect(keep("a")).not.toBe(a);
});
