import { iso31661 } from "iso-3166";

/** The module that lists the countries: users of the package need not install where they come from. */
export function renderCountries(): string {
  const codes = iso31661.filter(({ state }) => state === "assigned").map(({ alpha2 }) => alpha2);
  const initials = [...new Set(codes.map((code) => code[0]))];
  const lines = initials.map((initial) => codes.filter((code) => code[0] === initial).join(" "));
  return [
    "// Written by `npm test -- -u` from the package iso-3166. Do not edit.",
    "",
    "/** The countries of ISO 3166-1, by their alpha-2 codes. */",
    `export const countries: readonly string[] = ${JSON.stringify(lines)}.join(" ").split(" ");`,
  ].join("\n");
}
