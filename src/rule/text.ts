import { shorten } from "../input/bounded.ts";
import type { FactValue } from "../profile/profile-reader.ts";
import type { RuleVersion } from "./rule.ts";

type LocatedText = readonly [path: readonly (number | string)[], text: string];

/** Every text of a rule that a finding can show, with its path. */
export function textsOf({ messages, remedy, variants = [] }: RuleVersion): LocatedText[] {
  const texts: [LocatedText[0], string | undefined][] = [
    ...Object.entries(messages).map(([status, text]): [string[], string] => [
      ["messages", status],
      text,
    ]),
    [["remedy"], remedy],
    ...variants.flatMap((variant, index): [LocatedText[0], string | undefined][] => [
      [["variants", index, "message"], variant.message],
      [["variants", index, "remedy"], variant.remedy],
    ]),
  ];
  return texts.filter((text): text is [LocatedText[0], string] => text[1] !== undefined);
}

/** A name between braces: a value of the rule, or a fact. */
const placeholder = /\{([A-Za-z][A-Za-z0-9.]*)\}/;

/** The names of the placeholders in a text. */
export function placeholdersIn(text: string): string[] {
  return text.split(placeholder).filter((_, index) => index % 2 === 1);
}

/** The most characters of a value in a text; `finding.text.values` has all of it. */
const longestValue = 1000;

/**
 * Formats a value for a text, without locale data: 1,000,000 and 0.5; dates are unchanged. A value that
 * is unknown, or known to be none, becomes a word.
 */
export function formatValue(value: FactValue | undefined): string {
  if (value === undefined) return "unknown";
  if (value === null) return "none";
  if (typeof value !== "number") return shorten(String(value), longestValue);
  const [whole, ...rest] = String(value).split(".");
  return [whole!.replaceAll(/\B(?=(?:\d{3})+$)/g, ","), ...rest].join(".");
}

/** The values that fill the placeholders of a text, by name. */
export type TextValues = Readonly<Record<string, FactValue>>;

/** Fills the placeholders of a text. */
export function fillText(text: string, values: TextValues): string {
  return text
    .split(placeholder)
    .map((part, index) => (index % 2 === 0 ? part : formatValue(values[part])))
    .join("");
}

/**
 * The id of a text: the rule, the status, and a hash of the text as it is written. It changes
 * whenever a translation must be revised, and not with a number that the text names.
 */
export function textId(ruleId: string, status: string, text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01_00_01_93);
  return `${ruleId}.${status}.${(hash >>> 0).toString(36)}`;
}
