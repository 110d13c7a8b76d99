import * as z from "zod";

import type { Issue, IssueCode, IssueValues } from "./errors.ts";
import { strictObject } from "./interpreted.ts";
import { quoted, suggestionIn, unknownWord } from "./nearest.ts";
import { readingFails, tooManyKeys, tooManyValues, tooMuch, unreadable } from "./own-properties.ts";

interface ShapeWords {
  readonly hintOf?: (key: string) => string | undefined;
  readonly expected?: string;
}

/**
 * Creates the schema of a closed object: unknown keys are rejected, naming the nearest known key. zod
 * reports all of them in one issue, so the message has one line per key, in the order of `issue.keys`.
 *
 * @param more.hintOf - Says more of some unknown keys than that they are unknown.
 * @param more.expected - What to say if it is not an object.
 */
export function strictShape<Shape extends z.ZodRawShape>(
  shape: Shape,
  { hintOf, expected = "Expected a plain object" }: ShapeWords = {},
): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  const describe = (key: string): string => {
    const hint = hintOf?.(key);
    return hint === undefined
      ? unknownWord("key", key, known)
      : `Unknown key ${quoted(key)}: ${hint}`;
  };
  return strictObject(shape, {
    error: (issue) => {
      if (issue.code === "unrecognized_keys") return issue.keys.map(describe).join("\n");
      return refusals.get(issue.input) ?? expected;
    },
  });
}

/** What to say of what could not be copied. */
const refusals: ReadonlyMap<unknown, string> = new Map([
  [tooManyKeys, tooMuch.keys],
  [tooManyValues, tooMuch.values],
  [unreadable, readingFails],
]);

/** The most values that a message lists. */
const fewValues = 6;

/** Creates an enumeration whose error names the nearest known value. */
export function oneOf<const Values extends readonly string[]>(
  noun: string,
  values: Values,
): z.ZodEnum<{ [Value in Values[number]]: Value }> {
  return z.enum(values, {
    error: (issue) => {
      const isFew = values.length <= fewValues;
      if (typeof issue.input !== "string")
        return isFew ? `Expected one of ${values.join(", ")}` : `Expected a ${noun}`;
      const expected = isFew ? ` (one of ${values.join(", ")})` : "";
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

type Check<Value> = (value: Value, context: z.RefinementCtx) => void;

/**
 * Adds a check that runs when a condition holds, not only if all else is valid. zod takes the condition
 * as a parameter only since 4.4.
 */
export function checkWhen<Schema extends z.ZodType>(
  schema: Schema,
  when: (payload: { value: unknown }) => boolean,
  check: Check<z.output<Schema>>,
): Schema {
  const refinement = z.superRefine(check);
  refinement._zod.def.when = when;
  return schema.check(refinement as z.core.$ZodCheck<z.output<Schema>>) as Schema;
}

/** For `when` of a refinement that tolerates invalid fields: runs it on any object. */
export function isObject({ value }: { value: unknown }): boolean {
  return typeof value === "object" && value !== null;
}

const formats = new Map<string, string>();

/** Creates a text of a form that has a name, which issues say. */
export function textOf(format: string, form: RegExp, error: string): z.ZodString {
  formats.set(String(form), format);
  return z.string(error).regex(form, error);
}

/** Whether a branch of a union was intended: the value has the keys of that branch. */
function looksIntended(branch: readonly z.core.$ZodIssue[]): boolean {
  return branch.every(
    ({ code, path, input }) =>
      path.length > 1 ||
      (path.length === 1 ? input !== undefined : code === "custom" || code === "unrecognized_keys"),
  );
}

/** What a check of our own says of its issue, besides the message. */
export interface IssueParams {
  readonly code: IssueCode;
  readonly values: IssueValues;
}

type Zod<Code extends z.core.$ZodIssue["code"]> = Extract<z.core.$ZodIssue, { code: Code }>;

function unknownValue({ input, values, message }: Zod<"invalid_value">): IssueParams {
  const suggestion = suggestionIn(message);
  return {
    code: "unknown-value",
    values: {
      ...(typeof input === "string" && { value: input }),
      ...(suggestion !== undefined && { suggestion }),
      ...(values.length <= fewValues && { allowed: values.map(String) }),
    },
  };
}

/** The name of the form that a text should have. */
function formatOf({ format, pattern }: Zod<"invalid_format">): string {
  return formats.get(String(pattern)) ?? format;
}

function tooSmall({ minimum, origin }: Zod<"too_small">): IssueValues {
  const isLength = origin === "string" || origin === "array";
  const counted = origin === "string" ? "characters" : "items";
  return { minimum: Number(minimum), ...(isLength && { counted }) };
}

/** The code of an issue and what is needed to word it. */
function paramsOf(issue: z.core.$ZodIssue): IssueParams {
  switch (issue.code) {
    case "invalid_type": {
      const code = issue.input === undefined ? "missing" : "wrong-type";
      return { code, values: { expected: issue.expected } };
    }
    case "invalid_value":
      return issue.input === undefined ? missing : unknownValue(issue);
    case "invalid_format":
      return { code: "wrong-format", values: { format: formatOf(issue) } };
    case "too_small":
      return { code: "too-small", values: tooSmall(issue) };
    case "too_big":
      return { code: "too-big", values: { maximum: Number(issue.maximum) } };
    case "invalid_union":
      return issue.input === undefined ? missing : { code: "wrong-form", values: {} };
    default:
      return (
        ("params" in issue ? (issue.params as IssueParams | undefined) : undefined) ?? rejected
      );
  }
}

const missing: IssueParams = { code: "missing", values: {} };
const rejected: IssueParams = { code: "rejected", values: {} };

function unknownKeys({ keys, message }: Zod<"unrecognized_keys">, path: PropertyKey[]): Issue[] {
  const messages = message.split("\n");
  return keys.map((key, index) => {
    const suggestion = suggestionIn(messages[index]!);
    return {
      path: [...path, key].map(String).join("."),
      message: messages[index]!,
      code: "unknown-key",
      values: { key, ...(suggestion !== undefined && { suggestion }) },
    };
  });
}

function flatten(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === "unrecognized_keys") return unknownKeys(issue, path);
  if (issue.code === "invalid_union") {
    // If the keys show which branch was intended, its own problems help more than "invalid input".
    const meant = issue.errors.filter(looksIntended);
    if (meant.length === 1) return meant[0]!.flatMap((inner) => flatten(inner, path));
  }
  return [{ path: path.map(String).join("."), message: issue.message, ...paramsOf(issue) }];
}

/** Returns every problem that zod found as a flat list, with paths in dot notation. */
export function issuesOf(error: z.ZodError, prefix: readonly PropertyKey[] = []): Issue[] {
  return error.issues.flatMap((issue) => flatten(issue, prefix));
}
