import { type Evaluate, compileCondition } from "../engine/compile.ts";
import type { ConditionResult } from "../engine/condition-result.ts";
import type { RuleResult } from "../engine/rule-result.ts";
import type { Facts } from "../facts/facts.ts";
import { remember } from "../remember.ts";
import { deepFreeze } from "../rules/deep-freeze.ts";
import { isOurs } from "../rules/host-rules.ts";
import { type Source, resolveSource } from "../rules/sources.ts";
import { type Period, periodOf } from "../schema/dates.ts";
import type { FactId } from "../schema/facts.ts";
import type { Rule, RuleVariant } from "../schema/rule.ts";
import type { Actor, Kind, RuleId } from "../schema/vocabulary.ts";
import { missingFacts } from "./missing-facts.ts";
import { type Status, statusOf } from "./status.ts";

/**
 * What one rule says about one profile. Complete alone: it can be shown without the rule.
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
  /** Who must act next. */
  actor: Actor;
  status: Status;
  /** One sentence, the rule's own for this status. */
  message: string;
  /** What to do; present on `unmet`, `unknown` and `not-due`. */
  remedy?: string;
  /** The conditions with their results and the values they read, as they stood on the day. */
  evidence: ConditionResult;
  /** The same of when it is due; absent where it is due at any time. */
  due?: ConditionResult;
  /** The same of whom it is for; absent where it is for every company. */
  applies?: ConditionResult;
  /** Facts of the profile that kept it from a decision; empty unless `status` is `unknown`. */
  missing: FactId[];
  /** Since when, and until when, the rule reads so. */
  inForce: Period;
  /** What a reader should know about the sources; absent where there is nothing to say. */
  notes?: readonly string[];
  sources: Source[];
}

const closed: ReadonlySet<Status> = new Set(["met", "not-applicable"]);

/** What the findings of a rule have in common: shared by all of them, frozen. */
type Common = Readonly<Pick<Finding, "inForce" | "sources">>;

/** What a rule says in particular words, in place of its general ones. */
type Words = Partial<Pick<RuleVariant, "message" | "remedy" | "actor">>;

/** Stands where a result belongs, so that each finding of a rule has its keys in one order. */
const undecided: ConditionResult = { all: [], result: "unknown" };

/** What a rule says in a status, whatever the profile. */
function draftOf(
  rule: Rule<string>,
  status: Status,
  { inForce, sources }: Common,
  words: Words = {},
): Finding<string> {
  const { id, title, kind, messages, dueWhen, appliesWhen, notes } = rule;
  return {
    ruleId: id,
    title,
    kind,
    origin: isOurs(rule) ? "package" : "host",
    actor: words.actor ?? rule.actor,
    status,
    // A rule has a message for each status it can reach: ruleFileSchema demands it.
    message: words.message ?? messages[status]!,
    ...(!closed.has(status) && { remedy: words.remedy ?? rule.remedy }),
    evidence: undecided,
    ...(dueWhen && { due: undecided }),
    ...(appliesWhen && { applies: undecided }),
    missing: [],
    inForce,
    ...(notes && { notes }),
    sources,
  };
}

/** What a rule says in a status: in general, and in the states that have words of their own. */
export interface Draft {
  readonly finding: Finding<string>;
  readonly variants: readonly {
    readonly when: Evaluate<ConditionResult>;
    readonly finding: Finding<string>;
  }[];
}

/** The findings of a rule, by status, but for what depends on the profile. */
export function draftsOf(rule: Rule<string>): Record<Status, Draft> {
  const common = deepFreeze({
    inForce: periodOf(rule),
    sources: rule.sources.map(resolveSource),
  });
  const variants = rule.variants ?? [];
  const of = (status: Status): Draft => ({
    finding: draftOf(rule, status, common),
    variants: variants
      .filter((variant) => variant.status === status)
      .map((variant) => ({
        when: compileCondition(variant.when),
        finding: draftOf(rule, status, common, variant),
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

/** The finding of the first variant that holds, or the general one. */
function chooseDraft({ finding, variants }: Draft, facts: Facts): Finding<string> {
  for (const variant of variants) if (variant.when(facts).result === true) return variant.finding;
  return finding;
}

/** Writes the finding of one rule. */
type Write = (result: RuleResult, facts: Facts) => Finding<string>;

/** Copies a draft, and puts in what depends on the profile. */
type Copy = (
  draft: Finding<string>,
  result: RuleResult,
  missing: Finding<string>["missing"],
) => Finding<string>;

/**
 * One for each set of conditions that a rule can have. V8 copies fast as long as one expression meets few
 * shapes of drafts: a single copy for all made an evaluation take twice as long in `npm run bench`.
 */
const copies: Record<"plain" | "due" | "applies" | "both", Copy> = {
  plain: (draft, { conditions }, missing) => ({ ...draft, evidence: conditions, missing }),
  due: (draft, { conditions, dueWhen }, missing) => ({
    ...draft,
    evidence: conditions,
    due: dueWhen!,
    missing,
  }),
  applies: (draft, { conditions, appliesWhen }, missing) => ({
    ...draft,
    evidence: conditions,
    applies: appliesWhen!,
    missing,
  }),
  both: (draft, { conditions, dueWhen, appliesWhen }, missing) => ({
    ...draft,
    evidence: conditions,
    due: dueWhen!,
    applies: appliesWhen!,
    missing,
  }),
};

function copyFor({ dueWhen, appliesWhen }: Rule<string>): Copy {
  if (dueWhen === undefined) return appliesWhen === undefined ? copies.plain : copies.applies;
  return appliesWhen === undefined ? copies.due : copies.both;
}

function writerOf(rule: Rule<string>): Write {
  const drafts = draftsOf(rule);
  const copy = copyFor(rule);
  return (result, facts) => {
    const draft = chooseDraft(drafts[statusOf(result)], facts);
    const missing = draft.status === "unknown" ? missingFacts(result, facts) : [];
    return copy(draft, result, missing);
  };
}

const writersOf = remember((rules: readonly Rule<string>[]) => rules.map(writerOf));

/**
 * Puts what rules say together with the results of their conditions.
 *
 * @param results - One a rule, in the order of the rules.
 */
export function findingsOf(
  rules: readonly Rule<string>[],
  results: readonly RuleResult[],
  facts: Facts,
): Finding<string>[] {
  return writersOf(rules).map((write, index) => write(results[index]!, facts));
}
