import { type Rule, type RuleId, type Track, editions } from "../../src/index.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { factOf } from "../../test/generate/condition-words.ts";
import { needsOf, rulesIn } from "../../test/generate/rule-pages.ts";
import {
  kindWords,
  sentenceOf,
  standingOf,
  trackNames,
  versionAnchor,
  versionsIn,
} from "../../test/generate/rule-words.ts";
import { escape } from "./escape.ts";

/** The editions in which a version stands in a track. */
const editionsOf = (version: Rule, track: Track): string[] =>
  editions
    .filter((_, index) => standingOf(version.id, index, track)?.rule === version)
    .map(({ id: day }) => day);

/** A version in the list: the newest of its rule, or one that only a reader of its edition looks for. */
function item(track: Track, version: Rule, isNewest: boolean): string {
  const { id, title, kind, actor, until } = version;
  const facts = needsOf.get(id)!;
  const data = {
    track,
    newest: String(isNewest),
    editions: editionsOf(version, track).join(" "),
    kind,
    actor,
    facts: facts.map((fact) => factOf.get(fact)!.group).join("|"),
    words: [id, title, sentenceOf(version), ...facts].join(" ").toLowerCase(),
  };
  const attributes = Object.entries(data).map(([name, value]) => `data-${name}="${escape(value)}"`);
  const ended = until === undefined ? "" : ` <em>Until ${until}.</em>`;
  return `<li ${attributes.join(" ")}${isNewest ? "" : " hidden"}><a href="${id}.html#${versionAnchor(track, version)}">${escape(title)}</a> <span class="kind ${kind}">${kindWords[kind]}</span><br><small><code>${id}</code></small>${ended} ${escape(sentenceOf(version))}</li>`;
}

function itemsOf(track: Track, id: RuleId): string[] {
  const versions = versionsIn(id, track).toReversed();
  return versions.map((version, index) => item(track, version, index === 0));
}

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
      `<section class="track"><h2 id="${track}">${trackNames[track]}</h2><ul class="rule-list">${rulesIn(
        track,
      )
        .flatMap((id) => itemsOf(track, id))
        .join("")}</ul></section>`,
  );
  return `<div class="rule-index"><form class="filters" hidden role="search" aria-label="Filter the rules">${filters.join("")}<p role="status"></p></form>${lists.join("")}</div>`;
}
