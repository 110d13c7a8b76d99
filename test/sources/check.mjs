// npm run check:sources
// Asks whether the addresses in rules/sources.json answer, and whether the sentences that rules cite
// still read as they did. With --write, stores how those read that are cited now; read the diff.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { citedSentences } from "./cited.mjs";
import { checkSources, sentencesIn, textAddress } from "./sentences.mjs";

const register = fileURLToPath(new URL("../../rules/sources.json", import.meta.url));

async function read(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  return { status: response.status, text: await response.text() };
}

/** Stores the hashes of the sentences that are cited now. */
async function write(file) {
  const cited = citedSentences();
  for (const document of file.documents) {
    const ids = cited.get(document.id) ?? [];
    delete document.sentences;
    if (ids.length === 0) continue;
    const found = sentencesIn((await read(textAddress(document.url))).text);
    const lost = ids.filter((id) => !found.has(id));
    if (lost.length > 0) throw new Error(`${document.id} has no ${lost.join(", ")}`);
    document.sentences = Object.fromEntries(ids.map((id) => [id, found.get(id)]));
  }
  writeFileSync(register, `${JSON.stringify(file, undefined, 2)}\n`);
}

const file = JSON.parse(readFileSync(register, "utf8"));
if (process.argv.includes("--write")) await write(file);
else {
  const problems = await checkSources(file.documents, read);
  for (const problem of problems) console.error(problem);
  console.log(`${file.documents.length} documents, ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
