import { reading } from "../input/reading.ts";
import type { AnyReport } from "../report/lean-report.ts";
import { type Outlook, isOutlook, outlookPage } from "./outlook.ts";
import {
  type PrintableFinding,
  checked,
  groupsOf,
  kindOf,
  nameOf,
  notesOf,
  onOneLine,
  outcomeLine,
  questionParts,
  sourcesOf,
} from "./printable.ts";

/** A character without width: what GitHub links even where it is escaped is no address any more. */
const unlinked = "\u2060";

/** Escapes a text so that it shows as it is, wherever in a line it stands. */
function escape(text: string): string {
  return onOneLine(text)
    .trim()
    .replaceAll(/:\/\/|\bwww\.|@/gi, (sign) => `${sign.slice(0, -1)}${unlinked}${sign.at(-1)}`)
    .replaceAll(/[\\`*_{}[\]<>|~&$@#]/g, String.raw`\$&`)
    .replaceAll(/:(?=[\w+-]+:)/g, String.raw`\:`)
    .replaceAll(/\b(GH)-(?=\d)/gi, String.raw`$1\-`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
    .replace(/^[-+=]/, String.raw`\$&`);
}

/** An address as the target of a link. */
function target(url: string): string {
  return `<${url.replaceAll(/[\s<>\\]/g, (character) => encodeURIComponent(character))}>`;
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${heading}`, lines.join("\n")];
}

function rowOf(finding: PrintableFinding): string {
  const { title, message, remedy = "" } = finding;
  return `| ${[title, kindOf(finding), message, remedy].map(escape).join(" | ")} |`;
}

function findingSections(report: AnyReport<string>): string[] {
  const head = ["| Rule | Kind | Finding | What to do |", "| --- | --- | --- | --- |"];
  return groupsOf(report).flatMap(([heading, findings]) =>
    section(heading, findings.length === 0 ? [] : [...head, ...findings.map(rowOf)]),
  );
}

function listed(items: readonly { name: string; text: string }[]): string[] {
  return items.map(({ name, text }) => `- **${escape(name)}**: ${escape(text)}`);
}

/**
 * Writes a report, or what `timeline`, `questions` or `plan` returns, in GitHub-flavored Markdown, for a
 * page, an issue or a pull request. What comes from
 * data shows as it is: it makes no link, no HTML and no format.
 *
 * @param subject - A report, full or lean; a full one has links to its sources. Or a timeline, questions
 * or a plan.
 * @returns Markdown with headings from the first level on.
 * @throws `InvalidReportError` if it is something else.
 *
 * @example
 * ```ts
 * const report = evaluateSync({}, { asOf: "2020-09-02", track: "remain" });
 * toMarkdown(report).split("\n")[0]; //=> "# undetermined: a requirement is unknown, or none is in force"
 * ```
 *
 * @category Format
 */
export function toMarkdown(subject: AnyReport<string> | Outlook): string {
  return reading("a report, a timeline, questions or a plan", () =>
    isOutlook(subject) ? outlookMarkdown(subject) : reportMarkdown(checked(subject)),
  );
}

function outlookMarkdown(outlook: Outlook): string {
  const { title, sections } = outlookPage(outlook);
  const pages = sections.flatMap(({ heading, isNumbered, items }) => {
    const lines = items.flatMap(({ text, details }, index) => {
      const mark = isNumbered ? `${index + 1}. ` : "- ";
      const indent = " ".repeat(mark.length);
      return [`${mark}${escape(text)}`, ...details.map((detail) => `${indent}- ${escape(detail)}`)];
    });
    return lines.length === 0 ? [`## ${escape(heading)}`] : section(escape(heading), lines);
  });
  return `${[`# ${escape(title)}`, ...pages].join("\n\n")}\n`;
}

function reportMarkdown(report: AnyReport<string>): string {
  const { nextSteps, missingFacts, ignored = [], factErrors = [], consequences } = report;
  const steps = nextSteps.map(
    ({ actor, text }, index) => `${index + 1}. ${escape(actor)}: ${escape(text)}`,
  );
  const asked = missingFacts.map(({ fact, neededBy }) => ({
    name: fact,
    text: `for ${neededBy.join(", ")}`,
  }));
  const sources = sourcesOf(report).map(
    ({ title, url, revision }) => `- [${escape(title)}](${target(url)}), ${escape(revision)}`,
  );
  return `${[
    `# ${escape(outcomeLine(report))}`,
    questionParts(report).map(escape).join(" · "),
    ...findingSections(report),
    ...section(
      "Consequences",
      consequences === undefined
        ? []
        : // Reports of 0.1.0 have no text of their own for it.
          [`${escape(consequences.text ?? "")} ${escape(consequences.wayOut.text)}`.trim()],
    ),
    ...section("Next steps", steps),
    ...section("To ask", listed(asked)),
    ...section(
      "Ignored because malformed",
      listed(ignored.map(({ path, message }) => ({ name: nameOf(path), text: message }))),
    ),
    ...section(
      "Not looked up",
      listed(factErrors.map(({ fact, message }) => ({ name: fact, text: message }))),
    ),
    ...section(
      "Notes on the edition",
      notesOf(report).map((note) => `- ${escape(note)}`),
    ),
    ...section("Sources", sources),
  ].join("\n\n")}\n`;
}
