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
  const requirements = findings.filter(({ kind }) => kind === "requirement");
  const some = (status: string): boolean =>
    requirements.some((finding) => finding.status === status);
  if (some("unmet")) return "ineligible";
  if (some("unknown") || requirements.length === 0) return "undetermined";
  const openStep = findings.some(({ kind, status }) => kind === "step" && isOpen(status));
  return some("not-due") || openStep ? "on-track" : "eligible";
}

function isOpen(status: Finding["status"]): boolean {
  return status !== "met" && status !== "not-applicable";
}
