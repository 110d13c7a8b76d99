import * as z from "zod";

import type { IsoDate } from "./dates.ts";

export const isoDateSchema = z.iso.date("Expected a calendar date, YYYY-MM-DD, such as 2020-09-02");

/** Whether a value is an existing calendar date. */
export function isIsoDate(value: unknown): value is IsoDate {
  return typeof value === "string" && z.regexes.date.test(value);
}
