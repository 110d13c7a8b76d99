import * as z from "zod";

import { partnerProfileSchema, ruleFileSchema } from "../../src/schema.ts";
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
  absentMeans?: string;
  default?: string;
}

/** Turns what absence counts as into the default of a field in JSON Schema. */
function nameDefaults(schema: JsonSchema): void {
  if (schema.absentMeans !== undefined) schema.default = schema.absentMeans;
  delete schema.absentMeans;
  for (const property of Object.values(schema.properties ?? {})) nameDefaults(property);
  schema.anyOf?.forEach(nameDefaults);
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
  nameDefaults(schema);
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
