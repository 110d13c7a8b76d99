import { reading } from "../input/reading.ts";
import type { Finding } from "./finding.ts";

/**
 * The address of the documentation of this package, with a slash at the end.
 *
 * @category Rules
 */
export const homepage = "https://csp-direct-bill-rules.github.io/csp-direct-bill-rules/";

/**
 * Returns the address at which the rule of a finding is explained, in the version that was in force.
 *
 * @param finding - The finding, full or lean.
 * @param base - The address of a copy of the documentation, if not {@link homepage}.
 * @returns The address, of the page alone if a stored finding does not say the track; undefined for a rule of the host, which the documentation does not know.
 * @throws {@link InvalidReportError} if it is not a finding.
 *
 * @example
 * ```ts
 * const { findings } = evaluateSync({}, { asOf: "2025-11-15", track: "remain" });
 * helpUrl(findings[0]!, "https://docs.example.org/rules-site");
 * //=> "https://docs.example.org/rules-site/rules/partner-id.html#remain-from-2025-10-01"
 * ```
 *
 * @category Rules
 */
export function helpUrl(
  finding: Pick<Finding<string>, "ruleId" | "inForce"> & Partial<Pick<Finding, "origin" | "track">>,
  base: string = homepage,
): string | undefined {
  return reading("a finding", () => {
    const { ruleId, origin, track, inForce } = finding;
    if (typeof ruleId !== "string") throw new TypeError("A finding without a rule");
    if (origin === "host") return undefined;
    const page = `${withSlash(base)}rules/${ruleId}.html`;
    return track === undefined ? page : `${page}#${track}-from-${inForce.from}`;
  });
}

/** An address that ends with one slash. */
function withSlash(address: string): string {
  let end = address.length;
  while (address[end - 1] === "/") end -= 1;
  return `${address.slice(0, end)}/`;
}
