import fc from "fast-check";

import type { PartnerProfile } from "../src/index.ts";
import {
  applicationStatuses,
  assessmentResults,
  creditCheckStatuses,
  decisionStatuses,
  directBillStatuses,
  questionnaireStatuses,
  resellerEnrollments,
  supportPlanTypes,
  transitionTenants,
  vettingStatuses,
} from "../src/schema/profile.ts";

/** A company that meets everything, in every edition, on any day from 30 August 2020 to 28 August 2021. */
export const goodProfile = {
  id: "acme",
  membership: {
    active: true,
    agreementSigned: true,
    locationIds: [{ id: "4000001", country: "SE", active: true }],
    solutionsPartnerDesignations: ["Modern Work"],
  },
  company: { country: "SE" },
  tenant: { country: "SE" },
  authority: { acceptAgreements: true, signAgreements: true },
  support: {
    firstLevel: true,
    plan: {
      type: "ASfP",
      purchasedOn: "2020-08-29",
      endsOn: "2021-08-28",
      renewsOn: "2021-08-29",
    },
  },
  creditCheck: { status: "passed", notifiedOn: "2020-08-28" },
  services: { managedServices: 1, ipServices: 0, customerSolutions: 0 },
  operations: { customerBilling: true, customerProvisioning: true },
  indirectReseller: { transactingSince: "2018-01-15" },
  trailingRevenue: {
    indirectReseller: { cloudUsd: 900_000, perpetualSoftwareUsd: 50_000 },
    directBill: { cloudUsd: 50_000, perpetualSoftwareUsd: 0 },
  },
  security: {
    adminAccounts: 4,
    adminAccountsWithMfa: 4,
    securityContact: true,
    alertResponseHours: 24,
  },
  enrollment: {
    questionnaire: "completed",
    application: "submitted",
    eligibility: "verified",
    businessInformation: "verified",
    appliedOn: "2020-08-01",
    onboardedOn: "2018-11-05",
  },
  capabilitiesAssessment: { result: "passed", on: "2020-08-10" },
  vetting: { status: "authorized" },
  partnerAgreement: { acceptedOn: "2020-08-30" },
  transition: {
    profileCurrent: true,
    consequencesConsidered: true,
    tenant: "existing",
    directBillStatus: "restricted",
    enrollment: "approved",
    submittedByGlobalAdmin: true,
    agreementAccepted: true,
    providerAccepted: true,
    customers: { total: 12, consented: 12, extended: 12, agreementsAccepted: 12 },
    subscriptions: { transferable: 40, transferred: 40, notTransferable: 7, boughtAgain: 7 },
  },
} as const satisfies PartnerProfile;

/** Company facts all known and good, nothing of the procedure started. */
export const newApplicant = {
  membership: goodProfile.membership,
  company: goodProfile.company,
  tenant: goodProfile.tenant,
  authority: goodProfile.authority,
  support: { firstLevel: true, plan: null },
  services: goodProfile.services,
  operations: goodProfile.operations,
} as const satisfies PartnerProfile;

// Few values, close together, so that equal dates, borders and both sides of them come up often.
const dates = [
  "2018-08-31",
  "2020-08-28",
  "2020-08-29",
  "2020-09-02",
  "2020-10-27",
  "2021-01-01",
  "2021-10-27",
  "2025-09-30",
  "2025-10-01",
  "2026-08-01",
];
const date = fc.constantFrom(...dates);
const country = fc.constantFrom("SE", "NO", "US");
const count = fc.constantFrom(0, 1, 2);
const amount = fc.constantFrom(0, 150_000, 299_999.99, 300_000, 1_000_000);
const revenue = fc.record({ cloudUsd: amount, perpetualSoftwareUsd: amount });
const oneOf = fc.constantFrom;

export const anyDay = date;

const plan = fc
  .record({ type: oneOf(...supportPlanTypes), days: fc.tuple(date, date), renewsOn: date })
  .map(({ type, days, renewsOn }) => {
    const [purchasedOn, endsOn] = days.toSorted();
    return { type, purchasedOn, endsOn, renewsOn };
  });

const security = fc
  .record({
    accounts: fc.tuple(count, count),
    securityContact: fc.boolean(),
    alertResponseHours: fc.constantFrom(0, 24, 24.1),
  })
  .map(({ accounts, ...rest }) => ({
    adminAccounts: Math.max(...accounts),
    adminAccountsWithMfa: Math.min(...accounts),
    ...rest,
  }));

/** Counts of which the first is the largest. */
const whole = (length: number): fc.Arbitrary<number[]> =>
  fc
    .array(count, { minLength: length, maxLength: length })
    .map((all) => all.toSorted().toReversed());

const transition = fc.record({
  profileCurrent: fc.boolean(),
  consequencesConsidered: fc.boolean(),
  tenant: oneOf(...transitionTenants),
  directBillStatus: oneOf(...directBillStatuses),
  enrollment: oneOf(...resellerEnrollments),
  submittedByGlobalAdmin: fc.boolean(),
  agreementAccepted: fc.boolean(),
  providerAccepted: fc.boolean(),
  customers: whole(4).map(([total, consented, extended, agreementsAccepted]) => ({
    total,
    consented,
    extended,
    agreementsAccepted,
  })),
  subscriptions: fc
    .tuple(whole(2), whole(2))
    .map(([[transferable, transferred], [notTransferable, boughtAgain]]) => ({
      transferable,
      transferred,
      notTransferable,
      boughtAgain,
    })),
});

/** Profiles in which every fact is known. */
export const completeProfile = fc.record({
  id: fc.string(),
  membership: fc.record({
    active: fc.boolean(),
    agreementSigned: fc.boolean(),
    solutionsPartnerDesignations: fc.array(fc.constantFrom("Security", "SE"), { maxLength: 2 }),
    locationIds: fc.array(
      fc.record({ id: oneOf("4000001", "4000002"), country, active: fc.boolean() }),
      { maxLength: 3 },
    ),
  }),
  company: fc.record({ country }),
  tenant: fc.record({ country }),
  authority: fc.record({ acceptAgreements: fc.boolean(), signAgreements: fc.boolean() }),
  support: fc.record({ firstLevel: fc.boolean(), plan: fc.option(plan, { freq: 3 }) }),
  creditCheck: fc.record({ status: oneOf(...creditCheckStatuses), notifiedOn: date }),
  services: fc.record({ managedServices: count, ipServices: count, customerSolutions: count }),
  operations: fc.record({ customerBilling: fc.boolean(), customerProvisioning: fc.boolean() }),
  enrollment: fc.record({
    questionnaire: oneOf(...questionnaireStatuses),
    application: oneOf(...applicationStatuses),
    eligibility: oneOf(...decisionStatuses),
    businessInformation: oneOf(...decisionStatuses),
    appliedOn: date,
    onboardedOn: date,
  }),
  indirectReseller: fc.record({ transactingSince: date }),
  trailingRevenue: fc.record({ indirectReseller: revenue, directBill: revenue }),
  security,
  capabilitiesAssessment: fc.record({ result: oneOf(...assessmentResults), on: date }),
  vetting: fc.record({ status: oneOf(...vettingStatuses) }),
  partnerAgreement: fc.record({ acceptedOn: fc.option(date, { freq: 3 }) }),
  transition,
}) as fc.Arbitrary<PartnerProfile>;

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
