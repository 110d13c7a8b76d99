// The types of cited.mjs. Knip does not see that its users import them, hence the tag.

/** Ids of sentences by the id of their document. */
export type Cited = Map<string, string[]>;

/** @public */
export function citedSentences(): Cited;
