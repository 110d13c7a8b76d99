import fc from "fast-check";
import type * as z from "zod";

import type { PartnerProfile } from "../../src/index.ts";
import { isCountrySchema } from "../../src/profile/country-schema.ts";
import { partnerProfileSchema } from "../../src/profile/profile-schema.ts";

// Few values, close together, so that equal dates, borders and both sides of them come up often.
const dates = [
  "2018-08-31",
  "2019-03-20",
  "2019-08-31",
  "2020-08-28",
  "2020-08-29",
  "2020-09-02",
  "2020-10-27",
  "2021-01-01",
  "2021-10-27",
  "2023-01-01",
  "2024-04-10",
  "2025-09-30",
  "2025-10-01",
  "2026-03-01",
  "2026-08-01",
];

export const anyDay = fc.constantFrom(...dates);

const country = fc.constantFrom("SE", "NO", "US", "BR");
const count = fc.constantFrom(0, 1, 2);
const amount = fc.constantFrom(0, 150_000, 299_999.99, 300_000, 1_000_000);

/** Values for the fields whose type does not say enough. */
const special: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  id: fc.string(),
  "membership.locationIds": fc
    .array(fc.record({ country, active: fc.boolean() }), { maxLength: 3 })
    .map((locations) => locations.map((rest, index) => ({ id: `400000${index}`, ...rest }))),
  "membership.solutionsPartnerDesignations": fc.array(fc.constantFrom("Security", "SE"), {
    maxLength: 2,
  }),
  // A passed check, and an application, are what most rules ask for.
  "enrollment.application": fc.constantFrom("submitted", "submitted", "submitted", "not-started"),
  "creditCheck.status": fc.constantFrom(
    "passed",
    "passed",
    "passed",
    "pending",
    "failed",
    "not-started",
  ),
  "security.alertResponseHours": fc.constantFrom(0, 24, 24.1),
};

function valueOf(schema: z.core.$ZodTypes, path: string): fc.Arbitrary<unknown> {
  const known = special[path];
  if (known !== undefined) return known;
  const { def } = schema._zod;
  switch (def.type) {
    case "optional":
      return valueOf(def.innerType as z.core.$ZodTypes, path);
    case "nullable":
      return fc.option(valueOf(def.innerType as z.core.$ZodTypes, path), { freq: 3 });
    case "object":
      return groupOf(def, path);
    case "boolean":
      return fc.boolean();
    case "enum":
      return isCountrySchema(schema) ? country : fc.constantFrom(...Object.values(def.entries));
    case "number":
      return "check" in def ? count : amount;
    case "string":
      return anyDay;
    default:
      throw new Error(`No values for ${path}, which is a ${def.type}`);
  }
}

function groupOf({ shape }: z.core.$ZodObjectDef, path: string): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape).map(([key, schema]) => [
    key,
    valueOf(schema as z.core.$ZodTypes, path === "" ? key : `${path}.${key}`),
  ]);
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>);
}

type Complete = {
  [Group in keyof Required<PartnerProfile>]: NonNullable<PartnerProfile[Group]>;
};

const sorted = (...days: (string | undefined)[]): string[] => (days as string[]).toSorted();
const largest = (counts: object): number => Math.max(...(Object.values(counts) as number[]));

/** Takes out what cannot all be true. */
function reconcile(profile: Complete): PartnerProfile {
  const { support, creditCheck, enrollment, security, transition } = profile;
  const { capabilitiesAssessment } = profile;
  const { plan } = support;
  if (plan) {
    [plan.purchasedOn, plan.renewedOn, plan.endsOn] = sorted(
      plan.purchasedOn,
      plan.renewedOn,
      plan.endsOn,
    ) as [string, string, string];
    plan.renewsOn = sorted(plan.purchasedOn, plan.renewsOn)[1]!;
  }
  if (enrollment.application === "not-started") {
    delete enrollment.appliedOn;
    enrollment.eligibility = "not-started";
    enrollment.businessInformation = "not-started";
    creditCheck.status = "not-started";
  }
  if (creditCheck.status !== "passed") delete creditCheck.notifiedOn;
  const { adminAccounts = 0, adminAccountsWithMfa = 0, alertResponseHours = 0 } = security;
  security.adminAccounts = Math.max(adminAccounts, adminAccountsWithMfa);
  if (alertResponseHours > 0) security.alerts ||= 1;
  if (capabilitiesAssessment.result === "not-taken") delete capabilitiesAssessment.on;
  if (transition.enrollment === "not-started") transition.submittedByGlobalAdmin = false;
  transition.agreementAccepted &&= transition.enrollment === "approved";
  const { customers, subscriptions } = transition as Required<typeof transition>;
  customers!.total = largest(customers!);
  const { transferable, transferred, notTransferable, boughtAgain } = subscriptions!;
  subscriptions!.transferable = Math.max(transferable!, transferred!);
  subscriptions!.notTransferable = Math.max(notTransferable!, boughtAgain!);
  return profile;
}

/** Profiles in which every fact is known, as far as there is one. */
export const completeProfile = groupOf(partnerProfileSchema._zod.def, "").map((profile) =>
  reconcile(profile as Complete),
);

/** Companies that meet almost everything, but for a few groups of facts that could be anything. */
export function nearly(good: readonly PartnerProfile[]): fc.Arbitrary<PartnerProfile> {
  return fc
    .record({ known: fc.constantFrom(...good), other: completeProfile })
    .chain(({ known, other }) =>
      fc
        .subarray(Object.keys(other) as (keyof PartnerProfile)[], { maxLength: 3 })
        .map((groups) => ({
          ...structuredClone(known),
          ...Object.fromEntries(groups.map((group) => [group, other[group]])),
        })),
    );
}

/** Paths of every field and group of fields; a list counts as one field. */
export function pathsOf(value: object, prefix = ""): string[] {
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    const path = prefix + key;
    const isGroup = typeof item === "object" && item !== null && !Array.isArray(item);
    return isGroup ? [path, ...pathsOf(item, `${path}.`)] : [path];
  });
}

/** The same profile without the fields and groups at some paths. */
export function without<Value extends object>(
  value: Value,
  paths: ReadonlySet<string>,
  prefix = "",
): Value {
  const kept = Object.entries(value)
    .filter(([key]) => !paths.has(prefix + key))
    .map(([key, item]: [string, unknown]) => {
      const isGroup = typeof item === "object" && item !== null && !Array.isArray(item);
      return [key, isGroup ? without(item, paths, `${prefix}${key}.`) : item];
    });
  return Object.fromEntries(kept) as Value;
}

/** A profile, and the same profile with some fields and groups forgotten. */
export const profileAndLess = completeProfile.chain((complete) =>
  fc
    .subarray(pathsOf(complete))
    .map((forgotten) => ({ complete, partial: without(complete, new Set(forgotten)), forgotten })),
);

/** Profiles in which some facts are known. */
export const partialProfile = profileAndLess.map(({ partial }) => partial);
