import { styleText } from "node:util";

const colored = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (format, text) => (colored ? styleText(format, text) : text);

const width = Math.min(process.stdout.columns ?? 100, 100);

const statuses = {
  met: { mark: "✓", format: "green" },
  unmet: { mark: "✗", format: "red" },
  unknown: { mark: "?", format: "yellow" },
  "not-due": { mark: "…", format: "cyan" },
  "not-applicable": { mark: "–", format: "gray" },
};

const openStep = { mark: "○", format: "cyan" };

const outcomes = {
  eligible: "green",
  "on-track": "cyan",
  undetermined: "yellow",
  ineligible: "red",
};

const questions = {
  enroll: "May it become a direct bill partner?",
  remain: "May it stay a direct bill partner?",
  transition: "How far is its move to indirect reseller?",
};

function wrap(text, indent, first = indent) {
  const lines = [];
  let line = first;
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = indent;
    }
    line += line === first || line === indent ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}

function describeExpected(expected) {
  if (expected?.fact === undefined) return JSON.stringify(expected);
  return `${expected.fact} (${JSON.stringify(expected.value) ?? "unknown"})`;
}

const isSettled = ({ fact }) => fact === "sources.settled";

/** The leaves that kept a condition from being true; what the sources leave open elsewhere did not. */
function openLeaves(result) {
  if (result.result === true || isSettled(result)) return [];
  if (result.all?.some(isSettled) && result.result === false) return [];
  const children = result.all ?? result.any ?? (result.not && [result.not]);
  return children === undefined ? [result] : children.flatMap(openLeaves);
}

function printTitle(title) {
  console.log(`\n${paint("bold", "━".repeat(width))}`);
  console.log(paint("bold", title));
}

function printFinding({ status, kind, title, message, evidence }) {
  const { mark, format } = kind === "step" && status === "unmet" ? openStep : statuses[status];
  const label = `${mark} ${status}`.padEnd(16);
  const suffix = kind === "requirement" ? "" : paint("dim", ` (${kind})`);
  console.log(`  ${paint(format, label)}${paint("bold", title)}${suffix}`);
  console.log(wrap(message, " ".repeat(18)));
  if (status !== "unmet" && status !== "unknown") return;
  for (const { fact, operator, expected, actual } of openLeaves(evidence)) {
    const value = actual === undefined ? "unknown" : JSON.stringify(actual);
    const line = `${fact} is ${value}; looked for ${operator} ${describeExpected(expected)}`;
    console.log(paint("dim", wrap(line, " ".repeat(20), `${" ".repeat(18)}· `)));
  }
}

function printList(heading, lines) {
  if (lines.length === 0) return;
  console.log(`\n  ${paint("bold", heading)}`);
  lines.forEach((line, index) => console.log(wrap(line, "     ", `  ${index + 1}. `)));
}

function printConsequences({ status, text, lost, kept, howToCheck, wayOut, stages = [] }) {
  console.log(`\n  ${paint("bold", "What that may cost")}: ${paint("red", status)}`);
  console.log(wrap(text, "     ", "  "));
  for (const { title } of lost) console.log(wrap(title, "     ", `  ${paint("red", "–")} `));
  for (const { title, notes = [] } of kept) {
    console.log(wrap([title, ...notes].join(". "), "     ", `  ${paint("green", "+")} `));
  }
  for (const stage of stages) {
    const line = `${stage.status} after ${stage.afterDays} days: ${stage.text} ${stage.notes.join(" ")}`;
    console.log(wrap(line, "     ", `  ${paint("yellow", "!")} `));
  }
  console.log(wrap(howToCheck, "     ", "  "));
  console.log(wrap(`${wayOut.text} (track ${wayOut.track})`, "     ", `  ${paint("cyan", "→")} `));
}

/** Prints a report for a person: outcome, every finding with its reason, what to ask, what to do. */
export function printReport(report, title) {
  const { profileId, track, asOf, edition, outcome, counts, findings } = report;
  const { missingFacts, nextSteps, consequences } = report;
  const tally = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`)
    .join(" · ");
  console.log(`\n${paint("bold", "━".repeat(width))}`);
  console.log(paint("bold", title));
  console.log(
    `${profileId ?? "This company"}, ${asOf}, edition ${edition.id}. ${questions[track]}`,
  );
  console.log(`\n  ${paint(["bold", outcomes[outcome]], outcome.toUpperCase())}   ${tally}\n`);
  findings.forEach(printFinding);
  printList(
    "Facts to ask for",
    missingFacts.map(({ fact, neededBy }) => `${fact} (for ${neededBy.join(", ")})`),
  );
  printList(
    "Next steps",
    nextSteps.map(({ actor, text, ruleId }) => `${text} (${ruleId}, ${actor})`),
  );
  if (consequences) printConsequences(consequences);
  console.log();
}

const signs = {
  greaterThanInclusive: "≥",
  lessThanInclusive: "≤",
  greaterThan: ">",
  lessThan: "<",
};

function describeChange({ parts, kind, thresholds }) {
  const what = [
    ...(kind ? [`${kind.before} → ${kind.after}`] : []),
    ...thresholds.map(
      ({ operator, before, after }) =>
        `${signs[operator]} ${before?.toLocaleString("en") ?? "–"} → ${after?.toLocaleString("en") ?? "–"}`,
    ),
  ];
  return [...what, `differs in ${parts.join(", ")}`].join("; ");
}

/** Prints what changes between two editions. */
export function printEditionComparison({ added, removed, changed }, title) {
  printTitle(title);
  console.log();
  for (const id of added) console.log(`  ${paint("cyan", "+ added".padEnd(12))}${id}`);
  for (const id of removed) console.log(`  ${paint("gray", "– removed".padEnd(12))}${id}`);
  for (const change of changed) {
    console.log(
      `  ${paint("yellow", "~ changed".padEnd(12))}${change.ruleId}: ${describeChange(change)}`,
    );
  }
  console.log();
}

/** Prints what differs between two reports of one company. */
export function printReportComparison({ outcome, rules }, title) {
  printTitle(title);
  console.log(`\n  ${outcome.before.toUpperCase()} → ${outcome.after.toUpperCase()}\n`);
  for (const { ruleId, before = "–", after = "–", changed } of rules) {
    if (!changed) continue;
    const [was, is] = [before, after].map((status) =>
      paint(statuses[status]?.format ?? "gray", status),
    );
    const gap = " ".repeat(Math.max(0, 34 - ruleId.length));
    console.log(`  ${ruleId}${gap}${was} → ${is}`);
  }
  console.log();
}
