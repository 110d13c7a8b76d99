import type { Options } from "minisearch";

import type { Entry } from "./entry.ts";

/** What comes first of what is found alike: who searches, most often looks for a rule. */
const weights = { rule: 4, page: 2, fact: 1.2, API: 0.4, sentence: 1 } as const;

/** Words as people type them: an id and its parts, a number with and without its commas. */
function tokenize(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s"“”‘’()[\]{}<>`*_|?!;:/·…–—]+/)
    .map((word) => word.replace(/^[.,'-]+|[.,'-]+$/g, ""))
    .filter((word) => word !== "")
    .flatMap((word) => {
      if (/^\d[\d,]*$/.test(word)) return [word.replaceAll(",", "")];
      const parts = word.split(/[.-]/).filter((part) => part !== "");
      // A sentence is found by its whole id alone.
      const isSentence = /^[\da-f]{5}-\d+$/.test(word);
      return parts.length > 1 && !isSentence ? [word, ...parts] : [word];
    });
}

/** How the site is searched; the index is made with the same options. */
export const searchOptions: Options<Entry> = {
  fields: ["title", "names", "text"],
  storeFields: ["title", "kind", "names"],
  tokenize,
  processTerm: (term) => term,
  searchOptions: {
    prefix: (term) => term.length > 2 && !/^\d/.test(term),
    fuzzy: (term) => (term.length > 5 && !/\d/.test(term) ? 0.15 : false),
    combineWith: "AND",
    boost: { title: 6, names: 4 },
    boostDocument: (_id, _term, stored) => weights[(stored as Pick<Entry, "kind">).kind],
  },
};
