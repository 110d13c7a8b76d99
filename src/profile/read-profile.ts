import { InvalidProfileError } from "../input/errors.ts";
import { issuesOf } from "../input/issues.ts";
import { copyOwnProperties, isPrototypePolluted } from "../input/own-properties.ts";
import { type StatedFact, layoutOf } from "./field-layout.ts";
import { type FactValues, readField } from "./profile-reader.ts";
import { partnerProfileSchema } from "./profile-schema.ts";
import type { PartnerProfile, StatedFactId } from "./profile.ts";

const found: StatedFact[] = [];
const layout = layoutOf(partnerProfileSchema, found, "");

/** Every fact that a profile states, in the order of the profile; its index is its position. */
export const statedFacts = found as readonly (StatedFact & { readonly id: StatedFactId })[];

/** A valid profile and the facts it states. */
export interface ReadProfile {
  readonly profile: PartnerProfile;
  readonly stated: FactValues;
}

const nothing: Readonly<FactValues> = found.map(() => undefined);

/**
 * Reads a profile and its facts from a host's input, or throws an {@link InvalidProfileError}. Plain
 * data is returned as it is, to be read but not modified; only its own enumerable properties count.
 */
export function readProfile(input: unknown): ReadProfile {
  const stated = nothing.slice();
  if (!isPrototypePolluted() && readField(layout, input, stated))
    return { profile: input as PartnerProfile, stated };
  const parsed = partnerProfileSchema.safeParse(copyOwnProperties(input));
  if (!parsed.success) throw new InvalidProfileError(issuesOf(parsed.error));
  const profile = copyOwnProperties(parsed.data) as PartnerProfile;
  const copied = nothing.slice();
  readField(layout, profile, copied);
  return { profile, stated: copied };
}
