// The types of shingles.mjs. Knip does not see that its users import them, hence the tags.

export interface Paragraph {
  line: number;
  text: string;
}

/** @public */
export const shingleSize: number;
/** @public */
export function paragraphsOf(markdown: string): Paragraph[];
/** @public */
export function sentencesOf(paragraph: string): string[][];
/** @public */
export function wordsOf(text: string): string[];
/** @public */
export function shinglesOf(words: readonly string[]): string[];
