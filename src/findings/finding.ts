import type { ConditionResult } from "../engine/condition-result.ts";
import type { RuleResult } from "../engine/run-rules.ts";
import type { Facts } from "../facts/facts.ts";
import { type Source, resolveSource } from "../rules/sources.ts";
import { type Period, periodOf } from "../schema/dates.ts";
import type { FactId } from "../schema/facts.ts";
import type { Rule } from "../schema/rule.ts";
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

const withRemedy: ReadonlySet<Status> = new Set(["unmet", "unknown", "not-due"]);

/** Puts what a rule says together with the results of its conditions. */
export function findingOf(rule: Rule<string>, result: RuleResult, facts: Facts): Finding<string> {
  const status = statusOf(result);
  const undecided = status === "unknown" ? Object.values(result) : [];
  return {
    ruleId: rule.id,
    title: rule.title,
    kind: rule.kind,
    actor: rule.actor,
    status,
    // A rule has a message for each status it can reach: ruleFileSchema demands it.
    message: rule.messages[status]!,
    ...(withRemedy.has(status) && { remedy: rule.remedy }),
    evidence: result.conditions,
    missing: missingFacts(undecided, facts),
    inForce: periodOf(rule),
    ...(rule.notes && { notes: rule.notes }),
    sources: rule.sources.map(resolveSource),
  };
}
