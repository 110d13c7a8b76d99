import { type IsoDate, type Period, periodOf } from "../schema/dates.ts";
import type { RuleSource } from "../schema/rule.ts";
import { type EditionId, editionIds } from "../schema/vocabulary.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { type Source, resolveSource } from "./sources.ts";

/**
 * What is known to be missing or uncertain about an edition: always, or on some days.
 *
 * @category Rules
 */
export interface EditionNote {
  readonly text: string;
  /** First day it holds; absent: from the start of the edition on. */
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
  /** The documents that set it. */
  sources: readonly Source[];
  /** What is known to be missing or uncertain about it. */
  notes: readonly EditionNote[];
}

const published: Record<EditionId, Pick<Edition, "title" | "notes"> & { cites: RuleSource[] }> = {
  "2018-08-31": {
    title: "Support plan, managed service and infrastructure",
    cites: [
      { document: "direct-partner-new-requirements", segments: ["94c12-108"] },
      { document: "csp-direct-partner-new-requirements", segments: ["9ff12-110"] },
    ],
    notes: [
      {
        text: "The wording encoded is that of 2020-04-27. Earlier wordings of the same list are shorter: the questionnaire first appears on 2019-02-01, the order of credit check and support plan on 2019-03-21.",
      },
      {
        text: "A partner of before August 2018 owes the list from its next enrollment anniversary on.",
        until: "2019-09-01",
      },
      {
        text: "Beside the list, every transacting partner owes acceptance of the Microsoft Partner Agreement.",
        from: "2020-02-01",
      },
    ],
  },
  "2020-10-27": {
    title: "Revenue of 300,000 USD; managed service only recommended",
    cites: [
      { document: "direct-partner-new-requirements-2020-10-29", segments: ["31f2c-109"] },
      { document: "announcements-2020-october" },
    ],
    notes: [
      {
        text: "The page names 2020-10-27 as the effective date; its text changed on 2020-10-29. Two interim texts of 2020-10-09 and 2020-10-28 are not encoded.",
      },
      {
        text: "A company new to the program starts as an indirect reseller; for how long is not stated in this edition.",
      },
      {
        text: "The revenue standard for existing partners starts in January 2021.",
        until: "2021-01-01",
      },
    ],
  },
  "2021-04-15": {
    title: "Twelve months as an indirect reseller first",
    cites: [{ document: "direct-partner-new-requirements-2021-04-15", segments: ["5e2da-129"] }],
    notes: [
      {
        text: "Texts between October 2021 and 2025 were seen in excerpts only.",
        from: "2021-10-08",
      },
      {
        text: "About 2023 a third-party assessment of capabilities joined the list; its day is not known, and 2023-01-01 is taken. Without an assessment passed in the last twelve months the answer is unknown.",
        from: "2023-01-01",
      },
      {
        text: "A secondary source reports that revenue includes perpetual software, and excludes referred revenue (CPOR, PAL), from 2024-04-10 on. Cloud revenue that reaches 300,000 USD only together with perpetual software is therefore unknown.",
        from: "2024-04-10",
      },
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
      {
        text: "New applicants meet the list at once; existing partners from their first review month on, and until then the list of before.",
      },
      { text: "The requirements page of 2025 was seen in excerpts; its date is unknown." },
      {
        text: "For the fiscal year 2027, which began in July 2026, no published text was found that changes the list.",
        from: "2026-07-01",
      },
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

/** What is known to be missing or uncertain about an edition on a day. */
export function notesOn(edition: Edition, day: IsoDate): readonly string[] {
  const holds = ({ from = day, until }: EditionNote): boolean =>
    from <= day && (until === undefined || day < until);
  return edition.notes.filter(holds).map(({ text }) => text);
}
