import { type FactId, type Outcome, facts } from "csp-direct-bill-rules/sync";

/** An outcome as a sign and a word. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  eligible: "✓ eligible",
  "on-track": "◷ on track",
  undetermined: "? undetermined",
  ineligible: "✗ ineligible",
};

/** What an outcome means. */
export const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  eligible: "Every requirement is met, and every step is done.",
  "on-track": "Nothing is wrong, but something is still open.",
  undetermined: "A requirement cannot be decided with what is known.",
  ineligible: "A requirement is unmet.",
};

const labels = new Map<string, string>(facts.map(({ id, label }) => [id, label]));

/** The label of a fact, or of what changes with the edition. */
export const labelOf = (fact: FactId | "edition"): string =>
  fact === "edition" ? "another edition" : (labels.get(fact) ?? fact);

/** A value as people read it. */
export function wordsOf(value: unknown): string {
  if (value === undefined) return "not known";
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString("en-US");
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(wordsOf).join("; ");
  if (typeof value === "object")
    return Object.entries(value)
      .map(
        ([key, part]) =>
          `${key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${wordsOf(part)}`,
      )
      .join(", ");
  return String(value);
}
