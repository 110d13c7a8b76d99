import type { FactId } from "../facts/fact-id.ts";
import type { IsoDate } from "../input/dates.ts";
import type { Outcome } from "../report/outcome.ts";
import type { RuleId } from "../rule/ids.ts";
import type { Actor } from "../rule/vocabulary.ts";

/**
 * A fact that has to become another, or to be found out.
 *
 * @category Foresight
 */
export interface Need {
  /** The fact; its id is its path in the profile. */
  fact: FactId;
  label: string;
  /** The unit of a number. */
  unit?: string;
  /** What the profile states now; absent if it is not known. */
  now?: unknown;
  /** What it has to be: the value itself, or one that does. */
  value: unknown;
  /** The day from which the profile can state it. */
  on: IsoDate;
}

/**
 * Something to do.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Foresight
 */
export interface PlanStep<Id extends string = RuleId> {
  ruleId: Id;
  title: string;
  /** Who must act. */
  actor: Actor;
  /** What to do. */
  text: string;
  /** The steps of the plan that come before it. */
  after: Id[];
  /** The changes that the rule needs; empty if time, or what other steps need, is enough. */
  needs: Need[];
  /** Other changes, each of which does instead of `needs`. */
  alternatives: Need[];
  /** The first day on which the rule is met, if everything is done as soon as it can be. */
  notBefore: IsoDate;
}

/**
 * A rule for which no way is found: nothing that can still happen within two years seems to meet it,
 * alone or together with the other rules.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Foresight
 */
export interface Blocker<Id extends string = RuleId> {
  ruleId: Id;
  title: string;
  /** What the rule says now, and what it advises. */
  text: string;
}

/**
 * What it takes to become eligible.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Foresight
 */
export interface Plan<Id extends string = RuleId> {
  /** The outcome on the day asked about. */
  outcome: Outcome;
  /** What to do, each step after those that it waits for; without blockers, all of it leads to `eligible`. */
  steps: PlanStep<Id>[];
  /** The first day on which the company can be eligible; absent if there are blockers. */
  earliest?: IsoDate;
  /** What stands in the way, as far as rules can tell. */
  blockers: Blocker<Id>[];
  /** What the steps take for granted, such as that Microsoft decides at once; empty if nothing. */
  notes: string[];
}
