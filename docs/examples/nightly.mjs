import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { toCsv } from "csp-direct-bill-rules/format";
import { evaluateMany, mergeSummaries, summarize } from "csp-direct-bill-rules/sync";

/** Evaluates the profiles of an NDJSON file, one per line, into a CSV file, and counts them. */
export async function evaluateFile(path, csvPath, options) {
  const lines = createInterface({ input: createReadStream(path) });
  const csv = createWriteStream(csvPath);
  let summary = mergeSummaries();
  for await (const result of evaluateMany(lines, { ...options, detail: "lean" })) {
    csv.write(toCsv([result], { header: result.index === 0 }));
    summary = mergeSummaries(summary, summarize([result]));
  }
  await new Promise((resolve) => csv.end(resolve));
  return summary;
}
