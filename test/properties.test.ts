import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type ConditionResult,
  type PartnerProfile,
  type Report,
  type RuleId,
  evaluate,
  evaluateSync,
  rulesInForce,
} from "../src/index.ts";
import { tracks } from "../src/rule/vocabulary.ts";
import { asItStood, withoutWhatDaysProve } from "./as-it-stood.ts";
import {
  anyDay,
  completeProfile,
  partialProfile,
  pathsOf,
  profileAndLess,
  without,
} from "./generate/profiles.ts";
import { runs } from "./runs.ts";

const question = fc.record({ asOf: anyDay, track: fc.constantFrom(...tracks) });

function statuses({ findings }: Report): Map<string, string> {
  return new Map(findings.map(({ ruleId, status }) => [ruleId, status]));
}

/**
 * Where absence stands for something, forgetting a field changes what is said: a process is not
 * started, the company is no partner, no renewal has taken place, the figures are those of the day, the
 * tenant is not stopped.
 */
const standsForSomething =
  /^(creditCheck(\.status)?|enrollment(\..*)?|support\.plan\.renew(s|ed)On|trailingRevenue\.endsOn|transition(\.(enrollment|directBillStatus))?)$/;

/** An applicant that gives no direct bill revenue has none. */
const countsAsNone = /^trailingRevenue(\.directBill(\..*)?)?$/;

/** A plan of which type and last day are not known is taken as one that can count and has not ended. */
const takesPlanAsItMayBe = "support-plan-sequence";

type Leaf = Extract<ConditionResult, { fact: string }>;

function unknownLeaves(node: ConditionResult | undefined): Leaf[] {
  if (node?.result !== "unknown") return [];
  if ("all" in node) return node.all.flatMap(unknownLeaves);
  if ("any" in node) return node.any.flatMap(unknownLeaves);
  return "not" in node ? unknownLeaves(node.not) : [node];
}

/** Why a leaf can be open although the profile says all it can. */
const reasonsToStayOpen: ((leaf: Leaf) => boolean)[] = [
  ({ fact }) => fact === "sources.settled",
  // Two events on one day.
  ({ operator, actual, expected }) =>
    operator === "later" && actual === (expected as { value?: unknown }).value,
  // No plan is in hand that tells whether an earlier one was renewed.
  ({ expected }) => (expected as { fact?: string }).fact === "support.plan.firstRenewalOn",
  // Nor whether one was owned when the company applied.
  ({ fact }) => fact === "support.plan.ownedAtApplication",
];

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, item]) => [key, reverseKeys(item)]));
}

describe("for every profile, track and day", () => {
  it("later events do not matter: the report is that of the profile without them", () => {
    fc.assert(
      fc.property(fc.oneof(completeProfile, partialProfile), question, (profile, options) => {
        const report = evaluateSync(profile, options);
        expect(report).toStrictEqual(evaluateSync(asItStood(profile, options.asOf), options));
      }),
      { numRuns: runs(3000) },
    );
  });

  it("what a past event proves need not be stated", () => {
    fc.assert(
      fc.property(completeProfile, question, (complete, options) => {
        const report = evaluateSync(complete, options);
        const less = withoutWhatDaysProve(complete, options.asOf);
        expect(evaluateSync(less, options)).toStrictEqual(report);
      }),
      { numRuns: runs(1000) },
    );
  });

  it("adding knowledge changes only what was unknown, or lets what was not due be met", async () => {
    await fc.assert(
      fc.asyncProperty(profileAndLess, question, async ({ complete, forgotten }, options) => {
        const known = asItStood(complete, options.asOf);
        const less = without(
          known,
          new Set(
            forgotten.filter(
              (path) =>
                !standsForSomething.test(path) &&
                !(options.track === "enroll" && countsAsNone.test(path)),
            ),
          ),
        );
        const before = statuses(await evaluate(less, options));
        const after = statuses(await evaluate(known, options));
        for (const [ruleId, status] of before) {
          const later = after.get(ruleId);
          if (status === "unknown" || ruleId === takesPlanAsItMayBe) continue;
          if (status === "not-due") expect(["not-due", "met"]).toContain(later);
          else expect(later).toBe(status);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it("without any fact no requirement is met", async () => {
    await fc.assert(
      fc.asyncProperty(completeProfile, question, async (complete, options) => {
        const empty = without(
          complete,
          new Set(pathsOf(complete).filter((path) => !path.includes("."))),
        );
        const { findings, outcome } = await evaluate(empty, options);
        for (const { kind, status } of findings) {
          if (kind === "requirement")
            expect(["unknown", "not-due", "not-applicable"]).toContain(status);
        }
        expect(outcome).toBe("undetermined");
      }),
    );
  });

  it("what is known completely is open only where sources, days or renewals leave it open", async () => {
    let open = 0;
    await fc.assert(
      fc.asyncProperty(completeProfile, question, async (complete, options) => {
        const { asOf } = options;
        const { endsOn: _, ...trailingRevenue } = complete.trailingRevenue!;
        const days = [
          complete.enrollment!.onboardedOn!,
          complete.capabilitiesAssessment!.on!,
          complete.support!.plan?.purchasedOn ?? asOf,
          complete.support!.plan?.renewedOn ?? asOf,
        ];
        fc.pre(days.every((day) => day <= asOf));
        const { missingFacts, findings } = await evaluate(
          { ...complete, trailingRevenue },
          options,
        );
        expect(missingFacts).toEqual([]);
        for (const { status, evidence, due, applies } of findings) {
          if (status !== "unknown") continue;
          open += 1;
          const leaves = [evidence, due, applies].flatMap(unknownLeaves);
          expect(leaves.length).toBeGreaterThan(0);
          for (const leaf of leaves)
            expect(reasonsToStayOpen.some((holds) => holds(leaf))).toBe(true);
        }
      }),
      { numRuns: runs(1000) },
    );
    expect(open).toBeGreaterThan(runs(100));
  });

  it("a missing fact, once given, is never missing again", async () => {
    await fc.assert(
      fc.asyncProperty(profileAndLess, question, async ({ complete, forgotten }, options) => {
        const known = asItStood(complete, options.asOf);
        const partial = without(known, new Set(forgotten));
        const { missingFacts } = await evaluate(partial, options);
        const stated = new Set(pathsOf(known));
        for (const { fact } of missingFacts) {
          if (!stated.has(fact)) continue;
          const filled = give(partial, fact.split("."), known);
          const again = (await evaluate(filled, options)).missingFacts.map(
            (missing) => missing.fact,
          );
          expect(again).not.toContain(fact);
        }
      }),
    );
  });

  it("equal input gives an equal report, which survives a JSON round trip", async () => {
    await fc.assert(
      fc.asyncProperty(partialProfile, question, async (profile, options) => {
        const report = await evaluate(profile, options);
        const text = JSON.stringify(report);
        expect(JSON.stringify(await evaluate(structuredClone(profile), options))).toBe(text);
        expect(JSON.parse(text)).toStrictEqual(report);
      }),
    );
  });

  it("what a report adds up follows from its findings", async () => {
    await fc.assert(
      fc.asyncProperty(partialProfile, question, async (profile, options) => {
        const { findings, counts, missingFacts, nextSteps } = await evaluate(profile, options);
        const rules = new Map(rulesInForce(options).map((rule) => [rule.id, rule]));
        for (const [status, count] of Object.entries(counts)) {
          expect(findings.filter((finding) => finding.status === status)).toHaveLength(count);
        }
        for (const { fact, neededBy } of missingFacts) {
          const needy = findings.filter(({ missing }) => missing.includes(fact));
          expect(neededBy).toEqual(needy.map(({ ruleId }) => ruleId));
        }
        const missing = new Set(findings.flatMap((finding) => finding.missing));
        expect(new Set(missingFacts.map(({ fact }) => fact))).toEqual(missing);
        const inTheWay = new Set(
          findings
            .filter(({ kind, status }) => kind === "requirement" && status.startsWith("un"))
            .map(({ ruleId }) => ruleId),
        );
        const isBlocked = (id: RuleId): boolean =>
          (rules.get(id)?.after ?? []).some(
            (before) => inTheWay.has(before as RuleId) || isBlocked(before as RuleId),
          );
        const toDo = findings.filter(
          ({ ruleId, status, kind }) =>
            status === "unmet" &&
            (kind === "requirement" || (kind === "step" && !isBlocked(ruleId))),
        );
        expect(nextSteps).toEqual(
          toDo.map(({ ruleId, actor, remedy }) => ({ ruleId, actor, text: remedy })),
        );
      }),
    );
  });

  it("the order of keys does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(partialProfile, question, async (profile, options) => {
        const report = JSON.stringify(await evaluate(profile, options));
        expect(JSON.stringify(await evaluate(reverseKeys(profile), options))).toBe(report);
      }),
    );
  });

  it("the input is never changed", async () => {
    await fc.assert(
      fc.asyncProperty(partialProfile, question, async (profile, options) => {
        const before = JSON.stringify({ profile, options });
        await evaluate(profile, options);
        expect(JSON.stringify({ profile, options })).toBe(before);
      }),
    );
  });
});

function give(profile: PartnerProfile, path: readonly string[], from: object): PartnerProfile {
  const [key, ...rest] = path as [string, ...string[]];
  const source = (from as Record<string, unknown>)[key];
  const own = (profile as Record<string, unknown>)[key];
  const isGroup = rest.length > 0 && typeof source === "object" && source !== null;
  const value = isGroup ? give((own ?? {}) as PartnerProfile, rest, source) : source;
  return { ...profile, [key]: value };
}
