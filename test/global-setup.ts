import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";

import { renderFactIds } from "./generate/fact-ids.ts";
import { renderIds } from "./generate/ids.ts";
import { renderProfile } from "./generate/profile.ts";
import { renderResolvedRules } from "./generate/resolved-rules.ts";

/** The generated files that the tests import: they are written before any test does. */
const imported: [path: string, render: () => string][] = [
  ["src/profile/profile.ts", renderProfile],
  ["src/facts/fact-id.ts", renderFactIds],
  ["src/rule/ids.ts", renderIds],
  ["src/rules/resolved-rules.json", renderResolvedRules],
];

/** With `npm test -- -u`, writes what is generated and imported; without, `generated.test.ts` checks it. */
export default async function writeImported(): Promise<void> {
  if (!process.argv.some((argument) => argument === "-u" || argument === "--update")) return;
  for (const [path, render] of imported) {
    const text = await format(render(), { ...(await resolveConfig(path)), filepath: path });
    if (text !== readFileSync(path, "utf8")) writeFileSync(path, text);
  }
}
