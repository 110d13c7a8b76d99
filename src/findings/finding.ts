import type { ConditionResult } from "../engine/condition-result.ts";
import { type ReadyCondition, makeReady, truthOf } from "../engine/weigh.ts";
import type { RuleResult } from "../engine/rule-result.ts";
import { readyRules } from "../engine/run-rules-sync.ts";
import type { Facts } from "../facts/facts.ts";
import { memoize } from "../memoize.ts";
import { deepFreeze } from "../rules/deep-freeze.ts";
import { isPackageRule } from "../rules/host-rules.ts";
import type { RuleSet } from "../rules/rules-in-force.ts";
import { type Source, resolveSource } from "../rules/sources.ts";
import { type Period, periodOf } from "../input/dates.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { FactTable } from "../facts/fact-table.ts";
import type { FactValue } from "../profile/profile-reader.ts";
import { type Rule, type RuleVariant, hasRemedy } from "../rule/rule.ts";
import { type TextValues, fillText, placeholdersIn, textId } from "../rule/text.ts";
import type { Actor, Kind, Track } from "../rule/vocabulary.ts";
import type { RuleId } from "../rule/ids.ts";
import { missingFacts } from "./missing-facts.ts";
import { type Status, statusOf } from "./status.ts";

/**
 * What one rule says about one profile. Self-contained: it can be shown without the rule.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Report
 */
export interface Finding<Id extends string = RuleId> {
  ruleId: Id;
  title: string;
  kind: Kind;
  /** Whose rule it is: the package's own, or one of the host's. */
  origin: "package" | "host";
  /** The track in which it was asked. */
  track: Track;
  /** Who must act next. */
  actor: Actor;
  status: Status;
  /** The rule's sentence for this status. */
  message: string;
  /** What is needed to word the message in another language. */
  text: FindingText;
  /** What to do; present on `unmet`, `unknown` and `not-due`. */
  remedy?: string;
  /** The conditions with their results and the values they read, as they stood on the day. */
  evidence: ConditionResult;
  /** The same for when the rule is due; absent if it is always due. */
  due?: ConditionResult;
  /** The same for when the rule applies; absent if it applies to every company. */
  applies?: ConditionResult;
  /** Facts of the profile whose absence prevented a decision; empty unless `status` is `unknown`. */
  missing: FactId[];
  /** The period in which this version of the rule applies. */
  inForce: Period;
  /** Remarks on the sources; absent if there are none. */
  notes?: readonly string[];
  sources: Source[];
}

/**
 * What a message is made from: enough to word it in another language.
 *
 * @category Report
 */
export interface FindingText {
  /** The rule, the status, and a hash of the English template: it changes when the wording does. */
  id: string;
  /** The values of the placeholders of message and remedy, by name; facts as they stood on the day. */
  values: TextValues;
}

/** What a rule says in a status, whatever the profile. */
interface Words extends Omit<Finding<string>, "remedy" | "notes" | Evidence> {
  readonly remedy: string | undefined;
  readonly notes: readonly string[] | undefined;
  /** The facts that message and remedy name, with their positions; undefined if they name none. */
  readonly facts: readonly (readonly [FactId, position: number])[] | undefined;
}

/** What depends on the profile. */
type Evidence = "evidence" | "due" | "applies" | "missing";

/** What all findings of a rule share, frozen. */
type Origins = Pick<Finding, "track" | "inForce" | "sources">;

function wordsOf(
  rule: Rule<string>,
  table: FactTable,
  { track, inForce, sources }: Origins,
  status: Status,
  variant: Partial<RuleVariant> = {},
): Words {
  // A rule has a message for each status it can reach: ruleFileSchema requires it.
  const template = variant.message ?? rule.messages[status] ?? "";
  const remedy = hasRemedy(status) ? (variant.remedy ?? rule.remedy) : undefined;
  const names = placeholdersIn(`${template}${remedy ?? ""}`);
  const { values = {} } = rule;
  const own = names.filter((name) => Object.hasOwn(values, name));
  const facts = names.filter((name) => !own.includes(name)) as FactId[];
  // Texts that name facts are filled for each profile, others once.
  const say = (text: string): string => (facts.length > 0 ? text : fillText(text, values));
  return {
    ruleId: rule.id,
    title: rule.title,
    kind: rule.kind,
    origin: isPackageRule(rule) ? "package" : "host",
    track,
    actor: variant.actor ?? rule.actor,
    status,
    message: say(template),
    text: deepFreeze({
      id: textId(rule.id, status, template),
      values: Object.fromEntries(own.map((name) => [name, values[name]!])),
    }),
    remedy: remedy && say(remedy),
    facts:
      facts.length > 0 ? facts.map((fact) => [fact, table.positionOf(fact)!] as const) : undefined,
    inForce,
    notes: rule.notes,
    sources,
  };
}

/** The texts of a finding; the words themselves unless they name facts. */
function fillWords(words: Words, facts: Facts): Pick<Words, "message" | "text" | "remedy"> {
  if (words.facts === undefined) return words;
  const values: Record<string, FactValue> = { ...words.text.values };
  for (const [fact, position] of words.facts) {
    const value = facts[position];
    if (value !== undefined) values[fact] = value;
  }
  return {
    message: fillText(words.message, values),
    text: { id: words.text.id, values },
    remedy: words.remedy && fillText(words.remedy, values),
  };
}

/** What a rule says in a status: in general, and in states with their own wording. */
interface Choice {
  readonly general: Words;
  readonly variants: readonly {
    readonly when: ReadyCondition;
    readonly words: Words;
  }[];
}

/** What a rule can say, by status. */
export function choicesOf(
  rule: Rule<string>,
  { table, track }: Pick<RuleSet, "table" | "track">,
): Record<Status, Choice> {
  const origins: Origins = deepFreeze({
    track,
    inForce: periodOf(rule),
    sources: rule.sources.map(resolveSource),
  });
  const of = (status: Status): Choice => ({
    general: wordsOf(rule, table, origins, status),
    variants: (rule.variants ?? [])
      .filter((variant) => variant.status === status)
      .map((variant) => ({
        when: makeReady(variant.when, table),
        words: wordsOf(rule, table, origins, status, variant),
      })),
  });
  return {
    met: of("met"),
    unmet: of("unmet"),
    unknown: of("unknown"),
    "not-due": of("not-due"),
    "not-applicable": of("not-applicable"),
  };
}

/** The words of the first variant that holds, or the general ones. */
function choose({ general, variants }: Choice, facts: Facts): Words {
  for (const { when, words } of variants) if (truthOf(when, facts) === true) return words;
  return general;
}

/**
 * Combines words and evidence. Two literals, with what many rules lack added at the end: a spread, or a
 * key left out in the middle, doubles the time this takes in `npm run bench`.
 */
function write(words: Words, facts: Facts, result: RuleResult, missing: FactId[]): Finding<string> {
  const { ruleId, title, kind, origin, track, actor, status, inForce, sources, notes } = words;
  const { message, text, remedy } = fillWords(words, facts);
  const evidence = result.conditions;
  const finding: Finding<string> =
    remedy === undefined
      ? {
          ruleId,
          title,
          kind,
          origin,
          track,
          actor,
          status,
          message,
          text,
          evidence,
          missing,
          inForce,
          sources,
        }
      : // prettier-ignore
        { ruleId, title, kind, origin, track, actor, status, message, text, remedy, evidence, missing, inForce, sources };
  if (notes !== undefined) finding.notes = notes;
  if (result.dueWhen !== undefined) finding.due = result.dueWhen;
  if (result.appliesWhen !== undefined) finding.applies = result.appliesWhen;
  return finding;
}

const choicesFor = memoize((set: RuleSet) => set.rules.map((rule) => choicesOf(rule, set)));

/** What rules say about one profile: the findings, and what the report needs of them again, by rule. */
export interface Findings {
  readonly statuses: readonly Status[];
  /** Positions of the facts whose absence prevents a decision; empty unless the status is `unknown`. */
  readonly missing: readonly (readonly number[])[];
  readonly findings: Finding<string>[];
}

const none: readonly number[] = [];

/**
 * Combines what rules say with the results of their conditions.
 *
 * @param results - One per rule, in the order of the rules.
 */
export function findingsOf(set: RuleSet, results: readonly RuleResult[], facts: Facts): Findings {
  const ready = readyRules(set);
  const statuses = results.map(statusOf);
  const missing = results.map((result, index) =>
    statuses[index] === "unknown" ? missingFacts(ready[index]!, result, facts) : none,
  );
  const findings = choicesFor(set).map((choices, index) => {
    const ids = missing[index]!.map((position) => set.table.ids[position]!);
    return write(choose(choices[statuses[index]!], facts), facts, results[index]!, ids);
  });
  return { statuses, missing, findings };
}
