import { shorten } from "./bounded.ts";

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}

/** Longer words are not mistyped; with them, or among more candidates, the search would take long. */
const longestWord = 100;
const mostCandidates = 1000;

/** The candidate that a mistyped word most likely means, if one is within a third of its length. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestWord || candidates.length > mostCandidates) return undefined;
  const typed = word.toLowerCase();
  let best: string | undefined;
  // Of a single character, nothing would be left.
  let limit = Math.min(Math.ceil(word.length / 3), word.length - 1);
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    // A long word cannot be near a short one.
    if (Math.abs(known.length - typed.length) > limit) continue;
    const distance = editDistance(typed, known);
    if (distance > limit) continue;
    best = candidate;
    limit = distance - 1;
  }
  return best;
}

/** A word of the input as a message shows it: in quotes, and not longer than a line. */
export function quoted(word: string): string {
  return JSON.stringify(shorten(word, 80));
}

/** `Unknown key "firstLevl"; did you mean "firstLevel"?` */
export function unknownWord(noun: string, word: string, candidates: readonly string[]): string {
  const known = nearest(word, candidates);
  const hint = known === undefined ? "" : `; did you mean "${known}"?`;
  return `Unknown ${noun} ${quoted(word)}${hint}`;
}

/** The word that a message of {@link unknownWord} suggests, if it suggests one. */
export function suggestionIn(message: string): string | undefined {
  return /; did you mean "([^"]*)"\?/.exec(message)?.[1];
}
