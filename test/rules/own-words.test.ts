import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

import { editions } from "../../src/index.ts";
import { copiedRuns, sourceShingles } from "../own-words/copied-runs.ts";
import { paragraphsOf, sentencesOf, shinglesOf } from "../own-words/shingles.mjs";

interface Place {
  at: string;
  text: string;
}

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

function filesIn(folder: string, ending: string): string[] {
  const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith(ending));
  return names.toSorted().map((name) => `${folder}${name}`);
}

/** Every string in a value, with its path. */
function textsIn(value: unknown, at = ""): Place[] {
  if (typeof value === "string") return [{ at, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => textsIn(child, `${at}/${key}`));
}

const paragraphsIn = (markdown: string): Place[] =>
  paragraphsOf(markdown).map(({ line, text }) => ({ at: `line ${line}`, text }));

const places: [string, Place[]][] = [
  ...filesIn("rules/", ".json").map((path): [string, Place[]] => [
    path,
    textsIn(JSON.parse(read(path))),
  ]),
  ["editions", textsIn(editions)],
  ...["README.md", "CHANGELOG.md", "CONTRIBUTING.md", ...filesIn("docs/", ".md")].map(
    (path): [string, Place[]] => [path, paragraphsIn(read(path))],
  ),
];

describe("no sentence of a source is copied", () => {
  it.each(places)("in %s", (_, texts) => {
    const copied = texts.flatMap(({ at, text }) => copiedRuns(text).map((run) => `${at}: ${run}`));
    expect(copied).toEqual([]);
  });
});

describe("copiedRuns", () => {
  const sixWords = "own the end-to-end relationship";

  it("finds six words of a source, whatever their case and markup", () => {
    expect(copiedRuns(`Only they ${sixWords}, we hear.`)).toEqual([
      "own the end to end relationship",
    ]);
    expect(
      copiedRuns("First this. **Own** the [End-to-End](https://example.com) _relationship_"),
    ).toHaveLength(1);
  });

  it("finds neither five words nor six in two sentences", () => {
    expect(copiedRuns("They own the end-to-end contract.")).toEqual([]);
    expect(copiedRuns("They own the end. To end relationship, ask.")).toEqual([]);
  });

  it("lets names and titles pass, and what is left of a run when they are cut out", () => {
    const plans = "Advanced Support for Partners (ASfP) or Premier Support for Partners (PSfP)";
    expect(copiedRuns(`Buy either ${plans}.`)).toEqual([]);
    expect(copiedRuns("Requirements to enroll as a CSP direct bill partner")).toEqual([]);
    expect(copiedRuns(`A plan is ${plans}; they ${sixWords}.`)).toHaveLength(1);
  });
});

describe("source-shingles.txt", () => {
  it("is a sorted list of hashes, each once", () => {
    expect(sourceShingles).toMatch(/^([0-9a-f]{10}\n)+$/);
    const hashes = sourceShingles.trim().split("\n");
    expect(hashes).toEqual([...new Set(hashes)].toSorted());
  });

  it("is what hash-sources.mjs makes of pages in one language or in two", () => {
    const folder = mkdtempSync(join(tmpdir(), "own-words-"));
    const script = fileURLToPath(new URL("../own-words/hash-sources.mjs", import.meta.url));
    const page = "# A page of seven words, no more\n\nOne two three four five six. Seven eight.\n";
    const segments = ["En sida.", "A page of seven words, no more", "One two three four five six."];
    const [foreign, ...english] = segments.map(
      (text) => `<span data-stu-id="1-101">${text}</span></span>`,
    );
    const bilingual = `${foreign!.replace("stu", "ttu")} ${english.join("\n")}`;
    const hashed = [page, bilingual].map((text, index) => {
      const path = join(folder, `${index}.md`);
      writeFileSync(path, text);
      return execFileSync(process.execPath, [script, path], { encoding: "utf8" });
    });
    rmSync(folder, { recursive: true });
    const expected = segments.flatMap(sentencesOf).flatMap(shinglesOf).toSorted();
    expect(expected).toHaveLength(3);
    expect(hashed).toEqual(Array.from({ length: 2 }, () => `${expected.join("\n")}\n`));
  });
});
