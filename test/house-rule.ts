import type { Condition, Rule } from "../src/index.ts";

/** A rule of a host with a condition, and what is special about it. */
export function houseRule(conditions: Condition, more: Partial<Rule<string>> = {}): Rule<string> {
  return {
    id: "house",
    title: "House rule",
    from: "2018-08-31",
    tracks: ["remain"],
    kind: "requirement",
    actor: "partner",
    conditions,
    messages: { met: "Yes.", unmet: "No.", unknown: "Who knows?" },
    remedy: "You must see to it.",
    sources: [{ title: "House", url: "https://example.org", revision: "2020-01-01" }],
    ...more,
  };
}
