import * as z from "zod";

import { isoDateSchema } from "../../src/input/date-schema.ts";
import { oneOf, strictShape } from "../../src/input/issues.ts";
import { factIds } from "../../src/facts/fact-table.ts";
import { operatorIds } from "../../src/rule/operators.ts";
import { messagesSchema } from "../../src/rule/rule-schema.ts";
import { actors, kinds, tracks } from "../../src/rule/vocabulary.ts";

// The grammar of the files that people write. resolve-rule.ts spells out what they leave implicit; the
// result is checked against ruleFileSchema.

const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "Expected a name, such as planActive");
const sentence = z.string().min(1);

/** A text, or the name of one in `texts` of the file or in `texts.json`. */
const textSchema = z.union([sentence, strictShape({ text: name })]);
export type WrittenText = z.output<typeof textSchema>;

export type WrittenCondition =
  | { readonly all: readonly WrittenCondition[] }
  | { readonly any: readonly WrittenCondition[] }
  | { readonly not: WrittenCondition }
  | { readonly condition: string }
  | { readonly fact: string; readonly operator: string; readonly value: unknown };

/** A condition; `{ condition }` names one of `conditions.json`, and `{ value }` a value of the file. */
const writtenConditionSchema: z.ZodType<WrittenCondition> = z.lazy(() =>
  z.union([
    strictShape({ all: z.array(writtenConditionSchema).min(1) }),
    strictShape({ any: z.array(writtenConditionSchema).min(1) }),
    strictShape({ not: writtenConditionSchema }),
    strictShape({ condition: name }),
    strictShape({
      fact: oneOf("fact", factIds),
      operator: oneOf("operator", operatorIds),
      value: z.union([
        z.boolean(),
        z.number(),
        z.string(),
        z.array(z.union([z.number(), z.string()])).min(1),
        strictShape({ fact: oneOf("fact", factIds) }),
        strictShape({ value: name }),
      ]),
    }),
  ]),
);

/** The statuses that a version words, in the order of a rule's messages. */
export const statuses = messagesSchema.keyof().options;

/** A text for each status that has one; null leaves it out. */
const statusTexts = Object.fromEntries(
  statuses.map((status) => [status, textSchema.nullable().optional()]),
) as Record<(typeof statuses)[number], z.ZodOptional<z.ZodNullable<typeof textSchema>>>;

/** Statuses that have their own wording if `when` is true; null keeps the general message. */
const variantSchema = strictShape({
  when: writtenConditionSchema,
  ...statusTexts,
  remedy: textSchema.optional(),
  actor: oneOf("actor", actors).optional(),
});
export type WrittenVariant = z.output<typeof variantSchema>;

/** A document of sources.json, optionally with sentences: `announcements-2020-october#fdba4-212`. */
const sourceSchema = z.string().regex(/^[a-z0-9-]+(#[a-z0-9-]+(,[a-z0-9-]+)*)?$/);

const track = `(${tracks.join("|")})`;
const headingPattern = new RegExp(
  `^${track}( and ${track})* from \\d{4}-\\d{2}-\\d{2}( until \\d{4}-\\d{2}-\\d{2})?$`,
);

/** The content of a version; null removes what the version it is like has. */
const versionSchema = strictShape({
  /** The heading of an earlier version, from which this one states only the differences. */
  like: z.string().regex(headingPattern).optional(),
  kind: oneOf("kind", kinds).optional(),
  actor: oneOf("actor", actors).optional(),
  conditions: writtenConditionSchema.optional(),
  dueWhen: writtenConditionSchema.nullable().optional(),
  appliesWhen: writtenConditionSchema.nullable().optional(),
  ...statusTexts,
  remedy: textSchema.optional(),
  variants: z.array(variantSchema).min(1).nullable().optional(),
  notes: z.array(textSchema).min(1).nullable().optional(),
  sources: z.array(sourceSchema).min(1).optional(),
});
export type WrittenVersion = z.output<typeof versionSchema>;

/** A number or text that changes only by date, each value with its source. */
const datedValueSchema = z.record(
  isoDateSchema,
  strictShape({ value: z.union([z.number(), z.string()]), source: sourceSchema }),
);

/** The file of one rule, as people write it: rules/<rule-id>.json. */
export const writtenRuleSchema = strictShape({
  $schema: z.literal("./written-rule.schema.json"),
  id: z.string(),
  title: sentence,
  kind: oneOf("kind", kinds).optional(),
  actor: oneOf("actor", actors).optional(),
  after: z.array(z.string()).min(1).optional(),
  values: z.record(name, datedValueSchema).optional(),
  texts: z.record(name, sentence).optional(),
  /** By heading: the tracks, the first day, and the end date if no later version sets it. */
  versions: z.record(z.string().regex(headingPattern), versionSchema),
});
export type WrittenRule = z.output<typeof writtenRuleSchema>;

/** rules/conditions.json: conditions that several rules share, with a phrase for readers. */
export const conditionsFileSchema = z.record(
  name,
  strictShape({ words: sentence, condition: writtenConditionSchema }),
);

/** rules/texts.json: texts that several rules share. */
export const textsFileSchema = z.record(name, sentence);

/** What rules share. */
export interface Shared {
  readonly conditions: z.output<typeof conditionsFileSchema>;
  readonly texts: z.output<typeof textsFileSchema>;
}
