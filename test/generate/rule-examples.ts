import {
  type Finding,
  type PartnerProfile,
  type Rule,
  type Status,
  type Track,
  evaluateSync,
} from "../../src/index.ts";
import { isWithin } from "../../src/input/dates.ts";
import { type Case, caseFiles } from "../case-files.ts";
import { showStatus, statuses } from "./rule-words.ts";

/** A case of a rule, as the pages name it: its place in the file of cases. */
interface Example {
  ruleId: string;
  index: number;
  example: Case;
}

const casesOf = new Map(
  caseFiles.map(({ ruleId, cases }) => [
    ruleId,
    cases.map((example, index): Example => ({ ruleId, index, example })),
  ]),
);

/** The case of a rule at a place in its file. */
export const exampleAt = (ruleId: string, index: number): Case =>
  casesOf.get(ruleId)![index]!.example;

/** What the rule of a case says of its profile. */
export function findingOf(ruleId: string, { profile, track, asOf }: Case): Finding {
  const { findings } = evaluateSync(profile as PartnerProfile, { track, asOf });
  return findings.find((finding) => finding.ruleId === ruleId)!;
}

/** The first case of each status that a version has in a track. */
function examplesOf(rule: Rule, track: Track): Example[] {
  const own = casesOf
    .get(rule.id)!
    .filter(({ example }) => example.track === track && isWithin(example.asOf, rule));
  return statuses.flatMap(
    (status: Status) => own.find(({ example }) => example.status === status) ?? [],
  );
}

/** The name of a case without the status, which stands before it, and without day and track. */
function captionOf({ name, status }: Case): string {
  const words = status.replace("-", " ");
  const rest = name.startsWith(words) ? name.slice(words.length).trim() : name;
  return rest.replace(/ ?\([^()]*\d{4}-\d\d-\d\d[^()]*\)$/, "");
}

/** A case as it is and what the rule says of it. The marker is where the site opens it in the playground. */
function renderExample({ ruleId, index, example }: Example): string {
  const { asOf, track, profile } = example;
  const { status, message, remedy } = findingOf(ruleId, example);
  return [
    `<details>\n<summary>${showStatus(status)} ${captionOf(example)}</summary>`,
    `On ${asOf}, in track \`${track}\`, with this profile:`,
    `\`\`\`json\n${JSON.stringify(profile, undefined, 2)}\n\`\`\``,
    `the finding says: “${message}”${remedy === undefined ? "" : ` What to do: “${remedy}”`}`,
    `<!-- open: ${ruleId} ${index} -->`,
    "</details>",
  ].join("\n\n");
}

/** An example of each status that a version has in a track, evaluated. */
export function renderExamples(rule: Rule, track: Track): string[] {
  const examples = examplesOf(rule, track);
  if (examples.length === 0) return [];
  return ["**Examples**", ...examples.map(renderExample)];
}
