import * as z from "zod";

import { oneOf } from "../input/issues.ts";
import { mostItems, tooMuch } from "../input/own-properties.ts";

/** What a group of fields is called and means. */
export interface GroupWords {
  readonly label: string;
  readonly help: string;
}

/** What a field is called and means, and how to ask for it. */
export interface FieldWords extends GroupWords {
  readonly question: string;
  /** The unit of a number. */
  readonly unit?: string;
  /** What `null` says, if it is allowed. */
  readonly nullMeans?: string;
  /** What is taken if it is absent, if that is more than that it is unknown. */
  readonly whenAbsent?: string;
}

function metaOf({ label, help, ...words }: GroupWords): Record<string, unknown> {
  return { title: label, description: help, ...words };
}

/** Creates an optional field that states a fact. */
export function field<Schema extends z.ZodType>(
  schema: Schema,
  words: FieldWords,
): z.ZodOptional<Schema> {
  return schema.optional().meta(metaOf(words));
}

/** Creates an optional group of fields. */
export function group<Schema extends z.ZodType>(
  schema: Schema,
  words: GroupWords,
): z.ZodOptional<Schema> {
  return schema.optional().meta(metaOf(words));
}

/** Creates a field of a list item, which every item has. */
export function part<Schema extends z.ZodType>(schema: Schema, words: GroupWords): Schema {
  return schema.meta(metaOf(words));
}

function choiceOf<Value extends string>(
  noun: string,
  labels: Readonly<Record<Value, string>>,
): z.ZodEnum<{ [One in Value]: One }> {
  return oneOf(noun, Object.keys(labels) as Value[]) as unknown as z.ZodEnum<{
    [One in Value]: One;
  }>;
}

/** Creates a field with a closed list of values, each with its label. */
export function choice<Value extends string>(
  noun: string,
  labels: Readonly<Record<Value, string>>,
  words: FieldWords,
): z.ZodOptional<z.ZodEnum<{ [One in Value]: One }>> {
  return choiceOf(noun, labels)
    .optional()
    .meta({ ...metaOf(words), labels });
}

/** Creates a process field: a host without a record of the process has not started it. */
export function process<Other extends string>(
  noun: string,
  others: Readonly<Record<Other, string>>,
  words: FieldWords,
): z.ZodOptional<z.ZodEnum<{ [One in "not-started" | Other]: One }>> {
  const labels = { "not-started": "Not started", ...others };
  return choiceOf<"not-started" | Other>(noun, labels)
    .optional()
    .meta({ ...metaOf(words), labels, absentMeans: "not-started" });
}

const atLeastNone = "Expected 0 or more";

export const flag = z.boolean("Expected true or false");
export const count = z
  .int({
    error: ({ code }) =>
      code === "too_big"
        ? `Expected at most ${Number.MAX_SAFE_INTEGER}`
        : "Expected a whole number",
  })
  .min(0, atLeastNone);
/** More than any company has, and little enough that sums are exact to the cent. */
const mostUsd = 1e12;

export const amount = z
  .number("Expected a number")
  .min(0, atLeastNone)
  .max(mostUsd, "Expected at most 1,000,000,000,000");

/** Creates a list that is not longer than what a company can have. */
export function listOf<Item extends z.ZodType>(item: Item, error: string): z.ZodArray<Item> {
  return z.array(item, error).max(mostItems, tooMuch.items);
}

/** The states of a decision of Microsoft, but for the first. */
export const decision = { pending: "Pending", verified: "Verified", rejected: "Rejected" } as const;
