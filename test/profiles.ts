import type { PartnerProfile } from "../src/index.ts";

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
