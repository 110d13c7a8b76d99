import { expect, it, vi } from "vitest";

import { memoizeByKey, memoizeEach } from "../src/memoize.ts";

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
