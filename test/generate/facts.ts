import { type DatedEvent, datedEvents } from "../../src/facts/as-of.ts";
import {
  type FactDescription,
  describeFact,
  factIds,
  originsOf,
} from "../../src/facts/fact-table.ts";
import type { FactValue } from "../../src/profile/profile-reader.ts";

function renderType({ type, values, absentMeans }: FactDescription): string {
  const choice = values === undefined ? type : values.map((value) => `\`${value}\``).join(", ");
  return absentMeans === undefined ? choice : `${choice}; absent counts as \`${absentMeans}\``;
}

function renderValue(value: FactValue | undefined): string {
  if (value === undefined) return "unknown";
  return value === null ? "known to be none" : `\`"${String(value)}"\``;
}

/** The facts of an effect in words, grouped by the value they get. */
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
  return `| day | once it has happened, it proves | while it lies ahead |\n| --- | --- | --- |\n${rows.join("\n")}`;
}

const asOfText = [
  "## As of the day",
  "A profile may contain more than was known on the day asked about. Before any rule reads it, it is taken as it stood on `asOf`: an event dated later has not happened and proves nothing; a past event proves its state, which need not be stated as well. An event on the day itself has happened. A state without a day is taken as the state on the day asked about.",
];
const notEventsText =
  '`support.plan.endsOn` and `support.plan.renewsOn` are not events but terms of the current plan, and hold as soon as the plan is bought. A purchase that lies ahead and is a renewal, because `support.plan.renewedOn` is the same day or the company is already a direct bill partner, makes the plan unknown instead of none. Figures whose `trailingRevenue.endsOn` lies twelve months or more before the day are unknown: they have no month in common with the trailing twelve. `transition.agreementAccepted` proves that `transition.enrollment` is `"approved"`, without a day.';

/** The page that lists every fact a condition can read. */
export function renderFacts(): string {
  const rows = factIds.map((id) => {
    const description = describeFact(id);
    const origins = originsOf(id) ?? [];
    const from =
      origins.length > 0 ? ` Derived from ${origins.map((fact) => `\`${fact}\``).join(", ")}.` : "";
    const { label, help, whenAbsent } = description;
    const meaning = [`${label}.`, help, whenAbsent].filter(Boolean).join(" ");
    return `| \`${id}\` | ${renderType(description)} | ${meaning}${from} |`;
  });
  return [
    "---\ntitle: Facts\n---",
    "<!-- Written by `npm test -- -u` from src/profile and src/facts. Do not edit. -->",
    "# Facts",
    "A fact is one named value that a condition reads. Its id is its path in the profile. Absent means unknown, unless the table says what an absent fact counts as. A `record`, or a list of them, cannot be compared directly; derived facts read it. The same words, with the question to ask and the labels of values, are in `facts`.",
    ...asOfText,
    renderEvents(),
    notEventsText,
    "## All facts",
    `| fact | type | meaning |\n| --- | --- | --- |\n${rows.join("\n")}`,
  ].join("\n\n");
}
