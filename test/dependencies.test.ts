import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import manifest from "../package.json" with { type: "json" };

const guide = readFileSync("CONTRIBUTING.md", "utf8");
const held = [
  ...guide
    .split("\n## Dependencies\n")[1]!
    .split("\n## ")[0]!
    .matchAll(/^\| `.*$/gm),
].map(([row]) => row);

/** The rows of the guide: names of packages, and the ranges at which they are held, one or each. */
const rows = held.map((row) => {
  const [, names = "", ranges = ""] = row.split("|");
  const quotedIn = (cell: string): string[] =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!);
  return { names: quotedIn(names), ranges: quotedIn(ranges) };
});

/** What is not free to move to the next minor version. */
const pinned = Object.entries({ ...manifest.devDependencies, ...manifest.dependencies })
  .filter(([, range]) => !range.startsWith("^"))
  .map(([name, range]) => [name, range] as const);

describe("a version that is held has its reason in CONTRIBUTING", () => {
  it.each(pinned)("%s at %s", (name, range) => {
    expect(held.filter((row) => row.includes(`\`${name}\``) && row.includes(`\`${range}\``)))
      // One reason each.
      .toHaveLength(1);
  });

  it.each(Object.keys(manifest.overrides))("%s, which is overridden", (name) => {
    expect(held.filter((row) => row.includes(`\`${name}\` (`))).toHaveLength(1);
  });

  it("and holds it still", () => {
    const all: Record<string, string> = { ...manifest.devDependencies, ...manifest.dependencies };
    const fits = (name: string, pattern: string): boolean =>
      name === pattern || (pattern.endsWith("*") && name.startsWith(pattern.slice(0, -1)));
    for (const { names, ranges } of rows) {
      names.forEach((pattern, index) => {
        const range = ranges.length === 1 ? ranges[0] : ranges[index];
        const own = Object.entries(all).filter(([name]) => fits(name, pattern));
        const overridden = Object.entries(manifest.overrides).filter(([name]) => name === pattern);
        const found = own.length > 0 ? own : overridden;
        expect(
          found.map(([, actual]) => actual),
          pattern,
        ).toEqual(found.map(() => range));
        expect(found, pattern).not.toEqual([]);
      });
    }
    expect(rows.length).toBeGreaterThan(5);
  });
});
