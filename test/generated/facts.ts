import { type FactDescription, describeFact, factIds, originsOf } from "../../src/schema/facts.ts";
import { fieldDocs } from "./field-docs.ts";

const derivedDocs: Record<string, string> = {
  asOf: "The day the question is asked for: the option `asOf`.",
  "membership.activeLocationCountries": "The countries that have an active location ID.",
  "membership.designationCount": "How many Solutions Partner designations are active.",
  "support.plan.owned": "Whether the company owns a support plan at all.",
  "support.plan.renewalDay":
    "The renewal date of the support plan; where it is not given, the day after its last day.",
  "indirectReseller.monthsAtApplication":
    "Whole calendar months as an indirect reseller on the day of application; where that is not given, on the day asked about. A month is complete on the same day of the next month, or on its last day where it has no such day.",
  "trailingRevenue.cloudUsd": "Cloud revenue of both roles, USD; unknown while a part is.",
  "trailingRevenue.knownCloudUsd":
    "The known parts of it, USD; 0 where none is known. The whole is at least as much.",
  "trailingRevenue.totalUsd":
    "Cloud and perpetual software revenue of both roles, USD; unknown while a part is.",
  "trailingRevenue.knownTotalUsd":
    "The known parts of it, USD; 0 where none is known. The whole is at least as much.",
  "enrollment.applicationDay":
    "The day of application; before an application, the day asked about. Unknown where an application is submitted on a day that is not given.",
  "enrollment.firstReviewOn":
    "The first day of the first yearly review month from October 2025 on: the month of the first onboarding, at least a year after it.",
};

function renderType({ type, values, initially }: FactDescription): string {
  const choice = values === undefined ? type : values.map((value) => `\`${value}\``).join(", ");
  return initially === undefined ? choice : `${choice}; absent is \`${initially}\``;
}

/** The page that lists every fact a condition can read. */
export function renderFacts(): string {
  const rows = factIds.map((id) => {
    const description = describeFact(id);
    const origins = originsOf(id);
    const from = origins ? ` Derived from ${origins.map((fact) => `\`${fact}\``).join(", ")}.` : "";
    const meaning = derivedDocs[id] ?? fieldDocs.get(id)!;
    return `| \`${id}\` | ${renderType(description)} | ${meaning}${from} |`;
  });
  return [
    "---\ntitle: Facts\n---",
    "<!-- Written by `npm test -- -u` from src/schema. Do not edit. -->",
    "# Facts",
    "A fact is one named value that a condition reads. Its id is its path in the profile. Absent means unknown, unless the table says what absence stands for. A `record` is no value to compare; a derived fact reads it.",
    `| fact | type | meaning |\n| --- | --- | --- |\n${rows.join("\n")}`,
  ].join("\n\n");
}
