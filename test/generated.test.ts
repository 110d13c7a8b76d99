import { readFileSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, it } from "vitest";

import type { Track } from "../src/index.ts";
import { statedFactIds } from "../src/schema/facts.ts";
import { ruleIds } from "../src/schema/vocabulary.ts";
import { renderCatalogue, renderRuleTable } from "./generated/catalogue.ts";
import { renderCountries } from "./generated/countries.ts";
import { renderFactIds } from "./generated/fact-ids.ts";
import { renderFacts } from "./generated/facts.ts";
import { fieldDocs } from "./generated/field-docs.ts";
import { renderMessages } from "./generated/messages.ts";
import { renderProfileSchema, renderRuleFileSchema } from "./generated/schemas.ts";
import { data, renderTraceability, rulesCiting, segments } from "./generated/traceability.ts";

const formatted = async (text: string, path: string): Promise<string> =>
  format(text, { filepath: path, printWidth: 100 });

/** The README with its tables of rules written anew. */
function renderReadme(): string {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const region = /(<!-- rules: ([a-z, ]+) -->\n)[\s\S]*?(<!-- \/rules -->)/g;
  expect([...readme.matchAll(region)].map(([, , names]) => names)).toEqual([
    "enroll, remain",
    "transition",
  ]);
  return readme.replace(region, (_, start: string, names: string, end: string) => {
    const table = renderRuleTable(names.split(", ") as Track[]);
    return `${start}\n${table}\n\n${end}`;
  });
}

describe("what is generated is in step with what it comes from", () => {
  it.each([
    ["rules/rule-file.schema.json", renderRuleFileSchema],
    ["rules/partner-profile.schema.json", renderProfileSchema],
    ["src/schema/countries.ts", renderCountries],
    ["src/schema/fact-id.ts", renderFactIds],
    ["docs/rules.md", renderCatalogue],
    ["docs/facts.md", renderFacts],
    ["docs/traceability.md", renderTraceability],
    ["test/messages.md", renderMessages],
    ["README.md", renderReadme],
  ])("%s", async (path, render) => {
    await expect(await formatted(render(), path)).toMatchFileSnapshot(`../${path}`);
  });
});

describe("every sentence of the article", () => {
  it("is there, all 42", () => {
    expect(segments).toHaveLength(42);
    expect(segments.at(0)).toBe("94c12-103");
    expect(segments.at(-1)).toBe("94c12-144");
    expect(segments).toEqual(expect.arrayContaining(Object.keys(data.sentences)));
  });

  it.each(segments)("%s became exactly one thing", (segment) => {
    const listed = segment in data.sentences;
    expect(listed).toBe(rulesCiting(segment).length === 0);
    if (listed) expect(Object.keys(data.sentences[segment]!)).toHaveLength(1);
  });
});

it("every field of a profile says what it means", () => {
  for (const [path, text] of fieldDocs) expect(text, path).toMatch(/\.$/);
  for (const fact of statedFactIds) expect(fieldDocs.has(fact), fact).toBe(true);
});

it("the journey names every rule in its pictures", () => {
  const guide = readFileSync(new URL("../docs/journey.md", import.meta.url), "utf8");
  const pictures = [...guide.matchAll(/```mermaid\n([\s\S]*?)```/g)]
    .map(([, picture]) => picture)
    .join();
  const named = new Set(pictures.match(/[a-z]+(-[a-z]+)+/g));
  for (const id of ruleIds) expect(named, id).toContain(id);
});
