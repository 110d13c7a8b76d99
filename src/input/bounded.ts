import type { Issue, IssueValues } from "./errors.ts";

/** The most issues that are collected of one input. */
export const mostIssues = 1000;

/** The most issues that a message names; it counts the others. */
export const mostNamed = 10;

/** The most characters of a message, of a path, and of a text that is echoed. */
const longest = { message: 300, path: 200, value: 100 } as const;

/** The most values of a list that is echoed. */
const mostListed = 100;

/** A number as messages write it: 10,000. */
export function inDigits(number: number): string {
  return number.toLocaleString("en-US");
}

/** A text that is no longer than is allowed, with no character cut in two. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A text as one line, without what a terminal would obey or what turns the order of characters. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, " ").replaceAll(/\p{Bidi_Control}/gu, "");
}

/** A text of somebody else's as a message may contain it: short, on one line. */
export function shown(text: string): string {
  return onOneLine(shorten(text, longest.message));
}

function shortValue(value: IssueValues[string]): IssueValues[string] {
  if (typeof value === "string") return shorten(value, longest.value);
  if (typeof value === "number") return value;
  return value.slice(0, mostListed).map((one) => shorten(one, longest.value));
}

function shortValues(values: IssueValues): IssueValues {
  const entries = Object.entries(values).map(([name, value]) => [name, shortValue(value)]);
  return Object.fromEntries(entries) as IssueValues;
}

/** Issues in their order, as many as are collected, with nothing in them that is long. */
export function bounded(issues: readonly Issue[]): Issue[] {
  return issues.slice(0, mostIssues).map((issue) => ({
    ...issue,
    // For programs, which look for the key: in a message, it stands on one line.
    path: shorten(issue.path, longest.path),
    ...(issue.ruleId !== undefined && { ruleId: shorten(issue.ruleId, longest.value) }),
    message: shown(issue.message),
    values: shortValues(issue.values),
  }));
}
