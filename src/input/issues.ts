import * as z from "zod";

import type { Issue } from "./errors.ts";
import { unknownWord } from "./nearest.ts";

/**
 * Creates the schema of a closed object: unknown keys are rejected, naming the nearest known key. zod
 * reports all of them in one issue, so the message has one line per key, in the order of `issue.keys`.
 */
export function strictShape<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => unknownWord("key", key, known)).join("\n")
        : "Expected a plain object",
  });
}

/** Creates an enumeration whose error names the nearest known value. */
export function oneOf<const Values extends readonly string[]>(
  noun: string,
  values: Values,
): z.ZodEnum<{ [Value in Values[number]]: Value }> {
  return z.enum(values, {
    error: (issue) => {
      if (typeof issue.input !== "string") return undefined;
      const expected = values.length > 6 ? "" : ` (one of ${values.join(", ")})`;
      return `${unknownWord(noun, issue.input, values)}${expected}`;
    },
  });
}

/**
 * For `when` of a refinement: runs it if the parts it reads are valid, even alongside other problems,
 * so that one error lists them all.
 */
export function whenValid(parts: z.ZodType): (payload: { value: unknown }) => boolean {
  return ({ value }) => parts.safeParse(value).success;
}

/** For `when` of a refinement that tolerates invalid fields: runs it on any object. */
export function isObject({ value }: { value: unknown }): boolean {
  return typeof value === "object" && value !== null;
}

/** Whether a branch of a union was intended: the value has exactly that branch's keys. */
function looksIntended(branch: readonly z.core.$ZodIssue[]): boolean {
  return branch.every(
    ({ code, path, input }) =>
      path.length > 1 || (path.length === 1 ? input !== undefined : code === "custom"),
  );
}

function flatten(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const messages = issue.message.split("\n");
    return issue.keys.map((key, index) => ({
      path: [...path, key].map(String).join("."),
      message: messages[index]!,
    }));
  }
  if (issue.code === "invalid_union") {
    // If the keys show which branch was intended, its own problems help more than "invalid input".
    const meant = issue.errors.find(looksIntended);
    if (meant !== undefined) return meant.flatMap((inner) => flatten(inner, path));
  }
  return [{ path: path.map(String).join("."), message: issue.message }];
}

/** Returns every problem that zod found as a flat list, with paths in dot notation. */
export function issuesOf(error: z.ZodError, prefix: readonly PropertyKey[] = []): Issue[] {
  return error.issues.flatMap((issue) => flatten(issue, prefix));
}
