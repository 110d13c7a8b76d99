import { type OpenFacts, openFactsOf } from "../facts/open-facts.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { PartnerProfile } from "../profile/profile.ts";
import type { FactValues } from "../profile/profile-reader.ts";
import { readField } from "../profile/profile-reader.ts";
import { withValueAt } from "../profile/with-value-at.ts";
import type { Inquiry } from "../rules/question.ts";
import { type Possible, possibleIn } from "./possible.ts";

/** What is known about a company, and what the rules of an inquiry can still come to. */
export interface Situation {
  readonly inquiry: Inquiry;
  readonly profile: PartnerProfile;
  readonly stated: Readonly<FactValues>;
  /** Facts that stay absent: they were asked for in vain. */
  readonly closed: ReadonlySet<FactId>;
  readonly facts: OpenFacts;
  readonly possible: Possible;
}

/** The facts that a profile states; undefined if they contradict each other. */
export function statedIn({ table }: Inquiry, profile: PartnerProfile): FactValues | undefined {
  const { nothing, layout } = table.shape;
  const stated = nothing.slice();
  // What the reader leaves to zod does not occur in a profile that only answers have changed.
  return readField(layout, profile, stated) ? stated : undefined;
}

/** What is known of a valid profile. */
export function situationOf(
  inquiry: Inquiry,
  profile: PartnerProfile,
  stated: Readonly<FactValues>,
  closed: ReadonlySet<FactId>,
): Situation {
  const facts = openFactsOf(inquiry, stated, closed);
  return { inquiry, profile, stated, closed, facts, possible: possibleIn(inquiry.set, facts) };
}

/** A profile as all that will be known; undefined if it contradicts itself. */
export function knownSituation(inquiry: Inquiry, profile: PartnerProfile): Situation | undefined {
  const stated = statedIn(inquiry, profile);
  return stated && situationOf(inquiry, profile, stated, new Set(inquiry.table.stated));
}

/** The situation once a fact is known; undefined if the value contradicts the rest of the profile. */
export function withAnswer(
  { inquiry, profile, closed }: Situation,
  fact: FactId,
  value: unknown,
): Situation | undefined {
  const answered = withValueAt(profile, fact, value);
  const stated = statedIn(inquiry, answered);
  return stated && situationOf(inquiry, answered, stated, closed);
}

/** The situation once it is known that a fact stays absent. */
export function withoutAnswer(
  { inquiry, profile, stated, closed }: Situation,
  fact: FactId,
): Situation {
  return situationOf(inquiry, profile, stated, new Set([...closed, fact]));
}
