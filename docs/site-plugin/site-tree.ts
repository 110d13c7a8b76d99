import {
  type DefaultThemeRenderContext,
  type DocumentReflection,
  type Reflection,
  ReflectionKind,
} from "typedoc";

import { tracks } from "../../src/rule/vocabulary.ts";
import { type RuleId, rules } from "../../src/index.ts";
import { rulesIn } from "../../test/generate/rule-pages.ts";

/** A link of the navigation. */
interface Link {
  text: string;
  /** From the root of the site. */
  url: string;
}

/** Links under a heading. */
interface LinkGroup {
  heading: string;
  links: readonly Link[];
}

/** A part of the site: what the header links, and what stands beside its pages. */
export interface Section {
  text: string;
  url: string;
  /** Whether a page belongs to it. */
  has: (url: string) => boolean;
  groups: readonly LinkGroup[];
}

const titleOf = (id: RuleId): string => rules.find((rule) => rule.id === id)!.title;

const trackHeadings = {
  enroll: "Becoming a partner",
  remain: "Staying a partner",
  transition: "Moving to indirect reseller",
} as const;

const registers: readonly Link[] = [
  { text: "All rules", url: "rules/index.html" },
  { text: "The journey", url: "journey.html" },
  { text: "What is lost and kept", url: "capabilities.html" },
  { text: "Facts", url: "facts.html" },
  { text: "Sources", url: "sources.html" },
  { text: "Traceability", url: "traceability.html" },
];

const isAmong = (links: readonly Link[], url: string): boolean =>
  links.some((link) => link.url === url);

const pathsToTitles = (
  documents: ReadonlyMap<string, DocumentReflection>,
  urls: readonly string[],
): Link[] =>
  urls.map((url) => {
    const document = documents.get(url);
    if (document === undefined) throw new Error(`The navigation names ${url}, which is no page`);
    return { text: document.name, url };
  });

const guideOrder = [
  "getting-started",
  "reading-a-report",
  "choosing-the-day",
  "form",
  "server",
  "portfolios",
  "storing-and-comparing",
  "looking-ahead",
  "writing-a-rule",
  "performance",
  "architecture",
  "contributing",
].map((name) => `guides/${name}.html`);

/** The members of the API by category, in the order of the options of typedoc. */
function apiGroups(context: DefaultThemeRenderContext): LinkGroup[] {
  const { router, page } = context;
  const project = page.project;
  const modules = project.getReflectionsByKind(ReflectionKind.Module);
  const linkTo = (member: Reflection): Link => ({
    text: member.name,
    url: router.getFullUrl(member),
  });
  const own = modules.flatMap((module) =>
    module.isDeclaration()
      ? (module.categories ?? []).map(({ title, children }) => ({ title, children }))
      : [],
  );
  const groups = own.map(({ title, children }) => ({
    heading: title,
    links: children.filter((child) => router.hasOwnDocument(child)).map(linkTo),
  }));
  return [{ heading: "Entry points", links: modules.map(linkTo) }, ...groups];
}

const ruleLinks = (track: (typeof tracks)[number]): Link[] =>
  rulesIn(track).map((id) => ({ text: titleOf(id), url: `rules/${id}.html` }));

/** A part of the site that is a list of pages, the first of which the header links. */
const sectionOf = (text: string, links: readonly Link[]): Section => ({
  text,
  url: links[0]!.url,
  has: (url) => isAmong(links, url),
  groups: [{ heading: text, links }],
});

/** The parts of the site, in the order of the header. */
export function sectionsOf(context: DefaultThemeRenderContext): Section[] {
  const { router, page } = context;
  const documents = new Map(
    page.project
      .getReflectionsByKind(ReflectionKind.Document)
      .map((document) => [router.getFullUrl(document), document as DocumentReflection]),
  );
  const guides = pathsToTitles(documents, guideOrder);
  const changes = pathsToTitles(documents, [
    "editions/index.html",
    ...[...documents.keys()]
      .filter((url) => /^editions\/\d/.test(url))
      .toSorted()
      .toReversed(),
    "guides/what-changes.html",
    "changelog.html",
  ]);
  return [
    {
      text: "Rules",
      url: "rules/index.html",
      has: (url) => url.startsWith("rules/") || isAmong(registers, url),
      groups: [
        { heading: "Overview", links: registers },
        ...tracks.map((track) => ({ heading: trackHeadings[track], links: ruleLinks(track) })),
      ],
    },
    sectionOf("Changes", changes),
    {
      text: "Playground",
      url: "playground.html",
      has: (url) => url === "playground.html",
      groups: [],
    },
    sectionOf("Guides", guides),
    {
      text: "API",
      url: "api/main.html",
      has: (url) => url.startsWith("api/"),
      groups: apiGroups(context),
    },
  ];
}
