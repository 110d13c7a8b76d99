// The sentences of a text by id, hashed: enough to see whether one still reads as it did when a rule was
// written, without the text itself.
import { createHash } from "node:crypto";

/** A sentence in English with its id, in an article that has two languages side by side. */
const segment = /data-stu-id="([^"]+)">([\s\S]*?)<\/span><\/span>/g;

/** What counts of a sentence: its words. Line breaks, markup and targets of links may change around them. */
function wordsOf(text) {
  return text
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\]\([^)]*\)/g, "]")
    .replaceAll(/[*_`]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The first 12 hex digits of SHA-256. */
export function hashOf(text) {
  return createHash("sha256").update(wordsOf(text)).digest("hex").slice(0, 12);
}

/** Hashes by id, of every sentence that has one. */
export function sentencesIn(text) {
  return new Map([...text.matchAll(segment)].map(([, id, words]) => [id, hashOf(words)]));
}

/** The address at which a document can be read as text. */
export function textAddress(url) {
  return url.replace(
    /^https:\/\/github\.com\/([^/]+\/[^/]+)\/blob\//,
    "https://raw.githubusercontent.com/$1/",
  );
}

/** Some sites turn robots away. Of a page of which nothing is read, that is an answer. */
const turnsAway = (status) => [401, 403, 429].includes(status);

/** What is wrong with a document, in a line each. */
function problemsOf({ id, sentences = {} }, { status, text }) {
  const isRead = Object.keys(sentences).length > 0;
  if (status >= 400 && (isRead || !turnsAway(status)))
    return [`${id}: its address answers with status ${status}`];
  const found = sentencesIn(text);
  return Object.entries(sentences).flatMap(([segmentId, hash]) => {
    if (!found.has(segmentId)) return [`${id}: sentence ${segmentId} is gone`];
    return found.get(segmentId) === hash ? [] : [`${id}: sentence ${segmentId} reads differently`];
  });
}

/**
 * Reads each document, and tells what no longer is as it was.
 *
 * @param {import("./sentences.d.mts").CheckedDocument[]} documents Those of rules/sources.json.
 * @param read Returns the status and the text of an address.
 * @returns A line for each problem.
 */
export async function checkSources(documents, read) {
  const problems = [];
  for (const document of documents) {
    try {
      problems.push(...problemsOf(document, await read(textAddress(document.url))));
    } catch (error) {
      problems.push(`${document.id}: ${error.cause?.message ?? error.message}`);
    }
  }
  return problems;
}
