import * as z from "zod";

import { partnerProfileSchema, ruleFileSchema } from "../../src/schema/index.ts";
import { describeFact, factIds } from "../../src/schema/facts.ts";
import { fieldDocs } from "./field-docs.ts";

interface JsonSchema {
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

export function renderProfileSchema(): string {
  const schema = toJson(partnerProfileSchema, "Partner profile of csp-direct-bill-rules");
  describe(schema, "");
  return JSON.stringify(schema);
}

export function renderRuleFileSchema(): string {
  return JSON.stringify(toJson(ruleFileSchema, "Rule file of csp-direct-bill-rules"));
}
