import { type FactDescription, describeFact, factIds } from "../../src/schema/facts.ts";
import { fieldDocs } from "./field-docs.ts";

const derivedDocs: Record<string, string> = {
  asOf: "The day the question is asked for: the option `asOf`.",
  "membership.activeLocationCountries": "The countries that have an active location ID.",
  "support.plan.owned": "Whether the company owns a support plan at all.",
};

function renderType({ type, values, initially }: FactDescription): string {
  const choice = values === undefined ? type : values.map((value) => `\`${value}\``).join(", ");
  return initially === undefined ? choice : `${choice}; absent is \`${initially}\``;
}

/** The page that lists every fact a condition can read. */
export function renderFacts(): string {
  const rows = factIds.map((id) => {
    const description = describeFact(id);
    const { derivedFrom } = description;
    const from = derivedFrom
      ? ` Derived from ${derivedFrom.map((fact) => `\`${fact}\``).join(", ")}.`
      : "";
    const meaning = derivedDocs[id] ?? fieldDocs.get(id)!;
    return `| \`${id}\` | ${renderType(description)} | ${meaning}${from} |`;
  });
  return [
    "---\ntitle: Facts\n---",
    "<!-- Written by `npm test -- -u` from src/schema. Do not edit. -->",
    "# Facts",
    "A fact is one named value that a condition reads. Its id is its path in the profile. Absent means unknown, unless the table says what absence stands for. A `record` is no value to compare; a derived fact reads it.",
    `| fact | type | meaning |\n| --- | --- | --- |\n${rows.join("\n")}`,
  ].join("\n\n");
}
