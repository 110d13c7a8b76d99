import { readFileSync } from "node:fs";

import { rules } from "../../src/index.ts";

interface Row {
  informative?: string;
  edition?: string;
  capabilities?: string;
  transition?: string;
}

export const data = JSON.parse(
  readFileSync(new URL("../../docs/traceability.json", import.meta.url), "utf8"),
) as { article: string; first: string; last: string; sentences: Record<string, Row> };

const numberOf = (segment: string): number => Number(segment.split("-")[1]);
const prefix = data.first.split("-")[0];

/** Every sentence id of the article, in order. */
export const segments = Array.from(
  { length: numberOf(data.last) - numberOf(data.first) + 1 },
  (_, index) => `${prefix}-${numberOf(data.first) + index}`,
);

/** The rules that cite a sentence, each with the kinds it has. */
export function rulesCiting(segment: string): string[] {
  const citing = rules.filter(({ sources }) =>
    sources.some(
      (source) =>
        "document" in source &&
        source.document === data.article &&
        source.segments?.includes(segment),
    ),
  );
  const ids = [...new Set(citing.map(({ id }) => id))];
  return ids.map((id) => {
    const kinds = new Set(citing.filter((rule) => rule.id === id).map(({ kind }) => kind));
    return `[${id}](rules.md#${id}) (${[...kinds].join(", ")})`;
  });
}

function renderRow(segment: string): string {
  const { informative, edition, capabilities, transition } = data.sentences[segment] ?? {};
  if (informative !== undefined) return `| ${segment} | informative | ${informative} |`;
  if (edition !== undefined) return `| ${segment} | edition date | ${edition} |`;
  if (capabilities !== undefined)
    return `| ${segment} | [consequences](journey.md) | ${capabilities} |`;
  if (transition !== undefined) return `| ${segment} | [transition](journey.md) | ${transition} |`;
  return `| ${segment} | rules | ${rulesCiting(segment).join(", ")} |`;
}

/** The page that shows how each sentence of the article is encoded. */
export function renderTraceability(): string {
  return [
    "---\ntitle: Traceability\n---",
    "<!-- Written by `npm test -- -u` from rules/ and docs/traceability.json. Do not edit. -->",
    "# Traceability",
    "The first edition encodes one article, *Requirements to enroll as a CSP direct bill partner*, in its text of 2020-04-27. Each of its sentences has an id in the published source. This table shows how each is encoded.",
    `| sentence | encoded as | details |\n| --- | --- | --- |\n${segments.map(renderRow).join("\n")}`,
  ].join("\n\n");
}
