// npm run check:package
// Uses the packed package as its users do: from an ES module, from CommonJS, without code generation,
// from strict TypeScript in every way of resolving modules, and in bundles, whose sizes it prints.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

import { root, run, withPackage } from "./pack.mjs";

const consumers = fileURLToPath(new URL("./consumers/", import.meta.url));

const scripts = [
  ["esm.mjs"],
  ["commonjs.cjs"],
  ["--disallow-code-generation-from-strings", "esm.mjs"],
  ["points.mjs"],
  ["examples.mjs"],
];
const projects = ["nodenext", "node16", "bundler", "node10"];

/**
 * What is bundled: an entry, what is imported from it (`*` is everything), and the most kilobytes that
 * it may come to, minified and compressed. Whoever raises one says why in the changelog.
 */
const bundles = [
  ["csp-direct-bill-rules", "*", 128],
  ["csp-direct-bill-rules", "evaluate", 106],
  ["csp-direct-bill-rules/sync", "*", 102],
  ["csp-direct-bill-rules/sync", "evaluateSync", 79],
  ["csp-direct-bill-rules/sync", "questions", 84],
  ["csp-direct-bill-rules/sync", "plan", 88],
  ["csp-direct-bill-rules/schema", "*", 51],
  ["csp-direct-bill-rules/schema", "partnerProfileSchema", 44],
  ["csp-direct-bill-rules/format", "*", 4.5],
  // Its error shortens what it echoes of a report, as every error does.
  ["csp-direct-bill-rules", "compareReports", 1.9],
  ["csp-direct-bill-rules", "summarize", 0.6],
  ["csp-direct-bill-rules", "capabilities", 3.6],
  ["csp-direct-bill-rules", "editions", 3.4],
  ["csp-direct-bill-rules", "facts", 7.6],
  ["csp-direct-bill-rules", "rules", 17.6],
];
/** What needs neither the evaluation nor zod. */
const light = new Set([
  "compareReports",
  "summarize",
  "capabilities",
  "editions",
  "facts",
  "rules",
]);

async function bundle([entry, name, most], folder) {
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
  const inputs = Object.keys(metafile.inputs).filter(
    (path) => Object.values(metafile.outputs)[0].inputs[path]?.bytesInOutput > 0,
  );
  if (
    light.has(name) &&
    inputs.some((path) => /node_modules\/(zod|json-rules-engine)\//.test(path))
  )
    throw new Error(`${name} alone takes in the evaluation: ${inputs.join(", ")}`);
  const kilobytes = gzipSync(outputFiles[0].contents).length / 1024;
  console.log(`${entry}, ${name}: ${kilobytes.toFixed(1)} kB of at most ${most}`);
  if (kilobytes > most) throw new Error(`${name} of ${entry} has grown beyond ${most} kB`);
}

/** Links to files of the repository that are not shipped: rules as they are written, sources, tests. */
const inRepository = /^\.\.\/(rules|src|test)\//;

/** Every other link of README and guides to a file must lead to one in the package. */
function checkLinks(folder) {
  const home = join(folder, "node_modules/csp-direct-bill-rules");
  const pages = [
    "README.md",
    ...["guides", ""].flatMap((name) => mdFilesIn(join("docs", name), home)),
  ];
  for (const page of pages) {
    const text = readFileSync(join(home, page), "utf8");
    for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
      if (inRepository.test(target)) continue;
      const path = join(home, page, "..", target);
      if (!existsSync(path))
        throw new Error(`${page} links to ${target}, which is not in the package`);
    }
  }
  console.log(`followed the links of ${pages.length} pages`);
}

function mdFilesIn(folder, home) {
  return run("ls", [join(home, folder)])
    .split("\n")
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

await withPackage(consumers, async (folder) => {
  for (const args of scripts) {
    run(process.execPath, ["--no-warnings", ...args], folder);
    console.log(`ran ${args.join(" ")}`);
  }
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  for (const project of projects) {
    run(process.execPath, [tsc, "-p", `tsconfig.${project}.json`], folder);
    console.log(`type-checked under ${project}`);
  }
  checkLinks(folder);
  console.log("bundles, minified and compressed:");
  for (const one of bundles) await bundle(one, folder);
});
