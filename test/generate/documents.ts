import register from "../../rules/sources.json" with { type: "json" };
import type { SourceDocument } from "../../src/rule/documents.ts";

/** A document of the register. */
export interface RegisteredDocument extends SourceDocument {
  readonly publisher: string;
  /** The day on which the rules were last compared with the text. */
  readonly checkedOn: string;
  /** What a reader should know about the document. */
  readonly note?: string | undefined;
}

/** What findings say of the registered documents; hashes, notes and the rest stay in the register. */
export function renderDocuments(): string {
  const documents = register.documents.map(({ id, title, url, revision, confidence }) => ({
    id,
    title,
    url,
    revision,
    confidence,
  }));
  return JSON.stringify(documents);
}

/** The documents, with all that the register says of them. */
export const registered: readonly RegisteredDocument[] =
  register.documents as readonly RegisteredDocument[];
