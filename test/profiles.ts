import fc from "fast-check";

import type { PartnerProfile } from "../src/index.ts";
import {
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
  tenant: { country: "SE", sameRegion: true },
  authority: { acceptAgreements: true, signAgreements: true },
  support: {
    firstLevel: true,
    plan: {
      type: "ASfP",
      purchasedOn: "2020-08-29",
      endsOn: "2021-08-28",
      renewsOn: "2021-08-29",
      renewedOn: "2020-08-29",
    },
  },
  creditCheck: { status: "passed", notifiedOn: "2020-08-28" },
  services: { managedServices: 1, ipServices: 0, customerSolutions: 0 },
  operations: { customerBilling: true, customerProvisioning: true },
  indirectReseller: { transactingSince: "2018-01-15" },
  trailingRevenue: {
    endsOn: "2020-08-27",
    indirectReseller: { cloudUsd: 300_000, perpetualSoftwareUsd: 50_000 },
    directBill: { cloudUsd: 950_000, perpetualSoftwareUsd: 50_000 },
  },
  security: {
    adminAccounts: 4,
    adminAccountsWithMfa: 4,
    securityContact: true,
    alertResponseHours: 24,
    alerts: 2,
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
    customers: {
      total: 12,
      consented: 12,
      extended: 12,
      agreementsAccepted: 12,
      cloudAgreements: 0,
    },
    subscriptions: { transferable: 40, transferred: 40, notTransferable: 7, boughtAgain: 7 },
  },
} as const satisfies PartnerProfile;

/** The same company in the list of 2025, on any day from 22 October 2025 to 20 October 2026. */
export const goodIn2025 = {
  ...goodProfile,
  support: {
    firstLevel: true,
    plan: { type: "PSfP", purchasedOn: "2025-10-21", endsOn: "2026-10-20" },
  },
  creditCheck: { status: "passed", notifiedOn: "2025-10-20" },
  enrollment: { ...goodProfile.enrollment, appliedOn: "2025-10-05" },
  trailingRevenue: { ...goodProfile.trailingRevenue, endsOn: "2025-10-31" },
  capabilitiesAssessment: { result: "passed", on: "2025-10-21" },
  partnerAgreement: { acceptedOn: "2025-10-22" },
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
const date = fc.constantFrom(...dates);
const country = fc.constantFrom("SE", "NO", "US", "BR");
const count = fc.constantFrom(0, 1, 2);
const amount = fc.constantFrom(0, 150_000, 299_999.99, 300_000, 1_000_000);
const revenue = fc.record({ cloudUsd: amount, perpetualSoftwareUsd: amount });
const oneOf = fc.constantFrom;

export const anyDay = date;

/** Dates in order, the first the earliest. */
const orderedDates = (length: number): fc.Arbitrary<string[]> =>
  fc.array(date, { minLength: length, maxLength: length }).map((days) => days.toSorted());

const plan = fc
  .record({ type: oneOf(...supportPlanTypes), days: orderedDates(3), renewal: date })
  .map(({ type, days, renewal }) => {
    const [purchasedOn, renewedOn, endsOn] = days as [string, string, string];
    return {
      type,
      purchasedOn,
      endsOn,
      renewsOn: renewal < purchasedOn ? purchasedOn : renewal,
      renewedOn,
    };
  });

const locationIds = fc
  .array(fc.record({ country, active: fc.boolean() }), { maxLength: 3 })
  .map((locations) => locations.map((rest, index) => ({ id: `400000${index}`, ...rest })));

/** What a day proves and what is stated never contradict each other. */
const creditCheck = fc.oneof(
  fc.record({ status: fc.constant("passed"), notifiedOn: date }),
  fc.record({ status: oneOf(...creditCheckStatuses.filter((status) => status !== "passed")) }),
);

const application = fc.oneof(
  fc.record({ application: fc.constant("submitted"), appliedOn: date }),
  fc.record({ application: fc.constant("not-started") }),
);

const enrollment = fc
  .tuple(
    application,
    fc.record({
      questionnaire: oneOf(...questionnaireStatuses),
      eligibility: oneOf(...decisionStatuses),
      businessInformation: oneOf(...decisionStatuses),
      onboardedOn: date,
    }),
  )
  .map(([applied, rest]) => ({ ...applied, ...rest }));

const security = fc
  .record({
    accounts: fc.tuple(count, count),
    securityContact: fc.boolean(),
    alertResponseHours: fc.constantFrom(0, 24, 24.1),
    alerts: count,
  })
  .map(({ accounts, alerts, ...rest }) => ({
    adminAccounts: Math.max(...accounts),
    adminAccountsWithMfa: Math.min(...accounts),
    alerts: rest.alertResponseHours > 0 ? Math.max(alerts, 1) : alerts,
    ...rest,
  }));

/** Counts of which the first is the largest, the others in no order. */
const whole = (length: number): fc.Arbitrary<number[]> =>
  fc
    .array(count, { minLength: length, maxLength: length })
    .map((all) => [Math.max(...all), ...all.slice(1)]);

const transition = fc
  .record({
    profileCurrent: fc.boolean(),
    consequencesConsidered: fc.boolean(),
    tenant: oneOf(...transitionTenants),
    directBillStatus: oneOf(...directBillStatuses),
    enrollment: oneOf(...resellerEnrollments),
    submittedByGlobalAdmin: fc.boolean(),
    agreementAccepted: fc.boolean(),
    providerAccepted: fc.boolean(),
    customers: whole(5).map(
      ([total, consented, extended, agreementsAccepted, cloudAgreements]) => ({
        total,
        consented,
        extended,
        agreementsAccepted,
        cloudAgreements,
      }),
    ),
    subscriptions: fc
      .tuple(whole(2), whole(2))
      .map(([[transferable, transferred], [notTransferable, boughtAgain]]) => ({
        transferable,
        transferred,
        notTransferable,
        boughtAgain,
      })),
  })
  .map((all) => ({
    ...all,
    agreementAccepted: all.agreementAccepted && all.enrollment === "approved",
  }));

/** Profiles in which every fact is known, as far as there is one. */
export const completeProfile = fc.record({
  id: fc.string(),
  membership: fc.record({
    active: fc.boolean(),
    agreementSigned: fc.boolean(),
    solutionsPartnerDesignations: fc.array(fc.constantFrom("Security", "SE"), { maxLength: 2 }),
    locationIds,
  }),
  company: fc.record({ country }),
  tenant: fc.record({ country, sameRegion: fc.boolean() }),
  authority: fc.record({ acceptAgreements: fc.boolean(), signAgreements: fc.boolean() }),
  support: fc.record({ firstLevel: fc.boolean(), plan: fc.option(plan, { freq: 3 }) }),
  creditCheck,
  services: fc.record({ managedServices: count, ipServices: count, customerSolutions: count }),
  operations: fc.record({ customerBilling: fc.boolean(), customerProvisioning: fc.boolean() }),
  enrollment,
  indirectReseller: fc.record({ transactingSince: fc.option(date, { freq: 3 }) }),
  trailingRevenue: fc.record({ endsOn: date, indirectReseller: revenue, directBill: revenue }),
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
