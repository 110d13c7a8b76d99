import * as z from "zod";

import { isoDateSchema } from "../input/date-schema.ts";
import { confidences, documentIds } from "./documents.ts";
import { type FactTable, ownFacts } from "../facts/fact-table.ts";
import { memoize } from "../memoize.ts";
import { looseObject } from "../input/interpreted.ts";
import { checkWhen, oneOf, strictShape, textOf, whenValid } from "../input/issues.ts";
import { operatorIds } from "./operators.ts";
import {
  checkMessages,
  checkMust,
  checkOverlap,
  checkVariants,
  comparisonCheck,
  placeholderCheck,
} from "./rule-checks.ts";
import type { Condition, Rule, RuleFile, RuleVersion } from "./rule.ts";
import { actors, kinds, tracks } from "./vocabulary.ts";

const emptyText = "Expected a text";
const longestText = 10_000;
const sentence = z
  .string(emptyText)
  .min(1, emptyText)
  .max(longestText, "Expected at most 10,000 characters");
const sentences = z.array(sentence, "Expected a list of texts").min(1, emptyText);
const number = z.number("Expected a number");
const numberOrText = z.union([number, z.string(emptyText)], "Expected a number or a text");
const oneForm = "Expected exactly one of { all }, { any }, { not } or { fact, operator, value }";

/** The schema of the root of a condition that reads facts of a table. */
function rootConditionFor(table: FactTable): z.ZodType<Condition> {
  const fact = oneOf("fact", table.ids);
  const value = z.union(
    [
      z.boolean(),
      number,
      z.string(emptyText),
      z.array(numberOrText).min(1, "An empty list matches nothing"),
      strictShape({ fact }),
    ],
    "Expected a boolean, a number, a text, a list of numbers or texts, or { fact }",
  );
  const comparison = strictShape({ fact, operator: oneOf("operator", operatorIds), value });
  const children = z.lazy(() =>
    z
      .array(condition, "Expected a list of conditions")
      .min(1, "An empty list of conditions decides nothing"),
  );
  const groups = [
    strictShape({ all: children }),
    strictShape({ any: children }),
    strictShape({ not: z.lazy(() => condition) }),
  ] as const;
  const condition: z.ZodType<Condition> = z.union(
    [...groups, comparison.superRefine(comparisonCheck(table))],
    oneForm,
  );
  return z.union([...groups], "Expected exactly one of { all }, { any } or { not } at the root");
}

export const ruleSourceSchema = z.union(
  [
    strictShape({
      document: oneOf("document", documentIds),
      segments: sentences.optional(),
    }),
    strictShape({
      title: sentence,
      url: z.url("Expected an address, such as https://example.org"),
      revision: isoDateSchema,
      segments: sentences.optional(),
      confidence: oneOf("confidence", confidences).optional(),
    }),
  ],
  "Expected { document }, one of the register, or { title, url, revision }",
);

export const messagesSchema = strictShape({
  met: sentence,
  unmet: sentence,
  unknown: sentence,
  "not-due": sentence.optional(),
  "not-applicable": sentence.optional(),
});

function variantFor(root: z.ZodType<Condition>) {
  return strictShape({
    status: oneOf("status", messagesSchema.keyof().options),
    when: root,
    message: sentence.optional(),
    remedy: sentence.optional(),
    actor: oneOf("actor", actors).optional(),
  }).refine(
    ({ message, remedy, actor }) => (message ?? remedy ?? actor) !== undefined,
    "A variant needs a message, a remedy or an actor of its own",
  );
}

const tracksSchema = z
  .array(oneOf("track", tracks), "Expected a list of tracks")
  .min(1, "Expected at least one track")
  .refine((list) => new Set(list).size === list.length, "A track is listed twice");

function versionShapeFor(root: z.ZodType<Condition>) {
  return {
    from: isoDateSchema,
    until: isoDateSchema.optional(),
    tracks: tracksSchema,
    kind: oneOf("kind", kinds),
    actor: oneOf("actor", actors),
    values: z.record(z.string(emptyText), numberOrText, "Expected values by name").optional(),
    conditions: root,
    dueWhen: root.optional(),
    appliesWhen: root.optional(),
    messages: messagesSchema,
    remedy: sentence,
    variants: z
      .array(variantFor(root), "Expected a list of variants")
      .min(1, "Expected a variant")
      .optional(),
    notes: sentences.optional(),
    sources: z
      .array(ruleSourceSchema, "Expected a list of sources")
      .min(1, "Expected at least one source"),
  };
}

const periodSchema = looseObject({ from: isoDateSchema, until: isoDateSchema.optional() });
const textsSchema = looseObject({
  kind: z.enum(kinds),
  values: z.record(z.string(), z.unknown()).optional(),
  messages: z.record(z.string(), z.string()),
  remedy: z.string(),
  variants: z
    .array(
      looseObject({
        status: z.string(),
        message: z.string().optional(),
        remedy: z.string().optional(),
      }),
    )
    .optional(),
});

/** What is needed to check variants: of an unknown status, nothing more is to be said. */
const variantsSchema = textsSchema.pick({ messages: true }).extend({
  variants: z.array(looseObject({ status: messagesSchema.keyof() })).optional(),
});

function checkVersion<Schema extends z.ZodType<RuleVersion>>(
  schema: Schema,
  table: FactTable,
): Schema {
  const dated = schema.refine(({ from, until }) => until === undefined || from < until, {
    path: ["until"],
    error: "A version must end after it starts",
    when: whenValid(periodSchema),
  });
  const worded = checkWhen(dated, whenValid(textsSchema.pick({ messages: true })), checkMessages);
  const variants = checkWhen(worded, whenValid(variantsSchema), checkVariants);
  return checkWhen(variants, whenValid(textsSchema), placeholderCheck(table));
}

const kebabCase = "Expected a kebab-case id, such as support-plan";
const ruleIdSchema = textOf("kebab-case", /^(?=.{1,100}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/, kebabCase);
const after = z
  .array(ruleIdSchema, "Expected a list of rule ids")
  .min(1, "Expected at least one rule id")
  .optional();

function ruleShapeFor(table: FactTable) {
  return { id: ruleIdSchema, title: sentence, after, ...versionShapeFor(rootConditionFor(table)) };
}

/** The schema of a rule that reads facts of a table, created once per table. */
export const ruleSchemaFor = memoize((table: FactTable) =>
  checkVersion(strictShape(ruleShapeFor(table)), table),
);

/**
 * The zod schema of one version of a rule, as {@link rules} lists them and as hosts pass their own
 * about the package's own facts. Rejects what {@link ruleFileSchema} rejects, but for "must".
 *
 * @category Schemas
 */
export const ruleSchema = ruleSchemaFor(ownFacts) satisfies z.ZodType<Rule<string>>;

const versionSchema = checkWhen(
  checkVersion(strictShape(versionShapeFor(rootConditionFor(ownFacts))), ownFacts),
  whenValid(textsSchema),
  checkMust,
);

/**
 * The zod schema of a rule file. Rejects unknown facts and operators, an operator that does not fit
 * its fact, empty or ambiguous groups of conditions, versions that overlap, missing messages and
 * sources, and "must" in anything but a requirement. Its JSON Schema, for editors, is
 * `csp-direct-bill-rules/schemas/rule-file.json`.
 *
 * @category Schemas
 */
export const ruleFileSchema = checkWhen(
  strictShape({
    $schema: sentence.optional(),
    id: ruleIdSchema,
    title: sentence,
    after,
    versions: z
      .array(versionSchema, "Expected a list of versions")
      .min(1, "Expected at least one version"),
  }),
  whenValid(looseObject({ versions: z.array(periodSchema.extend({ tracks: tracksSchema })) })),
  checkOverlap,
) satisfies z.ZodType<RuleFile>;
