import {
  type Condition,
  type ConditionValue,
  type EditionNote,
  type Rule,
  type RuleId,
  type RuleSource,
  type Track,
  compareEditions,
  editions,
  rules,
  rulesInForce,
} from "../../src/index.ts";
import { resolveSource } from "../../src/rules/sources.ts";
import { fillText, formatValue, placeholdersIn } from "../../src/rule/text.ts";
import { describeOperator } from "../../src/rule/operators.ts";
import { isFactReference } from "../../src/rule/rule.ts";
import { ruleIds } from "../../src/rule/ids.ts";
import { tracks } from "../../src/rule/vocabulary.ts";

function renderValue(value: ConditionValue): string {
  if (isFactReference(value)) return `\`${value.fact}\``;
  return Array.isArray(value) ? value.join(", ") : formatValue(value);
}

function renderCondition(condition: Condition, indent = ""): string {
  if ("fact" in condition) {
    const { fact, operator, value } = condition;
    return `${indent}- \`${fact}\` ${describeOperator(operator).words} ${renderValue(value)}`;
  }
  const [group, children] =
    "all" in condition
      ? ["all of", condition.all]
      : "any" in condition
        ? ["at least one of", condition.any]
        : ["not", [condition.not]];
  if (children.length === 1 && group !== "not") return renderCondition(children[0]!, indent);
  return [
    `${indent}- ${group}`,
    ...children.map((child) => renderCondition(child, `${indent}  `)),
  ].join("\n");
}

function renderSource(source: RuleSource): string {
  const { title, url, revision, segments, confidence } = resolveSource(source);
  const sentences = segments === undefined ? "" : `: ${segments.join(", ")}`;
  const doubt = confidence === "secondary" ? " (secondary)" : "";
  return `[${title}](${url}), ${revision}${sentences}${doubt}`;
}

/** A text with the values of its rule; facts are shown by their ids. */
function showText({ values = {} }: Rule, text: string): string {
  const shown = placeholdersIn(text).map((name) => [name, values[name] ?? `\`${name}\``]);
  return fillText(text, Object.fromEntries(shown));
}

function renderVariants(rule: Rule): string[] {
  const { variants = [] } = rule;
  return variants.flatMap(({ status, when, message, remedy, actor }) => {
    const says = [
      ...(message === undefined ? [] : [`says: ${showText(rule, message)}`]),
      ...(remedy === undefined ? [] : [`to do: ${showText(rule, remedy)}`]),
      ...(actor === undefined ? [] : [`who acts: ${actor}`]),
    ];
    return [`**When ${status}, and if**`, renderCondition(when), says.join("  \n")];
  });
}

const section = (heading: string, body: string | undefined): string[] =>
  body === undefined ? [] : [`**${heading}**`, body];

function renderVersion(rule: Rule): string {
  const { from, until, actor, kind, messages, notes, remedy, sources } = rule;
  const period = until === undefined ? `from ${from}` : `from ${from} until ${until}`;
  const due = rule.dueWhen && renderCondition(rule.dueWhen);
  const applies = rule.appliesWhen && renderCondition(rule.appliesWhen);
  return [
    `### ${rule.tracks.join(", ")}: ${kind}, ${period}`,
    `Who acts: ${actor}.`,
    ...section("Applies when", applies),
    ...section("Met when", renderCondition(rule.conditions)),
    ...section("Due when", due),
    "| status | what the finding says |\n| --- | --- |\n" +
      Object.entries(messages)
        .map(([status, text]) => `| ${status} | ${showText(rule, text)} |`)
        .join("\n"),
    `**What to do.** ${showText(rule, remedy)}`,
    ...renderVariants(rule),
    ...(notes ?? []).map((note) => `> ${note}`),
    `Source: ${sources.map(renderSource).join("; ")}.`,
  ].join("\n\n");
}

const kindWords = { requirement: "required", recommendation: "recommended", step: "step" } as const;

/** The day within its edition from which a rule applies, if it has one. */
function startWithin({ appliesWhen }: Rule): string[] {
  const [start, ...more] = appliesWhen !== undefined && "all" in appliesWhen ? appliesWhen.all : [];
  if (start === undefined || more.length > 0 || !("fact" in start)) return [];
  const { fact, operator, value } = start;
  return fact === "asOf" && operator === "onOrAfter" ? [`from ${String(value)}`] : [];
}

/** What a rule is in an edition and track; bold if that edition adds or changes it. */
function renderStanding(id: RuleId, index: number, track: Track): string {
  const edition = editions[index]!.id;
  const rule = rulesInForce({ edition, track }).find((candidate) => candidate.id === id);
  if (rule === undefined) return "–";
  const word = [kindWords[rule.kind], ...startWithin(rule)].join(" ");
  if (index === 0) return word;
  const { added, changed } = compareEditions(editions[index - 1]!.id, edition, { track });
  const isNew = added.includes(id) || changed.some(({ ruleId }) => ruleId === id);
  return isNew ? `**${word}**` : word;
}

function renderHistory(id: RuleId): string {
  const rows = tracks
    .filter((track) => rules.some((rule) => rule.id === id && rule.tracks.includes(track)))
    .map(
      (track) =>
        `| ${track} | ${editions.map((_, index) => renderStanding(id, index, track)).join(" | ")} |`,
    );
  return [
    `| track | ${editions.map((edition) => edition.id).join(" | ")} |`,
    `| --- |${editions.map(() => " --- |").join("")}`,
    ...rows,
  ].join("\n");
}

function renderAfter({ after = [] }: Rule): string[] {
  if (after.length === 0) return [];
  return [`Comes after ${after.map((id) => `[${id}](#${id})`).join(", ")}.`];
}

function renderRule(id: RuleId): string {
  const versions = rules.filter((rule) => rule.id === id);
  return [
    `## ${id}`,
    `${versions[0]!.title}. [rules/${id}.json](../rules/${id}.json)`,
    ...renderAfter(versions[0]!),
    renderHistory(id),
    ...versions.map(renderVersion),
  ].join("\n\n");
}

function renderNote({ text, from, until }: EditionNote): string {
  const start = from === undefined ? "" : ` from ${from}`;
  const end = until === undefined ? "" : ` until ${until}`;
  return start + end === "" ? `- ${text}` : `- Applies${start}${end}: ${text}`;
}

function renderEditions(): string {
  return editions
    .map(({ id, title, notes }) =>
      [`### ${id}`, `${title}.`, notes.map(renderNote).join("\n")].join("\n\n"),
    )
    .join("\n\n");
}

const generated = "<!-- Written by `npm test -- -u` from rules/. Do not edit. -->";

/** The page that shows every rule in full. */
export function renderCatalogue(): string {
  return [
    "---\ntitle: Rule catalogue\n---",
    generated,
    "# Rule catalogue",
    `Every rule of every edition (${editions.map(({ id }) => id).join(", ")}), in report order: when it is met, what it says, what to do, and where it comes from. Conditions read the [facts](facts.md) of a profile.`,
    "In the tables, **bold** marks the edition that adds a rule or changes what it decides; – means that the edition does not have it.",
    "## Editions",
    renderEditions(),
    ...ruleIds.map(renderRule),
  ].join("\n\n");
}

function isInTracks(id: RuleId, among: readonly Track[]): boolean {
  return rules.some((rule) => rule.id === id && rule.tracks.some((track) => among.includes(track)));
}

function renderCell(id: RuleId, index: number, among: readonly Track[]): string {
  const standings = new Set(among.map((track) => renderStanding(id, index, track)));
  return [...standings].join(" / ");
}

/** A table of the README: the history of the rules of some tracks at a glance. */
export function renderRuleTable(among: readonly Track[]): string {
  const rows = ruleIds
    .filter((id) => isInTracks(id, among))
    .map((id) => {
      const { title } = rules.find((rule) => rule.id === id)!;
      const cells = editions.map((_, index) => renderCell(id, index, among));
      return `| [${title}](docs/rules.md#${id}) | ${cells.join(" | ")} |`;
    });
  return [
    `| rule | ${editions.map(({ id }) => id).join(" | ")} |`,
    `| --- |${editions.map(() => " --- |").join("")}`,
    ...rows,
  ].join("\n");
}
