/**
 * The countries of the EU and EFTA, one region of the Cloud Solution Provider program (Cloud Solution
 * Provider program regional markets, text of 2021-04-15, 3bace-327). The region of any other country is
 * taken to be only the country itself, because the published lists of the other regions change.
 */
const euAndEfta: ReadonlySet<string> = new Set(
  "AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(
    " ",
  ),
);

/** The region of a country as far as it is certain: `EU/EFTA`, otherwise the country's own code. */
export function regionOf(country: string): string {
  return euAndEfta.has(country) ? "EU/EFTA" : country;
}
