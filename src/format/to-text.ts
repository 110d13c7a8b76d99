import { reading } from "../input/reading.ts";
import type { Consequences } from "../report/consequences.ts";
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
} from "./printable.ts";

const width = 80;

/** Breaks a text into lines; the first begins with the mark, the others are indented as far. */
function wrap(text: string, mark: string): string {
  const indent = " ".repeat(mark.length);
  const [first, ...words] = onOneLine(text).trim().split(/ +/);
  const lines = [`${mark}${first}`];
  for (const word of words) {
    const last = lines.pop()!;
    if (last.length + 1 + word.length <= width) lines.push(`${last} ${word}`);
    else lines.push(last, `${indent}${word}`);
  }
  return lines.join("\n");
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [[heading.toUpperCase(), ...lines].join("\n")];
}

function findingLines(finding: PrintableFinding): string {
  const { title, message, remedy } = finding;
  return [
    wrap(`${title} (${kindOf(finding)})`, "  "),
    wrap(message, "    "),
    ...(remedy === undefined ? [] : [wrap(remedy, "    > ")]),
  ].join("\n");
}

function findingSections(report: AnyReport<string>): string[] {
  return groupsOf(report).flatMap(([heading, findings]) =>
    section(heading, findings.map(findingLines)),
  );
}

function consequenceLines({ consequences }: AnyReport<string>): string[] {
  if (consequences === undefined) return [];
  // Reports of 0.1.0 have no text of their own for it.
  const { text = "", wayOut } = consequences as Partial<Consequences> &
    Pick<Consequences, "wayOut">;
  const more = "lost" in consequences ? effectLines(consequences) : [];
  const said = text === "" ? [] : [wrap(text, "  ")];
  return [...said, ...more, wrap(wayOut.text, "  ")];
}

/** What a partner loses and keeps, what may follow, and where it can see this. */
function effectLines({ lost, kept, howToCheck, stages = [] }: Consequences): string[] {
  return [
    ...lost.map(({ title }) => wrap(`lost: ${title}`, "  - ")),
    ...kept.map(({ title }) => wrap(`kept: ${title}`, "  - ")),
    ...stages.map(({ status, afterDays, text }) =>
      wrap(`${status} after ${afterDays} days: ${text}`, "  - "),
    ),
    wrap(howToCheck, "  "),
  ];
}

function outlookText(outlook: Outlook): string {
  const { title, sections } = outlookPage(outlook);
  const pages = sections.map(({ heading, isNumbered, items }) =>
    [
      wrap(heading, ""),
      ...items.flatMap(({ text, details }, index) => {
        const mark = isNumbered ? `${String(index + 1).padStart(3)}. ` : "  - ";
        const below = `${" ".repeat(mark.length)}- `;
        return [wrap(text, mark), ...details.map((detail) => wrap(detail, below))];
      }),
    ].join("\n"),
  );
  return `${[wrap(title, ""), ...pages].join("\n\n")}\n`;
}

/**
 * Writes a report for a terminal or an e-mail: the outcome, the findings by status with what to do,
 * the next steps, and what to ask. Also writes what `timeline`, `questions` and `plan` return. Lines are
 * at most 80 characters long, but for words that are longer.
 *
 * @param subject - A report, full or lean; a timeline, questions or a plan.
 * @returns Plain text without control characters but line breaks.
 * @throws `InvalidReportError` if it is something else.
 *
 * @example
 * ```ts
 * const report = evaluateSync({}, { asOf: "2020-09-02", track: "remain" });
 * toText(report).split("\n")[0]; //=> "undetermined: a requirement is unknown, or none is in force"
 * ```
 *
 * @category Format
 */
export function toText(subject: AnyReport<string> | Outlook): string {
  return reading("a report, a timeline, questions or a plan", () =>
    isOutlook(subject) ? outlookText(subject) : reportText(checked(subject)),
  );
}

function reportText(report: AnyReport<string>): string {
  const { nextSteps, missingFacts, ignored = [], factErrors = [] } = report;
  const steps = nextSteps.map(({ actor, text }, index) =>
    wrap(`${actor}: ${text}`, `${String(index + 1).padStart(3)}. `),
  );
  const asked = missingFacts.map(({ fact, neededBy }) =>
    wrap(`${fact}, for ${neededBy.join(", ")}`, "  - "),
  );
  const problems = ignored.map(({ path, message }) => wrap(`${nameOf(path)}: ${message}`, "  - "));
  const errors = factErrors.map(({ fact, message }) => wrap(`${fact}: ${message}`, "  - "));
  return (
    [
      [wrap(outcomeLine(report), ""), wrap(questionParts(report).join(", "), "")].join("\n"),
      ...findingSections(report),
      ...section("Consequences", consequenceLines(report)),
      ...section("Next steps", steps),
      ...section("To ask", asked),
      ...section("Ignored because malformed", problems),
      ...section("Not looked up", errors),
      ...section(
        "Notes on the edition",
        notesOf(report).map((note) => wrap(note, "  - ")),
      ),
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}
