import {
  type ConditionResult,
  type Finding,
  type Rule,
  evaluateSync,
  rules,
  rulesInForce,
} from "../../src/index.ts";
import { type Case, caseFiles } from "../case-files.ts";

interface Said {
  stated: Case;
  finding: Finding;
}

type Leaf = Extract<ConditionResult, { fact: string }>;

function leavesOf(node: ConditionResult): Leaf[] {
  if ("all" in node) return node.all.flatMap(leavesOf);
  if ("any" in node) return node.any.flatMap(leavesOf);
  return "not" in node ? leavesOf(node.not) : [node];
}

/** What a finding is based on: the parts of its rule that decided it, and the facts they read. */
function partsOf({ evidence, due, applies }: Finding): [name: string, node: ConditionResult][] {
  return [
    ["conditions", evidence] as const,
    ...(due === undefined ? [] : [["due", due] as const]),
    ...(applies === undefined ? [] : [["applies", applies] as const]),
  ].map(([name, node]) => [name, node]);
}

/** Identifies which leaves decided, whatever values they read. */
function signatureOf({ finding }: Said): string {
  const results = partsOf(finding).flatMap(([, node]) =>
    leavesOf(node).map(({ result }) => result),
  );
  return results.join();
}

function renderFacts(finding: Finding): string {
  const values = new Map<string, string>();
  for (const [, node] of partsOf(finding)) {
    for (const { fact, actual, expected } of leavesOf(node)) {
      if (fact !== "sources.settled") values.set(fact, JSON.stringify(actual) ?? "unknown");
      const other = expected as { fact?: string; value?: unknown };
      if (other?.fact !== undefined)
        values.set(other.fact, JSON.stringify(other.value) ?? "unknown");
    }
  }
  return [...values].map(([fact, value]) => `${fact} ${value}`).join(", ");
}

function renderState({ finding }: Said): string {
  const results = partsOf(finding).map(([name, { result }]) => `${name} ${result}`);
  return `  - ${results.join(", ")}: \`${renderFacts(finding)}\``;
}

function wordsOf({ finding: { status, message, remedy, actor } }: Said): string {
  const todo = remedy === undefined ? "" : `\n\n  To do (${actor}): ${remedy}\n`;
  return `- **${status}** ${message}${todo}`;
}

/** Everything that a version of a rule says in one track, with one state for each way to reach it. */
function renderVersion(rule: Rule, track: Case["track"]): string {
  const said = caseFiles
    .find(({ ruleId }) => ruleId === rule.id)!
    .cases.filter(
      (stated) =>
        stated.track === track && rulesInForce({ track, asOf: stated.asOf }).includes(rule),
    )
    .map((stated): Said => {
      const { track: asked, asOf } = stated;
      const { findings } = evaluateSync(stated.profile, { track: asked, asOf });
      return { stated, finding: findings.find(({ ruleId }) => ruleId === rule.id)! };
    });
  const statesByWords = new Map<string, Map<string, Said>>();
  for (const one of said) {
    const states = statesByWords.get(wordsOf(one)) ?? new Map<string, Said>();
    statesByWords.set(wordsOf(one), states.set(signatureOf(one), one));
  }
  const blocks = [...statesByWords].map(([words, states]) =>
    [words, ...[...states.values()].map(renderState)].join("\n"),
  );
  return [`## ${rule.id}, ${track}, from ${rule.from}`, ...blocks].join("\n\n");
}

/** The page that shows each message with the states that lead to it. */
export function renderMessages(): string {
  return [
    "<!-- Written by `npm test -- -u` from rules/ and test/cases/. Do not edit; read it. -->",
    "# What findings say",
    "Every message of every version of a rule, with what to do and, below it, the states in which the test cases reach it: one for each combination of leaves that decide. Each message must be true in each of these states.",
    ...rules.flatMap((rule) => rule.tracks.map((track) => renderVersion(rule, track))),
  ].join("\n\n");
}
