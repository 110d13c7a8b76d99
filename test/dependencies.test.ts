import { readFileSync, readdirSync } from "node:fs";

import { describe, expect, it } from "vitest";

import manifest from "../package.json" with { type: "json" };

const guide = readFileSync("CONTRIBUTING.md", "utf8");
const dependabot = readFileSync(".github/dependabot.yml", "utf8");
const workflows = readdirSync(".github/workflows").map((name) =>
  readFileSync(`.github/workflows/${name}`, "utf8"),
);
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

/** Each name with its range; one range may be that of several. */
const heldNames = rows.flatMap(({ names, ranges }) =>
  names.map((name, index) => [name, ranges[ranges.length === 1 ? 0 : index]!] as const),
);

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
    for (const [pattern, range] of heldNames) {
      const own = Object.entries(all).filter(([name]) => fits(name, pattern));
      const overridden = Object.entries(manifest.overrides).filter(([name]) => name === pattern);
      const found = own.length > 0 ? own : overridden;
      expect(
        found.map(([, actual]) => actual),
        pattern,
      ).toEqual(found.map(() => range));
      expect(found, pattern).not.toEqual([]);
    }
    expect(rows.length).toBeGreaterThan(5);
  });
});

describe("Dependabot", () => {
  /** The kinds of new versions that a range holds off. */
  const heldOff = (range: string): string[] => {
    if (/^\d/.test(range)) return ["all"];
    return /^(~|\^0\.)/.test(range) ? ["semver-minor", "semver-major"] : ["semver-major"];
  };

  it("proposes no version of what is held, and every other", () => {
    const [npm] = dependabot.split("github-actions");
    const ignored = npm!
      .split("- dependency-name: ")
      .slice(1)
      .map((entry) => {
        const [name] = entry.split("\n");
        const kinds = [...entry.matchAll(/version-update:([\w-]+)/g)].map(([, kind]) => kind!);
        return [name!.replaceAll('"', ""), kinds.length === 0 ? ["all"] : kinds];
      });
    const expected = heldNames.map(([name, range]) => [name, heldOff(range)]);
    expect(Object.fromEntries(ignored)).toEqual(Object.fromEntries(expected));
    expect(dependabot).toContain("versioning-strategy: increase-if-necessary");
  });
});

describe("an action", () => {
  const used = workflows.flatMap((text) =>
    [...text.matchAll(/uses: (.+)/g)].map(([, use]) => use!),
  );
  const actions = used.filter((use) => !use.startsWith("./"));

  it.each([...new Set(actions)])("is pinned by its commit, and says its version: %s", (use) => {
    expect(use).toMatch(/^[\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("of changesets fits the command: version 1 goes with 2, version 2 with 3", () => {
    const [, action] = /changesets\/action@.* # v(\d+)/.exec(actions.join("\n"))!;
    const [, command] = /^\^(\d+)/.exec(manifest.devDependencies["@changesets/cli"])!;
    expect(Number(command)).toBe(Number(action) + 1);
  });
});
