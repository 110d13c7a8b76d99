// npm run demo                                      evaluates the sample profiles
// npm run demo -- profile.json --as-of 2020-09-02 --track remain
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import {
  compareEditions,
  compareReports,
  evaluate,
  plan,
  questions,
  timeline,
} from "csp-direct-bill-rules";
import { toText } from "csp-direct-bill-rules/format";

import { printEditionComparison, printReportComparison, printTitle } from "./print-comparison.mjs";

const usage =
  "Usage: npm run demo -- [profile.json] [--as-of YYYY-MM-DD] [--track enroll|remain|transition] [--edition ID]";

const samples = [
  {
    title: "A new applicant that has started nothing",
    file: "new-applicant.json",
    options: { asOf: "2020-09-02", track: "enroll" },
  },
  {
    title: "An applicant that bought the support plan before the credit notice",
    file: "plan-bought-early.json",
    options: { asOf: "2020-09-02", track: "enroll" },
  },
  {
    title: "A current partner whose support plan has lapsed",
    file: "plan-lapsed.json",
    options: { asOf: "2020-09-02", track: "remain" },
  },
  {
    title: "The same partner, half way to indirect reseller",
    file: "moving-on.json",
    options: { asOf: "2020-11-16", track: "transition" },
  },
];

async function readProfile(file) {
  const text = await readFile(file, "utf8");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error.message}`, { cause: error });
  }
}

async function evaluateSamples() {
  for (const { title, file, options } of samples) {
    const profile = await readProfile(new URL(`./profiles/${file}`, import.meta.url));
    printTitle(title);
    console.log(toText(await evaluate(profile, options)));
    lookAhead(profile, options);
  }
  await compareDays();
}

/** What happens if nothing is done, what to ask, and what it takes. */
function lookAhead(profile, { asOf, track }) {
  printTitle("What happens if nothing is done");
  console.log(toText(timeline(profile, { from: asOf, until: twoYearsAfter(asOf), track })));
  printTitle("The question that decides");
  console.log(toText(questions(profile, { asOf, track }).slice(0, 1)));
  printTitle("The way to eligible");
  console.log(toText(plan(profile, { asOf, track })));
}

/** The same day two years later; the samples are of no 29 February. */
const twoYearsAfter = (day) => `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`;

/** What changes for one partner, from the last day of an edition through its first review month. */
async function compareDays() {
  const profile = await readProfile(new URL("./profiles/october-2025.json", import.meta.url));
  const days = ["2025-09-30", "2025-10-01", "2025-11-01"];
  const reports = await Promise.all(
    days.map((asOf) => evaluate(profile, { asOf, track: "remain" })),
  );
  const editions = compareEditions("2021-04-15", "2025-10-01", { track: "remain" });
  printEditionComparison(editions, "What 1 October 2025 changed for every direct bill partner");
  reports.slice(1).forEach((report, index) => {
    const title = `What changes for ${profile.id}: ${days[index]} → ${days[index + 1]}`;
    printReportComparison(compareReports(reports[index], report), title);
  });
}

async function evaluateFile(file, { "as-of": asOf, track, edition }) {
  const today = new Date().toISOString().slice(0, 10);
  const options = { asOf: asOf ?? today, track, edition };
  printTitle(file);
  console.log(toText(await evaluate(await readProfile(file), options)));
}

function readArguments() {
  const option = { type: "string" };
  try {
    return parseArgs({
      allowPositionals: true,
      options: { "as-of": option, track: option, edition: option },
    });
  } catch (error) {
    throw new Error(`${error.message}\n${usage}`, { cause: error });
  }
}

async function main() {
  const { positionals, values } = readArguments();
  if (positionals.length > 1) throw new Error(`One profile at a time.\n${usage}`);
  const [file] = positionals;
  if (file === undefined && Object.keys(values).length > 0) throw new Error(usage);
  await (file === undefined ? evaluateSamples() : evaluateFile(file, values));
}

main().catch((error) => {
  const { name, issues, message } = error;
  const lines = issues?.map(({ path, message: text }) => `  ${path || "(all)"}: ${text}`);
  console.error(lines ? [`${name}:`, ...lines].join("\n") : message);
  process.exitCode = 1;
});
