import type { ConditionResult } from "../engine/condition-result.ts";
import type { RuleResult } from "../engine/rule-result.ts";
import type { Facts } from "../facts/facts.ts";
import { remember } from "../remember.ts";
import { deepFreeze } from "../rules/deep-freeze.ts";
import { type Source, resolveSource } from "../rules/sources.ts";
import { type Period, periodOf } from "../schema/dates.ts";
import type { FactId } from "../schema/facts.ts";
import type { Rule } from "../schema/rule.ts";
import type { Actor, Kind, RuleId } from "../schema/vocabulary.ts";
import { missingFacts } from "./missing-facts.ts";
import { type Status, byStatus } from "./status.ts";

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
  /** Who must act next. */
  actor: Actor;
  status: Status;
  /** One sentence, the rule's own for this status. */
  message: string;
  /** What to do; present on `unmet`, `unknown` and `not-due`. */
  remedy?: string;
  /** The conditions with their results and the values they read. */
  evidence: ConditionResult;
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

/** What a rule says in a status, whatever the profile. */
function draftOf(
  rule: Rule<string>,
  status: Status,
  { inForce, sources }: Common,
): Finding<string> {
  const { id, title, kind, actor, messages, remedy, notes } = rule;
  return {
    ruleId: id,
    title,
    kind,
    actor,
    status,
    // A rule has a message for each status it can reach: ruleFileSchema demands it.
    message: messages[status]!,
    ...(!closed.has(status) && { remedy }),
    evidence: { all: [], result: "unknown" },
    missing: [],
    inForce,
    ...(notes && { notes }),
    sources,
  };
}

/** The findings of a rule, one a status, but for what depends on the profile. */
export function draftsOf(rule: Rule<string>): Record<Status, Finding<string>> {
  const common = deepFreeze({
    inForce: periodOf(rule),
    sources: rule.sources.map(resolveSource),
  });
  return {
    met: draftOf(rule, "met", common),
    unmet: draftOf(rule, "unmet", common),
    unknown: draftOf(rule, "unknown", common),
    "not-due": draftOf(rule, "not-due", common),
    "not-applicable": draftOf(rule, "not-applicable", common),
  };
}

/** Writes the finding of one rule. */
type Write = (result: RuleResult, facts: Facts) => Finding<string>;

/** Copies a draft, which takes half as long as putting each finding together. */
function writerOf(rule: Rule<string>): Write {
  const drafts = draftsOf(rule);
  return (result, facts) => {
    const draft = byStatus(result, drafts);
    const missing = draft.status === "unknown" ? missingFacts(result, facts) : [];
    return { ...draft, evidence: result.conditions, missing };
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
