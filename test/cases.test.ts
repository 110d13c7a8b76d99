import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { type Rule, type Status, type Track, editions, evaluate, rules } from "../src/index.ts";
import { factsIn } from "../src/facts/facts-read.ts";
import { describeFact } from "../src/schema/facts.ts";

interface CaseFile {
  ruleId: string;
  cases: {
    name: string;
    track: Track;
    asOf: string;
    profile: unknown;
    status: Status;
    missing?: string[];
  }[];
}

const folder = new URL("./cases/", import.meta.url);
const files = readdirSync(folder).map((name) => ({
  name,
  content: JSON.parse(readFileSync(new URL(name, folder), "utf8")) as CaseFile,
}));

/** The statuses that some profile can bring a rule to. A process field is never unknown. */
function reachable({ conditions, dueWhen, appliesWhen }: Rule): Status[] {
  const facts = [conditions, dueWhen, appliesWhen].flatMap((condition) =>
    condition === undefined ? [] : factsIn(condition),
  );
  const canBeUnknown = facts.some(
    (fact) => fact !== "asOf" && describeFact(fact).initially === undefined,
  );
  return [
    "met",
    "unmet",
    ...(canBeUnknown ? (["unknown"] as const) : []),
    ...(dueWhen ? (["not-due"] as const) : []),
    ...(appliesWhen ? (["not-applicable"] as const) : []),
  ];
}

describe.each(files)("$content.ruleId", ({ name, content: { ruleId, cases } }) => {
  it("has a case file of its name", () => {
    expect(name).toBe(`${ruleId}.json`);
  });

  it.each(cases)("is $name", async ({ track, asOf, profile, status, missing = [] }) => {
    const { findings } = await evaluate(profile, { asOf, track });
    const finding = findings.find((candidate) => candidate.ruleId === ruleId);
    expect(finding).toMatchObject({ status, missing });
    const { messages } = rules.find(
      (rule) =>
        rule.id === ruleId && rule.tracks.includes(track) && rule.from === finding?.inForce.from,
    )!;
    expect(finding?.message).toBe(messages[status]);
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
  expect(new Set(files.map(({ content }) => content.ruleId))).toEqual(ids);
});

it("no case is asked before the first edition or named twice", () => {
  for (const { content } of files) {
    const names = content.cases.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { asOf } of content.cases) expect(asOf >= editions[0]!.from).toBe(true);
  }
});
