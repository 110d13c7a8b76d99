import * as z from "zod";

import { isoDateSchema } from "../input/date-schema.ts";
import { strictShape } from "../input/issues.ts";
import { countrySchema as country } from "./country-schema.ts";
import { count, field, flag, group } from "./fields.ts";
import { membershipSchema } from "./membership-schema.ts";
import {
  capabilitiesAssessmentSchema,
  creditCheckSchema,
  enrollmentSchema,
  vettingSchema,
} from "./procedure-schemas.ts";
import type { PartnerProfile } from "./profile.ts";
import { directRevenueSchema, indirectRevenueSchema } from "./revenue-schema.ts";
import { securitySchema } from "./security-schema.ts";
import { supportPlanSchema } from "./support-plan-schema.ts";
import { transitionSchema } from "./transition-schema.ts";

// This schema and the schemas of its groups are the single definition of each stated fact: its name,
// type and words. The interface (profile.ts), the ids, types and catalogue of facts, the JSON Schema
// and docs/facts.md are derived from them.

const shape = {
  id: group(z.string("Expected a text"), {
    label: "Reference",
    help: "The host's own reference, echoed in the report. It is not a fact: no rule reads it.",
  }),
  membership: group(membershipSchema, {
    label: "Partner network membership",
    help: "The company's membership in the partner network.",
  }),
  company: group(
    strictShape({
      country: field(country, {
        label: "Country of the company",
        question: "In which country is the business location?",
        help: "Country of the business location, ISO 3166-1 alpha-2.",
      }),
    }),
    { label: "Company", help: "The company itself." },
  ),
  tenant: group(
    strictShape({
      country: field(country, {
        label: "Country of the tenant",
        question: "In which country is the CSP account?",
        help: "Country of the CSP account, ISO 3166-1 alpha-2; not the countries of its customers.",
      }),
      sameRegion: field(flag, {
        label: "Location ID in the region of the tenant",
        question: "Is an active location ID of the company in the CSP region of the tenant?",
        help: "Whether an active location ID of the company is in the CSP region of the tenant (2025-10-01). Needed only if the two are in different countries outside the EU and EFTA.",
      }),
    }),
    { label: "Tenant", help: "The CSP tenant that the company sells, or wants to sell, from." },
  ),
  authority: group(
    strictShape({
      acceptAgreements: field(flag, {
        label: "May accept agreements",
        question: "May the person who acts for the company accept legal agreements for it?",
        help: "Whether the person who acts for the company may accept legal agreements for it.",
      }),
      signAgreements: field(flag, {
        label: "May sign agreements",
        question: "May the person who acts for the company sign legal agreements for it?",
        help: "Whether the person who acts for the company may sign legal agreements for it.",
      }),
    }),
    {
      label: "Authority",
      help: "What the person who acts for the company may do on its behalf.",
    },
  ),
  support: group(
    strictShape({
      firstLevel: field(flag, {
        label: "First-level support",
        question: "Can the company give its customers first-level support for cloud products?",
        help: "Whether the company can give its customers first-level support for cloud products.",
      }),
      plan: field(supportPlanSchema.nullable(), {
        label: "Support plan",
        question: "Does the company own a Microsoft support plan?",
        help: "The company's Microsoft support plan; `null` if it is known to own none.",
        nullMeans: "The company owns no support plan.",
      }),
    }),
    { label: "Support", help: "The support that the company provides and receives." },
  ),
  creditCheck: group(creditCheckSchema, {
    label: "Credit check",
    help: "Microsoft's credit check of the company.",
  }),
  services: group(
    strictShape({
      managedServices: field(count, {
        label: "Managed services",
        question: "How many managed services does the company offer?",
        help: "Number of managed services.",
        unit: "services",
      }),
      ipServices: field(count, {
        label: "IP services",
        question:
          "How many services built on its own intellectual property does the company offer?",
        help: "Number of IP services: services built on the company's own intellectual property.",
        unit: "services",
      }),
      customerSolutions: field(count, {
        label: "Customer solutions",
        question: "How many customer solution applications does the company offer?",
        help: "Number of customer solution applications.",
        unit: "applications",
      }),
    }),
    { label: "Services", help: "What the company offers, as counts of different services." },
  ),
  operations: group(
    strictShape({
      customerBilling: field(flag, {
        label: "Customer billing",
        question: "Is customer billing in place?",
        help: "Whether customer billing is in place.",
      }),
      customerProvisioning: field(flag, {
        label: "Customer provisioning",
        question: "Is customer provisioning in place?",
        help: "Whether customer provisioning is in place.",
      }),
    }),
    { label: "Operations", help: "The organizational infrastructure." },
  ),
  indirectReseller: group(
    strictShape({
      transactingSince: field(isoDateSchema.nullable(), {
        label: "First transaction as an indirect reseller",
        question: "On which day was the first transaction as an indirect reseller?",
        help: "The day of the first transaction as an indirect reseller (2021-04-15); `null` if there is known to have been none.",
        nullMeans: "The company has made no transaction as an indirect reseller.",
      }),
    }),
    { label: "Indirect reseller", help: "The company as an indirect reseller." },
  ),
  trailingRevenue: group(
    strictShape({
      endsOn: field(isoDateSchema, {
        label: "End of the twelve months",
        question: "What is the last day of the twelve months of revenue?",
        help: "The last day of the twelve months. Figures that reach beyond the day asked about, or end twelve months or more before it, say nothing about that day.",
        whenAbsent: "Without it, the day asked about is used.",
      }),
      indirectReseller: group(indirectRevenueSchema, {
        label: "Revenue as an indirect reseller",
        help: "Earned as an indirect reseller.",
      }),
      directBill: group(directRevenueSchema, {
        label: "Revenue as a direct bill partner",
        help: "Earned as a direct bill partner.",
      }),
    }),
    {
      label: "Revenue of twelve months",
      help: "CSP revenue of twelve months for the whole partner global account, all locations together. Amounts in USD, as billed.",
    },
  ),
  security: group(securitySchema, {
    label: "Security",
    help: "Security of the partner's CSP tenant (2025-10-01).",
  }),
  enrollment: group(enrollmentSchema, {
    label: "Enrollment",
    help: "The procedure to become a direct bill partner.",
  }),
  capabilitiesAssessment: group(capabilitiesAssessmentSchema, {
    label: "Capabilities assessment",
    help: "The assessment of capabilities: by a third party from about 2023, automated in Partner Center from 2025-10-01.",
  }),
  vetting: group(vettingSchema, {
    label: "Business vetting",
    help: "Microsoft's vetting of the business: e-mail ownership, identity, employment, legal name, address.",
  }),
  partnerAgreement: group(
    strictShape({
      acceptedOn: field(isoDateSchema.nullable(), {
        label: "Partner agreement accepted on",
        question:
          "On which day was the direct bill version of the Microsoft Partner Agreement accepted?",
        help: "The day of acceptance (2025-10-01); `null` if it is known not to be accepted.",
        nullMeans: "The agreement has not been accepted.",
      }),
    }),
    {
      label: "Partner agreement",
      help: "The direct bill version of the Microsoft Partner Agreement, in the region of the tenant.",
    },
  ),
  transition: group(transitionSchema, {
    label: "Move to indirect reseller",
    help: "The move from direct bill to indirect reseller, for the track `transition`.",
  }),
};

/** What to say of an unknown key of a profile. */
export function hintOf(key: string): string | undefined {
  return key.includes(".")
    ? "a profile is nested; profileFrom builds one from fact ids"
    : undefined;
}

/**
 * The zod schema of a {@link PartnerProfile}. Rejects unknown keys, dates that do not exist, negative
 * or fractional counts, negative amounts, location IDs that are not digits, countries that ISO 3166-1
 * does not list, blank names, and facts that cannot all be true: a plan that ends before it was bought,
 * a notice of a passed credit check alongside the status "failed". `evaluate` applies it to every
 * profile; hosts can use it for forms and stores. Each field carries its label (`title`), `question`,
 * `description`, `unit` and the `labels` of its values as metadata (`.meta()`).
 *
 * @example
 * ```ts
 * partnerProfileSchema.safeParse({ services: { managedServices: 1 } }).success; //=> true
 * partnerProfileSchema.safeParse({ services: { managedServices: -1 } }).success; //=> false
 * partnerProfileSchema.shape.support.meta()?.title; //=> "Support"
 * ```
 *
 * @category Schemas
 */
export const partnerProfileSchema = strictShape(shape, {
  hintOf,
}) satisfies z.ZodType<PartnerProfile>;
