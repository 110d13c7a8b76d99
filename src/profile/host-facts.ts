import * as z from "zod";

import { isoDateSchema } from "../input/date-schema.ts";
import { type IssueParams, oneOf, strictShape, textOf } from "../input/issues.ts";
import { flag, listOf } from "./fields.ts";

/**
 * The id of a fact of the host: `host.accountManager` is `accountManager` in the group `host` of the
 * profile.
 *
 * @category Profile
 */
export type HostFactId = `host.${string}`;

/**
 * Facts of the host in a profile: by name, which is the id without `host.`.
 *
 * @category Profile
 */
export type HostValues = {
  readonly [name: string]: boolean | number | string | readonly string[] | null | undefined;
};

const types = [
  "boolean",
  "number",
  "date",
  "text",
  "text list",
] as const satisfies readonly HostFactType[];

/**
 * The type of a fact of the host, which decides the operators that may read it.
 *
 * @category Profile
 */
export type HostFactType = "boolean" | "number" | "date" | "text" | "text list";

/**
 * A fact of the host, which its own rules may read: declared in the option `hostFacts`, stated under
 * `host` in the profile.
 *
 * @example
 * ```ts
 * const accountManager: HostFact = {
 *   id: "host.accountManager",
 *   type: "boolean",
 *   label: "Account manager assigned",
 * };
 * ```
 *
 * @category Profile
 */
export interface HostFact {
  /** `host.` and a name of letters and digits, such as `host.accountManager`. */
  readonly id: HostFactId;
  readonly type: HostFactType;
  readonly label: string;
  /** How to ask for it. */
  readonly question?: string | undefined;
  /** What it means. */
  readonly help?: string | undefined;
  /** The unit of a number. */
  readonly unit?: string | undefined;
  /** The only values that a text can have. */
  readonly values?: readonly string[] | undefined;
  /** Whether `null`, known to be none, is allowed. */
  readonly nullable?: boolean | undefined;
}

const text = z.string("Expected a text").min(1, "Expected a text");

const hostFactSchema = strictShape({
  id: textOf(
    "host-fact-id",
    /^host\.[A-Za-z][A-Za-z0-9]*$/,
    'Expected "host." and a name of letters and digits, such as "host.accountManager"',
  ) as unknown as z.ZodType<HostFactId>,
  type: oneOf("type", types),
  label: text,
  question: text.optional(),
  help: text.optional(),
  unit: text.optional(),
  values: z.array(text, "Expected a list of texts").min(1, "Expected a value").optional(),
  nullable: flag.optional(),
}).refine(({ type, values }) => values === undefined || type === "text", {
  path: ["values"],
  error: "Only a text has a list of values",
});

export const hostFactsSchema = z
  .array(hostFactSchema, "Expected a list of facts")
  .superRefine((facts, context) => {
    facts.forEach(({ id }, index) => {
      if (facts.findIndex((other) => other.id === id) === index) return;
      const message = `Fact "${id}" is declared twice`;
      const params: IssueParams = { code: "duplicate", values: { id } };
      context.addIssue({ code: "custom", path: [index, "id"], message, params: { ...params } });
    });
  });

function valueSchemaOf({ type, values }: HostFact): z.ZodType {
  switch (type) {
    case "boolean":
      return flag;
    case "number":
      return z.number("Expected a number");
    case "date":
      return isoDateSchema;
    case "text":
      return values === undefined ? z.string("Expected a text") : oneOf("value", values);
    default:
      return listOf(z.string("Expected a text"), "Expected a list of texts");
  }
}

/** The name of a fact of the host within its group. */
function nameOf(id: HostFactId): string {
  return id.slice("host.".length);
}

function fieldOf(fact: HostFact): z.ZodType {
  const { label, question = label, help = label, unit, nullable } = fact;
  const schema = valueSchemaOf(fact);
  const known = nullable === true ? schema.nullable() : schema;
  const words = { title: label, description: help, question, unit };
  return known.optional().meta(nullable === true ? { ...words, nullMeans: "None." } : words);
}

/** Creates the schema of the group `host` of a profile. */
export function hostSchemaOf(facts: readonly HostFact[]): z.ZodType {
  const shape = Object.fromEntries(facts.map((fact) => [nameOf(fact.id), fieldOf(fact)]));
  return strictShape(shape).optional().meta({ title: "Host" });
}
