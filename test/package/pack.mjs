// Packs the package and installs it in an empty folder, beside what the examples need.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

export function run(command, args, cwd) {
  return execFileSync(command, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Does something with the installed package, in a folder that is removed afterwards. */
export async function withPackage(consumers, use) {
  const folder = mkdtempSync(join(tmpdir(), "consumer-"));
  try {
    run("npm", ["run", "build"], root);
    const packed = run(
      "npm",
      ["pack", "--json", "--ignore-scripts", "--pack-destination", folder],
      root,
    );
    const [{ filename, files, size }] = JSON.parse(packed);
    console.log(`packed ${filename}`);
    cpSync(consumers, folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
    run("npm", ["install", "--silent", "--no-audit", "--no-fund", join(folder, filename)], folder);
    for (const name of ["fastify", "ajv", "react", "react-dom", "ses"])
      symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
    const paths = files.map(({ path }) => path);
    await use(folder, { paths, bytes: size });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
