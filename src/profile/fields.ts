import * as z from "zod";

import { oneOf } from "../input/issues.ts";

/** Creates an optional field with its description. */
export function field<Schema extends z.ZodType>(
  schema: Schema,
  words: string,
): z.ZodOptional<Schema> {
  return schema.optional().meta({ description: words });
}

/** Creates a process field: a host without a record of the process has not started it. */
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
