import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where documents are cited, each with the sentences that are meant. */
const places = ["src/rules/resolved-rules.json", "rules/editions.json", "rules/capabilities.json"];

/**
 * The ids of the sentences that are cited, by document, sorted.
 *
 * @returns {import("./cited.d.mts").Cited}
 */
export function citedSentences() {
  // Of the article of the first edition, each sentence is accounted for.
  const traced = JSON.parse(readFileSync(`${root}docs/traceability.json`, "utf8"));
  const byDocument = new Map([[traced.article, new Set(Object.keys(traced.sentences))]]);
  for (const place of places) {
    JSON.parse(readFileSync(root + place, "utf8"), (_key, value) => {
      if (typeof value?.document !== "string") return value;
      const known = byDocument.get(value.document) ?? new Set();
      for (const id of value.segments ?? []) known.add(id);
      byDocument.set(value.document, known);
      return value;
    });
  }
  return new Map([...byDocument].map(([id, ids]) => [id, [...ids].sort()]));
}
