// npm run check:package
// Packs the package, installs it in an empty folder and uses it as its users do: from an ES module,
// from CommonJS, and from strict TypeScript that also checks the types of libraries.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const consumers = fileURLToPath(new URL("./consumers/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "consumer-"));

function run(command, args, cwd) {
  return execFileSync(command, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
}

try {
  run("npm", ["run", "build"], root);
  const packed = run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", folder],
    root,
  );
  const [{ filename, files }] = JSON.parse(packed);
  console.log(`packed ${filename}: ${files.length} files`);

  cpSync(consumers, folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", join(folder, filename)], folder);

  for (const script of ["esm.mjs", "commonjs.cjs"]) {
    run(process.execPath, [script], folder);
    console.log(`ran ${script}`);
  }

  const tsc = join(root, "node_modules/typescript/bin/tsc");
  for (const project of ["tsconfig.nodenext.json", "tsconfig.bundler.json"]) {
    run(process.execPath, [tsc, "-p", project], folder);
    console.log(`type-checked with ${project}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
