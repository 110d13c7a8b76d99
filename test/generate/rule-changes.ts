import { type Condition, type Rule, type Track, editions } from "../../src/index.ts";
import { renderCondition } from "./condition-words.ts";
import { kindWords, showStatus, showText, statuses, versionsIn } from "./rule-words.ts";

const conditionParts = {
  conditions: "Met when",
  dueWhen: "Due when",
  appliesWhen: "Applies when",
} as const;

const shown = (condition: Condition | undefined, none: string, root: string): string =>
  condition === undefined ? `- ${none}` : renderCondition(condition, root);

/** How one part of the conditions differs: as it was, and as it is. */
function conditionChange(
  part: keyof typeof conditionParts,
  before: Rule,
  after: Rule,
  root: string,
): string[] {
  if (JSON.stringify(before[part]) === JSON.stringify(after[part])) return [];
  const none = part === "dueWhen" ? "at any time" : "always";
  return [
    `**${conditionParts[part]}**, until ${after.from}:`,
    shown(before[part], none, root),
    `from then on:`,
    shown(after[part], none, root),
  ];
}

/** The texts that differ, before and after, as a table. */
function textChanges(before: Rule, after: Rule): string[] {
  const rows = [
    ...statuses.map(
      (status) => [showStatus(status), before.messages[status], after.messages[status]] as const,
    ),
    ["what to do", before.remedy, after.remedy] as const,
  ]
    .filter(([, was, is]) => was !== is)
    .map(
      ([name, was, is]) =>
        `| ${name} | ${was === undefined ? "–" : showText(before, was)} | ${is === undefined ? "–" : showText(after, is)} |`,
    );
  return rows.length === 0
    ? []
    : [["| what it says | before | after |", "| --- | --- | --- |", ...rows].join("\n")];
}

/** How a version differs from the one before it in a track. */
export function renderChange(before: Rule, after: Rule, root: string): string[] {
  const decides = [
    ...(before.kind === after.kind
      ? []
      : [`**Kind**: ${kindWords[before.kind]} → ${kindWords[after.kind]}`]),
    ...(["appliesWhen", "conditions", "dueWhen"] as const).flatMap((part) =>
      conditionChange(part, before, after, root),
    ),
  ];
  const texts = textChanges(before, after);
  if (decides.length + texts.length === 0)
    return [
      "Nothing that is decided or said; only notes, sources or the wording for a special state differ.",
    ];
  return [
    ...(decides.length > 0 ? decides : ["What is decided stays the same; the texts differ."]),
    ...texts,
  ];
}

/** A change of a rule: the day, the track, and the versions on either side of it. */
export interface DatedChange {
  day: string;
  track: Track;
  before: Rule | undefined;
  after: Rule | undefined;
}

/** Every change of a rule in a track, in the order of time; the first edition is where all begins. */
export function changesIn(id: Rule["id"], track: Track): DatedChange[] {
  const versions = versionsIn(id, track);
  return versions.flatMap((after, index): DatedChange[] => {
    const before = versions[index - 1];
    const follows = before !== undefined && before.until === after.from;
    const next = versions[index + 1];
    const ends = after.until !== undefined && next?.from !== after.until;
    return [
      ...(after.from === editions[0]!.from
        ? []
        : [{ day: after.from, track, before: follows ? before : undefined, after }]),
      ...(ends ? [{ day: after.until!, track, before: after, after: undefined }] : []),
    ];
  });
}
