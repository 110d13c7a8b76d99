import * as z from "zod";

import { isoDateSchema } from "../input/dates.ts";
import { oneOf, strictShape } from "../input/issues.ts";
import {
  appliedWithoutApplication,
  consistent,
  noticeWithoutPass,
  partsBeyond,
  responseWithoutAlerts,
  twoStatesOfOneLocation,
} from "./contradictions.ts";
import { countrySchema as country } from "./country-schema.ts";
import { amount, count, decision, field, flag, process } from "./fields.ts";
import type { PartnerProfile } from "./profile.ts";
import { supportPlanSchema } from "./support-plan-schema.ts";
import { transitionSchema } from "./transition-schema.ts";

// The single definition of each stated fact: its name, type and description. The interface
// (profile.ts), the ids and types of facts, the JSON Schema and docs/facts.md are derived from it.

export const locationIdSchema = strictShape({
  id: z.string().regex(/^\d+$/, "Expected a location ID: digits only").meta({
    description:
      "The location-level partner ID, digits only. The global ID of the whole company is not a location ID.",
  }),
  country: country.meta({ description: "Country of the location, ISO 3166-1 alpha-2." }),
  active: flag.meta({ description: "Whether Partner Center shows the ID as active." }),
}).meta({ description: "The partner ID of one location of the company." });

const membershipSchema = consistent(
  strictShape({
    active: field(flag, "Whether the membership in the partner network is active."),
    agreementSigned: field(
      flag,
      "Whether the program agreement for the tenant is on file, active and signed (2025-10-01).",
    ),
    locationIds: field(
      z.array(locationIdSchema),
      "All location IDs of the company, active or not. An empty list means that there are none.",
    ),
    solutionsPartnerDesignations: field(
      z.array(z.string().regex(/\S/, "Expected the name of a designation")),
      "The active Solutions Partner designations of the whole membership, in any solution area (2025-10-01). An empty list means that there are none.",
    ),
  }),
  twoStatesOfOneLocation,
);

const creditCheckSchema = consistent(
  strictShape({
    status: process("credit check status", ["pending", "passed", "failed"], "State of the check."),
    notifiedOn: field(
      isoDateSchema,
      'The day of Microsoft\'s e-mail saying that the check is passed: the notice counts, not the decision. It proves the status `"passed"` and contradicts any other.',
    ),
  }),
  noticeWithoutPass,
);

export const revenueSchema = strictShape({
  cloudUsd: field(amount, "Cloud subscriptions and consumption, USD."),
  perpetualSoftwareUsd: field(
    amount,
    "Perpetual software, USD. Counts from the edition of 2025-10-01; disputed from 2024-04-10.",
  ),
}).meta({
  description:
    "Twelve months of revenue in one role, transactional only, in USD. Referred revenue (CPOR, PAL) does not count.",
});

const securitySchema = consistent(
  strictShape({
    adminAccounts: field(
      count,
      "Number of accounts with an administrative role, including emergency accounts.",
    ),
    adminAccountsWithMfa: field(
      count,
      "Number of those accounts that use multifactor authentication. Not more than `adminAccounts`.",
    ),
    securityContact: field(flag, "Whether a security contact is named in Partner Center."),
    alertResponseHours: field(
      amount,
      "Average time to respond to a security alert in the last 30 days, in hours.",
    ),
    alerts: field(
      count,
      "Number of security alerts in the last 30 days. Needed only if there were none: `0`.",
    ),
  }),
  partsBeyond("security.adminAccounts", "adminAccountsWithMfa"),
  responseWithoutAlerts,
);

const enrollmentSchema = consistent(
  strictShape({
    questionnaire: process("questionnaire status", ["completed"], "The CSP questionnaire."),
    application: process("application status", ["submitted"], "The enrollment application."),
    appliedOn: field(
      isoDateSchema,
      "The day of the application. It proves that the application was submitted.",
    ),
    eligibility: process("decision", decision, "Microsoft's decision on eligibility."),
    businessInformation: process(
      "decision",
      decision,
      "Microsoft's review of the business information.",
    ),
    onboardedOn: field(
      isoDateSchema,
      "The day the tenant was first onboarded to CSP as a direct bill partner; its month is the yearly review month. In the track `enroll`, absent means that the company is not a direct bill partner.",
    ),
  }),
  appliedWithoutApplication,
);

/**
 * The zod schema of a {@link PartnerProfile}. Rejects unknown keys, dates that do not exist, negative
 * or fractional counts, negative amounts, location IDs that are not digits, countries that ISO 3166-1
 * does not list, blank names, and facts that cannot all be true: a plan that ends before it was bought,
 * a notice of a passed credit check alongside the status "failed". `evaluate` applies it to every
 * profile; hosts can use it for forms and stores. Each field carries its description (`.meta()`).
 *
 * @example
 * ```ts
 * partnerProfileSchema.safeParse({ services: { managedServices: 1 } }).success; //=> true
 * partnerProfileSchema.safeParse({ services: { managedServices: -1 } }).success; //=> false
 * ```
 *
 * @category Schemas
 */
export const partnerProfileSchema = strictShape({
  id: field(
    z.string(),
    "The host's own reference, echoed in the report. It is not a fact: no rule reads it.",
  ),
  membership: field(membershipSchema, "The company's membership in the partner network."),
  company: field(
    strictShape({
      country: field(country, "Country of the business location, ISO 3166-1 alpha-2."),
    }),
    "The company itself.",
  ),
  tenant: field(
    strictShape({
      country: field(
        country,
        "Country of the CSP account, ISO 3166-1 alpha-2; not the countries of its customers.",
      ),
      sameRegion: field(
        flag,
        "Whether an active location ID of the company is in the CSP region of the tenant (2025-10-01). Needed only if the two are in different countries outside the EU and EFTA.",
      ),
    }),
    "The CSP tenant that the company sells, or wants to sell, from.",
  ),
  authority: field(
    strictShape({
      acceptAgreements: field(
        flag,
        "Whether this person may accept legal agreements for the organization.",
      ),
      signAgreements: field(
        flag,
        "Whether this person may sign legal agreements for the organization.",
      ),
    }),
    "What the person who acts for the company may do on its behalf.",
  ),
  support: field(
    strictShape({
      firstLevel: field(
        flag,
        "Whether the company can give its customers first-level support for cloud products.",
      ),
      plan: field(
        supportPlanSchema.nullable(),
        "The company's Microsoft support plan; `null` if it is known to own none.",
      ),
    }),
    "The support that the company provides and receives.",
  ),
  creditCheck: field(creditCheckSchema, "Microsoft's credit check of the company."),
  services: field(
    strictShape({
      managedServices: field(count, "Number of managed services."),
      ipServices: field(
        count,
        "Number of IP services: services built on the company's own intellectual property.",
      ),
      customerSolutions: field(count, "Number of customer solution applications."),
    }),
    "What the company offers, as counts of different services.",
  ),
  operations: field(
    strictShape({
      customerBilling: field(flag, "Whether customer billing is in place."),
      customerProvisioning: field(flag, "Whether customer provisioning is in place."),
    }),
    "The organizational infrastructure.",
  ),
  indirectReseller: field(
    strictShape({
      transactingSince: field(
        isoDateSchema.nullable(),
        "The day of the first transaction as an indirect reseller (2021-04-15); `null` if there is known to have been none.",
      ),
    }),
    "The company as an indirect reseller.",
  ),
  trailingRevenue: field(
    strictShape({
      endsOn: field(
        isoDateSchema,
        "The last day of the twelve months. If absent, the day asked about is used. Figures that reach beyond the day asked about, or end twelve months or more before it, say nothing about that day.",
      ),
      indirectReseller: field(revenueSchema, "Earned as an indirect reseller."),
      directBill: field(revenueSchema, "Earned as a direct bill partner."),
    }),
    "CSP revenue of twelve months for the whole partner global account, all locations together. Amounts in USD, as billed.",
  ),
  security: field(securitySchema, "Security of the partner's CSP tenant (2025-10-01)."),
  enrollment: field(enrollmentSchema, "The procedure to become a direct bill partner."),
  capabilitiesAssessment: field(
    strictShape({
      result: field(
        oneOf("assessment result", ["not-taken", "passed", "failed"]),
        "Result of the last assessment.",
      ),
      on: field(
        isoDateSchema,
        "The day of the last assessment. A pass counts for twelve months from it.",
      ),
    }),
    "The assessment of capabilities: by a third party from about 2023, automated in Partner Center from 2025-10-01.",
  ),
  vetting: field(
    strictShape({
      status: field(
        oneOf("vetting status", ["not-started", "pending", "authorized", "rejected"]),
        "State of the vetting (2025-10-01).",
      ),
    }),
    "Microsoft's vetting of the business: e-mail ownership, identity, employment, legal name, address.",
  ),
  partnerAgreement: field(
    strictShape({
      acceptedOn: field(
        isoDateSchema.nullable(),
        "The day of acceptance (2025-10-01); `null` if it is known not to be accepted.",
      ),
    }),
    "The direct bill version of the Microsoft Partner Agreement, in the region of the tenant.",
  ),
  transition: field(
    transitionSchema,
    "The move from direct bill to indirect reseller, for the track `transition`.",
  ),
}) satisfies z.ZodType<PartnerProfile>;
