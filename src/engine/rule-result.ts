import type { ConditionResult } from "./condition-result.ts";

/** The results of the conditions of a rule; undefined for those it does not have. */
export interface RuleResult {
  readonly conditions: ConditionResult;
  readonly dueWhen: ConditionResult | undefined;
  readonly appliesWhen: ConditionResult | undefined;
}

export const ruleParts = ["conditions", "dueWhen", "appliesWhen"] as const;
