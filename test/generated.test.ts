import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { type Track, editions, ruleIds, rulesInForce } from "../src/index.ts";
import { tracks } from "../src/rule/vocabulary.ts";
import { describeFact, factIds } from "../src/facts/fact-table.ts";
import { renderCountries } from "./generate/countries.ts";
import { renderFacts } from "./generate/facts.ts";
import { type GeneratedFile, importedFiles, textOf } from "./generate/imported-files.ts";
import { guides, renderGuide } from "./generate/guides.ts";
import { renderMessages } from "./generate/messages.ts";
import { renderOutlooks } from "./generate/outlooks.ts";
import {
  renderProfileSchema,
  renderReportSchema,
  renderRuleFileSchema,
  renderWrittenRuleSchema,
} from "./generate/schemas.ts";
import { article, segments } from "./generate/article.ts";
import { renderEditionIndex, renderEditionPage } from "./generate/edition-pages.ts";
import { renderJourney, stagesOf } from "./generate/journey.ts";
import { renderCapabilities, renderSources } from "./generate/registers.ts";
import { renderRuleIndex, renderRuleTable } from "./generate/rule-index.ts";
import { renderRulePage } from "./generate/rule-pages.ts";
import { renderTraceability, rulesCiting } from "./generate/traceability.ts";

/** The README with its tables of rules written anew. */
function renderReadme(): string {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const region = /(<!-- rules: ([a-z, ]+) -->\n)[\s\S]*?(<!-- \/rules -->)/g;
  expect([...readme.matchAll(region)].map(([, , names]) => names)).toEqual([
    "enroll, remain",
    "transition",
  ]);
  return readme.replace(region, (_, start: string, names: string, end: string) => {
    const table = renderRuleTable(names.split(", ") as Track[], "docs/rules/");
    return `${start}\n${table}\n\n${end}`;
  });
}

describe("what is generated is in step with what it comes from", () => {
  it.each<GeneratedFile>([
    ...importedFiles,
    ["rules/written-rule.schema.json", renderWrittenRuleSchema],
    ["rules/rule-file.schema.json", renderRuleFileSchema],
    ["rules/partner-profile.schema.json", renderProfileSchema],
    ["rules/report.schema.json", renderReportSchema],
    ["src/profile/countries.ts", renderCountries],
    ["docs/rules/index.md", renderRuleIndex],
    ...ruleIds.map((id): GeneratedFile => [`docs/rules/${id}.md`, () => renderRulePage(id)]),
    ["docs/editions/index.md", renderEditionIndex],
    ...editions.map((edition): GeneratedFile => [
      `docs/editions/${edition.id}.md`,
      () => renderEditionPage(edition),
    ]),
    ["docs/sources.md", renderSources],
    ["docs/capabilities.md", renderCapabilities],
    ["docs/journey.md", () => renderJourney(readFileSync("docs/journey.md", "utf8"))],
    ["docs/facts.md", renderFacts],
    ["docs/traceability.md", renderTraceability],
    ["test/messages.md", renderMessages],
    ["test/foresight/outlooks.md", renderOutlooks],
    ["README.md", renderReadme],
    ...guides.map((path): GeneratedFile => [path, () => renderGuide(path)]),
  ])("%s", async (path, render) => {
    await expect(await textOf([path, render])).toMatchFileSnapshot(`../${path}`);
  });
});

describe("every sentence of the article", () => {
  it("is there, all 42", () => {
    expect(segments).toHaveLength(42);
    expect(segments.at(0)).toBe("94c12-103");
    expect(segments.at(-1)).toBe("94c12-144");
    expect(segments).toEqual(expect.arrayContaining(Object.keys(article.sentences)));
  });

  it.each(segments)("%s became exactly one thing", (segment) => {
    const listed = segment in article.sentences;
    expect(listed).toBe(rulesCiting(segment).length === 0);
    if (listed) expect(Object.keys(article.sentences[segment]!)).toHaveLength(1);
  });
});

it("every fact says what it means", () => {
  for (const fact of factIds) expect(describeFact(fact).help, fact).toMatch(/\.$/);
});

describe.each(editions)("the journey of $id", ({ id: edition }) => {
  it.each(tracks)("has every rule of track %s once, after what it waits for", (track) => {
    const stages = stagesOf(edition, track);
    const drawn = stages.flatMap(({ rules: own }) => own.map(({ id }) => id));
    const inForce = rulesInForce({ edition, track }).map(({ id }) => id);
    expect(drawn.toSorted()).toEqual([...inForce].toSorted());
    for (const [place, { after }] of stages.entries())
      for (const other of after) expect(other).not.toBe(place);
  });
});

it.each(["README.md", "docs/what-changes.md"])("%s names every edition", (path) => {
  const text = readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  // What is written by hand, without the tables that are generated.
  const prose = text.replaceAll(/<!-- rules: [\s\S]*?<!-- \/rules -->/g, "");
  for (const { id } of editions) expect(prose, id).toContain(id);
});
