import { type DatedEvent, datedEvents } from "../../src/facts/as-of.ts";
import {
  type FactDescription,
  type FactId,
  type FactValue,
  describeFact,
  factIds,
  originsOf,
} from "../../src/schema/facts.ts";
import { fieldDocs } from "./field-docs.ts";

const derivedDocs: Partial<Record<FactId, string>> = {
  asOf: "The day the question is asked for: the option `asOf`.",
  "sources.settled":
    "Never known. It stands in a condition where the sources disagree or are silent, so that the answer is unknown there and no data can turn it into a yes or a no.",
  "membership.hasActiveLocation": "Whether any location ID is active.",
  "membership.activeLocationCountries": "The countries that have an active location ID.",
  "membership.activeLocationRegions":
    "The CSP regions that have an active location ID, as far as they are certain: `EU/EFTA` for a country of the EU or EFTA, else the country itself.",
  "membership.designationCount":
    "How many Solutions Partner designations are active; a name that stands twice counts once.",
  "tenant.region":
    "The CSP region of the tenant as far as it is certain: `EU/EFTA` for a country of the EU or EFTA, else the country itself.",
  "support.plan.owned": "Whether the company owns a support plan at all.",
  "support.plan.canCount":
    "Whether the type of the support plan is ASfP or PSfP, or not known; one that is known to be another cannot count.",
  "support.plan.endedBeforeApplication":
    "Whether the support plan is known to have ended before the day of application. Unknown where an application is submitted on a day that is not given, and the plan has ended.",
  "support.plan.renewalDay":
    "The renewal date of the support plan; where it is not given, the day after its last day.",
  "support.plan.boughtAsRenewal":
    "Whether the purchase of the plan in hand is known to continue an earlier one: it is recorded as a renewal, or the company was a direct bill partner before it.",
  "support.plan.firstRenewalOn":
    "The day from which the revenue standard of 2021 is owed: the first known renewal since 2021-01-01, or, where none has come, the next renewal of the plan in hand. Unknown where nobody can tell whether one has come. A renewal has come where the plan was renewed, where its renewal date has passed, or where a direct bill partner bought the plan in hand. None has come while a plan bought before 2021 runs, or while the plan runs with which the partner came on board.",
  "indirectReseller.months":
    "Whole calendar months as an indirect reseller on the day asked about.",
  "indirectReseller.monthsAtApplication":
    "Whole calendar months as an indirect reseller on the day of application; before an application, on the day asked about. A month is complete on the same day of the next month, or on its last day where it has no such day.",
  "trailingRevenue.indirectResellerUsd":
    "Cloud and perpetual software revenue as an indirect reseller, USD; unknown while a part is.",
  "trailingRevenue.knownDirectBillUsd":
    "The known parts of cloud and perpetual software revenue as a direct bill partner, USD; 0 where none is known. The whole is at least as much.",
  "trailingRevenue.cloudUsd": "Cloud revenue of both roles, USD; unknown while a part is.",
  "trailingRevenue.knownCloudUsd":
    "The known parts of it, USD; 0 where none is known. The whole is at least as much.",
  "trailingRevenue.totalUsd":
    "Cloud and perpetual software revenue of both roles, USD; unknown while a part is.",
  "trailingRevenue.knownTotalUsd":
    "The known parts of it, USD; 0 where none is known. The whole is at least as much.",
  "trailingRevenue.applicantDirectBillUsd":
    "Direct bill revenue of an applicant, USD: 0 where none is given and the company is not on board as a direct bill partner.",
  "trailingRevenue.applicantUsd":
    "Cloud and perpetual software revenue of an applicant in both roles, USD; unknown while a part is.",
  "security.noAlerts":
    "Whether there was no security alert in the last 30 days. A time of response proves that there was one.",
  "enrollment.applicationDay":
    "The day of application; before an application, the day asked about. Unknown where an application is submitted on a day that is not given.",
  "enrollment.firstAnniversaryOn":
    "The first anniversary of the first onboarding that lies after 2018-08-31.",
  "enrollment.firstReviewOn":
    "The first day of the first yearly review month from October 2025 on: the month of the first onboarding, at least a year after it.",
  "capabilitiesAssessment.monthsSince": "Whole calendar months since the last assessment.",
  "transition.directBillStopped":
    "Whether the direct bill tenant is known to be suspended or revoked.",
};

function renderType({ type, values, initially }: FactDescription): string {
  const choice = values === undefined ? type : values.map((value) => `\`${value}\``).join(", ");
  return initially === undefined ? choice : `${choice}; absent is \`${initially}\``;
}

function renderValue(value: FactValue | undefined): string {
  if (value === undefined) return "unknown";
  return value === null ? "known to be none" : `\`"${String(value)}"\``;
}

/** The facts of an effect in words; those that get one value stand together. */
function renderEffect(effect: DatedEvent["come"]): string {
  if (effect.length === 0) return "only that it has happened";
  const factsByValue = new Map<string, string[]>();
  for (const [fact, value] of effect) {
    const words = renderValue(value);
    factsByValue.set(words, [...(factsByValue.get(words) ?? []), `\`${fact}\``]);
  }
  return [...factsByValue].map(([value, facts]) => `${facts.join(", ")}: ${value}`).join("; ");
}

function renderEvents(): string {
  const rows = datedEvents.map(
    ({ day, come, ahead }) => `| \`${day}\` | ${renderEffect(come)} | ${renderEffect(ahead)} |`,
  );
  return `| day | once it has come, it proves | while it lies ahead |\n| --- | --- | --- |\n${rows.join("\n")}`;
}

const asOfText = [
  "## As of the day",
  "A profile may know more than the day asked about. Before any rule reads it, it is taken as it stood on `asOf`: an event that is dated later has not happened, and what it would prove is not proved; a past event proves its state, which need not be stated too. An event on the day itself has happened. A state without a day is taken as that of the day asked about.",
];
const notEventsText =
  '`support.plan.endsOn` and `support.plan.renewsOn` are no events but terms of the plan in hand, and hold as soon as the plan is bought. Figures whose `trailingRevenue.endsOn` lies twelve months or more before the day are unknown: they have no month in common with the trailing twelve. `transition.agreementAccepted` proves that `transition.enrollment` is `"approved"`, without a day.';

/** The page that lists every fact a condition can read. */
export function renderFacts(): string {
  const rows = factIds.map((id) => {
    const description = describeFact(id);
    const origins = originsOf(id) ?? [];
    const from =
      origins.length > 0 ? ` Derived from ${origins.map((fact) => `\`${fact}\``).join(", ")}.` : "";
    const meaning = derivedDocs[id] ?? fieldDocs.get(id)!;
    return `| \`${id}\` | ${renderType(description)} | ${meaning}${from} |`;
  });
  return [
    "---\ntitle: Facts\n---",
    "<!-- Written by `npm test -- -u` from src/schema. Do not edit. -->",
    "# Facts",
    "A fact is one named value that a condition reads. Its id is its path in the profile. Absent means unknown, unless the table says what absence stands for. A `record` is no value to compare; a derived fact reads it.",
    ...asOfText,
    renderEvents(),
    notEventsText,
    "## All facts",
    `| fact | type | meaning |\n| --- | --- | --- |\n${rows.join("\n")}`,
  ].join("\n\n");
}
