import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { toCsv } from "csp-direct-bill-rules/format";
import { evaluateMany, mergeSummaries, summarize } from "csp-direct-bill-rules/sync";

/** Evaluates the profiles of an NDJSON file, one per line, into a CSV file, and counts them. */
export async function evaluateFile(path, csvPath, options) {
  const file = await open(path);
  const results = evaluateMany(file.readLines(), { ...options, detail: "lean" });
  let summary = mergeSummaries();
  async function* rows() {
    yield toCsv([]); // the names of the columns
    for await (const result of results) {
      summary = mergeSummaries(summary, summarize([result]));
      yield toCsv([result], { header: false });
    }
  }
  await pipeline(rows, createWriteStream(csvPath)).finally(() => file.close());
  return summary;
}
