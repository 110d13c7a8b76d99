import register from "../../rules/sources.json" with { type: "json" };

/** The registered documents, without the hashes of their sentences, which no evaluation needs. */
export function renderDocuments(): string {
  const documents = register.documents.map((document) => ({ ...document, sentences: undefined }));
  return JSON.stringify(documents);
}
