// npm run mutate -- [folder or file of src]...
// Changes src in each way that Stryker knows, and runs the tests that reach the change, the slow ones only
// if the others notice nothing. It takes hours for all of src. Prints the score, and each change that no
// test notices and survivors.json does not explain.
import { readFileSync, readdirSync } from "node:fs";
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";

import { printTable } from "../print-table.ts";
import explanations from "./survivors.json" with { type: "json" };

type MutantResult = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

/** A change that no test can notice, and why. */
interface Explained {
  readonly file: string;
  /** The line where it starts, without blanks around it. */
  readonly line: string;
  /** What was there, and what is there instead. */
  readonly change: string;
  readonly why: string;
}

type Fate = "killed" | "explained" | "survived";

interface Tried {
  readonly file: string;
  readonly row: number;
  readonly line: string;
  readonly change: string;
  readonly fate: Fate;
}

const explained: readonly Explained[] = explanations;

/** The least share of changes that the tests notice. */
const least = 0.98;

/** The lines where a change is. Stryker counts lines from one. */
function linesOf({ fileName, location: { start, end } }: MutantResult): string[] {
  return readFileSync(fileName, "utf8")
    .split("\n")
    .slice(start.line - 1, end.line);
}

/** What a change replaces in its lines. Stryker counts columns from one, too. */
function replacedIn(lines: readonly string[], { location: { start, end } }: MutantResult): string {
  const text = lines.join("\n");
  const rest = lines.at(-1)!.length - (end.column - 1);
  return text.slice(start.column - 1, text.length - rest);
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

type Change = Pick<Explained, "file" | "line" | "change">;

const isSame = (a: Change, b: Change): boolean =>
  a.file === b.file && a.line === b.line && a.change === b.change;

const isNoticed = ({ status }: MutantResult): boolean =>
  status === "Killed" || status === "Timeout";
const isAlive = ({ status }: MutantResult): boolean =>
  status === "Survived" || status === "NoCoverage";

function triedOf(mutant: MutantResult, noticed: boolean): Tried {
  const { fileName, location, replacement } = mutant;
  const file = relative(process.cwd(), fileName);
  const lines = linesOf(mutant);
  const line = onOneLine(lines[0]!);
  const change = `${onOneLine(replacedIn(lines, mutant))} → ${onOneLine(replacement ?? "")}`;
  const isExplained = explained.some((one) => isSame(one, { file, line, change }));
  const alive: Fate = isExplained ? "explained" : "survived";
  return { file, row: location.start.line, line, change, fate: noticed ? "killed" : alive };
}

/** Where a change is, as Stryker is told to try what is there. */
function rangeOf({ fileName, location: { start, end } }: MutantResult): string {
  const file = relative(process.cwd(), fileName);
  return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

const keyOf = (mutant: MutantResult): string => `${rangeOf(mutant)} ${mutant.replacement}`;

/** Tries changes with the quick tests, or with those that these leave. */
async function attempt(mutate: string[], tests: "quick" | "slow"): Promise<MutantResult[]> {
  process.env["TESTS"] = tests;
  const stryker = new Stryker({ configFile: "test/mutation/stryker.config.json", mutate });
  // The others do not run, or are reached by these tests only as a module is loaded.
  return (await stryker.runMutationTest()).filter((one) => isNoticed(one) || isAlive(one));
}

/** Tries each change of a place: with the quick tests, and where those notice nothing, with the slow ones. */
async function attemptPlace(place: string): Promise<Tried[]> {
  process.env["MUTATED"] = place.split("/")[0];
  const mutate = place.endsWith(".ts") ? `src/${place}` : `src/${place}/**/*.ts`;
  const results = await attempt([mutate], "quick");
  const left = results.filter(isAlive).map(rangeOf);
  const again = left.length === 0 ? [] : await attempt([...new Set(left)], "slow");
  const noticed = new Set([...results, ...again].filter(isNoticed).map(keyOf));
  return results.map((mutant) => triedOf(mutant, noticed.has(keyOf(mutant))));
}

function rowOf(title: string, tried: readonly Tried[]): string[] {
  const count = (fate: Fate): number => tried.filter((one) => one.fate === fate).length;
  const score = ((100 * count("killed")) / tried.length).toFixed(1);
  return [
    title,
    ...[tried.length, count("killed"), count("explained"), count("survived")].map(String),
    score,
  ];
}

const places = process.argv.slice(2).map((place) => place.replace(/^src\//, "").replace(/\/$/, ""));
// Two files only pass on what others export.
const everything = readdirSync("src").filter((name) => !["schema.ts", "index.ts"].includes(name));
const tried: Tried[] = [];
for (const place of places.length > 0 ? places : everything)
  tried.push(...(await attemptPlace(place)));
const files = [...new Set(tried.map(({ file }) => file))];
const header = ["file", "changes", "noticed", "explained", "survived", "score"];
printTable(header, [
  ...files.map((file) =>
    rowOf(
      file,
      tried.filter((one) => one.file === file),
    ),
  ),
  rowOf("together", tried),
]);

const survivors = tried.filter(({ fate }) => fate === "survived");
for (const { file, row, line, change } of survivors)
  console.log(`\n${file}:${row}: ${line}\n  ${change}`);
const outdated = explained.filter(
  (one) =>
    files.includes(one.file) &&
    !tried.some((other) => other.fate === "explained" && isSame(one, other)),
);
for (const { file, line, change } of outdated)
  console.log(`\nsurvivors.json explains what does not survive: ${file}: ${line}\n  ${change}`);
const share = tried.filter(({ fate }) => fate === "killed").length / tried.length;
if (survivors.length > 0 || outdated.length > 0 || !(share >= least)) process.exitCode = 1;
