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
export const decisionStatuses = ["not-started", "pending", "verified", "rejected"] as const;

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
}

/**
 * What a host knows about one company. Every field is optional, and **absent means unknown**: leave
 * out what is not known, and never guess. `null` is allowed only where it says "known to be none".
 * The process fields `creditCheck.status` and `enrollment.*` count as `"not-started"` when absent,
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
        /** All location IDs of the company, active or not. An empty list says that there are none. */
        locationIds?: LocationId[] | undefined;
      }
    | undefined;
  /** The company itself. */
  company?:
    | {
        /** Country of the business location, ISO 3166-1 alpha-2. */
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
      }
    | undefined;
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
}).refine(
  ({ purchasedOn, endsOn }) =>
    !isIsoDate(purchasedOn) || !isIsoDate(endsOn) || purchasedOn <= endsOn,
  { path: ["endsOn"], error: "A plan cannot end before it was bought", when: isObject },
);

/**
 * The zod schema of a {@link PartnerProfile}. Refuses unknown keys, dates that do not exist, negative
 * or fractional counts, a plan that ends before it was bought, location IDs that are not digits and
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
    locationIds: z.array(locationIdSchema).optional(),
  }).optional(),
  company: closed({ country: country.optional() }).optional(),
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
  }).optional(),
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
