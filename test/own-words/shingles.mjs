// How texts are compared with sources: word for word, six words at a time. The script that hashes
// the sources and the test that reads our texts both come here, so that they agree.
import { createHash } from "node:crypto";

/** How many words in a row count as copied. */
export const shingleSize = 6;

const entities = { amp: "&", apos: "'", gt: ">", lt: "<", nbsp: " ", quot: '"' };

function readable(markdown) {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/https?:\/\/[^\s)>"]+/g, " ")
    .replace(/<\/?[a-z][^>]*>/gi, " ")
    .replace(/&([a-z]+);/g, (entity, name) => entities[name] ?? entity);
}

/**
 * Each paragraph, heading, list item, table cell and line of code of a page, with its line.
 *
 * @returns {import("./shingles.d.mts").Paragraph[]}
 */
export function paragraphsOf(markdown) {
  const paragraphs = [];
  let isOpen = false;
  let isCode = false;
  const withoutComments = markdown.replace(/<!--[\s\S]*?-->/g, (comment) =>
    comment.replace(/[^\n]/g, ""),
  );
  for (const [index, line] of withoutComments.split(/\r?\n/).entries()) {
    const isFence = /^\s*(```|~~~)/.test(line);
    if (isFence) isCode = !isCode;
    if (isFence || line.trim() === "") {
      isOpen = false;
    } else if (isOpen && !isCode && !/^\s*([-*+•#>|]|\d+\.\s)/.test(line)) {
      paragraphs.at(-1).text += ` ${line.trim()}`;
    } else {
      const cells = line.trim().startsWith("|") ? line.split("|") : [line];
      for (const text of cells) paragraphs.push({ line: index + 1, text: text.trim() });
      isOpen = !/^\s*[#|]/.test(line);
    }
  }
  return paragraphs.filter(({ text }) => text !== "");
}

/** The words of each sentence of a paragraph, without markup, punctuation and capitals. */
export function sentencesOf(paragraph) {
  return readable(paragraph)
    .split(/(?<=[.!?]["'”’)\]*_]*)\s+(?=["'“‘([*_]*[\p{Lu}\p{N}])/u)
    .map((sentence) => wordsOf(sentence))
    .filter((words) => words.length > 0);
}

/** The words of a text. An apostrophe or a thousands separator parts no word, a hyphen does. */
export function wordsOf(text) {
  const joined = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, "")
    .replace(/(?<=\d),(?=\d{3})/g, "");
  return joined.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The hash of each run of six words in a sentence, by the place of its first word. */
export function shinglesOf(words) {
  return Array.from({ length: Math.max(0, words.length - shingleSize + 1) }, (_, start) => {
    const shingle = words.slice(start, start + shingleSize).join(" ");
    return createHash("sha256").update(shingle).digest("hex").slice(0, 10);
  });
}
