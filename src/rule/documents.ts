import register from "./documents.json" with { type: "json" };
import type { IsoDate } from "../input/dates.ts";

/** A document that rules cite, as registered in `rules/sources.json`. */
export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** Date of the text. */
  readonly revision: IsoDate;
  /** The day on which the rules were last compared with the text. */
  readonly checkedOn: IsoDate;
  readonly confidence: Confidence;
  /** What a reader should know about the document. */
  readonly note?: string | undefined;
}

/**
 * How reliable a source is: `primary` is Microsoft's own text, `secondary` another party's account.
 *
 * @category Report
 */
export type Confidence = "primary" | "secondary";

export const confidences = ["primary", "secondary"] as const satisfies readonly Confidence[];

// The tests check the register against its schema; TypeScript reads JSON with widened types.
export const documents = register as readonly SourceDocument[];

export const documentIds: readonly string[] = documents.map(({ id }) => id);
