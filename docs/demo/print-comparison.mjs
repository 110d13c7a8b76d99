import { styleText } from "node:util";

const colored = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (format, text) => (colored ? styleText(format, text) : text);

const formats = {
  met: "green",
  unmet: "red",
  unknown: "yellow",
  "not-due": "cyan",
  "not-applicable": "gray",
};

export function printTitle(title) {
  console.log(`\n${paint("bold", "━".repeat(80))}`);
  console.log(`${paint("bold", title)}\n`);
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
  console.log(`  ${outcome.before.toUpperCase()} → ${outcome.after.toUpperCase()}\n`);
  for (const { ruleId, before = "–", after = "–", changed } of rules) {
    if (!changed) continue;
    const [was, is] = [before, after].map((status) => paint(formats[status] ?? "gray", status));
    const gap = " ".repeat(Math.max(0, 34 - ruleId.length));
    console.log(`  ${ruleId}${gap}${was} → ${is}`);
  }
  console.log();
}
