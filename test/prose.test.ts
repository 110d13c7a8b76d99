import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

// Turns of phrase of another language that readers stumbled over. A pattern, and what to write instead.
const patterns: [pattern: RegExp, instead: string][] = [
  [/cannot be told/i, "cannot be determined"],
  [/could not be found out/i, "is not known"],
  [/has not come\b/i, "is still ahead, has not started"],
  [/\b(?:list|standard|partners|companies|acceptance|text) of before\b/i, "the earlier list"],
  [/\bis none\b|\bthat is none\b/i, "is not a …, does not exist"],
  [/\bis no (?:error|fact|value|answer|failure|limit|step)\b/i, "is not a …"],
  [/\bstands? (?:for it|twice|alone|still)\b/i, "is, appears"],
  [/\bone (?:result|sentence|file|line|case) an? \w+/i, "one … per …"],
  [/\bthe more the\b/i, "grows with"],
  [/^Else\b/m, "Otherwise"],
  [/\bcame on board\b|\bcomes? on board\b/i, "was onboarded"],
  [/\bowes? the list\b|\bis owed\b|\bstays owed\b/i, "applies, is required, must meet"],
  [/\bin hand\b/i, "current"],
  [/\bWrite here: /, "the text itself"],
];

const folders = ["rules", "docs", "src", "."];
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: folder !== ".", encoding: "utf8" })
    .filter((name) => /\.(?:md|json|tsx?)$/.test(name))
    .filter(
      (name) => !/^(?:site|demo)\/|package|tsconfig|resolved-rules|\.schema\.json$/.test(name),
    )
    .map((name) => `${folder}/${name}`),
);

describe("the prose", () => {
  it.each(patterns)("does without %s", (pattern, instead) => {
    const found = files.flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .flatMap((line, index) =>
          pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
    expect(found, `write: ${instead}`).toEqual([]);
  });
});
