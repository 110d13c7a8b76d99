// Each bundler as its users set it up for a page: one module for browsers, nothing switched off.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import commonjs from "@rollup/plugin-commonjs";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import * as vite from "vite";
import webpack from "webpack";

import { root } from "../package/pack.mjs";

async function withEsbuild(path) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    nodePaths: [join(root, "node_modules")],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return outputFiles[0].text;
}

async function withRollup(path) {
  const bundle = await rollup({
    input: path,
    plugins: [nodeResolve({ browser: true }), commonjs()],
    onwarn({ message, id, ids = [id] }) {
      // What other packages write is their own affair.
      if (ids.some((one) => one?.includes("/node_modules/csp-direct-bill-rules/")))
        throw new Error(`rollup: ${message} (${ids.join(", ")})`);
    },
  });
  const { output } = await bundle.generate({ format: "es", inlineDynamicImports: true });
  await bundle.close();
  return output[0].code;
}

async function withVite(path, folder) {
  const { output } = await vite.build({
    root: folder,
    configFile: false,
    logLevel: "error",
    build: { write: false, modulePreload: false, rolldownOptions: { input: path } },
  });
  return output.find(({ isEntry }) => isEntry).code;
}

function withWebpack(path, folder) {
  const compiler = webpack({
    mode: "production",
    context: folder,
    entry: path,
    output: { path: join(folder, "webpack"), filename: "page.js" },
    // Its warnings of size are of the whole page; bundle-sizes.mjs keeps ours.
    performance: false,
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error || stats.hasErrors() || stats.hasWarnings())
          reject(error ?? new Error(stats.toString("errors-warnings")));
        else resolve(readFileSync(join(folder, "webpack/page.js"), "utf8"));
      });
    });
  });
}

/** By name: what makes one script of a page and all that it imports. */
export const bundlers = {
  esbuild: withEsbuild,
  rollup: withRollup,
  vite: withVite,
  webpack: withWebpack,
};
