import {
  type Capability,
  type Stage,
  capabilities,
  howToCheck,
  restriction,
  stagesOf,
} from "../rules/capabilities.ts";
import type { Question } from "../rules/question.ts";
import type { Source } from "../rules/sources.ts";
import type { Outcome } from "./outcome.ts";

/**
 * What falling short costs a current partner, and the way out.
 *
 * @category Report
 */
export interface Consequences {
  /** The status that Microsoft may give to the tenant; it says so when it does. */
  status: "restricted";
  /** What becomes of the direct bill capabilities, and when. */
  text: string;
  /** What the partner can no longer do once it is so. */
  lost: readonly Capability[];
  /** What it still can. */
  kept: readonly Capability[];
  /** How the partner sees the status. */
  howToCheck: string;
  /** The move to indirect reseller: evaluate the same profile in this track. */
  wayOut: { track: "transition"; text: string };
  /** What follows later; in the edition of 2025-10-01, known from secondary sources. */
  stages?: Stage[];
  /** Where `text` comes from. */
  sources: readonly Source[];
}

const lost = Object.freeze(capabilities.filter(({ whenRestricted }) => whenRestricted === "lost"));
const kept = Object.freeze(capabilities.filter(({ whenRestricted }) => whenRestricted === "kept"));
const wayOut = Object.freeze({
  track: "transition",
  text: "Meet what is unmet, or move to the indirect reseller model.",
} as const);

/** What an ineligible partner has to expect; undefined for any other answer. */
export function consequencesOf(
  { track, asOf, edition }: Question,
  outcome: Outcome,
): Consequences | undefined {
  if (track !== "remain" || outcome !== "ineligible") return undefined;
  const stages = stagesOf(edition.from);
  return {
    status: "restricted",
    text: restriction.text,
    lost,
    kept,
    howToCheck: howToCheck(asOf),
    wayOut,
    ...(stages.length > 0 && { stages }),
    sources: restriction.sources,
  };
}
