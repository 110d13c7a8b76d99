import type { ConditionResult } from "../engine/condition-result.ts";
import type { RuleResult } from "../engine/rule-result.ts";
import type { Facts } from "../facts/facts.ts";
import { deepFreeze } from "../rules/deep-freeze.ts";
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

/** What a finding says of its rule, whatever the profile. */
interface Presentation {
  inForce: Period;
  sources: Source[];
}

const presentations = new WeakMap<Rule<string>, Presentation>();

/** Made once a rule, and shared by its findings, frozen. */
function presentationOf(rule: Rule<string>): Presentation {
  const known = presentations.get(rule);
  if (known !== undefined) return known;
  const made = deepFreeze({ inForce: periodOf(rule), sources: rule.sources.map(resolveSource) });
  presentations.set(rule, made);
  return made;
}

const closed: ReadonlySet<Status> = new Set(["met", "not-applicable"]);

/** Puts what a rule says together with the results of its conditions. */
export function findingOf(rule: Rule<string>, result: RuleResult, facts: Facts): Finding<string> {
  const { id, title, kind, actor, messages, remedy, notes } = rule;
  const { inForce, sources } = presentationOf(rule);
  const status = statusOf(result);
  const finding: Partial<Finding<string>> = { ruleId: id, title, kind, actor, status };
  // A rule has a message for each status it can reach: ruleFileSchema demands it.
  finding.message = messages[status]!;
  if (!closed.has(status)) finding.remedy = remedy;
  finding.evidence = result.conditions;
  finding.missing = status === "unknown" ? missingFacts(result, facts) : [];
  finding.inForce = inForce;
  if (notes !== undefined) finding.notes = notes;
  finding.sources = sources;
  return finding as Finding<string>;
}
