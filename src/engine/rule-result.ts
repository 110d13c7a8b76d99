import type { ConditionResult } from "./condition-result.ts";

/** The conditions that a rule can have, and the results of those it has. */
export interface RuleResult {
  readonly conditions: ConditionResult;
  readonly dueWhen: ConditionResult | undefined;
  readonly appliesWhen: ConditionResult | undefined;
}

export const ruleParts = ["conditions", "dueWhen", "appliesWhen"] as const;
