import {
  type FactId,
  type Rule,
  type RuleId,
  type Status,
  type Track,
  editions,
  rules,
} from "../../src/index.ts";
import { conditionsOf, factsIn } from "../../src/rule/facts-in-conditions.ts";
import { ruleIds } from "../../src/rule/ids.ts";
import { originsOf } from "../../src/facts/fact-table.ts";
import { factOf, linkToFact, renderCondition } from "./condition-words.ts";
import { renderExamples } from "./rule-examples.ts";
import { type DatedChange, changesIn, renderChange } from "./rule-changes.ts";
import {
  actorWords,
  canBe,
  kindWords,
  listWords,
  sentenceOf,
  showSource,
  showStatus,
  showText,
  standingOf,
  tracksOf,
  versionAnchor,
  versionsIn,
} from "./rule-words.ts";

const root = "../";
const titleOf = (id: RuleId): string => rules.find((rule) => rule.id === id)!.title;
const linkToRule = (id: RuleId): string => `[${titleOf(id)}](${id}.md)`;
const linkToEdition = (day: string): string =>
  editions.some(({ from }) => from === day) ? `[${day}](${root}editions/${day}.md)` : day;

/** What a rule was in each edition and track, as a table; the site draws it. */
function renderPeriods(id: RuleId): string {
  const head = `| track | ${editions.map((edition) => linkToEdition(edition.id)).join(" | ")} |`;
  const rows = tracksOf(id).map((track) => {
    const cells = editions.map((_, index) => {
      const standing = standingOf(id, index, track);
      if (standing === undefined) return "–";
      const link = `[${standing.word}](#${versionAnchor(track, standing.rule)})`;
      return standing.isNew ? `**${link}**` : link;
    });
    return `| \`${track}\` | ${cells.join(" | ")} |`;
  });
  return [
    `<!-- periods: ${id} -->`,
    [head, `| --- |${editions.map(() => " --- |").join("")}`, ...rows].join("\n"),
    "<!-- /periods -->",
  ].join("\n\n");
}

function renderVariants(rule: Rule): string[] {
  const { variants = [] } = rule;
  return variants.flatMap(({ status, when, message, remedy, actor }) => {
    const says = [
      ...(message === undefined ? [] : [`It says: ${showText(rule, message)}`]),
      ...(remedy === undefined ? [] : [`What to do: ${showText(rule, remedy)}`]),
      ...(actor === undefined ? [] : [`Who acts: ${actorWords[actor]}.`]),
    ];
    return [
      `**When ${showStatus(status)}, and if**`,
      renderCondition(when, root),
      says.join("  \n"),
    ];
  });
}

const section = (heading: string, body: string | undefined): string[] =>
  body === undefined ? [] : [`**${heading}**`, body];

/** The anchors of a version: its heading is one if it holds in one track only. */
function anchorsOf(rule: Rule): string {
  if (rule.tracks.length === 1) return "";
  return rule.tracks.map((track) => `<a id="${versionAnchor(track, rule)}"></a>`).join("");
}

/** One version: what it decides, says and advises, with examples and sources. */
function renderVersion(rule: Rule): string[] {
  const { from, until, actor, kind, messages, notes, remedy, sources } = rule;
  const tracks = rule.tracks.map((track) => `\`${track}\``);
  const start = linkToEdition(from);
  const period =
    until === undefined ? `in force since ${start}` : `from ${start} until ${linkToEdition(until)}`;
  const reached = Object.entries(messages).filter(([status]) => canBe(rule, status as Status));
  const said = reached.map(
    ([status, text]) =>
      `| ${showStatus(status as keyof typeof messages)} | ${showText(rule, text)} |`,
  );
  const body = [
    ...section("Applies when", rule.appliesWhen && renderCondition(rule.appliesWhen, root)),
    ...section("Met when", renderCondition(rule.conditions, root)),
    ...section("Due when", rule.dueWhen && renderCondition(rule.dueWhen, root)),
    ["| status | what the finding says |", "| --- | --- |", ...said].join("\n"),
    `**What to do.** ${showText(rule, remedy)}`,
    ...renderVariants(rule),
    ...rule.tracks.flatMap((track) => renderExamples(rule, track)),
    ...(notes === undefined
      ? []
      : ["**How it is read**", notes.map((note) => `- ${note}`).join("\n")]),
    "**Sources**",
    sources.map((source) => showSource(source, root)).join("\n"),
  ];
  return [
    `## ${rule.tracks.join(" and ")} from ${from}`,
    `${anchorsOf(rule)}In ${listWords(tracks)}: ${kindWords[kind]}, ${period}. Who acts: ${actorWords[actor]}.`,
    ...(until === undefined
      ? body
      : [
          "<details>\n<summary>Conditions, texts, examples and sources of this period</summary>",
          ...body,
          "</details>",
        ]),
  ];
}

const newestFirst = (a: Rule, b: Rule): number =>
  b.from.localeCompare(a.from) || a.tracks[0]!.localeCompare(b.tracks[0]!);

function renderChangesOn(day: string, changes: readonly DatedChange[]): string[] {
  return [
    `### On ${day}`,
    ...changes.flatMap(({ track, before, after }) => {
      if (before === undefined) return [`**\`${track}\`**: the rule is new here.`];
      if (after === undefined) return [`**\`${track}\`**: the rule ends.`];
      return [`**\`${track}\`**`, ...renderChange(before, after, root)];
    }),
  ];
}

function renderChanges(id: RuleId): string[] {
  const changes = tracksOf(id).flatMap((track) => changesIn(id, track));
  const days = [...new Set(changes.map(({ day }) => day))].toSorted().toReversed();
  if (days.length === 0) return [];
  return [
    "## What changed",
    ...days.flatMap((day) =>
      renderChangesOn(
        day,
        changes.filter((change) => change.day === day),
      ),
    ),
  ];
}

/** The facts that a profile must state for a fact to be known: itself, or what it is derived from. */
function statedFor(fact: FactId): FactId[] {
  const origins = originsOf(fact) ?? [];
  if (origins.length === 0) return factOf.get(fact)?.question === undefined ? [] : [fact];
  return origins.flatMap(statedFor);
}

/** The facts that a profile states and that some rule reads, itself or through derived facts. */
function factsNeededBy(versions: readonly Rule[]): FactId[] {
  const read = versions.flatMap((rule) => conditionsOf(rule).flatMap(factsIn));
  return [...new Set(read.flatMap(statedFor))];
}

function renderNeeds(id: RuleId): string[] {
  const needs = tracksOf(id).map((track) => [track, factsNeededBy(versionsIn(id, track))] as const);
  const all = [...new Set(needs.flatMap(([, facts]) => facts))];
  if (all.length === 0) return [];
  const lines = all.map((fact) => {
    const only = needs.filter(([, facts]) => facts.includes(fact)).map(([track]) => `\`${track}\``);
    const scope = only.length === needs.length ? "" : ` (only in ${listWords(only)})`;
    return `- ${linkToFact(fact, root)}${scope}: ${factOf.get(fact)!.question}`;
  });
  return ["## What you need to know", lines.join("\n")];
}

/** The stated facts that each rule needs, itself or through derived facts. */
export const needsOf: ReadonlyMap<RuleId, readonly FactId[]> = new Map(
  ruleIds.map((id) => [id, factsNeededBy(rules.filter((rule) => rule.id === id))]),
);

/** Facts that so many rules need that they say nothing of what the rules have in common. */
const isCommon = (fact: FactId): boolean =>
  ruleIds.filter((id) => needsOf.get(id)!.includes(fact)).length > ruleIds.length / 4;

/** The rules that need some of the same facts. */
function sharingFacts(id: RuleId): RuleId[] {
  const own = needsOf.get(id)!.filter((fact) => !isCommon(fact));
  return ruleIds.filter(
    (other) => other !== id && needsOf.get(other)!.some((fact) => own.includes(fact)),
  );
}

/** Whether two rules have ever been in force together. */
const haveMet = (a: RuleId, b: RuleId): boolean =>
  rules.some(
    (one) =>
      one.id === a &&
      rules.some(
        (other) =>
          other.id === b &&
          other.tracks.some((track) => one.tracks.includes(track)) &&
          one.from < (other.until ?? "9999") &&
          other.from < (one.until ?? "9999"),
      ),
  );

function renderPlace(id: RuleId): string[] {
  const named = rules.find((rule) => rule.id === id)!.after ?? [];
  const after = (named as readonly RuleId[]).filter((other) => haveMet(id, other));
  const next = ruleIds.filter(
    (other) => rules.find((rule) => rule.id === other)!.after?.includes(id) && haveMet(id, other),
  );
  const sharing = sharingFacts(id);
  const lines = [
    ...(after.length > 0 ? [`- Comes after ${listWords(after.map(linkToRule))}.`] : []),
    ...(next.length > 0 ? [`- Comes before ${listWords(next.map(linkToRule))}.`] : []),
    ...(sharing.length > 0 ? [`- Shares facts with ${listWords(sharing.map(linkToRule))}.`] : []),
    `- The whole procedure: [The journey of a direct bill partner](${root}journey.md).`,
  ];
  return ["## Where it stands", lines.join("\n")];
}

/** The page of one rule: what it asks, since when, and why. */
export function renderRulePage(id: RuleId): string {
  const versions = rules.filter((rule) => rule.id === id).toSorted(newestFirst);
  const newest = versions[0]!;
  return [
    `---\ntitle: ${titleOf(id)}\ndescription: ${JSON.stringify(`${titleOf(id)}: when the rule is met, what a finding says, what to do, since when, and where it comes from.`)}\n---`,
    "<!-- Written by `npm test -- -u` from rules/ and test/cases/. Do not edit. -->",
    `# ${titleOf(id)}`,
    `\`${id}\``,
    `**In one sentence.** ${sentenceOf(newest)}`,
    `<!-- links: ${id} -->\n[Rule as JSON](../../rules/${id}.json) · [Cases](../../test/cases/${id}.json)\n<!-- /links -->`,
    renderPeriods(id),
    ...versions.flatMap(renderVersion),
    ...renderChanges(id),
    ...renderNeeds(id),
    ...renderPlace(id),
  ].join("\n\n");
}

/** The rules of a track, in report order. */
export const rulesIn = (track: Track): RuleId[] =>
  ruleIds.filter((id) => tracksOf(id).includes(track));
