import register from "./documents.json" with { type: "json" };
import type { IsoDate } from "../input/dates.ts";

/** What a finding says of a document that is registered in `rules/sources.json`. */
export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Date of the text. */
  readonly revision: IsoDate;
  readonly confidence: Confidence;
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
