import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type FactId,
  type Need,
  type PartnerProfile,
  type Rule,
  type Track,
  decide,
  evaluateSync,
  plan,
  rules,
  rulesInForce,
} from "../../src/index.ts";
import { dayBefore, monthsAfter } from "../../src/facts/calendar.ts";
import { withValueAt } from "../../src/profile/with-value-at.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { anyDay, completeProfile, nearly, partialProfile } from "../generate/profiles.ts";
import { goodIn2025, goodProfile, newApplicant } from "../profiles.ts";
import { runs } from "../runs.ts";
import { valueAt } from "../value-at.ts";
import { needsOf } from "./needs.ts";

const plans = runs(1000);
const company = fc.oneof(partialProfile, nearly([goodIn2025, goodProfile, newApplicant]));

/** A company on a day, after all that a plan says can be stated by then. */
function after(profile: PartnerProfile, needs: readonly Need[], day: string): PartnerProfile {
  return needs
    .filter(({ on }) => on <= day)
    .reduce<PartnerProfile>((known, { fact, value }) => withValueAt(known, fact, value), profile);
}

/** Whether all is done: `eligible`, or each step of a track that has no requirement. */
function isDone(profile: PartnerProfile, asOf: string, track: Track): boolean {
  const { outcome, statuses } = decide(profile, { asOf, track });
  if (outcome === "eligible") return true;
  const kinds = new Set(rulesInForce({ asOf, track }).map(({ kind }) => kind));
  const isFine = Object.values(statuses).every((one) => one === "met" || one === "not-applicable");
  return !kinds.has("requirement") && isFine;
}

/** The rules but for some; none waits for what is not there. */
function rulesWithout(ids: readonly string[]): Rule[] {
  return rules
    .filter(({ id }) => !ids.includes(id))
    .map(({ after: before = [], ...rule }) => {
      const left = before.filter((id) => !ids.includes(id));
      return left.length === 0 ? rule : { ...rule, after: left };
    });
}

describe("a plan works", () => {
  it("done step by step, it leads to eligible on the earliest day, and not the day before; without what is in the way, there is one", () => {
    const counts = { planned: 0, done: 0, blocked: 0 };
    fc.assert(
      fc.property(company, fc.constantFrom(...tracks), anyDay, (profile, track, asOf) => {
        const made = plan(profile, { asOf, track });
        const { earliest, blockers, steps, outcome } = made;
        expect(outcome).toBe(decide(profile, { asOf, track }).outcome);
        if (earliest === undefined) {
          counts.blocked += 1;
          expect(blockers).not.toEqual([]);
          expect(steps).toEqual([]);
          const inTheWay = blockers.map(({ ruleId }) => ruleId);
          const otherwise = plan(profile, { asOf, track, rules: rulesWithout(inTheWay) });
          expect(otherwise.blockers, inTheWay.join()).toEqual([]);
          return;
        }
        expect(blockers).toEqual([]);
        counts[steps.length === 0 ? "done" : "planned"] += 1;
        const needs = needsOf(made);
        expect(isDone(after(profile, needs, earliest), earliest, track)).toBe(true);
        const last = dayBefore(earliest);
        if (last >= asOf) expect(isDone(after(profile, needs, last), last, track)).toBe(false);
        // Each step comes after those that it waits for, and nothing is done in the past.
        const places = steps.map(({ ruleId }) => ruleId);
        for (const { ruleId, after: before, notBefore } of steps) {
          for (const id of before) expect(places.indexOf(id)).toBeLessThan(places.indexOf(ruleId));
          expect(notBefore >= asOf && notBefore <= earliest).toBe(true);
        }
        for (const { on } of needs) expect(on >= asOf).toBe(true);
        // Figures are of a size that a company has.
        for (const { value } of needs)
          if (typeof value === "number") expect(value).toBeLessThan(1e9);
      }),
      { numRuns: plans },
    );
    console.log(
      `${plans} plans: ${counts.planned} lead to eligible, ${counts.done} had nothing to do, ${counts.blocked} are blocked`,
    );
    expect(counts.planned).toBeGreaterThan(plans / 2);
  });

  it("each alternative does as well as what it stands for, and is needed", () => {
    let alternatives = 0;
    fc.assert(
      fc.property(company, fc.constantFrom(...tracks), anyDay, (profile, track, asOf) => {
        const made = plan(profile, { asOf, track });
        const { earliest, steps } = made;
        if (earliest === undefined) return;
        const needs = needsOf(made);
        for (const step of steps) {
          for (const other of step.alternatives) {
            const rest = needs.filter((need) => !step.needs.includes(need));
            expect(isDone(after(profile, rest, earliest), earliest, track)).toBe(false);
            const otherwise = after(profile, [...rest, other], earliest);
            expect(isDone(otherwise, earliest, track), other.fact).toBe(true);
            alternatives += 1;
          }
        }
      }),
      { numRuns: runs(200) },
    );
    expect(alternatives).toBeGreaterThan(runs(20));
  });
});

/** The facts that a plan takes for history, or for places: no guess may change them. */
function isFixed(fact: FactId, value: unknown, asOf: string): boolean {
  if (/^(company|tenant)\.country$|directBillStatus$|onboardedOn$/.test(fact)) return true;
  if (fact.startsWith("support.plan")) return true;
  const repeats = ["enrollment.appliedOn", "capabilitiesAssessment.on", "trailingRevenue.endsOn"];
  return typeof value === "string" && value <= asOf && !repeats.includes(fact);
}

const guessed: readonly FactId[] = [
  "membership.locationIds",
  "membership.active",
  "authority.signAgreements",
  "enrollment.application",
  "enrollment.appliedOn",
  "enrollment.eligibility",
  "enrollment.businessInformation",
  "creditCheck.status",
  "creditCheck.notifiedOn",
  "capabilitiesAssessment.result",
  "capabilitiesAssessment.on",
  "vetting.status",
  "partnerAgreement.acceptedOn",
  "indirectReseller.transactingSince",
];

describe("a blocker blocks", () => {
  it("whatever else happens: no guess among what can still change leads to eligible", () => {
    let guesses = 0;
    fc.assert(
      fc.property(
        company,
        fc.array(completeProfile, { minLength: 8, maxLength: 8 }),
        fc.constantFrom<Track>("enroll", "remain"),
        anyDay,
        (profile, others, track, asOf) => {
          const { blockers } = plan(profile, { asOf, track });
          if (blockers.length === 0) return;
          for (const other of others)
            for (const months of [0, 1, 12, 24]) {
              const day = monthsAfter(asOf, months);
              const changes = guessed.filter(
                (fact) => !isFixed(fact, valueAt(profile, fact), asOf),
              );
              const future = changes
                .map((fact) => [fact, valueAt(other, fact)] as const)
                .filter(
                  ([, value]) =>
                    typeof value !== "string" || !/^\d{4}/.test(value) || value >= asOf,
                );
              const guess = future.reduce<PartnerProfile>(
                (known, [fact, value]) => withValueAt(known, fact, value),
                profile,
              );
              const report = evaluateSync(guess as unknown, {
                asOf: day,
                track,
                onInvalid: "unknown",
              });
              if (report.ignored !== undefined) continue;
              guesses += 1;
              expect(report.outcome, blockers.map(({ ruleId }) => ruleId).join()).not.toBe(
                "eligible",
              );
            }
        },
      ),
      { numRuns: runs(500) },
    );
    expect(guesses).toBeGreaterThan(runs(20));
  });
});
