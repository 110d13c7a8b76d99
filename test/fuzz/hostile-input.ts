import fc from "fast-check";

import { statedFactIds } from "../../src/facts/fact-table.ts";
import type { PartnerProfile } from "../../src/index.ts";
import { partialProfile } from "../generate/profiles.ts";
import { anyHostile } from "./hostile-values.ts";
import { spoilAt, waysToSpoil } from "./spoil.ts";

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

const spoil = fc.record({
  place: fc.constantFrom(...places),
  hostile: anyHostile,
  how: waysToSpoil,
});

/** Makes a profile of which some parts are what no host should pass; made late, as looking at it may throw. */
export const hostileProfile: fc.Arbitrary<{ make: () => unknown }> = fc
  .tuple(partialProfile, fc.array(spoil, { minLength: 1, maxLength: 4 }))
  .map(([profile, spoils]) => ({
    make: () => spoils.reduce<unknown>(spoilAt, structuredClone(profile as PartnerProfile)),
  }));
