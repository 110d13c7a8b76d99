import type { ConditionResult } from "./condition-result.ts";

/** The conditions that a rule can have, and the results of those it has. */
export interface RuleResult {
  conditions: ConditionResult;
  dueWhen?: ConditionResult;
  appliesWhen?: ConditionResult;
}

export const ruleParts = ["conditions", "dueWhen", "appliesWhen"] as const;
