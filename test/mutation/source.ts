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

/** The lines of what a change replaces. Stryker counts lines from one. */
function linesOf({ fileName, location: { start, end } }: MutantResult): string[] {
  return readFileSync(fileName, "utf8")
    .split("\n")
    .slice(start.line - 1, end.line);
}

/** What a change replaces. Stryker counts columns from one, too. */
function replacedBy(mutant: MutantResult): string {
  const { start, end } = mutant.location;
  const lines = linesOf(mutant);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return lines.join(" ");
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

type Change = Pick<Explained, "file" | "line" | "change">;

const isSame = (a: Change, b: Change): boolean =>
  a.file === b.file && a.line === b.line && a.change === b.change;

function triedOf(mutant: MutantResult): Tried {
  const { status, fileName, location, replacement } = mutant;
  const file = relative(process.cwd(), fileName);
  const change = `${onOneLine(replacedBy(mutant))} → ${onOneLine(replacement ?? "")}`;
  const line = onOneLine(linesOf(mutant)[0]!);
  const isExplained = explained.some((one) => isSame(one, { file, line, change }));
  const alive: Fate = isExplained ? "explained" : "survived";
  const fate = status === "Killed" || status === "Timeout" ? "killed" : alive;
  return { file, row: location.start.line, line, change, fate };
}

const isAlive = ({ status }: MutantResult): boolean =>
  status === "Survived" || status === "NoCoverage";
// Those that do not run say nothing, and so do those that the quick tests reach only as a module is loaded.
const isTried = (mutant: MutantResult): boolean =>
  isAlive(mutant) || mutant.status === "Killed" || mutant.status === "Timeout";

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
  return (await stryker.runMutationTest()).filter(isTried);
}

/** Tries each change of a place: with the quick tests, and where those notice nothing, with the slow ones. */
async function attemptPlace(place: string): Promise<Tried[]> {
  const [folder = ""] = place.split("/");
  process.env["MUTATED"] = place.endsWith(".ts") && folder === place ? "" : folder;
  const mutate = place.endsWith(".ts") ? `src/${place}` : `src/${place}/**/*.ts`;
  const results = await attempt([mutate], "quick");
  const left = results.filter(isAlive).map(rangeOf);
  const again = left.length === 0 ? [] : await attempt([...new Set(left)], "slow");
  const noticed = new Set(again.filter((mutant) => !isAlive(mutant)).map(keyOf));
  return results.map((mutant) =>
    triedOf(noticed.has(keyOf(mutant)) ? { ...mutant, status: "Killed" } : mutant),
  );
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
