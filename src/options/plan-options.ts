import type { IsoDate } from "../input/dates.ts";
import { isoDateSchema } from "../input/date-schema.ts";
import { strictShape } from "../input/issues.ts";
import type { RuleId } from "../rule/ids.ts";
import { type AnyDayOptions, type EvaluateOptions, anyDayShape, parse } from "./options.ts";

/**
 * The question of a plan, and the day from which things can be done.
 *
 * @typeParam Id - The ids of the rules; follows from `rules`.
 *
 * @category Foresight
 */
export type PlanOptions<Id extends string = RuleId> = Omit<
  EvaluateOptions<Id>,
  "detail" | "nextChange"
>;

const planOptionsSchema = strictShape({ asOf: isoDateSchema, ...anyDayShape });

/** Reads the options of a plan. Throws {@link InvalidOptionsError}. */
export function parsePlanOptions(input: unknown): AnyDayOptions & { asOf: IsoDate } {
  return parse(planOptionsSchema, input);
}
