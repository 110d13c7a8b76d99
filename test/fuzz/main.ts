// npm run fuzz -- --runs 1000000
import { parseArgs } from "node:util";
import fc from "fast-check";

import { type Rule, evaluate, evaluateSync } from "../../src/index.ts";
import { askedOfBoth, bothReports } from "../engine/both-reports.ts";
import { anyDay } from "../generate/profiles.ts";
import { houseRule } from "../house-rule.ts";
import { calls, hostileArgsOf } from "./hostile-calls.ts";
import { hostileProfile } from "./hostile-input.ts";
import { type Ending, endingOfCall, endingsOf } from "./promise.ts";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "100000" }, seed: { type: "string" } },
});
const numRuns = Number(values.runs);
const seed = values.seed === undefined ? Date.now() : Number(values.seed);
const start = performance.now();
const elapsed = (): string => `${((performance.now() - start) / 1000).toFixed(0)} s`;
/** The megabytes that are in use once what nobody holds is gone. */
function heapInMegabytes(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}
const heap = (): string => `${heapInMegabytes()} MB of heap`;

async function tryProfiles(): Promise<void> {
  const counts: Record<Ending, number> = { answer: 0, refused: 0 };
  fc.assert(
    fc.property(hostileProfile, anyDay, ({ make }, asOf) => {
      for (const ending of endingsOf(make(), asOf)) counts[ending] += 1;
    }),
    { numRuns, seed, endOnFailure: true },
  );
  console.log(
    `${numRuns} hostile profiles, each careful and lenient: ${counts.answer} reports, ${counts.refused} refused, nothing else; ${elapsed()}, ${heap()}`,
  );
  await fc.assert(
    fc.asyncProperty(hostileProfile, anyDay, async ({ make }, asOf) => {
      await evaluate(make() as object, { asOf, onInvalid: "unknown" }).catch((error: Error) => {
        if (!error.name.startsWith("Invalid")) throw error;
      });
    }),
    { numRuns: numRuns / 20, seed, endOnFailure: true },
  );
  console.log(`${numRuns / 20} more to evaluate; ${elapsed()}`);
}

async function tryCalls(): Promise<void> {
  for (const call of calls) {
    const counts: Record<Ending, number> = { answer: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(hostileArgsOf(call), async ({ make }) => {
        counts[await endingOfCall(call, make())] += 1;
      }),
      { numRuns: numRuns / 20, seed, endOnFailure: true },
    );
    console.log(
      `${call.name}, ${numRuns / 20} times: ${counts.answer} answers, ${counts.refused} refused; ${elapsed()}`,
    );
  }
}

/** The two engines, of the same generated rules about the same profile. */
async function tryEngines(): Promise<void> {
  let pairs = 0;
  await fc.assert(
    fc.asyncProperty(askedOfBoth, async (asked) => {
      const [own, other] = await bothReports(asked);
      if (JSON.stringify(own) !== JSON.stringify(other)) throw new Error("The engines differ");
      pairs += own.findings.length;
    }),
    { numRuns: numRuns / 20, seed, endOnFailure: true },
  );
  console.log(`${pairs} findings of generated rules equal in both engines; ${elapsed()}`);
}

/** Lists of rules that are new each time, as of a host that builds them for each call. */
function tryLists(): void {
  const options = { asOf: "2025-11-20", track: "remain" } as const;
  const ask = (index: number): void => {
    const condition = { fact: "services.managedServices", operator: "equal", value: index };
    const conditions = { all: [condition] } as Rule["conditions"];
    evaluateSync({}, { ...options, rules: [houseRule(conditions, { remedy: `See ${index}.` })] });
  };
  const some = Math.floor(numRuns / 10);
  for (let index = 0; index < some; index += 1) ask(index);
  const before = heapInMegabytes();
  for (let index = some; index < numRuns; index += 1) ask(index);
  const after = heapInMegabytes();
  console.log(`${some} lists of rules: ${before} MB of heap, ${numRuns}: ${after}; ${elapsed()}`);
  if (after > before + 20) throw new Error("The heap grows with the lists");
}

console.log(`seed ${seed}`);
await tryProfiles();
await tryCalls();
await tryEngines();
tryLists();
