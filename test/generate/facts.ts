import { type DatedEvent, datedEvents } from "../../src/facts/as-of.ts";
import { type FactDescription, describeFact, originsOf } from "../../src/facts/fact-table.ts";
import { type FactId, facts as catalogue } from "../../src/index.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { factAnchor, factOf, linkToFact } from "./condition-words.ts";
import { listWords } from "./rule-words.ts";
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

/** The rules that read a fact, itself or through derived facts, by track. */
function renderReaders(id: FactId): string {
  const { readBy } = factOf.get(id)!;
  const lines = tracks.flatMap((track) => {
    const ids = readBy.filter((reader) => reader.track === track).map(({ ruleId }) => ruleId);
    if (ids.length === 0) return [];
    return [
      `\`${track}\`: ${[...new Set(ids)].map((rule) => `[${rule}](rules/${rule}.md)`).join(", ")}`,
    ];
  });
  return lines.length === 0 ? "" : `- read by ${lines.join("; ")}`;
}

/** What a fact is: its type and what it is derived from. */
function renderFact(id: FactId): string {
  const description = describeFact(id);
  const { label, help, whenAbsent } = description;
  const { question } = factOf.get(id)!;
  const origins = originsOf(id) ?? [];
  return [
    `### ${label}`,
    `<a id="${factAnchor(id)}"></a>\`${id}\` · ${renderType(description)}`,
    [help, whenAbsent].filter(Boolean).join(" "),
    [
      ...(question === undefined ? [] : [`- asked as: ${question}`]),
      ...(origins.length === 0
        ? []
        : [`- derived from ${listWords(origins.map((origin) => linkToFact(origin, "")))}`]),
      renderReaders(id),
    ]
      .filter(Boolean)
      .join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** The page that lists every fact a condition can read, one entry each, by group. */
export function renderFacts(): string {
  const groups = new Map<string, FactId[]>();
  for (const { id, group } of catalogue) groups.set(group, [...(groups.get(group) ?? []), id]);
  return [
    "---\ntitle: Facts\ndescription: Every fact that the rules read from a partner profile, with its type, its meaning, the question to ask for it, and the rules that read it.\n---",
    "<!-- Written by `npm test -- -u` from src/profile and src/facts. Do not edit. -->",
    "# Facts",
    "A fact is one named value that a condition reads. Its id is its path in the profile. Absent means unknown, unless the entry says what an absent fact counts as. A `record`, or a list of them, cannot be compared directly; derived facts read it. The same words, with the labels of values, are in `facts`.",
    ...asOfText,
    renderEvents(),
    notEventsText,
    ...[...groups].flatMap(([group, ids]) => [`## ${group}`, ...ids.map(renderFact)]),
  ].join("\n\n");
}
