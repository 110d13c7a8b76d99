import { hasOwn } from "../input/own-properties.ts";
import type { IsoDate } from "../input/dates.ts";
import { type Confidence, documents } from "../rule/documents.ts";
import type { RuleSource } from "../rule/rule.ts";

/**
 * A source of a rule, ready to show.
 *
 * @category Report
 */
export interface Source {
  title: string;
  url: string;
  /** Ids of the sentences in the document; `94c12-119` is one in the article of the first edition. */
  segments?: readonly string[];
  /** Date of the text. */
  revision: IsoDate;
  /** Absent if a host's own source does not state it. */
  confidence?: Confidence;
}

/** Looks up a cited document in the register; a host's own source is already complete. */
export function resolveSource(source: RuleSource): Source {
  const { title, url, revision, confidence } = hasOwn(source, "document")
    ? documents.find(({ id }) => id === source.document)!
    : source;
  return {
    title,
    url,
    ...(source.segments && { segments: source.segments }),
    revision,
    ...(confidence && { confidence }),
  };
}
