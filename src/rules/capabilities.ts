import data from "../../rules/capabilities.json" with { type: "json" };
import type { CapabilitiesFile } from "./capabilities-file.ts";
import type { IsoDate } from "../input/dates.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { type Source, resolveSource } from "./sources.ts";

// The tests check the file against its schema; TypeScript reads JSON with widened types.
const file = data as CapabilitiesFile;

/**
 * Something a direct bill partner can do in Partner Center, and whether it still can once restricted.
 *
 * @category Rules
 */
export interface Capability {
  /** Stable identifier. */
  id: string;
  title: string;
  whenRestricted: "lost" | "kept";
  /** Conditions and limits. */
  notes?: readonly string[];
  sources: readonly Source[];
}

/**
 * A stage that follows if a partner keeps falling short of the requirements.
 *
 * @category Report
 */
export interface Stage {
  status: "suspended" | "revoked";
  /** Days after the restriction. */
  afterDays: number;
  /** What it means. */
  text: string;
  /** How certain this is. */
  notes: readonly string[];
  sources: readonly Source[];
}

/**
 * What restricted direct bill partners lose and keep, deeply frozen. The same data is in
 * `csp-direct-bill-rules/rules/capabilities.json`.
 *
 * @example
 * ```ts
 * capabilities.find(({ id }) => id === "create-customer-tenants")?.whenRestricted; //=> "lost"
 * ```
 *
 * @category Rules
 */
export const capabilities: readonly Capability[] = deepFreeze(
  file.capabilities.map(({ id, title, whenRestricted, notes, sources }) => ({
    id,
    title,
    whenRestricted,
    ...(notes && { notes }),
    sources: sources.map(resolveSource),
  })),
);

/** What Microsoft does when a partner falls short: as a possibility, and once it is known. */
export const restriction: {
  readonly text: string;
  readonly textInForce: string;
  readonly sources: readonly Source[];
} = deepFreeze({
  text: file.restriction.text,
  textInForce: file.restriction.textInForce,
  sources: file.restriction.sources.map(resolveSource),
});

const checks = deepFreeze(file.checks);
const stages = file.stages.map(({ from, status, afterDays, text, notes, sources }) => ({
  from,
  stage: deepFreeze<Stage>({ status, afterDays, text, notes, sources: sources.map(resolveSource) }),
}));

/** How a partner can see, on a given day, that it is restricted. */
export function howToCheck(day: IsoDate): string {
  return checks.findLast(({ from }) => from <= day)?.text ?? checks[0]!.text;
}

/** The stages that follow the restriction in the edition that starts on a day. */
export function stagesOf(editionStart: IsoDate): Stage[] {
  return stages.filter(({ from }) => from <= editionStart).map(({ stage }) => stage);
}
