import data from "../../rules/editions.json" with { type: "json" };
import { type IsoDate, type Period, isWithin, periodOf } from "../input/dates.ts";
import type { EditionId } from "../rule/ids.ts";
import type { RuleSource } from "../rule/rule.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { type Source, resolveSource } from "./sources.ts";

/**
 * Something known to be missing or uncertain about an edition, always or on some days.
 *
 * @category Rules
 */
export interface EditionNote {
  readonly text: string;
  /** First day it holds; absent: from the start of the edition. */
  readonly from?: IsoDate;
  /** First day it no longer holds; absent: to the end of the edition. */
  readonly until?: IsoDate;
}

/**
 * The rules in force together, from one change of Microsoft's list to the next.
 *
 * @category Rules
 */
export interface Edition extends Period {
  id: EditionId;
  title: string;
  /** The documents that define it. */
  sources: readonly Source[];
  /** What is known to be missing or uncertain about it. */
  notes: readonly EditionNote[];
}

/** The content of `rules/editions.json`. */
export interface EditionsFile {
  readonly editions: readonly {
    readonly id: EditionId;
    readonly title: string;
    readonly sources: readonly RuleSource[];
    readonly notes: readonly {
      readonly text: string;
      readonly from?: IsoDate | undefined;
      readonly until?: IsoDate | undefined;
    }[];
  }[];
}

// The tests check the file against its schema; TypeScript reads JSON with widened types.
const published = (data as EditionsFile).editions;

/**
 * Every edition, oldest first. Each lasts until the next one starts: no gap, no overlap. The same data
 * is in `csp-direct-bill-rules/rules/editions.json`.
 *
 * @example
 * ```ts
 * editions[0]?.id; //=> "2018-08-31"
 * ```
 *
 * @category Rules
 */
export const editions: readonly Edition[] = deepFreeze(
  published.map(({ id, title, sources, notes }, index): Edition => {
    const period = periodOf({ from: id, until: published[index + 1]?.id });
    return {
      id,
      ...period,
      title,
      sources: sources.map(resolveSource),
      notes: notes as EditionNote[],
    };
  }),
);

/** The edition in force on a day, if any. */
export function editionOn(day: IsoDate): Edition | undefined {
  return editions.findLast(({ from }) => from <= day);
}

/** What is known to be missing or uncertain about an edition on a day. */
export function notesOn(edition: Edition, day: IsoDate): readonly string[] {
  const holds = ({ from = day, until }: EditionNote): boolean => isWithin(day, { from, until });
  return edition.notes.filter(holds).map(({ text }) => text);
}
