import { rules } from "../../src/index.ts";
import { article, segments } from "./article.ts";
import { versionAnchor } from "./rule-words.ts";

/** The rules that cite a sentence, each with the kinds it has. */
export function rulesCiting(segment: string): string[] {
  const citing = rules.filter(({ sources }) =>
    sources.some(
      (source) =>
        "document" in source &&
        source.document === article.article &&
        source.segments?.includes(segment),
    ),
  );
  const ids = [...new Set(citing.map(({ id }) => id))];
  return ids.map((id) => {
    const versions = citing.filter((rule) => rule.id === id);
    const kinds = new Set(versions.map(({ kind }) => kind));
    const [first] = versions;
    const anchor = versionAnchor(first!.tracks[0]!, first!);
    return `[${id}](rules/${id}.md#${anchor}) (${[...kinds].join(", ")})`;
  });
}

/** What a sentence became, and the details. */
function encodingOf(segment: string): [encoding: string, details: string] {
  const { informative, edition, capabilities, transition } = article.sentences[segment] ?? {};
  if (informative !== undefined) return ["informative", informative];
  if (edition !== undefined) return ["[edition date](editions/2018-08-31.md)", edition];
  if (capabilities !== undefined) return ["[consequences](capabilities.md)", capabilities];
  if (transition !== undefined) return ["[transition](journey.md)", transition];
  return ["rules", rulesCiting(segment).join(", ")];
}

function renderRow(segment: string): string {
  const [encoding, details] = encodingOf(segment);
  return `| <a id="${segment}"></a>${segment} | ${encoding} | ${details} |`;
}

/** The page that shows how each sentence of the article is encoded. */
export function renderTraceability(): string {
  return [
    "---\ntitle: Traceability\ndescription: What became of each sentence of the article that the first edition encodes.\n---",
    "<!-- Written by `npm test -- -u` from rules/ and docs/traceability.json. Do not edit. -->",
    "# Traceability",
    "The first edition encodes one article, *Requirements to enroll as a CSP direct bill partner*, in its text of 2020-04-27. Each of its sentences has an id in the published source. This table shows how each is encoded.",
    `| sentence | encoded as | details |\n| --- | --- | --- |\n${segments.map(renderRow).join("\n")}`,
  ].join("\n\n");
}
