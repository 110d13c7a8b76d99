import { writeFileSync } from "node:fs";
import { join } from "node:path";

import MiniSearch from "minisearch";
import {
  type Application,
  type DeclarationReflection,
  ReflectionKind,
  type RendererEvent,
} from "typedoc";

import { type RuleId, facts, ruleIds, rules } from "../../src/index.ts";
import { factAnchor } from "../../test/generate/condition-words.ts";
import { needsOf } from "../../test/generate/rule-pages.ts";
import { segments } from "../../test/generate/article.ts";
import { descriptionOf } from "./description.ts";
import type { Entry } from "./entry.ts";
import { searchOptions } from "./search-options.ts";

function ruleEntry(id: RuleId): Entry {
  const versions = rules.filter((rule) => rule.id === id);
  const said = versions.flatMap(({ messages, remedy, notes = [], variants = [], values = {} }) => [
    ...Object.values(messages),
    remedy,
    ...notes,
    ...variants.flatMap(({ message = "", remedy: advice = "" }) => [message, advice]),
    ...Object.values(values).map((value) =>
      typeof value === "number" ? `${value} ${value.toLocaleString("en-US")}` : String(value),
    ),
  ]);
  return {
    id: `rules/${id}.html`,
    title: versions.at(-1)!.title,
    kind: "rule",
    names: id,
    text: [...new Set([...said, ...needsOf.get(id)!])].join(" "),
  };
}

const factEntries = (): Entry[] =>
  facts.map(({ id, label, help, question = "" }) => ({
    id: `facts.html#${factAnchor(id)}`,
    title: label,
    kind: "fact",
    names: id,
    text: `${question} ${help}`,
  }));

const sentenceEntries = (): Entry[] =>
  segments.map((id) => ({
    id: `traceability.html#${id}`,
    title: `Sentence ${id}`,
    kind: "sentence",
    names: id,
    text: "",
  }));

const keywordsOf = (keywords: unknown): string => (typeof keywords === "string" ? keywords : "");

/** The guides and registers by title, headings and description; rules have entries of their own. */
function pageEntries(app: Application, { project }: RendererEvent): Entry[] {
  const router = app.renderer.router!;
  return project
    .getReflectionsByKind(ReflectionKind.Document)
    .filter((page) => page.isDocument())
    .map((page) => {
      const text = page.content.map((part) => part.text).join("");
      const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
      return {
        id: router.getFullUrl(page),
        title: page.name,
        kind: "page" as const,
        names: keywordsOf(page.frontmatter["keywords"]),
        text: `${descriptionOf(page)} ${headings.join(" ")}`,
      };
    })
    .filter(({ id }) => !ruleIds.some((rule) => id === `rules/${rule}.html`));
}

/** What the API exports, by name and in a sentence, and its members by name. */
function apiEntries(app: Application, { project }: RendererEvent): Entry[] {
  const router = app.renderer.router!;
  const pages = project
    .getReflectionsByKind(ReflectionKind.SomeExport | ReflectionKind.SomeMember)
    .filter((one): one is DeclarationReflection => one.isDeclaration() && router.hasUrl(one))
    .filter(
      (one) =>
        one.parent?.kindOf(
          ReflectionKind.Module | ReflectionKind.Interface | ReflectionKind.Class,
        ) ?? false,
    );
  return pages.map((one) => {
    const isMember = !router.hasOwnDocument(one);
    const title = isMember ? `${one.parent!.name}.${one.name}` : one.name;
    return {
      id: router.getFullUrl(one),
      title,
      kind: "API" as const,
      names: one.name,
      text: isMember ? "" : descriptionOf(one),
    };
  });
}

/** Writes what the search of the site looks in: a module that is loaded when somebody searches. */
export function writeSearchIndex(app: Application, event: RendererEvent): void {
  const index = new MiniSearch<Entry>(searchOptions);
  const entries = [
    ...ruleIds.map(ruleEntry),
    ...factEntries(),
    ...pageEntries(app, event),
    ...apiEntries(app, event),
    ...sentenceEntries(),
  ];
  const known = new Set<string>();
  index.addAll(entries.filter(({ id }) => !known.has(id) && known.add(id)));
  const text = JSON.stringify(JSON.stringify(index.toJSON()));
  writeFileSync(join(event.outputDirectory, "assets/search-index.js"), `export default ${text};\n`);
}
