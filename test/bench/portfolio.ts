import { execFileSync } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { evaluateMany, summarize } from "csp-direct-bill-rules/sync";

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc") as () => void;

export interface PortfolioRow {
  profiles: number;
  perSecond: number;
  /** Most that was kept at any of ten moments of the run, above what was there before, in MB. */
  keptMb: number;
}

function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** Evaluates a portfolio that is made up as it is read: once for the speed, once for the memory. */
export function measurePortfolio(
  samples: readonly object[],
  profiles: number,
  asOf: string,
): PortfolioRow {
  const run = (watch: (index: number) => void): void => {
    function* portfolio(): Generator<object> {
      for (let i = 0; i < profiles; i++) {
        watch(i);
        yield { ...samples[i % samples.length], id: `company-${i}` };
      }
    }
    const summary = summarize(evaluateMany(portfolio(), { asOf }));
    if (summary.profiles !== profiles || summary.invalid > 0) throw new Error("Wrong portfolio");
  };
  const start = performance.now();
  run(() => {});
  const seconds = (performance.now() - start) / 1000;
  const before = heapInUse();
  let kept = 0;
  run((index) => {
    if (index % (profiles / 10) === 0) kept = Math.max(kept, heapInUse() - before);
  });
  return { profiles, perSecond: profiles / seconds, keptMb: kept / 2 ** 20 };
}

/** Milliseconds to import an entry in a fresh process, the median of several. */
export function measureImport(entry: string): number {
  const code = `const start = performance.now(); await import(${JSON.stringify(entry)}); console.log(performance.now() - start);`;
  const times = Array.from({ length: 9 }, () =>
    Number(
      execFileSync(process.execPath, ["--input-type=module", "-e", code], {
        encoding: "utf8",
        cwd: process.cwd(),
      }),
    ),
  );
  return times.toSorted((a, b) => a - b)[4]!;
}
