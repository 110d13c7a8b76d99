import * as z from "zod";

import register from "../../rules/sources.json" with { type: "json" };
import { type IsoDate, isoDateSchema } from "./dates.ts";
import { closed } from "./issues.ts";

/** A document that rules cite, as `rules/sources.json` registers it. */
export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** Date of the text. */
  readonly revision: IsoDate;
  /** The day somebody last compared the rules with the text. */
  readonly checkedOn: IsoDate;
}

export const sourcesFileSchema = closed({
  documents: z.array(
    closed({
      id: z.string(),
      title: z.string(),
      publisher: z.string(),
      url: z.url(),
      revision: isoDateSchema,
      checkedOn: isoDateSchema,
    }),
  ),
}) satisfies z.ZodType<{ documents: SourceDocument[] }>;

export const documents: readonly SourceDocument[] = register.documents;

export const documentIds: readonly string[] = documents.map(({ id }) => id);
