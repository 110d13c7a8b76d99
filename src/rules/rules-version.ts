import { memoize } from "../memoize.ts";
import type { RuleSet } from "./rules-in-force.ts";

/**
 * A hash of 53 bits, from two multiplicative hashes of 32 bits that are mixed at the end (cyrb53). It
 * tells versions apart and withstands accidents, not attacks.
 */
function hashOf(text: string): number {
  let [high, low] = [0xde_ad_be_ef, 0x41_c6_ce_57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index)!;
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}

/** The version of rules: a hash of all that they say, in their order. */
export const rulesVersionOf = memoize(({ rules }: RuleSet) => ({
  version: hashOf(JSON.stringify(rules)).toString(36),
}));
