// The types of sentences.mjs. Knip does not see that its users import them, hence the tags.

/** A document of the register, as far as it is checked. */
export interface CheckedDocument {
  readonly id: string;
  readonly url: string;
  readonly sentences?: Readonly<Record<string, string>>;
}

/** @public */
export function hashOf(text: string): string;
/** @public */
export function sentencesIn(text: string): Map<string, string>;
/** @public */
export function textAddress(url: string): string;
/** @public */
export function checkSources(
  documents: readonly CheckedDocument[],
  read: (url: string) => Promise<{ status: number; text: string }>,
): Promise<string[]>;
