import { expect, it } from "vitest";
import type * as z from "zod";

import type { Report, partnerProfileSchema } from "../src/index.ts";
import type { DerivedFact } from "../src/facts/derived-fact.ts";
import type { FactLookups } from "../src/facts/look-up.ts";
import { field, flag } from "../src/profile/fields.ts";
import type { PartnerProfile } from "../src/profile/profile.ts";
import type { OperatorDescription } from "../src/rule/operators.ts";

// `npm run typecheck` proves these: an expected error that does not occur is an error.

const derive = (): boolean => true;
const holds = (): boolean => true;

// @ts-expect-error -- a derived fact needs words
export const wordless = { type: "boolean", needs: [], derive } satisfies DerivedFact;
// @ts-expect-error -- and a derivation
export const underived = { type: "boolean", needs: [], words: "A." } satisfies DerivedFact;

export const unreadable = {
  reads: ["date"],
  against: "same",
  holds,
  // @ts-expect-error -- an operator needs words
} satisfies OperatorDescription;

// @ts-expect-error -- a field of a profile needs words
export const nameless = (): unknown => field(flag);

export const lookups: FactLookups = {
  "support.firstLevel": derive,
  // @ts-expect-error -- a derived fact is not looked up
  "support.plan.owned": derive,
};

type Without<Field extends keyof Report> = Omit<Report, Field>;
// @ts-expect-error -- a report without one of its fields is not a report
export const partial = (report: Without<"counts">): Report => report;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** The type without what only evaluation reads, and with lists that may be changed. */
type AsParsed<Value> = Value extends readonly (infer Item)[]
  ? AsParsed<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: AsParsed<Value[Key]> }
    : Value;
const isSame: Same<
  z.output<typeof partnerProfileSchema>,
  AsParsed<Omit<PartnerProfile, "host">>
> = true;

it("the interface of a profile is the type of its schema", () => {
  expect(isSame).toBe(true);
});
