import type { Status } from "../findings/status.ts";
import type { Kind } from "../rule/vocabulary.ts";

/**
 * The answer in one word. `eligible`: every requirement that applies is met and every step done.
 * `on-track`: no requirement is unmet or unknown, but something is still open. `undetermined`: a
 * requirement is unknown, or none is in force. `ineligible`: a requirement is unmet.
 *
 * @category Report
 */
export type Outcome = "eligible" | "on-track" | "undetermined" | "ineligible";

/** The outcomes from best to worst. */
export const outcomes = [
  "eligible",
  "on-track",
  "undetermined",
  "ineligible",
] as const satisfies Outcome[];

/**
 * Decides the outcome. Recommendations do not count; without any requirement, it is undetermined.
 *
 * @param kinds - The kind of each rule.
 * @param statuses - The status of each rule, in the same order.
 */
export function outcomeOf(kinds: readonly Kind[], statuses: readonly Status[]): Outcome {
  let isRequired = false;
  let isUnknown = false;
  let isOpen = false;
  for (let index = 0; index < kinds.length; index += 1) {
    const kind = kinds[index];
    const status = statuses[index];
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
