import { type RuleId, type RuleSource, rules } from "../../src/index.ts";
import { registered as documents } from "./documents.ts";
import { ruleIds } from "../../src/rule/ids.ts";
import capabilitiesFile from "../../rules/capabilities.json" with { type: "json" };
import editionsFile from "../../rules/editions.json" with { type: "json" };
import { resolveSource } from "../../src/rules/sources.ts";
import { listWords, showSegments } from "./rule-words.ts";

const root = "";

/** Whether some of the sources are the document. */
const cites = (sources: readonly RuleSource[], document: string): boolean =>
  sources.some((source) => "document" in source && source.document === document);

const linkToRule = (id: RuleId): string => `[${id}](rules/${id}.md)`;

/** What cites a document: rules, editions, and the consequences of falling short. */
function citedBy(document: string): string {
  const ids = ruleIds.filter((id) =>
    rules.some((rule) => rule.id === id && cites(rule.sources, document)),
  );
  const days = editionsFile.editions.filter(({ sources }) =>
    cites(sources as RuleSource[], document),
  );
  const { restriction, capabilities: list, checks, stages } = capabilitiesFile;
  const consequences = [restriction, ...list, ...checks, ...stages];
  const uses = [
    ...(ids.length > 0 ? [`rules ${listWords(ids.map(linkToRule))}`] : []),
    ...(days.length > 0
      ? [`editions ${listWords(days.map(({ id }) => `[${id}](editions/${id}.md)`))}`]
      : []),
    ...(consequences.some(({ sources }) => cites(sources as RuleSource[], document))
      ? ["the [capabilities](capabilities.md)"]
      : []),
  ];
  return uses.length === 0 ? "Nothing cites it." : `Cited by ${uses.join("; ")}.`;
}

/** The register of sources: who published each, of when it is, when it was looked at, and what cites it. */
export function renderSources(): string {
  const entries = documents.map(
    ({ id, title, publisher, url, revision, checkedOn, confidence, note }) =>
      [
        `## ${title}, ${revision}`,
        `<a id="${id}"></a>\`${id}\``,
        `- [Open the text](${url}), published by ${publisher}\n- ${confidence === "primary" ? "Primary source: Microsoft's own text" : "Secondary source: another party's account"}\n- Text of ${revision}, last looked at on ${checkedOn}`,
        ...(note === undefined ? [] : [note]),
        citedBy(id),
      ].join("\n\n"),
  );
  return [
    "---\ntitle: Sources\ndescription: Every document that the rules rest on, with its day, its publisher, how reliable it is, and when it was last looked at.\n---",
    "<!-- Written by `npm test -- -u` from rules/sources.json. Do not edit. -->",
    "# Sources",
    "Every document that a rule, an edition or a consequence cites. No sentence of a source is copied; where a published copy numbers its sentences, the numbers are cited. How each sentence of the article of 2020-04-27 was encoded: [Traceability](traceability.md).",
    ...entries,
  ].join("\n\n");
}

/** Sources in short: each by its title and day, with the sentences cited. */
function showSources(sources: readonly object[]): string {
  const shown = (sources as readonly RuleSource[]).map((source) => {
    const { title, revision, segments } = resolveSource(source);
    const anchor = "document" in source ? source.document : "";
    const cited = segments === undefined ? "" : `, ${showSegments(segments, root)}`;
    return `[${title}, ${revision}](sources.md#${anchor})${cited}`;
  });
  return shown.join("; ");
}

function renderCapabilityList(kind: "lost" | "kept"): string {
  return capabilitiesFile.capabilities
    .filter(({ whenRestricted }) => whenRestricted === kind)
    .map(({ id, title, notes = [], sources }) => {
      const remarks = notes.length === 0 ? "" : ` ${notes.join(" ")}`;
      return `- ${title}. <small>\`${id}\`</small>${remarks} Source: ${showSources(sources)}.`;
    })
    .join("\n");
}

/** What a partner that falls short loses and keeps, by stage. */
export function renderCapabilities(): string {
  const { restriction, checks, stages } = capabilitiesFile;
  const shown = checks.map(({ from, until, text, sources }) => {
    const period = until === undefined ? `Since ${from}` : `From ${from} until ${until}`;
    return `- ${period}: ${text} Source: ${showSources(sources)}.`;
  });
  return [
    "---\ntitle: What is lost and kept\ndescription: What a direct bill partner that falls short of the requirements can no longer do, what it keeps, and what follows later.\n---",
    "<!-- Written by `npm test -- -u` from rules/capabilities.json. Do not edit. -->",
    "# What is lost and kept",
    "A partner that does not meet the requirements may lose capabilities. The report of an ineligible partner in track `remain` lists them under `consequences`; the way out is the [move to indirect reseller](journey.md).",
    "## Restricted",
    `${restriction.text} Source: ${showSources(restriction.sources)}.`,
    "**No longer possible**",
    renderCapabilityList("lost"),
    "**Still possible**",
    renderCapabilityList("kept"),
    "**Where to see it**",
    shown.join("\n"),
    ...stages.flatMap(({ status, afterDays, from, text, notes, sources }) => [
      `## ${status === "suspended" ? "Suspended" : "Revoked"}`,
      `Since ${from}, ${afterDays} days after the restriction. ${text}`,
      [...notes, `Source: ${showSources(sources)}.`].map((line) => `- ${line}`).join("\n"),
    ]),
  ].join("\n\n");
}
