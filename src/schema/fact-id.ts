// Written by `npm test -- -u` from the tables of facts. Do not edit.

/**
 * The id of a fact that a profile states: its path in the profile, `support.plan.type`.
 *
 * @category Rules
 */
export type StatedFactId =
  | "membership.active"
  | "membership.agreementSigned"
  | "membership.locationIds"
  | "membership.solutionsPartnerDesignations"
  | "company.country"
  | "tenant.country"
  | "tenant.sameRegion"
  | "authority.acceptAgreements"
  | "authority.signAgreements"
  | "support.firstLevel"
  | "support.plan"
  | "support.plan.type"
  | "support.plan.purchasedOn"
  | "support.plan.endsOn"
  | "support.plan.renewsOn"
  | "support.plan.renewedOn"
  | "creditCheck.status"
  | "creditCheck.notifiedOn"
  | "services.managedServices"
  | "services.ipServices"
  | "services.customerSolutions"
  | "operations.customerBilling"
  | "operations.customerProvisioning"
  | "indirectReseller.transactingSince"
  | "trailingRevenue.endsOn"
  | "trailingRevenue.indirectReseller.cloudUsd"
  | "trailingRevenue.indirectReseller.perpetualSoftwareUsd"
  | "trailingRevenue.directBill.cloudUsd"
  | "trailingRevenue.directBill.perpetualSoftwareUsd"
  | "security.adminAccounts"
  | "security.adminAccountsWithMfa"
  | "security.securityContact"
  | "security.alertResponseHours"
  | "security.alerts"
  | "enrollment.questionnaire"
  | "enrollment.application"
  | "enrollment.appliedOn"
  | "enrollment.eligibility"
  | "enrollment.businessInformation"
  | "enrollment.onboardedOn"
  | "capabilitiesAssessment.result"
  | "capabilitiesAssessment.on"
  | "vetting.status"
  | "partnerAgreement.acceptedOn"
  | "transition.profileCurrent"
  | "transition.consequencesConsidered"
  | "transition.tenant"
  | "transition.directBillStatus"
  | "transition.enrollment"
  | "transition.submittedByGlobalAdmin"
  | "transition.agreementAccepted"
  | "transition.providerAccepted"
  | "transition.customers.total"
  | "transition.customers.consented"
  | "transition.customers.extended"
  | "transition.customers.agreementsAccepted"
  | "transition.customers.cloudAgreements"
  | "transition.subscriptions.transferable"
  | "transition.subscriptions.transferred"
  | "transition.subscriptions.notTransferable"
  | "transition.subscriptions.boughtAgain";

/**
 * The id of a fact that follows from others, such as `support.plan.owned`.
 *
 * @category Rules
 */
export type DerivedFactId =
  | "sources.settled"
  | "membership.hasActiveLocation"
  | "membership.activeLocationCountries"
  | "membership.activeLocationRegions"
  | "membership.designationCount"
  | "tenant.region"
  | "enrollment.applicationDay"
  | "enrollment.firstListOwedOn"
  | "enrollment.firstReviewOn"
  | "support.plan.owned"
  | "support.plan.canCount"
  | "support.plan.endedBeforeApplication"
  | "support.plan.renewalDay"
  | "support.plan.boughtAsRenewal"
  | "support.plan.ownedAtApplication"
  | "support.plan.firstRenewalOn"
  | "indirectReseller.months"
  | "indirectReseller.monthsAtApplication"
  | "trailingRevenue.indirectResellerUsd"
  | "trailingRevenue.knownDirectBillUsd"
  | "trailingRevenue.cloudUsd"
  | "trailingRevenue.knownCloudUsd"
  | "trailingRevenue.totalUsd"
  | "trailingRevenue.knownTotalUsd"
  | "trailingRevenue.applicantDirectBillUsd"
  | "trailingRevenue.applicantUsd"
  | "security.noAlerts"
  | "capabilitiesAssessment.monthsSince"
  | "transition.directBillStopped";

/**
 * The id of a fact: its path in the profile, `asOf` for the day asked about, or one of the derived
 * facts.
 *
 * @category Rules
 */
export type FactId = "asOf" | StatedFactId | DerivedFactId;
