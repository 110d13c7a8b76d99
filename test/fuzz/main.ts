// npm run fuzz -- --runs 1000000
import { parseArgs } from "node:util";
import fc from "fast-check";

import { evaluate } from "../../src/index.ts";
import { anyDay } from "../generate/profiles.ts";
import { hostileProfile } from "./hostile-input.ts";
import { type Ending, endingsOf } from "./promise.ts";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "100000" }, seed: { type: "string" } },
});
const numRuns = Number(values.runs);
const seed = values.seed === undefined ? Date.now() : Number(values.seed);
const counts: Record<Ending, number> = { report: 0, refused: 0 };
const start = performance.now();

fc.assert(
  fc.property(hostileProfile, anyDay, ({ make }, asOf) => {
    for (const ending of endingsOf(make(), asOf)) counts[ending] += 1;
  }),
  { numRuns, seed, endOnFailure: true },
);
const seconds = (performance.now() - start) / 1000;
console.log(
  `${numRuns} hostile profiles (seed ${seed}): ${counts.report} reports, ${counts.refused} refused, nothing else; ${seconds.toFixed(0)} s, ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB of heap`,
);

// Asynchronously, some of them.
let asynchronous = 0;
await fc.assert(
  fc.asyncProperty(hostileProfile, anyDay, async ({ make }, asOf) => {
    await evaluate(make() as object, { asOf, onInvalid: "unknown" }).catch((error: Error) => {
      if (!error.name.startsWith("Invalid")) throw error;
    });
    asynchronous += 1;
  }),
  { numRuns: Math.ceil(numRuns / 20), seed, endOnFailure: true },
);
console.log(`${asynchronous} more to evaluate`);
