import type { PartnerProfile } from "../../src/index.ts";

/** An applicant of the edition of 2025-10-01 that has still to buy a plan and to accept the agreement. */
export const lateApplicant: PartnerProfile = {
  membership: {
    active: true,
    agreementSigned: true,
    locationIds: [{ id: "5338102", country: "NL", active: true }],
    solutionsPartnerDesignations: ["Modern Work"],
  },
  company: { country: "NL" },
  tenant: { country: "NL" },
  authority: { acceptAgreements: true, signAgreements: true },
  support: { firstLevel: true, plan: null },
  operations: { customerBilling: true, customerProvisioning: true },
  indirectReseller: { transactingSince: "2023-05-10" },
  trailingRevenue: {
    endsOn: "2025-11-30",
    indirectReseller: { cloudUsd: 1_200_000, perpetualSoftwareUsd: 0 },
  },
  security: {
    adminAccounts: 5,
    adminAccountsWithMfa: 5,
    securityContact: true,
    alertResponseHours: 18,
  },
  vetting: { status: "authorized" },
  enrollment: {
    application: "submitted",
    appliedOn: "2025-11-25",
    eligibility: "verified",
    businessInformation: "verified",
  },
  creditCheck: { status: "passed", notifiedOn: "2025-12-05" },
  capabilitiesAssessment: { result: "passed", on: "2025-12-01" },
};

const { creditCheck: _credit, indirectReseller: _indirect, ...common } = lateApplicant;

/** A direct bill partner in its first review month, with too little revenue. */
export const smallPartner: PartnerProfile = {
  ...common,
  support: {
    firstLevel: true,
    plan: { type: "ASfP", purchasedOn: "2025-07-01", endsOn: "2026-06-30" },
  },
  trailingRevenue: {
    endsOn: "2025-10-31",
    directBill: { cloudUsd: 610_000, perpetualSoftwareUsd: 45_000 },
    indirectReseller: { cloudUsd: 0, perpetualSoftwareUsd: 0 },
  },
  partnerAgreement: { acceptedOn: "2020-01-20" },
  enrollment: { onboardedOn: "2018-11-19" },
  capabilitiesAssessment: { result: "passed", on: "2025-11-01" },
};
