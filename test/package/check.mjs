// npm run check:package
// Uses the packed package as its users do: from ES modules and CommonJS, under strict and hardened
// runtimes, in a worker thread, from Deno and Bun, with the lowest and the highest zod, from strict
// TypeScript in every way of resolving modules, and in bundles.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { checkBundleSizes } from "./bundle-sizes.mjs";
import { checkLinks } from "./links.mjs";
import { root, run, withPackage } from "./pack.mjs";
import { checkShippedFiles } from "./shipped-files.mjs";

const consumers = fileURLToPath(new URL("./consumers/", import.meta.url));

const scripts = [
  ["esm.mjs"],
  ["commonjs.cjs"],
  ["--disallow-code-generation-from-strings", "esm.mjs"],
  ["--frozen-intrinsics", "esm.mjs"],
  ["lockdown.mjs"],
  ["worker-thread.mjs"],
  ["points.mjs"],
  ["examples.mjs"],
];
const projects = ["nodenext", "node16", "bundler", "node10"];

/** Not among the development dependencies, as they are 200 MB that nothing else needs. */
const runtimes = {
  "deno@2.9.6": ["deno", "run", "--quiet", "--no-prompt", "--allow-read", "--allow-env"],
  "bun@1.4.5": ["bun", "run"],
};

function runScripts(folder) {
  for (const args of scripts) {
    run(process.execPath, ["--no-warnings", ...args], folder);
    console.log(`ran ${args.join(" ")}`);
  }
}

function checkTypes(folder) {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  for (const project of projects) {
    run(process.execPath, [tsc, "-p", `tsconfig.${project}.json`], folder);
    console.log(`type-checked under ${project}`);
  }
}

function install(folder, ...names) {
  run("npm", ["install", "--silent", "--no-save", "--no-audit", "--no-fund", ...names], folder);
}

function checkRuntimes(folder) {
  install(folder, ...Object.keys(runtimes));
  for (const [name, [command, ...args]] of Object.entries(runtimes)) {
    for (const script of ["esm.mjs", "points.mjs"]) {
      run(join(folder, "node_modules/.bin", command), [...args, script], folder);
      console.log(`ran ${script} with ${name}`);
    }
  }
}

/** With the lowest version of zod that we say we take, and with the newest that there is of it. */
function checkZodRange(folder) {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const lowest = dependencies.zod.replace("^", "");
  for (const wanted of [lowest, dependencies.zod]) {
    install(folder, `zod@${wanted}`);
    const path = join(folder, "node_modules/zod/package.json");
    const { version } = JSON.parse(readFileSync(path, "utf8"));
    if (wanted === lowest && version !== lowest) throw new Error(`zod ${version}, not ${lowest}`);
    for (const script of ["esm.mjs", "points.mjs"])
      run(process.execPath, ["--no-warnings", script], folder);
    console.log(`ran esm.mjs and points.mjs with zod ${version}`);
  }
}

await withPackage(consumers, async (folder, { paths, bytes }) => {
  checkShippedFiles(paths, bytes);
  runScripts(folder);
  checkTypes(folder);
  checkLinks(folder);
  await checkBundleSizes(folder);
  checkRuntimes(folder);
  checkZodRange(folder);
});
