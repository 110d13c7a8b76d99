import * as z from "zod";

import type { FactId } from "../facts/fact-id.ts";
import { factsWith } from "../facts/fact-table.ts";
import type { IsoDate } from "../input/dates.ts";
import { isoDateSchema } from "../input/date-schema.ts";
import { oneOf, strictShape } from "../input/issues.ts";
import type { RuleId } from "../rule/ids.ts";
import { type AnyDayOptions, type EvaluateOptions, anyDayShape, parse } from "./options.ts";

/**
 * What to decide, and what need not be asked.
 *
 * @typeParam Id - The ids of the rules; follows from `rules`.
 *
 * @category Foresight
 */
export interface QuestionOptions<Id extends string = RuleId> extends Omit<
  EvaluateOptions<Id>,
  "detail" | "nextChange"
> {
  /**
   * Facts that stay absent: somebody was asked and did not know, or there is nothing to state. They
   * are not asked for again, and their absence means what it means in a report.
   *
   * @defaultValue none
   */
  skip?: readonly FactId[] | undefined;
}

const questionOptionsSchema = strictShape({
  asOf: isoDateSchema,
  ...anyDayShape,
  skip: z.array(z.string("Expected the id of a fact"), "Expected a list of facts").default([]),
});

/** Reads the options of {@link QuestionOptions}. Throws {@link InvalidOptionsError}. */
export function parseQuestionOptions(
  input: unknown,
): AnyDayOptions & { asOf: IsoDate; skip: ReadonlySet<FactId> } {
  const { skip, ...asked } = parse(questionOptionsSchema, input);
  const facts = oneOf("fact", factsWith(asked.hostFacts).stated);
  const known = parse(strictShape({ skip: z.array(facts) }), { skip });
  return { ...asked, skip: new Set(known.skip) };
}
