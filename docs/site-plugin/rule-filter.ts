import { type Rule, type RuleId, type Track, editions, rules } from "../../src/index.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { factOf } from "../../test/generate/condition-words.ts";
import { needsOf, rulesIn } from "../../test/generate/rule-pages.ts";
import {
  kindWords,
  sentenceOf,
  standingOf,
  versionAnchor,
} from "../../test/generate/rule-words.ts";

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The editions in which a rule stands in a track. */
const editionsOf = (id: RuleId, track: Track): string[] =>
  editions
    .filter((_, index) => standingOf(id, index, track) !== undefined)
    .map(({ id: day }) => day);

function item(track: Track, id: RuleId): string {
  const newest = rules.findLast((rule) => rule.id === id && rule.tracks.includes(track)) as Rule;
  const facts = needsOf.get(id)!;
  const data = {
    track,
    editions: editionsOf(id, track).join(" "),
    kind: newest.kind,
    actor: newest.actor,
    facts: facts.map((fact) => factOf.get(fact)!.group).join("|"),
    words: [id, newest.title, sentenceOf(newest), ...facts].join(" ").toLowerCase(),
  };
  const attributes = Object.entries(data).map(([name, value]) => `data-${name}="${escape(value)}"`);
  const ended = newest.until === undefined ? "" : ` <em>Until ${newest.until}.</em>`;
  return `<li ${attributes.join(" ")}><a href="${id}.html#${versionAnchor(track, newest)}">${escape(newest.title)}</a> <span class="kind ${newest.kind}">${kindWords[newest.kind]}</span><br><small><code>${id}</code></small>${ended} ${escape(sentenceOf(newest))}</li>`;
}

const headings: Record<Track, string> = {
  enroll: "Becoming a direct bill partner",
  remain: "Staying a direct bill partner",
  transition: "Moving to indirect reseller",
};

function choice(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
): string {
  const shown = options.map(
    ([value, text]) => `<option value="${escape(value)}">${escape(text)}</option>`,
  );
  return `<label>${label} <select data-filter="${name}"><option value="">all</option>${shown.join("")}</select></label>`;
}

const groups = [
  ...new Set([...needsOf.values()].flat().map((fact) => factOf.get(fact)!.group)),
].toSorted();

/** The list of rules with filters; without a script all are shown, and no filter. */
export function ruleIndex(): string {
  const filters = [
    '<label>Words <input type="search" data-filter="words" autocomplete="off"></label>',
    choice(
      "track",
      "Track",
      tracks.map((track) => [track, track]),
    ),
    choice(
      "editions",
      "Edition",
      editions.map(({ id }) => [id, id]),
    ),
    choice("kind", "Kind", Object.entries(kindWords)),
    choice("actor", "Who acts", [
      ["partner", "the company"],
      ["microsoft", "Microsoft"],
    ]),
    choice(
      "facts",
      "About",
      groups.map((group) => [group, group]),
    ),
  ];
  const lists = tracks.map(
    (track) =>
      `<section class="track"><h2 id="${track}">${headings[track]}</h2><ul class="rule-list">${rulesIn(
        track,
      )
        .map((id) => item(track, id))
        .join("")}</ul></section>`,
  );
  return `<div class="rule-index"><form class="filters" hidden role="search" aria-label="Filter the rules">${filters.join("")}<p role="status"></p></form>${lists.join("")}</div>`;
}
