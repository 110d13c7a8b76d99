import * as z from "zod";

import { oneOf } from "../input/issues.ts";

/** A field that may be left out, and what it says. */
export function field<Schema extends z.ZodType>(
  schema: Schema,
  words: string,
): z.ZodOptional<Schema> {
  return schema.optional().meta({ description: words });
}

/** A field of a process: a host without a record of it has not started it. */
export function process<const Others extends readonly string[]>(
  noun: string,
  others: Others,
  words: string,
): z.ZodOptional<ReturnType<typeof oneOf<readonly ["not-started", ...Others]>>> {
  const schema = oneOf(noun, ["not-started", ...others] as const);
  return schema.optional().meta({ description: words, absentMeans: "not-started" });
}

export const flag = z.boolean();
export const count = z.int().min(0);
export const amount = z.number().min(0);
export const decision = ["pending", "verified", "rejected"] as const;
