import { format, resolveConfig } from "prettier";

import { renderDocuments } from "./documents.ts";
import { renderFactCatalogue } from "./fact-catalogue.ts";
import { renderFactIds } from "./fact-ids.ts";
import { renderIds } from "./ids.ts";
import { renderProfile } from "./profile.ts";
import { renderResolvedRules } from "./resolved-rules.ts";
import { renderVersion } from "./version.ts";

/** A file that is generated: its path, and what gives its text. */
export type GeneratedFile = readonly [path: string, render: () => string];

/** The generated files that other modules import: they are written before any test runs. */
export const importedFiles: readonly GeneratedFile[] = [
  ["src/profile/profile.ts", renderProfile],
  ["src/facts/fact-id.ts", renderFactIds],
  ["src/rule/ids.ts", renderIds],
  ["src/rule/documents.json", renderDocuments],
  ["src/rules/resolved-rules.json", renderResolvedRules],
  ["src/rules/facts.json", renderFactCatalogue],
  ["src/report/version.ts", renderVersion],
];

/** The text of a generated file, formatted as the project formats its path. */
export async function textOf([path, render]: GeneratedFile): Promise<string> {
  return format(render(), { ...(await resolveConfig(path)), filepath: path });
}
