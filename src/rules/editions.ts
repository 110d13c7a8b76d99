import { type IsoDate, type Period, periodOf } from "../schema/dates.ts";
import type { RuleSource } from "../schema/rule.ts";
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
  /** What is known to be missing or uncertain about it. */
  notes: readonly string[];
}

const published: Record<EditionId, Pick<Edition, "title" | "notes"> & { cites: RuleSource[] }> = {
  "2018-08-31": {
    title: "Support plan, managed service and infrastructure",
    cites: [{ document: "direct-partner-new-requirements", segments: ["94c12-108"] }],
    notes: [
      "The text encoded is that of 2020-04-27. The questionnaire is first seen on 2019-02-01, the order of credit check and support plan on 2019-03-21.",
      "Partners of before were to meet the list by their next enrollment period after 2018-08-31.",
      "From 2020-02-01 every transacting partner also owed acceptance of the Microsoft Partner Agreement; that duty stands beside the list.",
    ],
  },
  "2020-10-27": {
    title: "Revenue of 300,000 USD; managed service only recommended",
    cites: [
      { document: "direct-partner-new-requirements-2020-10-29", segments: ["31f2c-109"] },
      { document: "announcements-2020-october" },
    ],
    notes: [
      "The page names 2020-10-27 as the effective date; its text changed on 2020-10-29. Two interim texts of 2020-10-09 and 2020-10-28 are not encoded.",
      "The revenue standard for existing partners starts in January 2021.",
    ],
  },
  "2021-04-15": {
    title: "Twelve months as an indirect reseller first",
    cites: [{ document: "direct-partner-new-requirements-2021-04-15" }],
    notes: [
      "Not encoded, because its date is unknown: about 2023 a third-party assessment of capabilities joined the list, repeated every year. A report for a day from 2023 on does not ask for it.",
      "Not encoded, because only a secondary source has it: from 2024-04-10 reported revenue includes perpetual software and excludes referred revenue (CPOR, PAL).",
      "Texts between October 2021 and 2025 were seen in excerpts only.",
    ],
  },
  "2025-10-01": {
    title: "Revenue of 1,000,000 USD, designation, security and assessment",
    cites: [
      { document: "cloud-solution-provider-requirements" },
      { document: "direct-bill-eligibility-requirements" },
      { document: "security-requirements" },
    ],
    notes: [
      "New applicants meet the list at once; existing partners from their first review month on.",
      "The requirements page of 2025 was seen in excerpts; its date is unknown.",
      "No published text was found that changes the list for the fiscal year 2027, which began in July 2026. A report for a day from then on uses this edition.",
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
  editionIds.map((id, index): Edition => {
    const { title, cites, notes } = published[id];
    const period = periodOf({ from: id, until: editionIds[index + 1] });
    return { id, ...period, title, sources: cites.map(resolveSource), notes };
  }),
);

/** The edition in force on a day, if any was. */
export function editionOn(day: IsoDate): Edition | undefined {
  return editions.findLast(({ from }) => from <= day);
}
