import { describe, expect, it } from "vitest";
import * as z from "zod";

import { isObject, issuesOf, oneOf, strictShape, whenValid } from "../../src/input/issues.ts";
import type { Issue } from "../../src/index.ts";

function issuesIn(schema: z.ZodType, input: unknown): Issue[] {
  const { error } = schema.safeParse(input, { reportInput: true });
  return error === undefined ? [] : issuesOf(error);
}

/** The code and the values of the only issue. */
function said(schema: z.ZodType, input: unknown): unknown {
  const [issue, ...others] = issuesIn(schema, input);
  expect(others).toEqual([]);
  return [issue!.code, issue!.values];
}

describe("one of a list", () => {
  const few = ["a", "b", "c", "d", "e", "f"] as const;
  const many = [...few, "g"] as const;

  it("is named with all of them, if they are few", () => {
    expect(issuesIn(oneOf("letter", few), 1)).toStrictEqual([
      {
        path: "",
        message: "Expected one of a, b, c, d, e, f",
        code: "unknown-value",
        values: { allowed: few },
      },
    ]);
    expect(issuesIn(oneOf("letter", few), "xyz")[0]!.message).toBe(
      'Unknown letter "xyz" (one of a, b, c, d, e, f)',
    );
  });

  it("is named by what it is, if they are many", () => {
    expect(issuesIn(oneOf("letter", many), 1)).toStrictEqual([
      { path: "", message: "Expected a letter", code: "unknown-value", values: {} },
    ]);
    expect(issuesIn(oneOf("letter", many), "xyz")[0]!.message).toBe('Unknown letter "xyz"');
  });

  it("may be missing", () => {
    const schema = z.object({ letter: oneOf("letter", few) });
    expect(said(schema, {})).toStrictEqual(["missing", {}]);
  });
});

describe("what is too small", () => {
  it.each<[string, z.ZodType, unknown, object]>([
    ["a text", z.string().min(2), "x", { minimum: 2, counted: "characters" }],
    ["a list", z.array(z.number()).min(2), [1], { minimum: 2, counted: "items" }],
    ["a number", z.number().min(2), 1, { minimum: 2 }],
  ])("is %s, with what is counted", (_, schema, input, values) => {
    expect(said(schema, input)).toStrictEqual(["too-small", values]);
  });
});

describe("of several forms", () => {
  const fields = strictShape({ a: z.number() }).check((context) => {
    if (context.value.a < 0)
      context.issues.push({
        code: "custom",
        input: context.value,
        message: "Too cold",
        params: { code: "too-small", values: { minimum: 0 } },
      });
  });
  const schema = z.union([fields, z.number()]);

  it.each<[string, unknown, unknown]>([
    ["a field is of another type", { a: "x" }, ["wrong-type", { expected: "number" }]],
    ["a key is unknown", { a: 1, c: 1 }, ["unknown-key", { key: "c" }]],
    ["what is said of the whole is wrong", { a: -1 }, ["too-small", { minimum: 0 }]],
  ])("the one that is meant is spoken of: %s", (_, input, expected) => {
    expect(said(schema, input)).toStrictEqual(expected);
  });

  it("the one that is meant is spoken of with all that is wrong", () => {
    const issues = issuesIn(schema, { a: "x", c: 1 });
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      ["a", "wrong-type"],
      ["c", "unknown-key"],
    ]);
  });

  it.each<[string, unknown]>([
    ["a text", "x"],
    ["an object without the field", {}],
  ])("none is meant by %s", (_, input) => {
    expect(said(schema, input)).toStrictEqual(["wrong-form", {}]);
  });

  it("one may be missing", () => {
    expect(said(z.object({ either: schema }), {})).toStrictEqual(["missing", {}]);
  });
});

it("a check may wait until the parts are valid, or there is an object", () => {
  const isText = whenValid(z.string());
  expect([isText({ value: "x" }), isText({ value: 1 })]).toEqual([true, false]);
  const values = [{}, [], "x", 1, undefined, null];
  expect(values.map((value) => isObject({ value }))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
