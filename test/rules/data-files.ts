import * as z from "zod";

import type { EditionId } from "../../src/index.ts";
import { isoDateSchema } from "../../src/input/date-schema.ts";
import { oneOf, strictShape } from "../../src/input/issues.ts";
import { confidences } from "../../src/rule/documents.ts";
import type { RegisteredDocument } from "../generate/documents.ts";
import { ruleSourceSchema } from "../../src/rule/rule-schema.ts";
import type { CapabilitiesFile } from "../../src/rules/capabilities-file.ts";
import type { EditionsFile } from "../../src/rules/editions.ts";

// The grammar of the files in rules/ that hold no rule. Hosts do not write them, so it is not shipped.

const text = z.string().min(1);
const sources = z.array(ruleSourceSchema).min(1);
const dated = { from: isoDateSchema, until: isoDateSchema.optional(), text, sources };

export const capabilitiesFileSchema = strictShape({
  restriction: strictShape({ text, textInForce: text, sources }),
  capabilities: z.array(
    strictShape({
      id: text,
      title: text,
      whenRestricted: oneOf("effect", ["lost", "kept"]),
      notes: z.array(text).min(1).optional(),
      sources,
    }),
  ),
  checks: z.array(strictShape(dated)),
  stages: z.array(
    strictShape({
      ...dated,
      status: oneOf("status", ["suspended", "revoked"]),
      afterDays: z.int().min(1),
      notes: z.array(text),
    }),
  ),
}) satisfies z.ZodType<CapabilitiesFile>;

export const editionsFileSchema = strictShape({
  editions: z.array(
    strictShape({
      id: isoDateSchema as z.ZodType as z.ZodType<EditionId>,
      title: text,
      sources,
      notes: z.array(
        strictShape({ text, from: isoDateSchema.optional(), until: isoDateSchema.optional() }),
      ),
    }),
  ),
}) satisfies z.ZodType<EditionsFile>;

export const sourcesFileSchema = strictShape({
  documents: z.array(
    strictShape({
      id: z.string(),
      title: z.string(),
      publisher: z.string(),
      url: z.url(),
      revision: isoDateSchema,
      checkedOn: isoDateSchema,
      confidence: oneOf("confidence", confidences),
      note: z.string().optional(),
      // Hashes of the sentences that are cited, as test/sources/sentences.mjs makes them.
      sentences: z.record(z.string(), z.string().regex(/^[0-9a-f]{12}$/)).optional(),
    }),
  ),
}) satisfies z.ZodType<{ documents: RegisteredDocument[] }>;
