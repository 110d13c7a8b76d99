import type { IsoDate } from "./dates.ts";

export const supportPlanTypes = ["ASfP", "PSfP", "Unified", "other"] as const;
export const creditCheckStatuses = ["not-started", "pending", "passed", "failed"] as const;
export const questionnaireStatuses = ["not-started", "completed"] as const;
export const applicationStatuses = ["not-started", "submitted"] as const;
export const assessmentResults = ["not-taken", "passed", "failed"] as const;
export const vettingStatuses = ["not-started", "pending", "authorized", "rejected"] as const;
export const decisionStatuses = ["not-started", "pending", "verified", "rejected"] as const;

export const transitionTenants = ["existing", "new"] as const;
export const directBillStatuses = ["active", "restricted", "suspended", "revoked"] as const;
export const resellerEnrollments = ["not-started", "submitted", "approved", "rejected"] as const;

/**
 * An identifier of one location of the company in the partner network.
 *
 * @category Profile
 */
export interface LocationId {
  /** The location-level MPN ID, digits only. The global ID of the whole company is none. */
  id: string;
  /** Country of the location, ISO 3166-1 alpha-2. */
  country: string;
  /** Whether Partner Center shows the ID as active. */
  active: boolean;
}

/**
 * The Microsoft support plan that the company has in hand. A plan bought after the day asked about is
 * not owned yet on that day: for a past day on which another plan ran, give that one.
 *
 * @category Profile
 */
export interface SupportPlan {
  /**
   * Advanced Support for Partners (`ASfP`), Premier Support for Partners (`PSfP`), a Unified plan, of
   * which the texts of 2025 do not say whether it counts, or any other plan.
   */
  type?: "ASfP" | "PSfP" | "Unified" | "other" | undefined;
  /** Day on which the plan in hand was bought: the first time, or again. */
  purchasedOn?: IsoDate | undefined;
  /** Last day of the plan; the plan is still active on it. Not before `purchasedOn`. */
  endsOn?: IsoDate | undefined;
  /**
   * A renewal date of the plan, past or to come. The revenue of an existing partner is due from the
   * first renewal since January 2021 on. Absent: the day after `endsOn`. Not before `purchasedOn`.
   */
  renewsOn?: IsoDate | undefined;
  /**
   * Day of the last renewal that has taken place. Where each renewal is recorded as a purchase, the
   * same day as `purchasedOn`; never before it, and never after `endsOn`. Absent: no renewal is known.
   */
  renewedOn?: IsoDate | undefined;
}

/**
 * Revenue of twelve months in one role, transactional only, in USD. Referred revenue (CPOR, PAL) is not
 * part of it.
 *
 * @category Profile
 */
export interface Revenue {
  /** Cloud subscriptions and consumption, USD. */
  cloudUsd?: number | undefined;
  /** Perpetual software, USD. Counts from the edition of 2025-10-01 on; disputed from 2024-04-10. */
  perpetualSoftwareUsd?: number | undefined;
}

/**
 * How far the move from direct bill to indirect reseller is.
 *
 * @category Profile
 */
export interface Transition {
  /** Whether the partner profile and the partner ID in Partner Center are current. */
  profileCurrent?: boolean | undefined;
  /** Whether the company has weighed what cannot be undone. */
  consequencesConsidered?: boolean | undefined;
  /** Which tenant becomes that of the indirect reseller: the direct bill one or a new one (2025-10-01). */
  tenant?: "existing" | "new" | undefined;
  /**
   * Direct bill status of the existing tenant in Partner Center (2025-10-01). The track `remain` takes an
   * absent one as active.
   */
  directBillStatus?: "active" | "restricted" | "suspended" | "revoked" | undefined;
  /** The enrollment as indirect reseller. Absent counts as `"not-started"`. */
  enrollment?: "not-started" | "submitted" | "approved" | "rejected" | undefined;
  /** Whether a global administrator submitted it. */
  submittedByGlobalAdmin?: boolean | undefined;
  /** Whether the indirect reseller agreement is accepted, which proves that the enrollment is approved. */
  agreementAccepted?: boolean | undefined;
  /** Whether a partnership invitation of an indirect provider is accepted. */
  providerAccepted?: boolean | undefined;
  /** The direct bill customers to be moved, as counts. */
  customers?:
    | {
        /** All of them. */
        total?: number | undefined;
        /** Number that has consented. Not more than `total`. */
        consented?: number | undefined;
        /** Number whose reseller relationship is extended to the provider. Not more than `total`. */
        extended?: number | undefined;
        /** Number whose Microsoft Customer Agreement holds with the provider. Not more than `total`. */
        agreementsAccepted?: number | undefined;
        /**
         * Number that is under the Microsoft Cloud Agreement, which was valid until 2020-01-31. Not more
         * than `total`.
         */
        cloudAgreements?: number | undefined;
      }
    | undefined;
  /** Their direct bill subscriptions, as counts. */
  subscriptions?:
    | {
        /** Number that can be transferred. */
        transferable?: number | undefined;
        /** Number transferred. Not more than `transferable`. */
        transferred?: number | undefined;
        /** Number that cannot be transferred, and has to be cancelled and bought again. */
        notTransferable?: number | undefined;
        /** Number bought again. Not more than `notTransferable`. */
        boughtAgain?: number | undefined;
      }
    | undefined;
}

/**
 * What a host knows about one company. Every field is optional, and **absent means unknown**: leave
 * out what is not known, and never guess. `null` is allowed only where it says "known to be none".
 *
 * A profile is read as it stood on the day asked about: an event dated later has not happened, and a
 * past one proves its state without its being stated. A state without a day is taken as that of the
 * day asked about.
 *
 * The process fields `creditCheck.status`, `enrollment.*` and `transition.enrollment` count as `"not-started"` when absent,
 * because a host without a record of a process has not started it.
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
  /** The host's own reference, echoed in the report. It is no fact: no rule reads it. */
  id?: string | undefined;
  /** The company in the partner network. */
  membership?:
    | {
        /** Whether the membership in the partner network is active. */
        active?: boolean | undefined;
        /** Whether the program agreement is on file, active and signed, for the tenant (2025-10-01). */
        agreementSigned?: boolean | undefined;
        /** All location IDs of the company, active or not. An empty list says that there are none. */
        locationIds?: LocationId[] | undefined;
        /**
         * The active Solutions Partner designations, in any solution area, of the whole membership
         * (2025-10-01). An empty list says that there are none.
         */
        solutionsPartnerDesignations?: string[] | undefined;
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
         * Whether an active location ID of the company lies in the CSP region of the tenant (2025-10-01).
         * Needed only where they lie in different countries outside the EU and EFTA.
         */
        sameRegion?: boolean | undefined;
      }
    | undefined;
  /** What the person who acts for the company may do on its behalf. */
  authority?:
    | {
        /** May accept legal agreements for the organization. */
        acceptAgreements?: boolean | undefined;
        /** May sign legal agreements for the organization. */
        signAgreements?: boolean | undefined;
      }
    | undefined;
  /** Support that the company gives and has. */
  support?:
    | {
        /** Able to give its customers the first level of support for cloud products. */
        firstLevel?: boolean | undefined;
        /** The company's Microsoft support plan; `null` when it is known to own none. */
        plan?: SupportPlan | null | undefined;
      }
    | undefined;
  /** Microsoft's credit check of the company. */
  creditCheck?:
    | {
        /** State of the check. Absent counts as `"not-started"`. */
        status?: "not-started" | "pending" | "passed" | "failed" | undefined;
        /**
         * Day of Microsoft's e-mail that the check is passed: the notice counts, not the decision. It proves
         * the status `"passed"` and contradicts any other.
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
  /** The procedure to become a direct bill partner. */
  enrollment?:
    | {
        /** The CSP questionnaire. Absent counts as `"not-started"`. */
        questionnaire?: "not-started" | "completed" | undefined;
        /** The enrollment application. Absent counts as `"not-started"`. */
        application?: "not-started" | "submitted" | undefined;
        /** Microsoft's decision on eligibility. Absent counts as `"not-started"`. */
        eligibility?: "not-started" | "pending" | "verified" | "rejected" | undefined;
        /** Microsoft's review of the business information. Absent counts as `"not-started"`. */
        businessInformation?: "not-started" | "pending" | "verified" | "rejected" | undefined;
        /** Day of the application. It proves that the application is submitted. */
        appliedOn?: IsoDate | undefined;
        /**
         * Day of the first CSP onboarding of the tenant as direct bill partner; its month is the yearly
         * review month. Absent in the track `enroll`: the company is no direct bill partner.
         */
        onboardedOn?: IsoDate | undefined;
      }
    | undefined;
  /** The company as an indirect reseller. */
  indirectReseller?:
    | {
        /**
         * Day of the first transaction as an indirect reseller (2021-04-15); `null` when there is known to
         * have been none.
         */
        transactingSince?: IsoDate | null | undefined;
      }
    | undefined;
  /**
   * CSP revenue of twelve months, of the whole partner global account: all its locations together.
   * Amounts in USD, as billed.
   */
  trailingRevenue?:
    | {
        /**
         * Last day of the twelve months. Absent: the day asked about. Figures that reach beyond the day asked
         * about, or end twelve months or more before it, say nothing about that day.
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
        /** Number of accounts with an administrative role, emergency accounts included. */
        adminAccounts?: number | undefined;
        /** Number of those that have multifactor authentication on. Not more than `adminAccounts`. */
        adminAccountsWithMfa?: number | undefined;
        /** Whether Partner Center names a security contact. */
        securityContact?: boolean | undefined;
        /** How fast security alerts were answered in the last 30 days, on average, in hours. */
        alertResponseHours?: number | undefined;
        /** Number of security alerts in the last 30 days. Needed only where there was none: `0`. */
        alerts?: number | undefined;
      }
    | undefined;
  /**
   * The assessment of capabilities: by a third party from about 2023, automated in Partner Center from
   * 2025-10-01.
   */
  capabilitiesAssessment?:
    | {
        /** Result of the last assessment. */
        result?: "not-taken" | "passed" | "failed" | undefined;
        /** Day of the last assessment. A pass counts for twelve months from it. */
        on?: IsoDate | undefined;
      }
    | undefined;
  /** Microsoft's vetting of the business: e-mail ownership, identity, employment, legal name, address. */
  vetting?:
    | {
        /** State of the vetting (2025-10-01). */
        status?: "not-started" | "pending" | "authorized" | "rejected" | undefined;
      }
    | undefined;
  /** The direct bill version of the Microsoft Partner Agreement, in the region of the tenant. */
  partnerAgreement?:
    | {
        /** Day of acceptance (2025-10-01); `null` when it is known not to be accepted. */
        acceptedOn?: IsoDate | null | undefined;
      }
    | undefined;
  /** The move from direct bill to indirect reseller, for the track `transition`. */
  transition?: Transition | undefined;
}
