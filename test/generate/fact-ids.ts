import { derivedFactTable } from "../../src/facts/derived-facts.ts";
import { union } from "./ids.ts";

/** The module that types the ids of facts: types cannot be inferred from mutually dependent tables. */
export function renderFactIds(): string {
  return `// Written by \`npm test -- -u\` from the tables of facts. Do not edit.
import type { HostFactId } from "../profile/host-facts.ts";
import type { StatedFactId } from "../profile/profile.ts";

/**
 * The id of a fact that follows from others, such as \`support.plan.owned\`.
 *
 * @category Rules
 */
export type DerivedFactId =${union(Object.keys(derivedFactTable))};

/**
 * The id of a fact: its path in the profile, \`asOf\` for the day asked about, one of the derived
 * facts, or a fact of the host.
 *
 * @category Rules
 */
export type FactId = "asOf" | StatedFactId | DerivedFactId | HostFactId;
`;
}
