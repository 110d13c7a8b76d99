// npm run docs
// Writes the site: the plugin makes typedoc's pages, esbuild the scripts beside them.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";

import { build } from "esbuild";
import { minify } from "terser";

const site = "docs/site";

const nodeModule = { bundle: true, packages: "external", platform: "node", format: "esm" };
const script = {
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
};

rmSync(site, { recursive: true, force: true });
await build({
  ...nodeModule,
  entryPoints: ["docs/site-plugin/index.ts"],
  outfile: "docs/.build/site-plugin.mjs",
  jsx: "transform",
  jsxFactory: "JSX.createElement",
  jsxFragment: "JSX.Fragment",
});

const { status } = spawnSync("npx", ["typedoc", "--options", "docs/typedoc.json"], {
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

await build({
  ...script,
  entryPoints: {
    theme: "docs/site-plugin/client/theme.ts",
    site: "docs/site-plugin/client/site.ts",
  },
  outdir: `${site}/assets`,
});
await build({
  ...script,
  entryPoints: { playground: "docs/playground/main.tsx" },
  outdir: `${site}/assets`,
  jsx: "automatic",
  jsxImportSource: "preact",
});
// The playground carries the rules and zod; terser takes 3 kB more off it than esbuild does.
const playground = `${site}/assets/playground.js`;
const { code } = await minify(readFileSync(playground, "utf8"), {
  compress: { passes: 2 },
  ecma: 2020,
});
writeFileSync(playground, code);
await build({
  entryPoints: {
    site: "docs/site-plugin/site.css",
    style: `${site}/assets/style.css`,
    highlight: `${site}/assets/highlight.css`,
  },
  outdir: `${site}/assets`,
  minify: true,
  allowOverwrite: true,
});
