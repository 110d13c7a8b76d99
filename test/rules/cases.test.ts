import { describe, expect, it } from "vitest";

import { type Rule, type Status, editions, evaluate, rules } from "../../src/index.ts";
import { conditionsOf, factsIn } from "../../src/rule/facts-in-conditions.ts";
import type { FactId } from "../../src/facts/fact-id.ts";
import { describeFact } from "../../src/facts/fact-table.ts";
import { caseFiles, comparisonOf } from "../case-files.ts";

/** Statuses that no profile brings a version of a rule to, for it speaks of one state only. */
const unreachable: Record<string, readonly Status[]> = {
  // Only a rejection, and only a stopped tenant, is judged.
  "business-verification 2025-10-01": ["met"],
  "tenant-status 2025-10-01": ["met"],
  // Whether it was asked for at all is not known.
  "capabilities-assessment 2021-04-15": ["unmet"],
};

/** Process fields stand for something when absent, and some derived facts are known from nothing. */
function isAlwaysKnown(fact: FactId): boolean {
  const { absentMeans, needs } = describeFact(fact);
  const isKnownFromNothing = needs?.length === 0 && fact !== "sources.settled";
  return fact === "asOf" || absentMeans !== undefined || isKnownFromNothing;
}

/** The statuses that some profile can bring a rule to. */
function reachable(rule: Rule): Status[] {
  const { variants: _, ...deciding } = rule;
  const canBeUnknown = !conditionsOf(deciding).flatMap(factsIn).every(isAlwaysKnown);
  const statuses: Status[] = [
    "met",
    "unmet",
    ...(canBeUnknown ? (["unknown"] as const) : []),
    ...(rule.dueWhen ? (["not-due"] as const) : []),
    ...(rule.appliesWhen ? (["not-applicable"] as const) : []),
  ];
  const never = unreachable[`${rule.id} ${rule.from}`] ?? [];
  return statuses.filter((status) => !never.includes(status));
}

describe.each(caseFiles)("$ruleId", ({ file, ruleId, cases }) => {
  it("has a case file of its name", () => {
    expect(file).toBe(`${ruleId}.json`);
  });

  it.each(cases)("is $name", async (stated) => {
    const { track, asOf, profile } = stated;
    const { findings } = await evaluate(profile, { asOf, track });
    const finding = findings.find((candidate) => candidate.ruleId === ruleId)!;
    const rule = rules.find(
      ({ id, tracks, from }) =>
        id === ruleId && tracks.includes(track) && from === finding.inForce.from,
    )!;
    const [expected, actual] = comparisonOf(stated, rule, finding);
    expect(actual).toEqual(expected);
  });

  const versions = rules
    .filter(({ id }) => id === ruleId)
    .flatMap((rule) => rule.tracks.map((track) => ({ rule, track, from: rule.from })));

  it.each(versions)("has a case for each status of $from, $track", ({ rule, track }) => {
    const covered = cases
      .filter((candidate) => candidate.track === track)
      .filter(({ asOf }) => rule.from <= asOf && (rule.until === undefined || asOf < rule.until))
      .map(({ status }) => status);
    expect(new Set(covered)).toEqual(new Set(reachable(rule)));
  });
});

it("every rule has a case file", () => {
  const ids = new Set(rules.map(({ id }) => id));
  expect(new Set(caseFiles.map(({ ruleId }) => ruleId))).toEqual(ids);
});

it("no case is asked before the first edition or named twice", () => {
  for (const { cases } of caseFiles) {
    const names = cases.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { asOf } of cases) expect(asOf >= editions[0]!.from).toBe(true);
  }
});
