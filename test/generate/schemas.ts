import * as z from "zod";

import { partnerProfileSchema, reportSchema, ruleFileSchema } from "../../src/schema.ts";
import { writtenRuleSchema } from "../../rules/resolve/written-rule.ts";
import { countries } from "../../src/profile/countries.ts";

interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: string;
  enum?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  description?: string;
  absentMeans?: string;
  whenAbsent?: string;
  question?: string;
  unit?: string;
  labels?: Record<string, string>;
  nullMeans?: string;
  default?: string;
}

/** What JSON Schema has no word for, and validators refuse; the catalogue of facts has it. */
const ownWords = ["absentMeans", "whenAbsent", "question", "unit", "labels", "nullMeans"] as const;

/** Keeps the words of JSON Schema, with what absence counts as for a default. */
function keepStandardWords(schema: JsonSchema): void {
  if (schema.absentMeans !== undefined) schema.default = schema.absentMeans;
  if (schema.whenAbsent !== undefined)
    schema.description = `${schema.description} ${schema.whenAbsent}`;
  for (const word of ownWords) delete schema[word];
  for (const property of Object.values(schema.properties ?? {})) keepStandardWords(property);
  if (schema.items) keepStandardWords(schema.items);
  schema.anyOf?.forEach(keepStandardWords);
}

function toJson(schema: z.ZodType, title: string): JsonSchema & { title: string } {
  return { title, ...(z.toJSONSchema(schema, { io: "input" }) as JsonSchema) };
}

/** Moves the long list of countries to one place, wherever it is used. */
function shareCountries(schema: JsonSchema): void {
  if (schema.enum?.length === countries.length) {
    delete schema.enum;
    delete schema.type;
    schema.$ref = "#/$defs/country";
  }
  for (const property of Object.values(schema.properties ?? {})) shareCountries(property);
  if (schema.items) shareCountries(schema.items);
  schema.anyOf?.forEach(shareCountries);
}

export function renderProfileSchema(): string {
  const schema = toJson(partnerProfileSchema, "Partner profile of csp-direct-bill-rules");
  keepStandardWords(schema);
  shareCountries(schema);
  schema.$defs = { ...schema.$defs, country: { type: "string", enum: [...countries] } };
  return JSON.stringify(schema);
}

export function renderWrittenRuleSchema(): string {
  return JSON.stringify(
    toJson(writtenRuleSchema, "Rule of csp-direct-bill-rules, as it is written"),
  );
}

export function renderRuleFileSchema(): string {
  return JSON.stringify(toJson(ruleFileSchema, "Rule file of csp-direct-bill-rules"));
}

export function renderReportSchema(): string {
  return JSON.stringify(toJson(reportSchema, "Report of csp-direct-bill-rules"));
}
