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
  let isRequired = false;
  let isUnknown = false;
  let isOpen = false;
  for (const { kind, status } of findings) {
    if (kind === "recommendation") continue;
    if (kind === "requirement") {
      if (status === "unmet") return "ineligible";
      isRequired = true;
      isUnknown ||= status === "unknown";
    }
    isOpen ||= status !== "met" && status !== "not-applicable";
  }
  if (isUnknown || !isRequired) return "undetermined";
  return isOpen ? "on-track" : "eligible";
}
