import type { MarkdownEvent } from "typedoc";

import { type EditionId, type RuleId, type Track, editions, rules } from "../../src/index.ts";
import { exampleAt, findingOf } from "../../test/generate/rule-examples.ts";
import { fragmentOf } from "../playground/state.ts";
import { ruleIndex } from "./rule-filter.ts";
import { journeyPicture } from "./journey-picture.ts";
import { periodsOf } from "./timeline-picture.ts";
import { repository } from "./addresses.ts";

/** The way from a page to the root of the site. */
const rootOf = (url: string): string => "../".repeat(url.split("/").length - 1);

const link = (url: string, text: string): string => `<a class="button" href="${url}">${text}</a>`;

/** Opens a case in the playground; the site is not built if the case no longer says what the page says. */
function openCase(root: string, ruleId: string, index: string): string {
  const example = exampleAt(ruleId, Number(index));
  const { status } = findingOf(ruleId, example);
  if (status !== example.status)
    throw new Error(`The case “${example.name}” of ${ruleId} is now ${status}`);
  const fragment = fragmentOf({
    asOf: example.asOf,
    track: example.track,
    profile: example.profile,
  });
  return link(
    `${root}playground.html#${fragment.replaceAll("&", "&amp;")}`,
    "Open in the playground",
  );
}

function linksOf(id: RuleId, root: string): string {
  const track = rules.findLast((rule) => rule.id === id)!.tracks[0]!;
  const state = fragmentOf({ asOf: editions.at(-1)!.from, track, profile: {} });
  return `<p class="links">${[
    link(`${root}playground.html#${state.replaceAll("&", "&amp;")}`, "Try it"),
    link(`${root}rules/${id}.json`, "JSON"),
    link(`${repository}/blob/main/test/cases/${id}.json`, "Cases"),
    link(`${repository}/edit/main/rules/${id}.json`, "Edit"),
  ].join(" ")}</p>`;
}

/** What stands in the place of a marker, and of what it encloses. */
const writers: Readonly<
  Record<string, (root: string, names: readonly string[], inner: string) => string>
> = {
  links: (root, [id]) => linksOf(id as RuleId, root),
  periods: (_root, [id]) => periodsOf(id as RuleId),
  open: (root, [id, index]) => openCase(root, id!, index!),
  journey: (root, [edition, track], inner) =>
    `<div class="journey-picture">${journeyPicture(edition as EditionId, track as Track, root)}</div>\n\n<div class="stages">\n\n${inner}\n\n</div>`,
  compare: (root, [day]) =>
    link(`${root}playground.html#compare=${day}`, "Compare for your company"),
  index: () => ruleIndex(),
  editions: (_root, _names, inner) => inner,
};

/** Puts pictures and links of the site in the place of the markers of a page. */
export function enrich(event: MarkdownEvent): void {
  const root = rootOf(event.page.url);
  event.parsedText = event.parsedText.replaceAll(
    /<!-- ([a-z]+):?((?: [^\s>]+)*) -->(?:\n([\s\S]*?)<!-- \/\1 -->)?/g,
    (whole, name: string, names: string, inner: string | undefined) =>
      writers[name]?.(root, names.trim().split(" "), (inner ?? "").trim()) ?? whole,
  );
}
