import type { Finding } from "../findings/finding.ts";

/**
 * The answer in one word. `eligible`: every requirement is met and every step done. `on-track`:
 * nothing is unmet or unknown, but something is still to come. `undetermined`: a fact is missing.
 * `ineligible`: a requirement is not met.
 *
 * @category Report
 */
export type Outcome = "eligible" | "on-track" | "undetermined" | "ineligible";

/** Decides the outcome. Recommendations do not count, and no requirement at all proves nothing. */
export function outcomeOf(findings: readonly Pick<Finding<string>, "kind" | "status">[]): Outcome {
  const seen = new Set<Finding["status"]>();
  let openStep = false;
  for (const { kind, status } of findings) {
    if (kind === "requirement") seen.add(status);
    else if (kind === "step" && status !== "met" && status !== "not-applicable") openStep = true;
  }
  if (seen.has("unmet")) return "ineligible";
  if (seen.has("unknown") || seen.size === 0) return "undetermined";
  return seen.has("not-due") || openStep ? "on-track" : "eligible";
}
