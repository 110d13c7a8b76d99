import * as z from "zod";

import { InvalidProfileError } from "../errors.ts";
import { isIsoDate, isoDateSchema } from "./dates.ts";
import { type FactValues, nothingStated } from "./facts.ts";
import { closed, isObject, issuesOf, oneOf } from "./issues.ts";
import { isPolluted, ownData } from "./own-data.ts";
import {
  type PartnerProfile,
  type Transition,
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
} from "./profile.ts";
import { placeOf, readPlace } from "./profile-reader.ts";

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

/** A profile that is sound, and the facts it states. */
export interface ReadProfile {
  profile: PartnerProfile;
  facts: FactValues;
}

const profilePlace = placeOf(partnerProfileSchema);

/**
 * Reads a profile, and the facts in it, from what a host hands over, or throws an
 * {@link InvalidProfileError}. Plain data comes back as it is, to be read and not changed; only its own
 * enumerable properties count.
 */
export function readProfile(input: unknown): ReadProfile {
  const facts = nothingStated.slice();
  if (!isPolluted() && readPlace(profilePlace, input, facts))
    return { profile: input as PartnerProfile, facts };
  const parsed = partnerProfileSchema.safeParse(ownData(input));
  if (!parsed.success) throw new InvalidProfileError(issuesOf(parsed.error));
  const profile = ownData(parsed.data) as PartnerProfile;
  const stated = nothingStated.slice();
  readPlace(profilePlace, profile, stated);
  return { profile, facts: stated };
}
