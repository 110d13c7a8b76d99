import { type IsoDate, type Period, periodOf } from "../schema/dates.ts";
import { type EditionId, editionIds } from "../schema/vocabulary.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { type Source, resolveSource } from "./sources.ts";

/**
 * The rules in force together, from one change of Microsoft's list to the next.
 *
 * @category Rules
 */
export interface Edition extends Period {
  id: EditionId;
  title: string;
  /** The documents that set it. */
  sources: readonly Source[];
}

const published: Record<EditionId, Pick<Edition, "title" | "sources">> = {
  "2018-08-31": {
    title: "Support plan, managed service and infrastructure",
    sources: [
      resolveSource({ document: "direct-partner-new-requirements", segments: ["94c12-108"] }),
    ],
  },
};

/**
 * Every edition, oldest first. Each lasts until the next one starts: no gap, no overlap.
 *
 * @example
 * ```ts
 * editions[0].id; //=> "2018-08-31"
 * ```
 *
 * @category Rules
 */
export const editions: readonly Edition[] = deepFreeze(
  editionIds.map((id, index): Edition => ({
    id,
    ...periodOf({ from: id, until: editionIds[index + 1] }),
    ...published[id],
  })),
);

/** The edition in force on a day, if any was. */
export function editionOn(day: IsoDate): Edition | undefined {
  return editions.findLast(({ from }) => from <= day);
}
