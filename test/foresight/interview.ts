import type { FactId, PartnerProfile } from "../../src/index.ts";
import { withValueAt } from "../../src/profile/with-value-at.ts";
import { valueAt } from "../value-at.ts";

/** What is known in an interview: what was answered, and what was asked for in vain. */
export interface Known {
  readonly profile: PartnerProfile;
  readonly skip: readonly FactId[];
  readonly asked: readonly FactId[];
}

/** Asks about a hidden company until there is nothing to ask. */
export function interview(
  hidden: PartnerProfile,
  next: (known: Known) => FactId | undefined,
): Known {
  let known: Known = { profile: {}, skip: [], asked: [] };
  for (;;) {
    const fact = next(known);
    if (fact === undefined) return known;
    known = answered(known, fact, valueAt(hidden, fact));
  }
}

function answered({ profile, skip, asked }: Known, fact: FactId, value: unknown): Known {
  const isGroup = fact === "support.plan" && value !== null;
  return value === undefined
    ? { profile, skip: [...skip, fact], asked: [...asked, fact] }
    : {
        profile: withValueAt(profile, fact, isGroup ? {} : value),
        skip,
        asked: [...asked, fact],
      };
}
