import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { folder } from "./serve.mjs";

const unescape = (text) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"');

function valuesOf(html, attribute) {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].map(([, value]) =>
    unescape(value),
  );
}

/** Every page by its address from the root, with its anchors and the addresses that it names. */
export function readPages() {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
  return new Map(
    files.map((name) => {
      const html = readFileSync(join(folder, name), "utf8");
      return [
        name,
        {
          html,
          anchors: new Set(valuesOf(html, "id")),
          links: [...valuesOf(html, "href"), ...valuesOf(html, "src")],
        },
      ];
    }),
  );
}

/** What is wrong with a link of a page; undefined if it leads somewhere. */
function problemWith(pages, from, link) {
  const { origin, pathname, hash } = new URL(link, `site://root/${from}`);
  if (origin !== "null" || !link || /^[a-z]+:/.test(link)) return undefined;
  const path = decodeURIComponent(pathname.slice(1));
  const page = pages.get(path);
  if (page === undefined) return existsSync(join(folder, path)) ? undefined : "no such file";
  const anchor = decodeURIComponent(hash.slice(1));
  // What the playground shows is in its fragment.
  if (anchor === "" || path === "playground.html") return undefined;
  return page.anchors.has(anchor) ? undefined : "no such anchor";
}

/** Every internal link and anchor leads somewhere, no two anchors are the same, each page has its own description. */
export function checkLinks(pages) {
  const problems = [];
  let count = 0;
  for (const [from, { links, html }] of pages) {
    for (const link of links) {
      count += 1;
      const problem = problemWith(pages, from, link);
      if (problem !== undefined) problems.push(`${from}: ${link}: ${problem}`);
    }
    const ids = valuesOf(html, "id");
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    for (const id of twice) problems.push(`${from}: the anchor ${id} is there twice`);
  }
  const descriptions = new Map();
  for (const [name, { html }] of pages) {
    const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? "";
    if (description === "") problems.push(`${name}: no description`);
    if (descriptions.has(description))
      problems.push(`${name}: described as ${descriptions.get(description)} is`);
    descriptions.set(description, name);
  }
  assert.deepEqual(problems, []);
  console.log(`links: ${count} on ${pages.size} pages, each leads somewhere`);
}
