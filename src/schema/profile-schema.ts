import * as z from "zod";

import { InvalidProfileError } from "../errors.ts";
import {
  agreementWithoutApproval,
  appliedWithoutApplication,
  consistent,
  daysOutOfOrder,
  noticeWithoutPass,
  partsBeyond,
  responseWithoutAlerts,
  twoStatesOfOneLocation,
} from "./contradictions.ts";
import { countries } from "./countries.ts";
import { isoDateSchema } from "./dates.ts";
import { type FactValues, nothingStated } from "./facts.ts";
import { closed, issuesOf, oneOf } from "./issues.ts";
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
const amount = z.number().min(0).optional();
const day = isoDateSchema.optional();

function unknownCountry(input: unknown): string {
  if (typeof input !== "string" || !/^[A-Z]{2}$/.test(input))
    return 'Expected an ISO 3166-1 alpha-2 country in capitals, such as "SE"';
  const hint = input === "UK" ? '; did you mean "GB"?' : ": ISO 3166-1 has no such code";
  return `Unknown country "${input}"${hint}`;
}

const country = z.enum(countries as [string, ...string[]], {
  error: ({ input }) => unknownCountry(input),
});

const locationIdSchema = closed({
  id: z.string().regex(/^\d+$/, "Expected a location ID: digits only"),
  country,
  active: z.boolean(),
});

const membershipSchema = consistent(
  closed({
    active: flag,
    agreementSigned: flag,
    locationIds: z.array(locationIdSchema).optional(),
    solutionsPartnerDesignations: z
      .array(z.string().regex(/\S/, "Expected the name of a designation"))
      .optional(),
  }),
  twoStatesOfOneLocation,
);

const supportPlanSchema = consistent(
  closed({
    type: oneOf("plan type", supportPlanTypes).optional(),
    purchasedOn: day,
    endsOn: day,
    renewsOn: day,
    renewedOn: day,
  }),
  daysOutOfOrder,
);

const creditCheckSchema = consistent(
  closed({ status: oneOf("credit check status", creditCheckStatuses).optional(), notifiedOn: day }),
  noticeWithoutPass,
);

const enrollmentSchema = consistent(
  closed({
    questionnaire: oneOf("questionnaire status", questionnaireStatuses).optional(),
    application: oneOf("application status", applicationStatuses).optional(),
    eligibility: oneOf("decision", decisionStatuses).optional(),
    businessInformation: oneOf("decision", decisionStatuses).optional(),
    appliedOn: day,
    onboardedOn: day,
  }),
  appliedWithoutApplication,
);

const revenueSchema = closed({ cloudUsd: amount, perpetualSoftwareUsd: amount });

const securitySchema = consistent(
  closed({
    adminAccounts: count,
    adminAccountsWithMfa: count,
    securityContact: flag,
    alertResponseHours: amount,
    alerts: count,
  }),
  partsBeyond("security.adminAccounts", "adminAccountsWithMfa"),
  responseWithoutAlerts,
);

const customersSchema = consistent(
  closed({
    total: count,
    consented: count,
    extended: count,
    agreementsAccepted: count,
    cloudAgreements: count,
  }),
  partsBeyond(
    "transition.customers.total",
    "consented",
    "extended",
    "agreementsAccepted",
    "cloudAgreements",
  ),
);

const subscriptionsSchema = consistent(
  closed({ transferable: count, transferred: count, notTransferable: count, boughtAgain: count }),
  partsBeyond("transition.subscriptions.transferable", "transferred"),
  partsBeyond("transition.subscriptions.notTransferable", "boughtAgain"),
);

const transitionSchema = consistent(
  closed({
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
  }),
  agreementWithoutApproval,
) satisfies z.ZodType<Transition>;

/**
 * The zod schema of a {@link PartnerProfile}. Refuses unknown keys, dates that do not exist, negative
 * or fractional counts, negative amounts, location IDs that are not digits, countries that ISO 3166-1
 * does not know, blank names, and what cannot all be true: a plan that ends before it was bought, a
 * notice of a passed credit check beside the status "failed". `evaluate` applies it to every profile;
 * hosts use it for forms and stores.
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
  membership: membershipSchema.optional(),
  company: closed({ country: country.optional() }).optional(),
  tenant: closed({ country: country.optional(), sameRegion: flag }).optional(),
  authority: closed({ acceptAgreements: flag, signAgreements: flag }).optional(),
  support: closed({ firstLevel: flag, plan: supportPlanSchema.nullable().optional() }).optional(),
  creditCheck: creditCheckSchema.optional(),
  services: closed({
    managedServices: count,
    ipServices: count,
    customerSolutions: count,
  }).optional(),
  operations: closed({ customerBilling: flag, customerProvisioning: flag }).optional(),
  enrollment: enrollmentSchema.optional(),
  indirectReseller: closed({ transactingSince: isoDateSchema.nullable().optional() }).optional(),
  trailingRevenue: closed({
    endsOn: day,
    indirectReseller: revenueSchema.optional(),
    directBill: revenueSchema.optional(),
  }).optional(),
  security: securitySchema.optional(),
  capabilitiesAssessment: closed({
    result: oneOf("assessment result", assessmentResults).optional(),
    on: day,
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
