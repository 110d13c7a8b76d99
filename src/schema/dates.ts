import * as z from "zod";

/**
 * A calendar date, `YYYY-MM-DD`, without time of day or time zone: `2020-09-02`. It must exist:
 * `2019-02-29` is refused.
 *
 * @category Profile
 */
export type IsoDate = string;

export const isoDateSchema = z.iso.date("Expected a calendar date, YYYY-MM-DD, such as 2020-09-02");
