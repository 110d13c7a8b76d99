import type { FactId } from "../schema/facts.ts";
import type { LocationId, PartnerProfile } from "../schema/profile.ts";

/** A value a fact can have. `null` is known to be none; a fact without a value is unknown. */
export type FactValue = boolean | number | string | null | object;

/** Looks up the value of another fact. */
export type Read = (fact: FactId) => FactValue | undefined;

/**
 * The closed list of derived facts: pure functions of other facts, unknown when what they need is.
 * What each reads stands in its description, so that a report can ask for it.
 */
export const derivations = {
  "membership.activeLocationCountries": (read) => {
    const locations = read("membership.locationIds") as LocationId[] | undefined;
    if (locations === undefined) return undefined;
    return [...new Set(locations.filter(({ active }) => active).map(({ country }) => country))];
  },
  "support.plan.owned": (read) => {
    const plan = read("support.plan") as NonNullable<PartnerProfile["support"]>["plan"];
    return plan === undefined ? undefined : plan !== null;
  },
} satisfies Partial<Record<FactId, (read: Read) => FactValue | undefined>>;
