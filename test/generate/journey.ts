import {
  type EditionId,
  type FactId,
  type Rule,
  type RuleId,
  type Track,
  rules,
  rulesInForce,
} from "../../src/index.ts";
import { factsIn } from "../../src/rule/facts-in-conditions.ts";
import capabilitiesFile from "../../rules/capabilities.json" with { type: "json" };
import { isFactReference } from "../../src/rule/rule.ts";
import { factOf } from "./condition-words.ts";
import { canBe, listWords, versionAnchor } from "./rule-words.ts";

/** Rules that stand at the same place of a journey: they wait for the same, and the same waits for them. */
export interface Stage {
  title: string;
  rules: readonly Rule[];
  /** The stages that come right before, by their places. */
  after: readonly number[];
}

const afterOf = new Map(rules.map(({ id, after = [] }) => [id, after as readonly RuleId[]]));

/**
 * The nearest rules before a rule that are in the set. One that is not there is passed through: an
 * edition may lack a step of the procedure.
 */
function nearestBefore(id: RuleId, among: ReadonlySet<RuleId>): RuleId[] {
  const nearest = afterOf
    .get(id)!
    .flatMap((other) => (among.has(other) ? [other] : nearestBefore(other, among)));
  return [...new Set(nearest)];
}

const inSentence = (label: string): string => label[0]!.toLowerCase() + label.slice(1);

/** The day from which a rule is met in any case, if its conditions say one. */
function endOf({ conditions }: Rule): string | undefined {
  const ways = "any" in conditions ? conditions.any : [];
  const [end] = ways.flatMap((way) =>
    "fact" in way && way.fact === "asOf" && isFactReference(way.value) ? [way.value.fact] : [],
  );
  return end && factOf.get(end as FactId)!.label;
}

/** From when a partner must meet a rule: at all times, or from or until a day that its conditions name. */
export function gateOf(rule: Rule): string {
  const { dueWhen } = rule;
  const end = endOf(rule);
  if (end !== undefined) return `Until the ${inSentence(end)}`;
  const read = dueWhen === undefined ? [] : factsIn(dueWhen).map((id) => factOf.get(id)!);
  const days = read.filter(({ type, derivedFrom }) => type === "date" && derivedFrom !== undefined);
  if (days.length === 0) return "At all times";
  const labels = new Set(days.map(({ label }) => `the ${inSentence(label)}`));
  return `From ${listWords([...labels])}`;
}

function titleOf(track: Track, [first, ...more]: readonly Rule[]): string {
  if (track === "remain") return gateOf(first!);
  if (first!.actor === "microsoft") return "Microsoft decides";
  return [first!, ...more].some(({ kind }) => kind === "step")
    ? "The company acts"
    : "The company meets";
}

/** The places that lead to a place over others, so that no line is drawn for them. */
function withoutShortcuts(after: readonly (readonly number[])[]): number[][] {
  const reaches = (from: number, to: number): boolean =>
    after[to]!.some((place) => place === from || reaches(from, place));
  return after.map((places) =>
    places.filter((place) => !places.some((other) => other !== place && reaches(place, other))),
  );
}

/** The stages of a track in an edition, each after those that it waits for. */
export function stagesOf(edition: EditionId, track: Track): Stage[] {
  const inForce = rulesInForce({ edition, track });
  const ids = new Set(inForce.map(({ id }) => id));
  // Who is a partner already has been through the procedure; what is left of it are its last steps.
  const waits = new Map(
    inForce.map(({ id }) => [
      id,
      track === "remain"
        ? afterOf.get(id)!.filter((other) => ids.has(other))
        : nearestBefore(id, ids),
    ]),
  );
  const followers = (id: RuleId): RuleId[] =>
    inForce.map((rule) => rule.id).filter((other) => waits.get(other)!.includes(id));
  const groups = new Map<string, Rule[]>();
  for (const rule of inForce) {
    // A partner meets what holds at a time together; a procedure has an order.
    const key =
      track === "remain"
        ? gateOf(rule)
        : JSON.stringify([waits.get(rule.id), followers(rule.id), rule.actor]);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  const grouped = [...groups.values()];
  const placeOf = (id: RuleId): number =>
    grouped.findIndex((group) => group.some((rule) => rule.id === id));
  const after = withoutShortcuts(
    grouped.map((group, place) => {
      const before = group.flatMap(({ id }) => waits.get(id)!.map(placeOf));
      return [...new Set(before)].filter((other) => other !== place);
    }),
  );
  return grouped.map((group, place) => ({
    title: titleOf(track, group),
    rules: group,
    after: after[place]!,
  }));
}

/** What follows in an edition if a partner falls short, in order. */
export function consequencesIn(edition: EditionId): { title: string; anchor: string }[] {
  const later = capabilitiesFile.stages.filter(({ from }) => from <= edition);
  return [
    { title: "may be restricted", anchor: "restricted" },
    ...later.map(({ status, afterDays }) => ({
      title: `${status}, ${afterDays} days after the restriction`,
      anchor: status,
    })),
  ];
}

/** What a box calls a rule: one that can only be broken asks for nothing. */
export const stageTitle = (rule: Rule): string =>
  canBe(rule, "met") ? rule.title : `${rule.title} (only the contrary counts)`;

/** The stages as an ordered list, for readers without the picture. */
export function renderStages(edition: EditionId, track: Track, root: string): string {
  const stages = stagesOf(edition, track);
  const lines = stages.map(({ title, rules: own, after }, place) => {
    const links = own.map(
      (rule) => `[${stageTitle(rule)}](${root}rules/${rule.id}.md#${versionAnchor(track, rule)})`,
    );
    const waits =
      after.length === 0 ? "" : `, after ${listWords(after.map((other) => String(other + 1)))}`;
    return `${place + 1}. **${title}**${waits}: ${links.join("; ")}`;
  });
  const consequences = consequencesIn(edition).map(
    ({ title, anchor }) => `[${title}](${root}capabilities.md#${anchor})`,
  );
  return [
    `<!-- journey: ${edition} ${track} -->`,
    lines.join("\n"),
    ...(track === "remain"
      ? [
          `A partner that falls short: ${consequences.join(", then ")}. The way out is the move to indirect reseller.`,
        ]
      : []),
    "<!-- /journey -->",
  ].join("\n\n");
}

/** The guide with the stages of the newest edition written anew. */
export function renderJourney(guide: string): string {
  return guide.replaceAll(
    /<!-- journey: (\S+) (\S+) -->[\s\S]*?<!-- \/journey -->/g,
    (_, edition: EditionId, track: Track) => renderStages(edition, track, ""),
  );
}
