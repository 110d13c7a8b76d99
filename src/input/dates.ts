import * as z from "zod";

/**
 * A calendar date, `YYYY-MM-DD`, without time of day or time zone: `2020-09-02`. It must exist:
 * `2019-02-29` is refused.
 *
 * @category Profile
 */
export type IsoDate = string;

/**
 * A period of days: `from` is the first day in it, `until` the first after it, absent while it lasts.
 *
 * @category Rules
 */
export interface Period {
  from: IsoDate;
  until?: IsoDate;
}

/** The period alone, without an `until` that is undefined. */
export function periodOf({ from, until }: { from: IsoDate; until?: IsoDate | undefined }): Period {
  return until === undefined ? { from } : { from, until };
}

export const isoDateSchema = z.iso.date("Expected a calendar date, YYYY-MM-DD, such as 2020-09-02");

/** Whether a value is a calendar date that exists. */
export function isIsoDate(value: unknown): value is IsoDate {
  return typeof value === "string" && z.regexes.date.test(value);
}
