import { strictShape, textOf } from "../input/issues.ts";
import { consistent, twoStatesOfOneLocation } from "./contradictions.ts";
import { countrySchema as country } from "./country-schema.ts";
import { field, flag, listOf, part } from "./fields.ts";

const digits = "Expected a location ID: digits only";
const name = "Expected the name of a designation";

export const locationIdSchema = strictShape({
  id: part(textOf("digits", /^\d+$/, digits), {
    label: "Location ID",
    help: "The location-level partner ID, digits only. The global ID of the whole company is not a location ID.",
  }),
  country: part(country, {
    label: "Country",
    help: "Country of the location, ISO 3166-1 alpha-2.",
  }),
  active: part(flag, {
    label: "Active",
    help: "Whether Partner Center shows the ID as active.",
  }),
}).meta({ title: "Location ID", description: "The partner ID of one location of the company." });

export const membershipSchema = consistent(
  strictShape({
    active: field(flag, {
      label: "Membership active",
      question: "Is the membership in the partner network active?",
      help: "Whether the membership in the partner network is active.",
    }),
    agreementSigned: field(flag, {
      label: "Program agreement signed",
      question: "Is the program agreement for the tenant on file, active and signed?",
      help: "Whether the program agreement for the tenant is on file, active and signed (2025-10-01).",
    }),
    locationIds: field(listOf(locationIdSchema, "Expected a list of location IDs"), {
      label: "Location IDs",
      question: "Which location IDs does the company have, and which of them are active?",
      help: "All location IDs of the company, active or not. An empty list means that there are none.",
    }),
    solutionsPartnerDesignations: field(
      listOf(textOf("visible", /\S/, name), "Expected a list of names"),
      {
        label: "Solutions Partner designations",
        question: "Which Solutions Partner designations are active?",
        help: "The active Solutions Partner designations of the whole membership, in any solution area (2025-10-01). An empty list means that there are none.",
      },
    ),
  }),
  twoStatesOfOneLocation,
);
