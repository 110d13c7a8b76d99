import { readFileSync } from "node:fs";

/** What a sentence of the article became if no rule cites it. */
export interface Row {
  informative?: string;
  edition?: string;
  capabilities?: string;
  transition?: string;
}

/** The article that the first edition encodes, and what became of its sentences. */
export const article = JSON.parse(readFileSync("docs/traceability.json", "utf8")) as {
  article: string;
  first: string;
  last: string;
  sentences: Record<string, Row>;
};

const numberOf = (segment: string): number => Number(segment.split("-")[1]);
const prefix = article.first.split("-")[0];

/** Every sentence id of the article, in order. */
export const segments: readonly string[] = Array.from(
  { length: numberOf(article.last) - numberOf(article.first) + 1 },
  (_, index) => `${prefix}-${numberOf(article.first) + index}`,
);
