import * as z from "zod";

import { partnerProfileSchema, ruleFileSchema } from "../../src/schema/index.ts";
import { countries } from "../../src/schema/countries.ts";
import { describeFact, factIds } from "../../src/schema/facts.ts";
import { fieldDocs } from "./field-docs.ts";

interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: string;
  enum?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  description?: string;
  default?: string;
}

function describe(schema: JsonSchema, prefix: string): void {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const path = prefix + key;
    property.description = fieldDocs.get(path)!;
    const fact = factIds.find((id) => id === path);
    const initially = fact === undefined ? undefined : describeFact(fact).initially;
    if (initially !== undefined) property.default = initially;
    describe(property, `${path}.`);
  }
  if (schema.items) describe(schema.items, prefix);
  schema.anyOf?.forEach((branch) => describe(branch, prefix));
}

function toJson(schema: z.ZodType, title: string): JsonSchema & { title: string } {
  return { title, ...(z.toJSONSchema(schema, { io: "input" }) as JsonSchema) };
}

/** Puts the long list of countries in one place, wherever it stands. */
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
  describe(schema, "");
  shareCountries(schema);
  schema.$defs = { ...schema.$defs, country: { type: "string", enum: [...countries] } };
  return JSON.stringify(schema);
}

export function renderRuleFileSchema(): string {
  return JSON.stringify(toJson(ruleFileSchema, "Rule file of csp-direct-bill-rules"));
}
