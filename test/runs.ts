/** How many times as often properties are tried: `RUNS=10 npm test` tries ten times as much, mutants a part. */
const scale = Number(process.env["RUNS"] ?? 1);

/** How often a property is tried. */
export function runs(count: number): number {
  return Math.max(1, Math.round(count * scale));
}
