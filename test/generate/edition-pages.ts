import {
  type Edition,
  type Rule,
  type RuleId,
  type Track,
  compareEditions,
  editions,
  rulesInForce,
} from "../../src/index.ts";
import { formatValue } from "../../src/rule/text.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { gateOf, renderStages } from "./journey.ts";
import {
  kindWords,
  listWords,
  sentenceOf,
  showNote,
  showSource,
  startWithin,
  versionAnchor,
} from "./rule-words.ts";

const root = "../";

const trackQuestions: Record<Track, string> = {
  enroll: "may a company become a direct bill partner?",
  remain: "may a partner stay one?",
  transition: "how far along is the move to indirect reseller?",
};

const partWords = {
  kind: "what kind of rule it is",
  actor: "who acts",
  conditions: "when it is met",
  dueWhen: "when it is due",
  appliesWhen: "whom it applies to",
} as const;

function inForce(edition: Edition, track: Track, id: RuleId) {
  return rulesInForce({ edition: edition.id, track }).find((rule) => rule.id === id)!;
}

const linkTo = (edition: Edition, track: Track, id: RuleId): string => {
  const rule = inForce(edition, track, id);
  return `[${rule.title}](${root}rules/${id}.md#${versionAnchor(track, rule)})`;
};

/** From or until when a partner must meet a rule, unless it is at all times. */
function gateWords(track: Track, rule: Rule): string {
  const gate = track === "remain" ? gateOf(rule) : "At all times";
  return gate === "At all times" ? "" : `, ${gate[0]!.toLowerCase()}${gate.slice(1)}`;
}

/** A rule with its kind and what it asks, in a sentence. */
function showRule(edition: Edition, track: Track, id: RuleId): string {
  const rule = inForce(edition, track, id);
  const start = startWithin(rule);
  const from = start === undefined ? "" : `, from ${start}`;
  return `- ${linkTo(edition, track, id)} (${kindWords[rule.kind]}${from}${gateWords(track, rule)}). ${sentenceOf(rule)}`;
}

function changesOf(before: Edition, edition: Edition, track: Track): string[] {
  const { added, removed, changed } = compareEditions(before.id, edition.id, { track });
  const showChange = ({ ruleId, parts, kind, thresholds }: (typeof changed)[number]): string => {
    const numbers = thresholds.flatMap(({ before: was, after: is }) =>
      was === undefined || is === undefined ? [] : [`${formatValue(was)} → ${formatValue(is)}`],
    );
    const kinds =
      kind === undefined ? [] : [`${kindWords[kind.before]} → ${kindWords[kind.after]}`];
    const rule = inForce(edition, track, ruleId);
    const differing = listWords(parts.map((part) => partWords[part])) + gateWords(track, rule);
    const marks = [...numbers, ...kinds];
    const shown = marks.length === 0 ? "" : ` **${marks.join("; ")}.**`;
    return `- ${linkTo(edition, track, ruleId)}: ${differing}.${shown} ${sentenceOf(rule)}`;
  };
  if (added.length + removed.length + changed.length === 0)
    return [`Nothing changes: the rules are those of ${before.id}.`];
  const counts = [
    `${added.length} added`,
    `${removed.length} removed`,
    `${changed.length} changed`,
  ];
  const part = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`**${heading}**`, lines.join("\n")];
  return [
    `${counts.join(", ")}, compared with ${before.id}.`,
    ...part(
      "Added",
      added.map((id) => showRule(edition, track, id)),
    ),
    ...part(
      "Removed",
      removed.map((id) => `- ${linkTo(before, track, id)} is no longer asked.`),
    ),
    ...part("Changed", changed.map(showChange)),
  ];
}

function renderTrack(edition: Edition, before: Edition | undefined, track: Track): string[] {
  const rules = rulesInForce({ edition: edition.id, track });
  const whole = [
    `<details>\n<summary>All ${rules.length} rules of this edition in track ${track}</summary>`,
    rules.map(({ id }) => showRule(edition, track, id)).join("\n"),
    "</details>",
  ];
  return [
    `## ${track}`,
    `The question: ${trackQuestions[track]}`,
    ...(before === undefined
      ? [rules.map(({ id }) => showRule(edition, track, id)).join("\n")]
      : [...changesOf(before, edition, track), ...whole]),
    "**In their order**",
    renderStages(edition.id, track, root),
  ];
}

/** The page of an edition: what it adds, removes and changes, by track, in sentences. */
export function renderEditionPage(edition: Edition): string {
  const index = editions.indexOf(edition);
  const [before, after] = [editions[index - 1], editions[index + 1]];
  const { id, title, until, notes, sources } = edition;
  const period =
    until === undefined ? `in force since ${id}` : `in force from ${id} until ${until}`;
  const neighbours = [
    ...(before === undefined ? [] : [`The edition before: [${before.id}](${before.id}.md).`]),
    ...(after === undefined ? [] : [`The edition after: [${after.id}](${after.id}.md).`]),
  ];
  return [
    `---\ntitle: Edition of ${id}\ndescription: ${JSON.stringify(`What Microsoft's requirements of ${id} for direct bill partners added, removed and changed: ${title}.`)}\n---`,
    "<!-- Written by `npm test -- -u` from rules/. Do not edit. -->",
    `# Edition of ${id}`,
    `${title}; ${period}. ${neighbours.join(" ")}`,
    ...(before === undefined ? [] : [`<!-- compare: ${id} -->`]),
    ...tracks.flatMap((track) => renderTrack(edition, before, track)),
    "## What else is known, and what is missing",
    notes.map(showNote).join("\n"),
    "**Sources**",
    sources.map((source) => showSource(source, root)).join("\n"),
  ].join("\n\n");
}

/** The list of editions. */
export function renderEditionIndex(): string {
  const lines = editions.map(({ id, title }) => {
    const index = editions.findIndex((edition) => edition.id === id);
    const before = editions[index - 1];
    const counts = tracks.map((track) => {
      const rules = rulesInForce({ edition: id, track }).length;
      if (before === undefined) return `${rules} rules`;
      const { added, removed, changed } = compareEditions(before.id, id, { track });
      if (added.length + removed.length + changed.length === 0) return "no change";
      return `${added.length} added, ${removed.length} removed, ${changed.length} changed`;
    });
    const cells = counts.map((count, position) => `[${count}](${id}.md#${tracks[position]})`);
    return `| [${id}](${id}.md) | ${title} | ${cells.join(" | ")} |`;
  });
  return [
    `---\ntitle: Editions\ndescription: The editions of Microsoft's requirements for direct bill partners since 2018, and what each of them changed.\n---`,
    "<!-- Written by `npm test -- -u` from rules/. Do not edit. -->",
    "# Editions",
    "Four editions of the list are encoded. Each page says what an edition adds, removes and changes for applicants (`enroll`), for partners (`remain`) and for those that move to indirect reseller (`transition`).",
    "<!-- editions -->",
    [
      `| edition | what it is known for | ${tracks.map((track) => `\`${track}\``).join(" | ")} |`,
      `| --- | --- |${tracks.map(() => " --- |").join("")}`,
      ...lines.toReversed(),
    ].join("\n"),
    "<!-- /editions -->",
    "What this means for one company: [What changes for us](../what-changes.md). What changed in the package: [Changelog](../../CHANGELOG.md).",
  ].join("\n\n");
}
