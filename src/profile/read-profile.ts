import type * as z from "zod";

import { InvalidProfileError, type Issue } from "../input/errors.ts";
import { issuesOf, strictShape } from "../input/issues.ts";
import { copyOwnProperties, isPrototypePolluted } from "../input/own-properties.ts";
import { type FieldLayout, type StatedFact, layoutOf } from "./field-layout.ts";
import { type HostFact, hostSchemaOf } from "./host-facts.ts";
import { type FactValues, readField } from "./profile-reader.ts";
import { hintOf, partnerProfileSchema } from "./profile-schema.ts";
import type { PartnerProfile, StatedFactId } from "./profile.ts";

/** What profiles of one shape are read with. */
export interface ProfileShape {
  readonly schema: z.ZodType;
  readonly layout: FieldLayout;
  /** The facts of a profile that states none. */
  readonly nothing: Readonly<FactValues>;
}

const found: StatedFact[] = [];
const ownLayout = layoutOf(partnerProfileSchema, found, "");

/** Every fact that a profile states, in the order of the profile; its index is its position. */
export const statedFacts = found as readonly (StatedFact & { readonly id: StatedFactId })[];

/** The shape of a profile without facts of the host. */
export const ownShape: ProfileShape = {
  schema: partnerProfileSchema,
  layout: ownLayout,
  nothing: found.map(() => undefined),
};

/**
 * The shape of a profile with facts of the host, and a description of them.
 *
 * @param from - The position of the first of them.
 */
export function shapeWith(
  hostFacts: readonly HostFact[],
  from: number,
): { readonly shape: ProfileShape; readonly facts: readonly StatedFact[] } {
  const hostSchema = hostSchemaOf(hostFacts);
  // What is before them only counts.
  const facts = Array.from<StatedFact>({ length: from });
  const host = layoutOf(hostSchema, facts, "host");
  const group = { ...ownLayout.group!, fields: Object.create(null) as Record<string, FieldLayout> };
  Object.assign(group.fields, ownLayout.group!.fields, { host });
  const shape: ProfileShape = {
    schema: strictShape({ ...partnerProfileSchema.shape, host: hostSchema }, { hintOf }),
    layout: { ...ownLayout, group },
    nothing: facts.map(() => undefined),
  };
  return { shape, facts: facts.slice(from) };
}

/** A valid profile and the facts it states. */
export interface ReadProfile {
  readonly profile: PartnerProfile;
  readonly stated: FactValues;
  /** What was malformed and left out. */
  readonly ignored: readonly Issue[];
  /** Paths at and below which facts are unknown because something was left out. */
  readonly unknownAt: readonly string[];
}

const none: readonly never[] = [];

/**
 * Reads a profile and its facts from a host's input, or throws an {@link InvalidProfileError}. Plain
 * data is returned as it is, to be read but not modified; only its own enumerable properties count.
 */
export function readProfile(input: unknown, shape: ProfileShape = ownShape): ReadProfile {
  const { schema, layout, nothing } = shape;
  const stated = nothing.slice();
  if (!isPrototypePolluted() && isReadQuickly(layout, input, stated))
    return { profile: input as PartnerProfile, stated, ignored: none, unknownAt: none };
  const parsed = schema.safeParse(copyOwnProperties(input), { reportInput: true });
  if (!parsed.success) throw new InvalidProfileError(issuesOf(parsed.error));
  return { ...readValid(parsed.data, shape), ignored: none, unknownAt: none };
}

/** Whether an id is there to be read again, which one that a getter makes up could not be. */
function hasValueAsId(profile: unknown): boolean {
  return Object.getOwnPropertyDescriptor(profile, "id")?.get === undefined;
}

/** Reads an input that is plain data; false if it is not, or throws when it is read. */
function isReadQuickly(layout: FieldLayout, input: unknown, stated: FactValues): boolean {
  try {
    return readField(layout, input, stated) && hasValueAsId(input);
  } catch {
    return false;
  }
}

/** Reads the facts of what the schema has returned. */
export function readValid(
  data: unknown,
  { layout, nothing }: ProfileShape,
): Pick<ReadProfile, "profile" | "stated"> {
  const profile = copyOwnProperties(data) as PartnerProfile;
  const stated = nothing.slice();
  readField(layout, profile, stated);
  return { profile, stated };
}
