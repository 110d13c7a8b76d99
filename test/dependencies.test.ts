import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import manifest from "../package.json" with { type: "json" };

const guide = readFileSync("CONTRIBUTING.md", "utf8");
const held = [...guide.split("\n## Dependencies\n")[1]!.matchAll(/^\| `.*$/gm)].map(([row]) => row);

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

  it("and no reason outlives its pin", () => {
    const known = new Set([
      ...Object.keys(manifest.overrides),
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.devDependencies),
    ]);
    const named = held.flatMap((row) =>
      [...row.split("|")[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
    );
    const isThere = (name: string): boolean =>
      [...known].some(
        (one) => one === name || (name.endsWith("*") && one.startsWith(name.slice(0, -1))),
      );
    expect(named.filter((name) => !isThere(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });
});
