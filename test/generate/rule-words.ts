import {
  type EditionNote,
  type FactId,
  type Rule,
  type RuleId,
  type RuleSource,
  type Status,
  type Track,
  compareEditions,
  editions,
  rules,
  rulesInForce,
} from "../../src/index.ts";
import { isWithin } from "../../src/input/dates.ts";
import { caseFiles } from "../case-files.ts";
import { statusWords } from "../../docs/playground/status-words.ts";
import { registered as documents } from "./documents.ts";
import { resolveSource } from "../../src/rules/sources.ts";
import { fillText, placeholdersIn } from "../../src/rule/text.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { segments } from "./article.ts";
import { factOf } from "./condition-words.ts";

/** What a kind of rule asks, in a word. */
export const kindWords = {
  requirement: "required",
  recommendation: "recommended",
  step: "step",
} as const;

/** What a track is about. */
export const trackNames: Readonly<Record<Track, string>> = {
  enroll: "Becoming a direct bill partner",
  remain: "Staying a direct bill partner",
  transition: "Moving to indirect reseller",
};

/** Who acts, in words. */
export const actorWords = { partner: "the company", microsoft: "Microsoft" } as const;

/** Every status, in the order of the pages. */
export const statuses = Object.keys(statusWords) as Status[];

/** A status, marked for the stylesheet of the site. */
export const showStatus = (status: Status): string =>
  `<span class="status ${status}">${statusWords[status]}</span>`;

/** The versions of a rule that hold in a track, in the order of time. */
export function versionsIn(id: RuleId, track: Track): Rule[] {
  return rules.filter((rule) => rule.id === id && rule.tracks.includes(track));
}

/** The tracks in which a rule has ever stood. */
export const tracksOf = (id: RuleId): Track[] =>
  tracks.filter((track) => versionsIn(id, track).length > 0);

/** The anchor of a version on the page of its rule. */
export const versionAnchor = (track: Track, { from }: Rule): string => `${track}-from-${from}`;

/** A text with the values of its rule; a fact is shown by its label. */
export function showText({ values = {} }: Rule, text: string): string {
  const shown = placeholdersIn(text).map((name) => [
    name,
    values[name] ?? `‹${factOf.get(name as FactId)!.label.toLowerCase()}›`,
  ]);
  return fillText(text, Object.fromEntries(shown));
}

/** Whether a version ever has a status: each that it can have has a case. */
export function canBe(rule: Rule, status: Status): boolean {
  const { cases } = caseFiles.find(({ ruleId }) => ruleId === rule.id)!;
  return cases.some(
    (one) => one.status === status && rule.tracks.includes(one.track) && isWithin(one.asOf, rule),
  );
}

/** What "met" says of a rule, which is what it asks; of a rule that can only be broken, what breaks it. */
export function sentenceOf(rule: Rule): string {
  if (canBe(rule, "met")) return showText(rule, rule.messages.met!);
  return `Unmet if: ${showText(rule, rule.messages.unmet!)}`;
}

/** The day within its edition from which a rule applies, if it has one. */
export function startWithin({ appliesWhen }: Rule): string | undefined {
  const [start, ...more] = appliesWhen !== undefined && "all" in appliesWhen ? appliesWhen.all : [];
  if (start === undefined || more.length > 0 || !("fact" in start)) return undefined;
  const { fact, operator, value } = start;
  return fact === "asOf" && operator === "onOrAfter" ? String(value) : undefined;
}

/** What a rule is in an edition and track, and whether that edition adds it or changes what it decides. */
export interface Standing {
  rule: Rule;
  word: string;
  isNew: boolean;
}

/** Returns what a rule is in an edition and track; undefined if the edition does not have it. */
export function standingOf(id: RuleId, index: number, track: Track): Standing | undefined {
  const edition = editions[index]!.id;
  const rule = rulesInForce({ edition, track }).find((candidate) => candidate.id === id);
  if (rule === undefined) return undefined;
  const start = startWithin(rule);
  const word = kindWords[rule.kind] + (start === undefined ? "" : ` from ${start}`);
  if (index === 0) return { rule, word, isNew: false };
  const { added, changed } = compareEditions(editions[index - 1]!.id, edition, { track });
  const isNew = added.includes(id) || changed.some(({ ruleId }) => ruleId === id);
  return { rule, word, isNew };
}

/** The sentences that a source is cited for, those of the article as links to what became of them. */
export function showSegments(cited: readonly string[], root: string): string {
  return cited
    .map((id) => (segments.includes(id) ? `[${id}](${root}traceability.md#${id})` : id))
    .join(", ");
}

/**
 * A source in a line: its text and day, how it is known, when it was last looked at, and the sentences
 * cited.
 *
 * @param root - The way from the page to the folder of the documentation.
 */
export function showSource(source: RuleSource, root: string): string {
  const { title, url, revision, segments: cited, confidence } = resolveSource(source);
  const document = "document" in source && documents.find(({ id }) => id === source.document);
  const known = [
    `text of ${revision}`,
    ...(confidence === undefined ? [] : [`${confidence} source`]),
    ...(document ? [`[looked at on ${document.checkedOn}](${root}sources.md#${document.id})`] : []),
  ];
  const sentences = cited === undefined ? "" : `. Sentences ${showSegments(cited, root)}`;
  return `- [${title}](${url}), ${known.join(", ")}${sentences}`;
}

/** A note of an edition, with the days on which it applies. */
export function showNote({ text, from, until }: EditionNote): string {
  const start = from === undefined ? "" : ` from ${from}`;
  const end = until === undefined ? "" : ` until ${until}`;
  if (start + end === "") return `- ${text}`;
  const period = (start + end).trim();
  return `- ${period[0]!.toUpperCase()}${period.slice(1)}: ${text}`;
}

/** Items as words: "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(items);
}
