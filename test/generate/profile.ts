import * as z from "zod";

import { locationIdSchema } from "../../src/profile/membership-schema.ts";
import { partnerProfileSchema } from "../../src/profile/profile-schema.ts";
import { directRevenueSchema, indirectRevenueSchema } from "../../src/profile/revenue-schema.ts";
import { supportPlanSchema } from "../../src/profile/support-plan-schema.ts";
import { transitionSchema } from "../../src/profile/transition-schema.ts";
import { isCountrySchema } from "../../src/profile/country-schema.ts";
import { statedFacts } from "../../src/profile/read-profile.ts";
import { union } from "./ids.ts";

/** The groups with their own interface. */
const named = new Map<z.core.$ZodType, string>([
  [locationIdSchema, "LocationId"],
  [supportPlanSchema, "SupportPlan"],
  [indirectRevenueSchema, "Revenue"],
  [directRevenueSchema, "Revenue"],
  [transitionSchema, "Transition"],
]);

const wordsOf = (schema: z.core.$ZodType): string | undefined =>
  z.globalRegistry.get(schema as z.ZodType)?.description;

/** A comment, wrapped as the source is. */
function comment(text: string, indent: string): string {
  const width = 104 - indent.length;
  const lines = text.split("\n").flatMap((paragraph) => {
    if (paragraph.startsWith("@") || paragraph.startsWith("  ") || paragraph === "")
      return [paragraph];
    const wrapped: string[] = [""];
    for (const word of paragraph.split(" ")) {
      const line = wrapped.at(-1)!;
      if (line !== "" && line.length + word.length >= width) wrapped.push(word);
      else wrapped[wrapped.length - 1] = line === "" ? word : `${line} ${word}`;
    }
    return wrapped;
  });
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n");
  return `${indent}/**\n${body}\n${indent} */\n`;
}

function renderType(schema: z.core.$ZodTypes, indent: string): string {
  const name = named.get(schema);
  if (name !== undefined) return name;
  const { def } = schema._zod;
  switch (def.type) {
    case "optional":
      return `${renderType(def.innerType as z.core.$ZodTypes, indent)} | undefined`;
    case "nullable":
      return `${renderType(def.innerType as z.core.$ZodTypes, indent)} | null`;
    case "object":
      return renderGroup(def, indent);
    case "array":
      return `readonly ${renderType(def.element as z.core.$ZodTypes, indent)}[]`;
    case "enum":
      if (isCountrySchema(schema)) return "string";
      return Object.values(def.entries)
        .map((value) => JSON.stringify(value))
        .join(" | ");
    case "string":
      return "format" in def && def.format === "date" ? "IsoDate" : "string";
    default:
      return def.type;
  }
}

/** The description of a field, and what its absence counts as. */
function fieldWords(schema: z.core.$ZodType): string {
  const { absentMeans, whenAbsent } = z.globalRegistry.get(schema as z.ZodType) ?? {};
  const absent = absentMeans === undefined ? whenAbsent : `Absent counts as \`"${absentMeans}"\`.`;
  return [wordsOf(schema), absent].filter((words) => words !== undefined).join(" ");
}

function renderGroup({ shape }: z.core.$ZodObjectDef, indent: string): string {
  const inner = `${indent}  `;
  const fields = Object.entries(shape).map(([key, schema]) => {
    const mark = schema._zod.optin === "optional" ? "?" : "";
    const type = renderType(schema as z.core.$ZodTypes, inner);
    return `${comment(fieldWords(schema), inner)}${inner}${key}${mark}: ${type};\n`;
  });
  return `{\n${fields.join("")}${indent}}`;
}

function renderInterface(name: string, schema: z.core.$ZodType, words: string, more = ""): string {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const body = renderGroup(def as z.core.$ZodObjectDef, "").replace(/\}$/, `${more}}`);
  return `${comment(`${words}\n\n@category Profile`, "")}export interface ${name} ${body}\n`;
}

/** The field that no schema of the package has: a host declares what is in it. */
const hostField = `  /** The host's own facts, by name; each is declared in the option \`hostFacts\`. */
  host?: HostValues | undefined;
`;

const processFields = statedFacts.filter(({ absentMeans }) => absentMeans !== undefined);

const profileWords = `What a host knows about one company. Every field is optional, and **absent means unknown**: leave out what is not known, and never guess. \`null\` is allowed only where it means "known to be none".

A profile is read as it stood on the day asked about: an event dated later has not happened, and a past event proves its state without its being stated. A state without a day is taken as the state on the day asked about.

Process fields count as \`"not-started"\` when absent, because a host without a record of a process has not started it: ${processFields.map(({ id }) => `\`${id}\``).join(", ")}.

@example
\`\`\`ts
const profile: PartnerProfile = {
  membership: { locationIds: [{ id: "4912345", country: "SE", active: true }] },
  company: { country: "SE" },
  support: { firstLevel: true, plan: null }, // known: no plan yet
};
\`\`\``;

/** The module of the interfaces of a profile, and of the ids of the facts that it states. */
export function renderProfile(): string {
  return [
    "// Written by `npm test -- -u` from profile-schema.ts. Do not edit.",
    'import type { IsoDate } from "../input/dates.ts";\nimport type { HostValues } from "./host-facts.ts";',
    ...[...new Map([...named].map(([schema, name]) => [name, schema]))].map(([name, schema]) =>
      renderInterface(name, schema, wordsOf(schema)!),
    ),
    renderInterface("PartnerProfile", partnerProfileSchema, profileWords, hostField),
    `${comment("The id of a fact that a profile states: its path in the profile, `support.plan.type`.\n\n@category Rules", "")}export type StatedFactId =${union(statedFacts.map(({ id }) => id))};`,
  ].join("\n\n");
}
