import register from "../../rules/sources.json" with { type: "json" };
import type { IsoDate } from "../input/dates.ts";

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
  readonly confidence: Confidence;
  /** What a reader should know about the document. */
  readonly note?: string | undefined;
}

/**
 * How sure a source is: `primary` is Microsoft's own text, `secondary` somebody else's account of it.
 *
 * @category Report
 */
export type Confidence = "primary" | "secondary";

export const confidences = ["primary", "secondary"] as const satisfies readonly Confidence[];

// The tests hold the register against its schema; TypeScript reads JSON with widened types.
export const documents = register.documents as readonly SourceDocument[];

export const documentIds: readonly string[] = documents.map(({ id }) => id);
