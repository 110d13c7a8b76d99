import { describe, expect, it } from "vitest";

import register from "../../rules/sources.json" with { type: "json" };
import { citedSentences } from "./cited.mjs";
import { checkSources, hashOf, sentencesIn, textAddress } from "./sentences.mjs";

const segment = (id: string, text: string): string =>
  `<span data-ttu-id="${id}">Översättning.</span><span class="sxs-lookup"><span data-stu-id="${id}">${text}</span></span>`;

const page = [
  segment("a1-101", "**Lines** must be [long](lines.md)."),
  segment("a1-102", "No line\nis too long."),
].join("\n");

const sentences = {
  "a1-101": hashOf("Lines must be [long](elsewhere.md)."),
  "a1-102": hashOf("No line is too long."),
};
const document = { id: "lines", url: "https://example.org/lines", sentences };
const answering =
  (status: number, text: string) => async (): Promise<{ status: number; text: string }> => ({
    status,
    text,
  });

describe("each sentence that is cited", () => {
  const stated = register.documents.map(
    ({ id, sentences: hashes = {} }: { id: string; sentences?: object }) =>
      [id, Object.keys(hashes)] as const,
  );

  it.each(stated)("of %s has its hash in the register, and no other has", (id, ids) => {
    expect(ids).toEqual(citedSentences().get(id) ?? []);
  });

  it("is in a document whose text can be had in full, at an address that stays", () => {
    for (const { url } of register.documents.filter(({ sentences: hashes }) => hashes))
      expect(url).toMatch(/^https:\/\/github\.com\/[^/]+\/[^/]+\/blob\/[0-9a-f]{40}\//);
    expect(citedSentences().size).toBeGreaterThan(5);
  });
});

describe("the check of sources", () => {
  it("finds each sentence by its id, whatever the line breaks and the markup", () => {
    expect(Object.fromEntries(sentencesIn(page))).toEqual(sentences);
  });

  it("is content with a text whose sentences read as they did", async () => {
    expect(await checkSources([document], answering(200, page))).toEqual([]);
  });

  it("tells a sentence that is gone, and one that reads differently", async () => {
    const changed = page.replace("too long", "long enough").replaceAll("a1-101", "a1-109");
    expect(await checkSources([document], answering(200, changed))).toEqual([
      "lines: sentence a1-101 is gone",
      "lines: sentence a1-102 reads differently",
    ]);
  });

  it("tells an address that no longer answers, and goes on", async () => {
    const read = async (url: string): Promise<{ status: number; text: string }> => {
      if (url.endsWith("lines")) throw new Error("No such host");
      return { status: 404, text: "" };
    };
    const other = { id: "other", url: "https://example.org/other" };
    expect(await checkSources([document, other], read)).toEqual([
      "lines: No such host",
      "other: its address answers with status 404",
    ]);
  });

  it("is content with a site that turns robots away, unless its sentences are cited", async () => {
    const { sentences: _, ...other } = document;
    expect(await checkSources([other], answering(403, ""))).toEqual([]);
    expect(await checkSources([document], answering(403, ""))).toEqual([
      "lines: its address answers with status 403",
    ]);
  });

  it("reads a file on GitHub as text", () => {
    expect(textAddress("https://github.com/owner/name/blob/abc/folder/page.md")).toBe(
      "https://raw.githubusercontent.com/owner/name/abc/folder/page.md",
    );
    expect(textAddress("https://example.org/blob/a")).toBe("https://example.org/blob/a");
  });
});
