import type { Issue, IssueValues } from "./errors.ts";

/** The most issues that are collected of one input. */
export const mostIssues = 1000;

/** The most issues that a message names; it counts the others. */
export const mostNamed = 10;

/** The most characters of a message, of a path, and of a text that is echoed. */
const longest = { message: 300, path: 200, value: 100 } as const;

/** A text that is no longer than is allowed. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** A text as one line, without what a terminal would obey. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, " ");
}

function shortValues(values: IssueValues): IssueValues {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" ? shorten(value, longest.value) : value,
  ]);
  return Object.fromEntries(shown) as IssueValues;
}

/** Issues in their order, as many as are collected, with nothing in them that is long. */
export function bounded(issues: readonly Issue[]): Issue[] {
  return issues.slice(0, mostIssues).map((issue) => ({
    ...issue,
    path: shorten(issue.path, longest.path),
    ...(issue.ruleId !== undefined && { ruleId: shorten(issue.ruleId, longest.value) }),
    message: onOneLine(shorten(issue.message, longest.message)),
    values: shortValues(issue.values),
  }));
}
