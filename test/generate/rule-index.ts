import { type RuleId, type Track, editions, rules } from "../../src/index.ts";
import { ruleIds } from "../../src/rule/ids.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { sentenceOf, standingOf, trackNames, tracksOf, versionAnchor } from "./rule-words.ts";

const isInTracks = (id: RuleId, among: readonly Track[]): boolean =>
  tracksOf(id).some((track) => among.includes(track));

function renderCell(id: RuleId, index: number, among: readonly Track[]): string {
  const standings = new Set(
    among.map((track) => {
      const standing = standingOf(id, index, track);
      if (standing === undefined) return "–";
      return standing.isNew ? `**${standing.word}**` : standing.word;
    }),
  );
  return [...standings].join(" / ");
}

/**
 * The history of the rules of some tracks at a glance.
 *
 * @param folder - The way from the page to the pages of the rules.
 */
export function renderRuleTable(among: readonly Track[], folder: string): string {
  const rows = ruleIds
    .filter((id) => isInTracks(id, among))
    .map((id) => {
      const { title } = rules.find((rule) => rule.id === id)!;
      const cells = editions.map((_, index) => renderCell(id, index, among));
      return `| [${title}](${folder}${id}.md) | ${cells.join(" | ")} |`;
    });
  return [
    `| rule | ${editions.map(({ id }) => id).join(" | ")} |`,
    `| --- |${editions.map(() => " --- |").join("")}`,
    ...rows,
  ].join("\n");
}

/** The rules that have ever stood in a track, each with its newest version there. */
function renderList(track: Track): string {
  return ruleIds
    .filter((id) => isInTracks(id, [track]))
    .map((id) => {
      const newest = rules.findLast((rule) => rule.id === id && rule.tracks.includes(track))!;
      const ended = newest.until === undefined ? "" : ` _Until ${newest.until}._`;
      return `- [${newest.title}](${id}.md#${versionAnchor(track, newest)}) <small>\`${id}\`</small>${ended} ${sentenceOf(newest)}`;
    })
    .join("\n");
}

/** The page that lists every rule, by track. */
export function renderRuleIndex(): string {
  return [
    "---\ntitle: Rules\ndescription: Every requirement, step and recommendation for Microsoft's direct bill partners since 2018, each with a page of its own.\n---",
    "<!-- Written by `npm test -- -u` from rules/. Do not edit. -->",
    "# Rules",
    `${ruleIds.length} rules in ${rules.length} dated versions, by the question that they answer. Each has a page: when it is met, what it says, what to do, since when, and where it comes from.`,
    "<!-- index -->",
    ...tracks.flatMap((track) => [`## ${trackNames[track]}`, renderList(track)]),
    "<!-- /index -->",
    "## At a glance",
    "What each edition asks of applicants and partners, as `enroll` / `remain` where the tracks differ. **Bold** marks the edition that adds a rule or changes what it decides; – means that the edition does not have it.",
    renderRuleTable(["enroll", "remain"], ""),
    "The move to indirect reseller (track `transition`):",
    renderRuleTable(["transition"], ""),
  ].join("\n\n");
}
