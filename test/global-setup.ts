import { readFileSync, writeFileSync } from "node:fs";

import { importedFiles, textOf } from "./generate/imported-files.ts";

/** With `npm test -- -u`, writes what is generated and imported; without, `generated.test.ts` checks it. */
export default async function writeImported(): Promise<void> {
  if (!process.argv.some((argument) => argument === "-u" || argument === "--update")) return;
  for (const file of importedFiles) {
    const [path] = file;
    const text = await textOf(file);
    if (text !== readFileSync(path, "utf8")) writeFileSync(path, text);
  }
}
