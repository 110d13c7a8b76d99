import { isDeepStrictEqual } from "node:util";

import { compareReports, decide, evaluateSync, timeline } from "csp-direct-bill-rules";

import { dayAfter } from "../../src/facts/calendar.ts";
import type { Facts } from "../../src/facts/facts.ts";
import { statusesOf, verdictOf } from "../../src/foresight/verdict.ts";
import type { RuleSet } from "../../src/rules/rules-in-force.ts";

const days = { from: "2025-11-15", until: "2027-11-15" } as const;

/** The kernel of decide: outcome and statuses from facts made ready beforehand. */
export function verdictFrom(set: RuleSet, facts: readonly Facts[]): (index: number) => unknown {
  return (index) => verdictOf(set, statusesOf(set, facts[index]!));
}

/** What a host wrote before there was a timeline: the days on which a report differs from the last. */
function scan(profile: unknown): string[] {
  const found: string[] = [];
  let last = evaluateSync(profile as unknown, { asOf: days.from });
  for (let day = dayAfter(days.from); day < days.until; day = dayAfter(day)) {
    const report = evaluateSync(profile as unknown, { asOf: day });
    if (compareReports(last, report).rules.some(({ changed }) => changed)) found.push(day);
    last = report;
  }
  return found;
}

/** The same by asking only for verdicts. */
function scanVerdicts(profile: unknown): string[] {
  const found: string[] = [];
  let last = decide(profile as unknown, { asOf: days.from });
  for (let day = dayAfter(days.from); day < days.until; day = dayAfter(day)) {
    const verdict = decide(profile as unknown, { asOf: day });
    if (!isDeepStrictEqual(verdict, last)) found.push(day);
    last = verdict;
  }
  return found;
}

function turns(profile: unknown): string[] {
  return timeline(profile as unknown, days)
    .spans.slice(1)
    .map(({ from }) => from);
}

/** Median milliseconds of some runs. */
function time(work: () => void, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)]!;
}

/** Milliseconds for a profile. */
export function measureEach(
  profiles: readonly object[],
  work: (profile: object) => unknown,
): number {
  const all = (): void => {
    for (const profile of profiles) work(profile);
  };
  return time(all, 15) / profiles.length;
}

/** Milliseconds for two years of a profile: by timeline, and by asking about every day. */
export function measureTimeline(
  profiles: readonly object[],
): Record<"timeline" | "scan" | "verdicts", number> {
  for (const profile of profiles) {
    const found = turns(profile);
    for (const other of [scan(profile), scanVerdicts(profile)])
      if (!isDeepStrictEqual(found, other)) throw new Error("timeline and scan disagree");
  }
  const each = (work: (profile: object) => unknown) => (): void => {
    for (const profile of profiles) work(profile);
  };
  return {
    timeline: time(each(turns), 200) / profiles.length,
    scan: time(each(scan), 9) / profiles.length,
    verdicts: time(each(scanVerdicts), 9) / profiles.length,
  };
}
