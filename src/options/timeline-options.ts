import type { IsoDate } from "../input/dates.ts";
import { isoDateSchema } from "../input/date-schema.ts";
import { strictShape } from "../input/issues.ts";
import type { RuleId } from "../rule/ids.ts";
import { type AnyDayOptions, type EvaluateOptions, anyDayShape, parse } from "./options.ts";

/**
 * The question of a timeline, and the days to answer it for.
 *
 * @typeParam Id - The ids of the rules; follows from `rules`.
 *
 * @category Foresight
 */
export interface TimelineOptions<Id extends string = RuleId> extends Omit<
  EvaluateOptions<Id>,
  "asOf" | "detail" | "nextChange"
> {
  /** The first day asked about. */
  from: IsoDate;
  /**
   * The first day no longer asked about.
   *
   * @defaultValue none: to the last change
   */
  until?: IsoDate | undefined;
}

const timelineOptionsSchema = strictShape({
  from: isoDateSchema,
  until: isoDateSchema.optional(),
  ...anyDayShape,
}).refine(({ from, until }) => until === undefined || from < until, {
  path: ["until"],
  error: "Expected a day after from",
});

/** Reads the options of a timeline. Throws {@link InvalidOptionsError}. */
export function parseTimelineOptions(
  input: unknown,
): AnyDayOptions & { from: IsoDate; until?: IsoDate | undefined } {
  return parse(timelineOptionsSchema, input);
}
