// What the package adds to a page: each import, bundled, minified and compressed, within its budget.
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

/**
 * What is imported (`*` is everything), the most kilobytes that it may come to, and what they buy. A
 * budget is a few per cent above the size of the day it was set; who raises one says why in the
 * changelog.
 */
const budgets = [
  {
    entry: "csp-direct-bill-rules",
    name: "*",
    most: 128,
    why: "everything but the formats: zod, json-rules-engine and what it imports, rules, our code",
  },
  {
    entry: "csp-direct-bill-rules",
    name: "evaluate",
    most: 106,
    why: "what evaluateSync needs, look-ups, and json-rules-engine, which runs rules here",
  },
  {
    entry: "csp-direct-bill-rules/sync",
    name: "*",
    most: 102,
    why: "everything but json-rules-engine and the formats",
  },
  {
    entry: "csp-direct-bill-rules/sync",
    name: "evaluateSync",
    most: 79,
    why: "zod, the schema of a profile, rules with their texts and sources, facts, findings",
  },
  {
    entry: "csp-direct-bill-rules/sync",
    name: "questions",
    most: 84,
    why: "what evaluateSync needs, and what can still become known",
  },
  {
    entry: "csp-direct-bill-rules/sync",
    name: "plan",
    most: 88,
    why: "what questions needs, and the way from what is to what must be",
  },
  {
    entry: "csp-direct-bill-rules/schema",
    name: "*",
    most: 51,
    why: "zod and the schemas of a profile, a report and a rule",
  },
  {
    entry: "csp-direct-bill-rules/schema",
    name: "partnerProfileSchema",
    most: 44,
    why: "zod, the fields of a profile and their words, the countries of ISO 3166-1",
  },
  {
    entry: "csp-direct-bill-rules/format",
    name: "*",
    most: 6.2,
    why: "text, Markdown, JUnit and CSV, and a reader that refuses what is not a report",
  },
  {
    entry: "csp-direct-bill-rules",
    name: "compareReports",
    most: 2.6,
    isLight: true,
    why: "the comparison, and a reader that refuses what is not a report, within bounds",
  },
  {
    entry: "csp-direct-bill-rules",
    name: "summarize",
    most: 1.6,
    isLight: true,
    why: "counts of reports, and an error about what is not one",
  },
  {
    entry: "csp-direct-bill-rules",
    name: "capabilities",
    most: 3.6,
    isLight: true,
    why: "what a partner may lose, with the sources",
  },
  {
    entry: "csp-direct-bill-rules",
    name: "editions",
    most: 3.4,
    isLight: true,
    why: "the editions with notes and sources",
  },
  {
    entry: "csp-direct-bill-rules",
    name: "facts",
    most: 7.6,
    isLight: true,
    why: "each fact with label, question, help, values, and the rules that read it",
  },
  {
    entry: "csp-direct-bill-rules",
    name: "rules",
    most: 17.6,
    isLight: true,
    why: "every version of every rule, with its texts and sources",
  },
];

/** Bundles what a budget imports, as a page would, from the package that is installed in a folder. */
async function bundleOf({ entry, name }, folder) {
  const contents =
    name === "*"
      ? `import * as all from "${entry}"; console.log(all);`
      : `import { ${name} } from "${entry}"; console.log(${name});`;
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    logLevel: "error",
  });
  const taken = Object.entries(Object.values(metafile.outputs)[0].inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path);
  return { kilobytes: gzipSync(outputFiles[0].contents).length / 1024, taken };
}

/** Prints what each import costs, and throws if one has outgrown its budget. */
export async function checkBundleSizes(folder) {
  console.log("bundles, minified and compressed:");
  for (const budget of budgets) {
    const { entry, name, most, isLight, why } = budget;
    const { kilobytes, taken } = await bundleOf(budget, folder);
    console.log(`${entry}, ${name}: ${kilobytes.toFixed(1)} kB of at most ${most}: ${why}`);
    if (kilobytes > most) throw new Error(`${name} of ${entry} has grown beyond ${most} kB`);
    if (isLight && taken.some((path) => /node_modules\/(zod|json-rules-engine)\//.test(path)))
      throw new Error(`${name} alone takes in the evaluation: ${taken.join(", ")}`);
  }
}
