/**
 * The entry point `csp-direct-bill-rules/format`: reports that people read without code. It loads
 * neither the rules nor the engine.
 *
 * @module csp-direct-bill-rules/format
 */
export type { Outlook } from "./format/outlook.ts";
export { type ListedResult, toCsv } from "./format/to-csv.ts";
export { toJUnit } from "./format/to-junit.ts";
export { toMarkdown } from "./format/to-markdown.ts";
export { toText } from "./format/to-text.ts";
