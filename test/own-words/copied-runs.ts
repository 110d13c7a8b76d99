import { readFileSync } from "node:fs";

import { documents } from "../../src/rule/documents.ts";
import { definedTerms } from "./defined-terms.ts";
import { sentencesOf, shingleSize, shinglesOf, wordsOf } from "./shingles.mjs";

/** The hashes of every six words in a row of the sources, one a line. */
export const sourceShingles = readFileSync(new URL("source-shingles.txt", import.meta.url), "utf8");

const isInSource: ReadonlySet<string> = new Set(sourceShingles.trim().split("\n"));

const names = [...definedTerms, ...documents.map(({ title }) => title)].map(wordsOf);

/** Marks the words of a sentence that are part of a name. */
function markNames(words: readonly string[]): boolean[] {
  const marks = words.map(() => false);
  for (const name of names) {
    for (const start of words.keys()) {
      if (name.every((word, offset) => words[start + offset] === word))
        marks.fill(true, start, start + name.length);
    }
  }
  return marks;
}

/** Marks the words of a sentence that a source has in the same order, six or more in a row. */
function markCopied(words: readonly string[]): boolean[] {
  const marks = words.map(() => false);
  for (const [start, hash] of shinglesOf(words).entries()) {
    if (isInSource.has(hash)) marks.fill(true, start, start + shingleSize);
  }
  return marks;
}

/**
 * What a text has word for word from a source: each run at its longest, unless fewer than six words
 * are left once the names are cut out of it.
 */
export function copiedRuns(text: string): string[] {
  return sentencesOf(text).flatMap((words) => {
    const isCopied = markCopied(words);
    const isName = markNames(words);
    const runs: { words: string[]; left: number }[] = [];
    for (const [index, word] of words.entries()) {
      if (!isCopied[index]) continue;
      if (!isCopied[index - 1]) runs.push({ words: [], left: 0 });
      const run = runs.at(-1)!;
      run.words.push(word);
      if (!isName[index]) run.left += 1;
    }
    return runs.filter(({ left }) => left >= shingleSize).map((run) => run.words.join(" "));
  });
}
