import * as z from "zod";

import { InvalidProfileError } from "../errors.ts";
import { acceptorOf } from "./acceptor.ts";
import { type IsoDate, isIsoDate, isoDateSchema } from "./dates.ts";
import { closed, isObject, issuesOf, oneOf } from "./issues.ts";
import { ownData } from "./own-data.ts";

export const supportPlanTypes = ["ASfP", "PSfP", "other"] as const;
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
 * A Microsoft support plan that the company owns.
 *
 * @category Profile
 */
export interface SupportPlan {
  /** Advanced Support for Partners (`ASfP`), Premier Support for Partners (`PSfP`), or any other plan. */
  type?: "ASfP" | "PSfP" | "other" | undefined;
  /** Day of purchase. */
  purchasedOn?: IsoDate | undefined;
  /** Last day of the plan; the plan is still active on it. Not before `purchasedOn`. */
  endsOn?: IsoDate | undefined;
  /**
   * The renewal date that the revenue of an existing partner is measured at (2020-10-27 to 2025-10-01).
   * Absent: the day after `endsOn`.
   */
  renewsOn?: IsoDate | undefined;
}

/**
 * Revenue of twelve months in one role, transactional only, in USD. Referred revenue (CPOR, PAL) is
 * none.
 *
 * @category Profile
 */
export interface Revenue {
  /** Cloud subscriptions and consumption, USD. */
  cloudUsd?: number | undefined;
  /** Perpetual software, USD. Counts from the edition of 2025-10-01 on. */
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
  /** Direct bill status of the existing tenant in Partner Center (2025-10-01). */
  directBillStatus?: "active" | "restricted" | "suspended" | "revoked" | undefined;
  /** The enrollment as indirect reseller. Absent counts as `"not-started"`. */
  enrollment?: "not-started" | "submitted" | "approved" | "rejected" | undefined;
  /** Whether a global administrator submitted it. */
  submittedByGlobalAdmin?: boolean | undefined;
  /** Whether the indirect reseller agreement is accepted. */
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
        /** Number whose customer agreement holds with the provider. Not more than `total`. */
        agreementsAccepted?: number | undefined;
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
        /** Day of Microsoft's e-mail that the check is passed: the notice counts, not the decision. */
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
        /** Day of the application. */
        appliedOn?: IsoDate | undefined;
        /** Day of the first CSP onboarding of the tenant; its month is the yearly review month. */
        onboardedOn?: IsoDate | undefined;
      }
    | undefined;
  /** The company as an indirect reseller. */
  indirectReseller?:
    | {
        /** Day of the first transaction as an indirect reseller (2021-04-15). */
        transactingSince?: IsoDate | undefined;
      }
    | undefined;
  /**
   * CSP revenue of the twelve months before the day asked about, of the whole partner global account:
   * all its locations together. Amounts in USD, as billed.
   */
  trailingRevenue?:
    | {
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
        /** Average time to respond to security alerts, over the last 30 days, in hours. */
        alertResponseHours?: number | undefined;
      }
    | undefined;
  /** Microsoft's assessment of billing, provisioning, compliance, support and security (2025-10-01). */
  capabilitiesAssessment?:
    | {
        /** Result of the last assessment. */
        result?: "not-taken" | "passed" | "failed" | undefined;
        /** Day of the last assessment. No rule reads it yet: how long a result holds is not published. */
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

const flag = z.boolean().optional();
const count = z.int().min(0).optional();
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'Expected an ISO 3166-1 alpha-2 country in capitals, such as "SE"');

const locationIdSchema = closed({
  id: z.string().regex(/^\d+$/, "Expected a location ID: digits only"),
  country,
  active: z.boolean(),
});

const supportPlanSchema = closed({
  type: oneOf("plan type", supportPlanTypes).optional(),
  purchasedOn: isoDateSchema.optional(),
  endsOn: isoDateSchema.optional(),
  renewsOn: isoDateSchema.optional(),
}).refine(
  ({ purchasedOn, endsOn }) =>
    !isIsoDate(purchasedOn) || !isIsoDate(endsOn) || purchasedOn <= endsOn,
  { path: ["endsOn"], error: "A plan cannot end before it was bought", when: isObject },
);

const amount = z.number().min(0).optional();
const revenueSchema = closed({ cloudUsd: amount, perpetualSoftwareUsd: amount });

/** Refuses a part that is larger than its whole, also next to other problems. */
function withParts<Schema extends z.ZodType<object>>(
  schema: Schema,
  whole: keyof z.output<Schema> & string,
  parts: readonly (keyof z.output<Schema> & string)[],
): Schema {
  return parts.reduce(
    (checked, part) =>
      checked.refine(
        (value) => {
          const counts = value as Record<string, number | undefined>;
          return !(counts[part]! > counts[whole]!);
        },
        { path: [part], error: `Expected no more than ${whole}`, when: isObject },
      ),
    schema,
  );
}

const securitySchema = withParts(
  closed({
    adminAccounts: count,
    adminAccountsWithMfa: count,
    securityContact: flag,
    alertResponseHours: amount,
  }),
  "adminAccounts",
  ["adminAccountsWithMfa"],
);

const customersSchema = withParts(
  closed({ total: count, consented: count, extended: count, agreementsAccepted: count }),
  "total",
  ["consented", "extended", "agreementsAccepted"],
);

const subscriptionsSchema = withParts(
  withParts(
    closed({ transferable: count, transferred: count, notTransferable: count, boughtAgain: count }),
    "transferable",
    ["transferred"],
  ),
  "notTransferable",
  ["boughtAgain"],
);

const transitionSchema = closed({
  profileCurrent: flag,
  consequencesConsidered: flag,
  tenant: oneOf("tenant", transitionTenants).optional(),
  directBillStatus: oneOf("direct bill status", directBillStatuses).optional(),
  enrollment: oneOf("enrollment status", resellerEnrollments).optional(),
  submittedByGlobalAdmin: flag,
  agreementAccepted: flag,
  providerAccepted: flag,
  customers: customersSchema.optional(),
  subscriptions: subscriptionsSchema.optional(),
}) satisfies z.ZodType<Transition>;

/**
 * The zod schema of a {@link PartnerProfile}. Refuses unknown keys, dates that do not exist, negative
 * or fractional counts, negative amounts, a plan that ends before it was bought, location IDs that are not digits and
 * countries in lower case. `evaluate` applies it to every profile; hosts use it for forms and stores.
 *
 * @example
 * ```ts
 * partnerProfileSchema.safeParse({ services: { managedServices: 1 } }).success; //=> true
 * partnerProfileSchema.safeParse({ services: { managedServices: -1 } }).success; //=> false
 * ```
 *
 * @category Schemas
 */
export const partnerProfileSchema = closed({
  id: z.string().optional(),
  membership: closed({
    active: flag,
    agreementSigned: flag,
    locationIds: z.array(locationIdSchema).optional(),
    solutionsPartnerDesignations: z.array(z.string()).optional(),
  }).optional(),
  company: closed({ country: country.optional() }).optional(),
  tenant: closed({ country: country.optional() }).optional(),
  authority: closed({ acceptAgreements: flag, signAgreements: flag }).optional(),
  support: closed({ firstLevel: flag, plan: supportPlanSchema.nullable().optional() }).optional(),
  creditCheck: closed({
    status: oneOf("credit check status", creditCheckStatuses).optional(),
    notifiedOn: isoDateSchema.optional(),
  }).optional(),
  services: closed({
    managedServices: count,
    ipServices: count,
    customerSolutions: count,
  }).optional(),
  operations: closed({ customerBilling: flag, customerProvisioning: flag }).optional(),
  enrollment: closed({
    questionnaire: oneOf("questionnaire status", questionnaireStatuses).optional(),
    application: oneOf("application status", applicationStatuses).optional(),
    eligibility: oneOf("decision", decisionStatuses).optional(),
    businessInformation: oneOf("decision", decisionStatuses).optional(),
    appliedOn: isoDateSchema.optional(),
    onboardedOn: isoDateSchema.optional(),
  }).optional(),
  indirectReseller: closed({ transactingSince: isoDateSchema.optional() }).optional(),
  trailingRevenue: closed({
    indirectReseller: revenueSchema.optional(),
    directBill: revenueSchema.optional(),
  }).optional(),
  security: securitySchema.optional(),
  capabilitiesAssessment: closed({
    result: oneOf("assessment result", assessmentResults).optional(),
    on: isoDateSchema.optional(),
  }).optional(),
  vetting: closed({ status: oneOf("vetting status", vettingStatuses).optional() }).optional(),
  partnerAgreement: closed({ acceptedOn: isoDateSchema.nullable().optional() }).optional(),
  transition: transitionSchema.optional(),
}) satisfies z.ZodType<PartnerProfile>;

const isProfile = acceptorOf(partnerProfileSchema);

/**
 * Reads a profile from what a host hands over, or throws an {@link InvalidProfileError}. Plain data
 * comes back as it is, to be read and not changed; only its own enumerable properties are checked.
 */
export function parseProfile(input: unknown): PartnerProfile {
  if (isProfile(input)) return input as PartnerProfile;
  const parsed = partnerProfileSchema.safeParse(ownData(input));
  if (!parsed.success) throw new InvalidProfileError(issuesOf(parsed.error));
  return parsed.data;
}
