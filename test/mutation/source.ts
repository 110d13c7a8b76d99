// npm run mutate -- [folder or file of src]...
// Changes src in each way that Stryker knows, and runs the tests that reach the change. It takes hours for
// all of src. Prints the score, and each change that no test notices and survivors.json does not explain.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";

import { printTable } from "../print-table.ts";
import explanations from "./survivors.json" with { type: "json" };

type MutantResult = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

/** A change that no test can notice, and why. */
interface Explained {
  readonly file: string;
  /** What was there, and what is there instead. */
  readonly change: string;
  readonly why: string;
}

type Fate = "killed" | "explained" | "survived";

interface Tried {
  readonly file: string;
  readonly line: number;
  readonly change: string;
  readonly fate: Fate;
}

const explained: readonly Explained[] = explanations;

/** The least share of changes that the tests notice. */
const least = 0.98;

/** What a change replaces, on one line. Stryker counts lines and columns from one. */
function replacedBy({ fileName, location: { start, end } }: MutantResult): string {
  const lines = readFileSync(fileName, "utf8")
    .split("\n")
    .slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return lines.join(" ");
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

function triedOf(mutant: MutantResult): Tried[] {
  // Those that do not run, or run once as a module is loaded, say nothing.
  const { status, fileName, location, replacement } = mutant;
  if (!["Killed", "Timeout", "Survived", "NoCoverage"].includes(status)) return [];
  const file = relative(process.cwd(), fileName);
  const change = `${onOneLine(replacedBy(mutant))} → ${onOneLine(replacement ?? "")}`;
  const isExplained = explained.some((one) => one.file === file && one.change === change);
  const alive: Fate = isExplained ? "explained" : "survived";
  const fate = status === "Killed" || status === "Timeout" ? "killed" : alive;
  return [{ file, line: location.start.line, change, fate }];
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
const mutate =
  places.length === 0
    ? ["src/**/*.ts"]
    : places.map((place) => (place.endsWith(".ts") ? `src/${place}` : `src/${place}/**/*.ts`));
const results = await new Stryker({
  configFile: "test/mutation/stryker.config.json",
  mutate,
}).runMutationTest();
const tried = results.flatMap(triedOf);
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
for (const { file, line, change } of survivors) console.log(`\n${file}:${line}\n  ${change}`);
const outdated = explained.filter(
  ({ file, change }) =>
    files.includes(file) &&
    !tried.some((one) => one.file === file && one.change === change && one.fate === "explained"),
);
for (const { file, change } of outdated)
  console.log(`\nsurvivors.json explains what does not survive: ${file}\n  ${change}`);
const share = tried.filter(({ fate }) => fate === "killed").length / tried.length;
if (survivors.length > 0 || outdated.length > 0 || share < least) process.exitCode = 1;
