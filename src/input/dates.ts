/**
 * A calendar date, `YYYY-MM-DD`, without time of day or time zone, such as `2020-09-02`. It must
 * exist: `2019-02-29` is rejected.
 *
 * @category Profile
 */
export type IsoDate = string;

/**
 * A period of days: `from` is its first day, `until` the first day after it; absent if open-ended.
 *
 * @category Rules
 */
export interface Period {
  from: IsoDate;
  until?: IsoDate;
}

/** Returns only the period, without an undefined `until`. */
export function periodOf({ from, until }: { from: IsoDate; until?: IsoDate | undefined }): Period {
  return until === undefined ? { from } : { from, until };
}

/** Whether a day lies in a period. */
export function isWithin(
  day: IsoDate,
  { from, until }: { from: IsoDate; until?: IsoDate | undefined },
): boolean {
  return from <= day && (until === undefined || day < until);
}
