import fc from "fast-check";

import { statedFactIds } from "../../src/facts/fact-table.ts";
import type { PartnerProfile } from "../../src/index.ts";
import { partialProfile } from "../generate/profiles.ts";
import { anyHostile } from "./hostile-values.ts";

type Fields = Record<string, unknown>;

/** Where a profile can be spoiled: at a fact, in the group around it, at a key that does not exist. */
const places = [
  ...statedFactIds,
  ...new Set(statedFactIds.map((id) => id.slice(0, id.lastIndexOf(".")))),
  "",
  "membership.locationIds.0",
  "membership.locationIds.0.country",
  "membership.solutionsPartnerDesignations.0",
  "unknown",
  "support.plan.unknown",
  "id",
  "host",
  "host.x",
];

interface Spoil {
  place: string;
  hostile: { make: () => unknown };
  /** How the value is put there. */
  how: "set" | "hidden" | "getter" | "symbol";
}

const spoil: fc.Arbitrary<Spoil> = fc.record({
  place: fc.constantFrom(...places),
  hostile: anyHostile,
  how: fc.constantFrom("set", "set", "set", "hidden", "getter", "symbol" as const),
});

function put(group: object, key: string, { hostile: { make }, how }: Spoil): void {
  const value = make();
  try {
    if (how === "hidden") Object.defineProperty(group, key, { value, configurable: true });
    else if (how === "getter")
      Object.defineProperty(group, key, { get: () => value, enumerable: true, configurable: true });
    else if (how === "symbol") (group as Record<symbol, unknown>)[Symbol(key)] = value;
    else (group as Fields)[key] = value;
  } catch {
    // What was put around it takes nothing in.
  }
}

/** Puts a value at a place, as far as what is there allows it. */
function spoilAt(profile: unknown, one: Spoil): unknown {
  if (one.place === "") return one.hostile.make();
  const path = one.place.split(".");
  let group: unknown = profile;
  for (const key of path.slice(0, -1)) {
    if (typeof group !== "object" || group === null) return profile;
    try {
      const fields = group as Fields;
      fields[key] ??= {};
      group = fields[key];
    } catch {
      return profile;
    }
  }
  if (typeof group === "object" && group !== null) put(group, path.at(-1)!, one);
  return profile;
}

/** Makes a profile of which some parts are what no host should pass; made late, as looking at it may throw. */
export const hostileProfile: fc.Arbitrary<{ make: () => unknown }> = fc
  .tuple(partialProfile, fc.array(spoil, { minLength: 1, maxLength: 4 }))
  .map(([profile, spoils]) => ({
    make: () => spoils.reduce<unknown>(spoilAt, structuredClone(profile as PartnerProfile)),
  }));
