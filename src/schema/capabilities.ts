import * as z from "zod";

import { type IsoDate, isoDateSchema } from "./dates.ts";
import { closed, oneOf } from "./issues.ts";
import { ruleSourceSchema } from "./rule-schema.ts";
import type { RuleSource } from "./rule.ts";

/** A text of `rules/capabilities.json` that holds in a period. */
interface DatedText {
  readonly from: IsoDate;
  readonly until?: IsoDate | undefined;
  readonly text: string;
  readonly sources: readonly RuleSource[];
}

/** The content of `rules/capabilities.json`. */
export interface CapabilitiesFile {
  /** What Microsoft makes of a partner that falls short. */
  readonly restriction: { readonly text: string; readonly sources: readonly RuleSource[] };
  readonly capabilities: readonly {
    readonly id: string;
    readonly title: string;
    readonly whenRestricted: "lost" | "kept";
    readonly notes?: readonly string[] | undefined;
    readonly sources: readonly RuleSource[];
  }[];
  /** How a partner sees that it is restricted. */
  readonly checks: readonly DatedText[];
  /** What follows after the restriction. */
  readonly stages: readonly (DatedText & {
    readonly status: "suspended" | "revoked";
    readonly afterDays: number;
    readonly notes: readonly string[];
  })[];
}

const text = z.string().min(1);
const sources = z.array(ruleSourceSchema).min(1);
const dated = { from: isoDateSchema, until: isoDateSchema.optional(), text, sources };

export const capabilitiesFileSchema = closed({
  restriction: closed({ text, sources }),
  capabilities: z.array(
    closed({
      id: text,
      title: text,
      whenRestricted: oneOf("effect", ["lost", "kept"]),
      notes: z.array(text).min(1).optional(),
      sources,
    }),
  ),
  checks: z.array(closed(dated)),
  stages: z.array(
    closed({
      ...dated,
      status: oneOf("status", ["suspended", "revoked"]),
      afterDays: z.int().min(1),
      notes: z.array(text),
    }),
  ),
}) satisfies z.ZodType<CapabilitiesFile>;
