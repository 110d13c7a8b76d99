import {
  type Capability,
  type Stage,
  capabilities,
  howToCheck,
  restriction,
  stagesOf,
} from "../rules/capabilities.ts";
import type { Facts } from "../facts/facts.ts";
import { positionOf } from "../facts/fact-table.ts";
import type { Inquiry } from "../rules/question.ts";
import type { Source } from "../rules/sources.ts";
import type { Outcome } from "./outcome.ts";

/**
 * The consequences of falling short for a current partner, and the way out.
 *
 * @category Report
 */
export interface Consequences {
  /** From the edition of 2025-10-01, a stage that the tenant is known to have reached; else `restricted`. */
  status: "restricted" | "suspended" | "revoked";
  /** What happens to the direct bill capabilities, and when. */
  text: string;
  /** What the partner can no longer do in that status. */
  lost: readonly Capability[];
  /** What it still can; empty in a later stage, where `text` says what is left. */
  kept: readonly Capability[];
  /** Where the partner can see the status. */
  howToCheck: string;
  /** The move to indirect reseller: evaluate the same profile in this track. */
  wayOut: { track: "transition"; text: string };
  /** The later stages; in the edition of 2025-10-01, known from secondary sources. */
  stages?: Stage[];
  /** The sources of `text`. */
  sources: readonly Source[];
}

const lost = Object.freeze(capabilities.filter(({ whenRestricted }) => whenRestricted === "lost"));
const kept = Object.freeze(capabilities.filter(({ whenRestricted }) => whenRestricted === "kept"));
const none: readonly Capability[] = Object.freeze([]);
const directBillStatus = positionOf("transition.directBillStatus");
const wayOut = Object.freeze({
  track: "transition",
  text: "Meet the unmet requirements, or move to the indirect reseller model.",
} as const);

/** The consequences for an ineligible partner; undefined for any other outcome. */
export function consequencesOf(
  { track, asOf, edition }: Inquiry,
  outcome: Outcome,
  facts: Facts,
): Consequences | undefined {
  if (track !== "remain" || outcome !== "ineligible") return undefined;
  const stages = stagesOf(edition.from);
  const known = facts[directBillStatus];
  const reached = stages.findIndex(({ status }) => status === known);
  const stage = stages[reached];
  const toCome = stages.slice(reached + 1);
  return {
    status: stage?.status ?? "restricted",
    text: stage?.text ?? (known === "restricted" ? restriction.textInForce : restriction.text),
    lost: stage?.status === "revoked" ? capabilities : lost,
    kept: stage === undefined ? kept : none,
    howToCheck: howToCheck(asOf),
    wayOut,
    ...(toCome.length > 0 && { stages: toCome }),
    sources: stage?.sources ?? restriction.sources,
  };
}
