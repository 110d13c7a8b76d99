import type { Status } from "../../src/findings/status.ts";

/** A status as a sign and a word: a reader needs no colour to tell them apart. */
export const statusWords: Readonly<Record<Status, string>> = {
  met: "✓ met",
  unmet: "✗ unmet",
  unknown: "? unknown",
  "not-due": "◷ not due",
  "not-applicable": "– not applicable",
};
