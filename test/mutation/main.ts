// npm run mutate:rules
import { type Rule, rules } from "../../src/index.ts";
import { printTable } from "../print-table.ts";
import { casesOf, failingCase } from "./cases.ts";
import explanations from "./equivalent.json" with { type: "json" };
import { mutantsOfVersion } from "./mutants.ts";

/** Names a mutant of a version of a rule. */
interface Name {
  rule: string;
  from: string;
  tracks: readonly string[];
  /** Where it is, and what it changes. */
  mutant: string;
}

/** A mutant that no case can tell from its rule, and why. */
interface Equivalent extends Name {
  why: string;
}

interface Outcome {
  ruleId: string;
  line: string;
  fate: "killed" | "equivalent" | "survived";
}

function lineOf({ rule, from, tracks, mutant }: Name): string {
  return `${rule} ${from} ${tracks.join("+")} ${mutant}`;
}

const equivalents: readonly Equivalent[] = explanations;
const explained: ReadonlySet<string> = new Set(equivalents.map(lineOf));

function outcomesOf(rule: Rule): Outcome[] {
  const { id, from, tracks } = rule;
  const cases = casesOf(rule);
  const failing = failingCase(rule, rule, cases);
  // Such a case would kill every mutant.
  if (failing !== undefined) throw new Error(`${id} fails unmutated: ${failing.stated.name}`);
  return mutantsOfVersion(rule).map(({ path, change, mutated }) => {
    const line = lineOf({ rule: id, from, tracks, mutant: `${path} ${change}` });
    if (failingCase(mutated, rule, cases) !== undefined)
      return { ruleId: id, line, fate: "killed" };
    return { ruleId: id, line, fate: explained.has(line) ? "equivalent" : "survived" };
  });
}

function linesOf(outcomes: readonly Outcome[], fate: Outcome["fate"]): string[] {
  return outcomes.filter((outcome) => outcome.fate === fate).map(({ line }) => line);
}

function rowOf(title: string, outcomes: readonly Outcome[]): string[] {
  const counts = (["killed", "equivalent", "survived"] as const).map(
    (fate) => linesOf(outcomes, fate).length,
  );
  return [title, ...[outcomes.length, ...counts].map(String)];
}

function printList(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log([`\n${title}:`, ...lines].join("\n"));
}

const outcomes = rules.flatMap(outcomesOf);
const killed = linesOf(outcomes, "killed");
const equivalent = linesOf(outcomes, "equivalent");
const survivors = linesOf(outcomes, "survived");
const outdated = [...explained].filter((line) => !equivalent.includes(line));

const ruleIds = [...new Set(rules.map(({ id }) => id))];
printTable(
  ["rule", "mutants", "killed", "equivalent", "survivors"],
  [
    ...ruleIds.map((id) =>
      rowOf(
        id,
        outcomes.filter(({ ruleId }) => ruleId === id),
      ),
    ),
    rowOf("all rules", outcomes),
  ],
);

const percent = (whole: number): string => `${((100 * killed.length) / whole).toFixed(1)} %`;
console.log(
  `\n${killed.length} of ${outcomes.length} mutants are killed, ${percent(outcomes.length)}; without the equivalent ones, ${percent(outcomes.length - equivalent.length)}.`,
);
printList("Survivors, to be killed by a case or explained in equivalent.json", survivors);
printList("Entries of equivalent.json that match no survivor", outdated);
if (survivors.length > 0 || outdated.length > 0) process.exitCode = 1;
