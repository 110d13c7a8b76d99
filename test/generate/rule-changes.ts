import { type Condition, type Rule, type Track, editions } from "../../src/index.ts";
import { changeOf } from "../../src/rules/compare-editions.ts";
import { formatValue } from "../../src/rule/text.ts";
import { renderCondition } from "./condition-words.ts";
import { kindWords, showStatus, showText, statuses, versionsIn } from "./rule-words.ts";

/** The comparisons of a condition, each in words, without the groups round them. */
function comparisonsIn(condition: Condition | undefined, root: string): string[] {
  if (condition === undefined) return [];
  return renderCondition(condition, root)
    .split("\n")
    .map((line) => line.trim().replace(/^- /, ""))
    .filter((line) => line.includes("<small>"));
}

const quoted = (line: string): string => line.replaceAll(/ <small>.*?<\/small>/g, "");

const conditionParts = {
  conditions: "Met when",
  dueWhen: "Due when",
  appliesWhen: "Applies when",
} as const;

/** How one part of the conditions differs: what it no longer reads, and what it now reads. */
function conditionChange(
  part: keyof typeof conditionParts,
  before: Rule,
  after: Rule,
  root: string,
): string[] {
  if (JSON.stringify(before[part]) === JSON.stringify(after[part])) return [];
  const name = conditionParts[part];
  if (before[part] === undefined)
    return [`- **${name}**: new. ${comparisonsIn(after[part], root).map(quoted).join("; ")}`];
  if (after[part] === undefined) return [`- **${name}**: no longer limited.`];
  const [were, are] = [comparisonsIn(before[part], root), comparisonsIn(after[part], root)];
  const gone = were.filter((line) => !are.includes(line)).map(quoted);
  const come = are.filter((line) => !were.includes(line)).map(quoted);
  if (gone.length + come.length === 0)
    return [`- **${name}**: the same comparisons, combined in another way.`];
  return [
    ...(gone.length > 0 ? [`- **${name}**, no longer: ${gone.join("; ")}`] : []),
    ...(come.length > 0 ? [`- **${name}**, new: ${come.join("; ")}`] : []),
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
  const numbers = (changeOf(before, after)[0]?.thresholds ?? []).flatMap(
    ({ before: was, after: is }) =>
      was === undefined || is === undefined
        ? []
        : [`- **Number**: ${formatValue(was)} → ${formatValue(is)}`],
  );
  const decides = [
    ...(before.kind === after.kind
      ? []
      : [`- **Kind**: ${kindWords[before.kind]} → ${kindWords[after.kind]}`]),
    ...numbers,
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
    ...(decides.length > 0
      ? [decides.join("\n")]
      : ["What is decided stays the same; the texts differ."]),
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
