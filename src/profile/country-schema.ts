import * as z from "zod";

import { countries } from "./countries.ts";

function unknownCountry(input: unknown): string {
  if (typeof input !== "string" || !/^[A-Z]{2}$/.test(input))
    return 'Expected an ISO 3166-1 alpha-2 country in capitals, such as "SE"';
  const hint = input === "UK" ? '; did you mean "GB"?' : ": ISO 3166-1 has no such code";
  return `Unknown country "${input}"${hint}`;
}

/** A country by its ISO 3166-1 alpha-2 code. */
export const countrySchema = z.enum(countries as [string, ...string[]], {
  error: ({ input }) => unknownCountry(input),
});

/** Whether a schema is that of a country, whatever metadata it was given. */
export function isCountrySchema({ _zod: { def } }: z.core.$ZodTypes): boolean {
  return def.type === "enum" && def.entries === countrySchema.def.entries;
}
