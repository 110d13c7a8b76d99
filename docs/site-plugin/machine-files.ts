import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { RendererEvent } from "typedoc";

import { compareEditions, editions, homepage, ruleIds, rules } from "../../src/index.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { sentenceOf } from "../../test/generate/rule-words.ts";
import { escape } from "./escape.ts";

/** Each rule as the package ships it, and the schemas of what goes in and comes out. */
function writeRules(folder: string): void {
  mkdirSync(join(folder, "schemas"), { recursive: true });
  copyFileSync("rules/rule-file.schema.json", join(folder, "rules/rule-file.schema.json"));
  for (const name of ["partner-profile", "report", "rule-file"])
    copyFileSync(`rules/${name}.schema.json`, join(folder, `schemas/${name}.json`));
  for (const id of ruleIds) copyFileSync(`dist/rules/${id}.json`, join(folder, `rules/${id}.json`));
}

/** What a program that reads instead of browsing needs: what there is, and where. */
function renderLlms(): string {
  const rule = (id: string): string => {
    const newest = rules.findLast((candidate) => candidate.id === id)!;
    return `- [${newest.title}](${homepage}rules/${id}.html): ${sentenceOf(newest)} Data: ${homepage}rules/${id}.json`;
  };
  return [
    "# csp-direct-bill-rules",
    "> Dated rules, as data, that tell whether a company meets Microsoft's requirements for direct bill partners in the Cloud Solution Provider (CSP) program, and why. A TypeScript library without I/O.",
    "What a finding says is in `status`: met, unmet, unknown, not-due, not-applicable. Missing data is unknown, never met. Time is an argument: `asOf`.",
    "## Rules",
    ruleIds.map(rule).join("\n"),
    "## Editions",
    editions
      .map(({ id, title }) => `- [${id}](${homepage}editions/${id}.html): ${title}`)
      .join("\n"),
    "## More",
    [
      ["guides/getting-started", "Getting started"],
      ["guides/reading-a-report", "Reading a report"],
      ["guides/looking-ahead", "Looking ahead"],
      ["facts", "Facts"],
      ["sources", "Sources"],
      ["capabilities", "What is lost and kept"],
    ]
      .map(([url, title]) => `- [${title}](${homepage}${url}.html)`)
      .join("\n"),
    "",
  ].join("\n\n");
}

/** What an edition does, in a sentence a track. */
function summaryOf(index: number): string {
  const { id } = editions[index]!;
  if (index === 0) return "The first edition.";
  return tracks
    .map((track) => {
      const { added, removed, changed } = compareEditions(editions[index - 1]!.id, id, { track });
      const list = (ids: readonly string[]): string => (ids.length === 0 ? "none" : ids.join(", "));
      return `${track}: added ${list(added)}; removed ${list(removed)}; changed ${list(changed.map(({ ruleId }) => ruleId))}.`;
    })
    .join(" ");
}

/** Editions and what they change, newest first. */
function renderFeed(): string {
  const entries = editions.map(({ id, title }, index) => {
    const url = `${homepage}editions/${id}.html`;
    return `  <entry>\n    <id>${url}</id>\n    <title>Edition of ${id}: ${escape(title)}</title>\n    <updated>${id}T00:00:00Z</updated>\n    <link href="${url}"/>\n    <summary>${escape(summaryOf(index))}</summary>\n  </entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${homepage}feed.xml</id>
  <title>Requirements for CSP direct bill partners: editions and rule changes</title>
  <updated>${editions.at(-1)!.id}T00:00:00Z</updated>
  <link rel="self" href="${homepage}feed.xml"/>
  <link href="${homepage}"/>
  <author><name>csp-direct-bill-rules</name></author>
${entries.toReversed().join("\n")}
</feed>
`;
}

function renderSitemap({ pages }: RendererEvent): string {
  const urls = pages.map(
    ({ url }) => `  <url><loc>${homepage}${url === "index.html" ? "" : url}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
}

/** A tick on a calendar leaf. */
const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="3" y="5" width="26" height="24" rx="4" fill="#0b5c8a"/><rect x="3" y="5" width="26" height="7" rx="3" fill="#083f5f"/><path d="M9 20l5 5 9-10" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`;

/** What typedoc writes for its own frame, which the site does not use. */
const unused = ["main.js", "icons.js", "navigation.js", "search.js", "hierarchy.js"];

/** Writes the files that programs read, and takes away those that nobody does. */
export function writeMachineFiles(event: RendererEvent): void {
  const folder = event.outputDirectory;
  writeRules(folder);
  writeFileSync(join(folder, "llms.txt"), renderLlms());
  writeFileSync(join(folder, "feed.xml"), renderFeed());
  writeFileSync(join(folder, "sitemap.xml"), renderSitemap(event));
  writeFileSync(join(folder, "assets/favicon.svg"), favicon);
  for (const name of unused) rmSync(join(folder, "assets", name), { force: true });
}
