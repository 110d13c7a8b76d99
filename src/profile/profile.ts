// Written by `npm test -- -u` from profile-schema.ts. Do not edit.

import type { IsoDate } from "../input/dates.ts";
import type { HostValues } from "./host-facts.ts";

/**
 * The partner ID of one location of the company.
 *
 * @category Profile
 */
export interface LocationId {
  /** The location-level partner ID, digits only. The global ID of the whole company is not a location ID. */
  id: string;
  /** Country of the location, ISO 3166-1 alpha-2. */
  country: string;
  /** Whether Partner Center shows the ID as active. */
  active: boolean;
}

/**
 * The company's current Microsoft support plan. On a day before its purchase, the plan is not yet owned;
 * to ask about a past day on which another plan was active, state that plan.
 *
 * @category Profile
 */
export interface SupportPlan {
  /**
   * Advanced Support for Partners (`ASfP`), Premier Support for Partners (`PSfP`), a Unified plan (the
   * texts of 2025 do not say whether it counts), or any other plan.
   */
  type?: "ASfP" | "PSfP" | "Unified" | "other" | undefined;
  /** The day the current plan was bought, for the first time or again. */
  purchasedOn?: IsoDate | undefined;
  /** The last day of the plan, on which it is still active. Not before `purchasedOn`. */
  endsOn?: IsoDate | undefined;
  /**
   * A renewal date of the plan, past or future. The revenue standard for existing partners applies from
   * the first renewal since January 2021. Not before `purchasedOn`. Without it, the day after the last day
   * of the plan is used.
   */
  renewsOn?: IsoDate | undefined;
  /**
   * The day of the most recent renewal. Where each renewal is recorded as a purchase, the same day as
   * `purchasedOn`. Never before `purchasedOn` or after `endsOn`. Without it, no renewal of the plan is on
   * record.
   */
  renewedOn?: IsoDate | undefined;
}

/**
 * Twelve months of revenue in one role, transactional only, in USD. Referred revenue (CPOR, PAL) does not
 * count.
 *
 * @category Profile
 */
export interface Revenue {
  /**
   * Cloud subscriptions and consumption, USD. Without any direct bill revenue, a company in the track
   * `enroll` counts as having none.
   */
  cloudUsd?: number | undefined;
  /**
   * Perpetual software, USD. Counts from the edition of 2025-10-01; disputed from 2024-04-10. Without any
   * direct bill revenue, a company in the track `enroll` counts as having none.
   */
  perpetualSoftwareUsd?: number | undefined;
}

/**
 * Progress of the move from direct bill to indirect reseller.
 *
 * @category Profile
 */
export interface Transition {
  /** Whether the partner profile and the partner ID in Partner Center are current. */
  profileCurrent?: boolean | undefined;
  /** Whether the company has considered the consequences that cannot be undone. */
  consequencesConsidered?: boolean | undefined;
  /** The tenant to be used as indirect reseller: the direct bill tenant or a new one (2025-10-01). */
  tenant?: "existing" | "new" | undefined;
  /**
   * Direct bill status of the existing tenant in Partner Center (2025-10-01). Without it, the status
   * counts as active in the track `remain`.
   */
  directBillStatus?: "active" | "restricted" | "suspended" | "revoked" | undefined;
  /**
   * Whether the company has asked to be enrolled as an indirect reseller, and what Microsoft decided.
   * Absent counts as `"not-started"`.
   */
  enrollment?: "not-started" | "submitted" | "approved" | "rejected" | undefined;
  /** Whether a global administrator submitted the enrollment. */
  submittedByGlobalAdmin?: boolean | undefined;
  /** Whether the indirect reseller agreement is accepted, which proves that the enrollment was approved. */
  agreementAccepted?: boolean | undefined;
  /** Whether the partnership invitation of an indirect provider is accepted. */
  providerAccepted?: boolean | undefined;
  /** The direct bill customers to move, as counts. */
  customers?:
    | {
        /** Number of direct bill customers to move. */
        total?: number | undefined;
        /** Number of customers to move that have consented. Not more than `total`. */
        consented?: number | undefined;
        /**
         * Number of customers to move whose reseller relationship is extended to the provider. Not more than
         * `total`.
         */
        extended?: number | undefined;
        /**
         * Number of customers to move whose Microsoft Customer Agreement is in place with the provider. Not
         * more than `total`.
         */
        agreementsAccepted?: number | undefined;
        /**
         * Number of customers to move under the Microsoft Cloud Agreement, which was valid until 2020-01-31.
         * Not more than `total`.
         */
        cloudAgreements?: number | undefined;
      }
    | undefined;
  /** Their direct bill subscriptions, as counts. */
  subscriptions?:
    | {
        /** Number of subscriptions of these customers that can be transferred to the provider. */
        transferable?: number | undefined;
        /** Number of subscriptions already transferred. Not more than `transferable`. */
        transferred?: number | undefined;
        /** Number of subscriptions that cannot be transferred, and are to be cancelled and bought again. */
        notTransferable?: number | undefined;
        /** Number of subscriptions bought again through the provider. Not more than `notTransferable`. */
        boughtAgain?: number | undefined;
      }
    | undefined;
}

/**
 * What a host knows about one company. Every field is optional, and **absent means unknown**: leave out
 * what is not known, and never guess. `null` is allowed only where it means "known to be none".
 *
 * A profile is read as it stood on the day asked about: an event dated later has not happened, and a past
 * event proves its state without its being stated. A state without a day is taken as the state on the day
 * asked about.
 *
 * Process fields count as `"not-started"` when absent, because a host without a record of a process has
 * not started it: `creditCheck.status`, `enrollment.questionnaire`, `enrollment.application`,
 * `enrollment.eligibility`, `enrollment.businessInformation`, `transition.enrollment`.
 *
 * @example
 * ```ts
 * const profile: PartnerProfile = {
 *   membership: { locationIds: [{ id: "4912345", country: "SE", active: true }] },
 *   company: { country: "SE" },
 *   support: { firstLevel: true, plan: null }, // known: no plan yet
 * };
 * ```
 *
 * @category Profile
 */
export interface PartnerProfile {
  /** The host's own reference, echoed in the report. It is not a fact: no rule reads it. */
  id?: string | undefined;
  /** The company's membership in the partner network. */
  membership?:
    | {
        /** Whether the membership in the partner network is active. */
        active?: boolean | undefined;
        /** Whether the program agreement for the tenant is on file, active and signed (2025-10-01). */
        agreementSigned?: boolean | undefined;
        /** All location IDs of the company, active or not. An empty list means that there are none. */
        locationIds?: readonly LocationId[] | undefined;
        /**
         * The active Solutions Partner designations of the whole membership, in any solution area
         * (2025-10-01). An empty list means that there are none.
         */
        solutionsPartnerDesignations?: readonly string[] | undefined;
      }
    | undefined;
  /** The company itself. */
  company?:
    | {
        /** Country of the business location, ISO 3166-1 alpha-2. */
        country?: string | undefined;
      }
    | undefined;
  /** The CSP tenant that the company sells, or wants to sell, from. */
  tenant?:
    | {
        /** Country of the CSP account, ISO 3166-1 alpha-2; not the countries of its customers. */
        country?: string | undefined;
        /**
         * Whether an active location ID of the company is in the CSP region of the tenant (2025-10-01). Needed
         * only if the two are in different countries outside the EU and EFTA.
         */
        sameRegion?: boolean | undefined;
      }
    | undefined;
  /** What the person who acts for the company may do on its behalf. */
  authority?:
    | {
        /** Whether the person who acts for the company may accept legal agreements for it. */
        acceptAgreements?: boolean | undefined;
        /** Whether the person who acts for the company may sign legal agreements for it. */
        signAgreements?: boolean | undefined;
      }
    | undefined;
  /** The support that the company provides and receives. */
  support?:
    | {
        /** Whether the company can give its customers first-level support for cloud products. */
        firstLevel?: boolean | undefined;
        /** The company's Microsoft support plan; `null` if it is known to own none. */
        plan?: SupportPlan | null | undefined;
      }
    | undefined;
  /** Microsoft's credit check of the company. */
  creditCheck?:
    | {
        /**
         * How far Microsoft has come in checking the credit of the company, and with what result. Absent
         * counts as `"not-started"`.
         */
        status?: "not-started" | "pending" | "passed" | "failed" | undefined;
        /**
         * The day of Microsoft's e-mail saying that the check is passed: the notice counts, not the decision.
         * It proves the status `"passed"` and contradicts any other.
         */
        notifiedOn?: IsoDate | undefined;
      }
    | undefined;
  /** What the company offers, as counts of different services. */
  services?:
    | {
        /** Number of managed services. */
        managedServices?: number | undefined;
        /** Number of IP services: services built on the company's own intellectual property. */
        ipServices?: number | undefined;
        /** Number of customer solution applications. */
        customerSolutions?: number | undefined;
      }
    | undefined;
  /** The organizational infrastructure. */
  operations?:
    | {
        /** Whether customer billing is in place. */
        customerBilling?: boolean | undefined;
        /** Whether customer provisioning is in place. */
        customerProvisioning?: boolean | undefined;
      }
    | undefined;
  /** The company as an indirect reseller. */
  indirectReseller?:
    | {
        /**
         * The day of the first transaction as an indirect reseller (2021-04-15); `null` if there is known to
         * have been none.
         */
        transactingSince?: IsoDate | null | undefined;
      }
    | undefined;
  /**
   * CSP revenue of twelve months for the whole partner global account, all locations together. Amounts in
   * USD, as billed.
   */
  trailingRevenue?:
    | {
        /**
         * The last day of the twelve months. Figures that reach beyond the day asked about, or end twelve
         * months or more before it, say nothing about that day. Without it, the day asked about is used.
         */
        endsOn?: IsoDate | undefined;
        /** Earned as an indirect reseller. */
        indirectReseller?: Revenue | undefined;
        /** Earned as a direct bill partner. */
        directBill?: Revenue | undefined;
      }
    | undefined;
  /** Security of the partner's CSP tenant (2025-10-01). */
  security?:
    | {
        /** Number of accounts with an administrative role, including emergency accounts. */
        adminAccounts?: number | undefined;
        /** Number of administrator accounts that use multifactor authentication. Not more than `adminAccounts`. */
        adminAccountsWithMfa?: number | undefined;
        /** Whether a security contact is named in Partner Center. */
        securityContact?: boolean | undefined;
        /** Average time to respond to a security alert in the last 30 days, in hours. */
        alertResponseHours?: number | undefined;
        /** Number of security alerts in the last 30 days. Needed only if there were none: `0`. */
        alerts?: number | undefined;
      }
    | undefined;
  /** The procedure to become a direct bill partner. */
  enrollment?:
    | {
        /**
         * Whether the company has answered the CSP questionnaire, from which Microsoft decides on eligibility.
         * Absent counts as `"not-started"`.
         */
        questionnaire?: "not-started" | "completed" | undefined;
        /** Whether the company has applied to become a direct bill partner. Absent counts as `"not-started"`. */
        application?: "not-started" | "submitted" | undefined;
        /** The day of the application. It proves that the application was submitted. */
        appliedOn?: IsoDate | undefined;
        /**
         * What Microsoft has decided on whether the company may become a direct bill partner. Absent counts as
         * `"not-started"`.
         */
        eligibility?: "not-started" | "pending" | "verified" | "rejected" | undefined;
        /**
         * What Microsoft found when it reviewed the company's business information. Absent counts as
         * `"not-started"`.
         */
        businessInformation?: "not-started" | "pending" | "verified" | "rejected" | undefined;
        /**
         * The day the tenant was first onboarded to CSP as a direct bill partner; its month is the yearly
         * review month. Without it, the company counts as not yet a direct bill partner in the track `enroll`.
         */
        onboardedOn?: IsoDate | undefined;
      }
    | undefined;
  /**
   * The assessment of capabilities: by a third party from about 2023, automated in Partner Center from
   * 2025-10-01.
   */
  capabilitiesAssessment?:
    | {
        /** What the last assessment found; a company that was never assessed has not taken it. */
        result?: "not-taken" | "passed" | "failed" | undefined;
        /** The day of the last assessment. A pass counts for twelve months from it. */
        on?: IsoDate | undefined;
      }
    | undefined;
  /** Microsoft's vetting of the business: e-mail ownership, identity, employment, legal name, address. */
  vetting?:
    | {
        /** How far Microsoft has come in vetting the business, which is part of enrollment from 2025-10-01. */
        status?: "not-started" | "pending" | "authorized" | "rejected" | undefined;
      }
    | undefined;
  /** The direct bill version of the Microsoft Partner Agreement, in the region of the tenant. */
  partnerAgreement?:
    | {
        /** The day of acceptance (2025-10-01); `null` if it is known not to be accepted. */
        acceptedOn?: IsoDate | null | undefined;
      }
    | undefined;
  /** The move from direct bill to indirect reseller, for the track `transition`. */
  transition?: Transition | undefined;
  /** The host's own facts, by name; each is declared in the option `hostFacts`. */
  host?: HostValues | undefined;
}

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
