import { Graphviz } from "@hpcc-js/wasm-graphviz";

import { type EditionId, type Track, editions } from "../../src/index.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { type Stage, consequencesIn, stageTitle, stagesOf } from "../../test/generate/journey.ts";
import { trackNames, versionAnchor } from "../../test/generate/rule-words.ts";
import { escape } from "./escape.ts";

/** A row of a box; a rule links to its page. The root of the site is put in when a page is written. */
const rootMark = "@root/";

function row(text: string, url?: string): string {
  const link = url === undefined ? "" : ` HREF="${rootMark}${url}" TITLE="${escape(text)}"`;
  return `<TR><TD ALIGN="LEFT"${link}>${url === undefined ? `<FONT POINT-SIZE="17"><B>${escape(text)}</B></FONT>` : escape(text)}</TD></TR>`;
}

function box(name: string, kind: string, rows: readonly string[]): string {
  const table = `<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3">${rows.join("")}</TABLE>`;
  return `${name}[class="${kind}",label=<${table}>]`;
}

function stageBox(track: Track, stage: Stage, place: number): string {
  const rows = stage.rules.map((rule) =>
    row(stageTitle(rule), `rules/${rule.id}.html#${versionAnchor(track, rule)}`),
  );
  // A long title would make its box wider than the picture can be.
  const title = stage.title.split(/(?<=.{28}) (?=and )/).map((line) => row(line));
  return box(`s${place}`, stage.rules[0]!.actor, [...title, ...rows]);
}

const goals: Record<Track, string> = {
  enroll: "Direct bill partner",
  remain: "Stays a direct bill partner",
  transition: "Indirect reseller",
};

/** What follows for a partner that falls short. */
function consequences(edition: EditionId, stages: readonly Stage[]): string[] {
  const following = consequencesIn(edition);
  const boxes = following.map(({ title, anchor }, index) =>
    box(`c${index}`, "consequence", [row(title, `capabilities.html#${anchor}`)]),
  );
  const chain = following.slice(1).map((_, index) => `c${index}->c${index + 1}`);
  const way = box("out", "goal", [
    row("Move to indirect reseller", "journey.html#moving-on-track-transition"),
  ]);
  const unmet = stages.map((_, place) => `s${place}->c0[class="unmet"]`);
  return [...boxes, ...chain, way, "c0->out", ...unmet];
}

/** The stages of a track as a graph: each box leads to those that wait for it. */
function graphOf(edition: EditionId, track: Track): string {
  const stages = stagesOf(edition, track);
  const last = stages.flatMap((_, place) =>
    stages.some(({ after }) => after.includes(place)) ? [] : [place],
  );
  const lines = [
    ...stages.map((stage, place) => stageBox(track, stage, place)),
    ...stages.flatMap(({ after }, place) => after.map((other) => `s${other}->s${place}`)),
    box("goal", "goal", [row(goals[track])]),
    ...last.map((place) => `s${place}->goal`),
    ...(track === "remain" ? consequences(edition, stages) : []),
  ];
  return `digraph{rankdir=TB;bgcolor=transparent;nodesep=0.25;ranksep=0.35;node[shape=plain,fontname="Helvetica",fontsize=15];edge[arrowsize=0.7];${lines.join(";")}}`;
}

const pictures = new Map<string, string>();

/** What is not needed in a page: colours are the stylesheet's. */
function cleaned(svg: string): string {
  return svg
    .replace(/^[\s\S]*?<svg/, "<svg")
    .replaceAll(/<!--[\s\S]*?-->/g, "")
    .replaceAll(/ (?:fill|stroke)="(?:black|none|transparent)"/g, "")
    .replaceAll(/ font-(?:family|size)="[^"]*"/g, "")
    .replaceAll(/ id="[^"]*"/g, "")
    .replaceAll("xlink:href", "href")
    .replaceAll(/ xlink:title="[^"]*"/g, "")
    .replaceAll(/<title>[^<]*<\/title>\n?/g, "")
    .replaceAll(/\n+/g, "\n")
    .replace(/<svg width="(\d+)pt" height="(\d+)pt"/, '<svg width="$1" height="$2" role="group"');
}

/** Draws the journeys of all editions; typedoc waits for it. */
export async function drawJourneys(): Promise<void> {
  const graphviz = await Graphviz.load();
  for (const { id } of editions)
    for (const track of tracks)
      pictures.set(`${id} ${track}`, cleaned(graphviz.layout(graphOf(id, track), "svg", "dot")));
}

/** The picture of a journey, with links from a page at some depth. */
export function journeyPicture(edition: EditionId, track: Track, root: string): string {
  const picture = pictures.get(`${edition} ${track}`);
  if (picture === undefined) throw new Error(`There is no journey ${edition} ${track}`);
  return picture
    .replaceAll(rootMark, root)
    .replace("<svg ", `<svg aria-label="${trackNames[track]}" `);
}
