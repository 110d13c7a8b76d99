import { type Rule, type RuleId, type Track, editions } from "../../src/index.ts";
import { changeOf } from "../../src/rules/compare-editions.ts";
import { kindWords, tracksOf, versionAnchor, versionsIn } from "../../test/generate/rule-words.ts";
import { escape } from "./escape.ts";

const width = 720;
const left = 84;
const rowHeight = 44;
const top = 26;

/** The days at which some edition begins, and one after the last, which is open. */
const days = editions.map(({ from }) => from);

const daysSince = (day: string): number =>
  (Date.parse(day) - Date.parse(days[0]!)) / (24 * 60 * 60 * 1000);

/** Time to the right, as it is, with room after the last edition for what is in force today. */
const whole = daysSince(days.at(-1)!) * 1.25;
const placeOf = (day: string | undefined): number =>
  day === undefined ? width : left + Math.round(((width - left) * daysSince(day)) / whole);

/** Whether a version decides otherwise than the one before it. */
function isNew(version: Rule, before: Rule | undefined): boolean {
  if (before === undefined) return version.from !== days[0];
  return changeOf(before, version).length > 0;
}

function wordsOf(version: Rule): string {
  return version.until === undefined
    ? `${kindWords[version.kind]} since ${version.from}`
    : `${kindWords[version.kind]} from ${version.from} until ${version.until}`;
}

function drawBar(track: Track, row: number, version: Rule, before: Rule | undefined): string {
  const [from, to] = [placeOf(version.from), placeOf(version.until)];
  const y = top + row * rowHeight + 8;
  const label = `${track}: ${wordsOf(version)}`;
  const isShort = to - from < 80;
  return [
    `<a href="#${versionAnchor(track, version)}" aria-label="${escape(label)}">`,
    `<title>${escape(label)}</title>`,
    `<rect class="${version.kind}${isNew(version, before) ? " new" : ""}" x="${from + 1}" y="${y}" width="${to - from - 2}" height="28" rx="3"/>`,
    isShort
      ? ""
      : `<text class="bar" x="${from + 8}" y="${y + 19}">${kindWords[version.kind]}</text>`,
    "</a>",
  ].join("");
}

/** The periods of a rule as bars, one row a track; each leads to its part of the page. */
function draw(id: RuleId): string {
  const tracks = tracksOf(id);
  const height = top + tracks.length * rowHeight;
  const marks = days.map((day, index) => {
    // The editions of 2020 and 2021 stand close to each other.
    const next = days[index + 1];
    const isTight = next !== undefined && placeOf(next) - placeOf(day) < 72;
    const anchor = isTight ? ' text-anchor="end"' : "";
    return `<line x1="${placeOf(day)}" y1="${top - 6}" x2="${placeOf(day)}" y2="${height}"/><text class="day" x="${placeOf(day)}" y="14"${anchor}>${day}</text>`;
  });
  const rows = tracks.map((track, row) => {
    const versions = versionsIn(id, track);
    const bars = versions.map((version, index) =>
      drawBar(track, row, version, versions[index - 1]),
    );
    return `<text class="track" x="0" y="${top + row * rowHeight + 27}">${track}</text>${bars.join("")}`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="group" aria-label="Periods by track">${marks.join("")}${rows.join("")}</svg>`;
}

/** The same as a list, for narrow windows. */
function list(id: RuleId): string {
  const items = tracksOf(id).flatMap((track) =>
    versionsIn(id, track)
      .toReversed()
      .map(
        (version) =>
          `<li><a href="#${versionAnchor(track, version)}"><code>${track}</code> ${wordsOf(version)}</a></li>`,
      ),
  );
  return `<ul class="periods">${items.join("")}</ul>`;
}

/** When a rule held, in which track, and when it changed what it decides. */
export function periodsOf(id: RuleId): string {
  return `<figure class="timeline">${draw(id)}${list(id)}<figcaption>A filled bar adds the rule or changes what it decides.</figcaption></figure>`;
}
