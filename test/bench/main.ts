// npm run bench
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { Bench } from "tinybench";

import {
  type Report,
  bounds,
  decide,
  evaluate,
  evaluateSync,
  plan,
  questions,
  rulesInForce,
} from "csp-direct-bill-rules";

import { runRulesSync } from "../../src/engine/run-rules-sync.ts";
import { knownFacts } from "../../src/facts/facts.ts";
import { factsOf, partsOf } from "../bare-engine.ts";
import { printTable } from "../print-table.ts";
import { completeProfile, partialProfile } from "../generate/profiles.ts";
import { goodIn2025, newApplicant } from "../profiles.ts";
import { handWritten } from "./hand-written.ts";
import { asOf } from "./hand-written-known.ts";
import { measureEach, measureTimeline, verdictFrom } from "./foresight.ts";
import { type Verdict, bareJsonRulesEngine, jsonLogicEngine, zenEngine } from "./peers.ts";
import { measureImport, measurePortfolio } from "./portfolio.ts";
import { ownFacts } from "../../src/facts/fact-table.ts";

const options = { asOf } as const;
const rules = rulesInForce(options);

const { onboardedOn: _, ...enrollment } = goodIn2025.enrollment;

/** Met, unmet, and partly known. */
const profiles: readonly object[] = [
  { ...goodIn2025, enrollment },
  {
    ...newApplicant,
    creditCheck: { status: "failed" },
    authority: { acceptAgreements: false },
    security: { adminAccounts: 3, adminAccountsWithMfa: 2, alertResponseHours: 30 },
    trailingRevenue: goodIn2025.trailingRevenue,
    capabilitiesAssessment: { result: "not-taken" },
    vetting: { status: "rejected" },
  },
  {
    membership: { active: true },
    company: { country: "SE" },
    support: { plan: { type: "PSfP", purchasedOn: "2025-10-10" } },
    enrollment: { application: "submitted" },
  },
];
const parts = partsOf(rules);
const set = { track: "enroll", rules, table: ownFacts } as const;
const facts = profiles.map((profile) => factsOf(profile, asOf, rules));
const inputs = facts.map((one) => knownFacts(one, ownFacts));

interface Contender {
  name: string;
  gives: "report" | "statuses" | "verdicts" | "verdicts, trace";
  /** Answers for one of the profiles: a report, or the names of the conditions that hold. */
  answer: (index: number) => unknown;
}

const contenders: Contender[] = [
  { name: "evaluateSync", gives: "report", answer: (i) => evaluateSync(profiles[i]!, options) },
  { name: "evaluate", gives: "report", answer: async (i) => evaluate(profiles[i]!, options) },
  { name: "hand-written", gives: "report", answer: (i) => handWritten(profiles[i]) },
  { name: "decide, facts ready", gives: "statuses", answer: verdictFrom(set, facts) },
  { name: "decide", gives: "statuses", answer: (i) => decide(profiles[i] as unknown, options) },
  { name: "json-rules-engine", gives: "verdicts", answer: bareJsonRulesEngine(parts, inputs) },
  { name: "json-logic-engine", gives: "verdicts", answer: jsonLogicEngine(parts, inputs) },
  { name: "@gorules/zen-engine", gives: "verdicts, trace", answer: zenEngine(parts, inputs) },
];

/** Whether verdicts, which have only yes and no, agree with ours wherever a condition is decided. */
function agrees(verdict: ReadonlySet<string>, index: number): boolean {
  const ran = runRulesSync(set, facts[index]!);
  return parts.every(({ name, resultIn }) => {
    const { result } = resultIn(ran);
    return result === "unknown" || result === verdict.has(name);
  });
}

/** A rule that changes may leave a profile behind: each is still to be of its kind. */
function checkKinds(): void {
  const outcomes = profiles.map((profile) => evaluateSync(profile, options).outcome);
  if (isDeepStrictEqual(outcomes, ["eligible", "ineligible", "undetermined"])) return;
  throw new Error(`The profiles are ${outcomes.join(", ")}`);
}

/** What a contender must say to give what a report says; undefined if it says less. */
function expected(report: Report, gives: Contender["gives"]): unknown {
  if (gives === "report") return report;
  const { outcome, findings } = report;
  const statuses = Object.fromEntries(findings.map(({ ruleId, status }) => [ruleId, status]));
  return gives === "statuses" ? { outcome, statuses } : undefined;
}

function agreesAs(gives: Contender["gives"], given: unknown, index: number): boolean {
  return gives.startsWith("verdicts") && agrees(given as ReadonlySet<string>, index);
}

/** No contender is timed before it has said the same as the others. */
async function checkAgreement(): Promise<void> {
  for (const [index, profile] of profiles.entries()) {
    const report = evaluateSync(profile, options);
    for (const { name, gives, answer } of contenders) {
      const given: unknown = await (answer as Verdict)(index);
      const isRight =
        isDeepStrictEqual(given, expected(report, gives)) || agreesAs(gives, given, index);
      if (!isRight) throw new Error(`${name} disagrees about profile ${index}`);
    }
  }
}

/** The hand-written function is no limit if it says something else of some other profile. */
function checkLimit(): void {
  for (const sample of fc.sample(fc.oneof(partialProfile, completeProfile), 2000)) {
    // As it comes from a store: fast-check makes objects of another kind.
    const profile: unknown = JSON.parse(JSON.stringify(sample));
    if (isDeepStrictEqual(handWritten(profile), evaluateSync(profile, options))) continue;
    throw new Error(`hand-written disagrees about ${JSON.stringify(profile)}`);
  }
}

/** Median microseconds a profile, of one round. */
async function time({ name, answer }: Contender): Promise<number> {
  const bench = new Bench({ time: 300, warmupTime: 100 });
  const isAsync = answer(0) instanceof Promise;
  if (isAsync)
    bench.add(name, async () => void (await answer(0), await answer(1), await answer(2)));
  else bench.add(name, () => void (answer(0), answer(1), answer(2)));
  const [task] = await bench.run();
  if (task?.result.state !== "completed") throw new Error(`${name} was not measured`);
  return (task.result.latency.p50 * 1000) / profiles.length;
}

const rounds = 11;

/** Times of rounds in which all take turns, so that a machine's moods meet all alike. */
async function timeAll(): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) times.get(contender.name)!.push(await time(contender));
  }
  return times;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) / 2]!;
}

checkKinds();
await checkAgreement();
checkLimit();
// `npm run bench -- --check` ends here: the gate holds the contenders equal, and times nothing.
if (process.argv.includes("--check")) process.exit();
console.log(
  `\n${rules.length} rules with ${parts.length} conditions, track enroll, ${asOf}; three profiles: met, unmet, partly known.`,
);
console.log(
  "All contenders agree wherever a condition is decided. Medians a profile; verdicts are booleans only.\n",
);

const times = await timeAll();
/** Compares within each round, for a machine that slows down slows both. */
const ratio = (one: string, other: string): number =>
  median(times.get(one)!.map((value, round) => value / times.get(other)![round]!));
printTable(
  ["contender", "gives", "µs", "× evaluateSync"],
  contenders.map(({ name, gives }) => [
    name,
    gives,
    median(times.get(name)!).toFixed(2),
    ratio(name, "evaluateSync").toFixed(2),
  ]),
);

const faster = ratio("json-rules-engine", "evaluateSync");
const limit = ratio("evaluateSync", "hand-written");
const verdict = (holds: boolean): string => (holds ? "met" : "MISSED");
console.log(
  `\nTarget: at least 20 × faster than bare json-rules-engine: ${faster.toFixed(1)} × (${verdict(faster >= 20)})`,
);
console.log(
  `Target: at most 3 × the hand-written limit: ${limit.toFixed(2)} × (${verdict(limit <= 3)})\n`,
);

const kernel = ratio("decide, facts ready", "json-logic-engine");
console.log(
  `Target: decide, facts ready, at most 1.5 × compiled json-logic: ${kernel.toFixed(2)} × (${verdict(kernel <= 1.5)})`,
);
const years = measureTimeline(profiles);
const quicker = years.scan / years.timeline;
console.log(
  `Target: timeline of two years at least 50 × faster than asking for a report every day: ${quicker.toFixed(0)} × (${verdict(quicker >= 50)}); than asking for a verdict: ${(years.verdicts / years.timeline).toFixed(0)} ×; ${years.timeline.toFixed(2)} ms\n`,
);

printTable(
  ["looking ahead", "ms"],
  [
    ["questions", measureEach(profiles, (profile) => questions(profile as unknown, options))],
    ["bounds", measureEach(profiles, (profile) => bounds(profile as unknown, options))],
    ["plan", measureEach(profiles, (profile) => plan(profile as unknown, options))],
    ["evaluateSync", measureEach(profiles, (profile) => evaluateSync(profile as unknown, options))],
    [
      "evaluateSync, nextChange",
      measureEach(profiles, (profile) =>
        evaluateSync(profile as unknown, { ...options, nextChange: true }),
      ),
    ],
  ].map(([name, ms]) => [String(name), Number(ms).toFixed(3)]),
);
console.log();

printTable(
  ["portfolio, evaluateMany", "profiles a second", "memory kept, MB"],
  [10_000, 100_000, 1_000_000].map((size) => {
    const { perSecond, keptMb } = measurePortfolio(profiles, size, asOf);
    return [
      size.toLocaleString("en"),
      Math.round(perSecond).toLocaleString("en"),
      keptMb.toFixed(2),
    ];
  }),
);
console.log();
printTable(
  ["entry", "import, ms"],
  ["csp-direct-bill-rules", "csp-direct-bill-rules/sync", "csp-direct-bill-rules/schema"].map(
    (entry) => [entry, measureImport(entry).toFixed(0)],
  ),
);
