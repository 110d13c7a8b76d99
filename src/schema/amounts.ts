/** Amounts are added in whole millionths of a dollar: binary fractions would miss a threshold by a hair. */
const millionths = 1_000_000;

/** An amount of money in USD; undefined while unknown. */
export type Amount = number | undefined;

/** The sum of all parts; unknown while one is. */
export function sumOf(...parts: Amount[]): Amount {
  let sum = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    sum += Math.round(part * millionths);
  }
  return sum / millionths;
}

/** The sum of the parts that are known: the whole sum is at least as large. */
export function knownSumOf(...parts: Amount[]): number {
  let sum = 0;
  for (const part of parts) sum += Math.round((part ?? 0) * millionths);
  return sum / millionths;
}
