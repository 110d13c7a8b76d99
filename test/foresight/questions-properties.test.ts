import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type FactId, type Outcome, decide, factsFor, questions, bounds } from "../../src/index.ts";
import { truthOf } from "../../src/engine/weigh.ts";
import { readyRules } from "../../src/engine/run-rules-sync.ts";
import { factsOfProfile } from "../../src/facts/facts.ts";
import { readProfile } from "../../src/profile/read-profile.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { anyDay, completeProfile, nearly, profileAndLess } from "../generate/profiles.ts";
import { goodIn2025, goodProfile, newApplicant } from "../profiles.ts";
import { runs } from "../runs.ts";
import { valueAt } from "../value-at.ts";
import { type Known, interview } from "./interview.ts";
import { situationFor } from "./situations.ts";

const outcomes: readonly Outcome[] = ["eligible", "on-track", "undetermined", "ineligible"];
const question = fc.record({ track: fc.constantFrom(...tracks), asOf: anyDay });
const hiddenCompany = fc.oneof(completeProfile, nearly([goodIn2025, goodProfile, newApplicant]));
const interviews = runs(2000);

/** Whether no fact can change the outcome any more. */
function isDecided(
  { profile, skip }: Known,
  options: { track: (typeof tracks)[number]; asOf: string },
): boolean {
  const { best, worst } = situationFor(profile, options, skip).possible;
  return best === worst;
}

describe("an interview that answers the first question until there is none", () => {
  it("ends with the outcome of the whole company, and never asks twice", () => {
    let count = 0;
    let ours = 0;
    let inOrder = 0;
    fc.assert(
      fc.property(hiddenCompany, question, (hidden, { track, asOf }) => {
        const { profile, asked } = interview(
          hidden,
          (known) => questions(known.profile, { asOf, track, skip: known.skip })[0]?.fact,
        );
        expect(new Set(asked).size).toBe(asked.length);
        const { outcome } = decide(hidden, { asOf, track });
        expect(decide(profile, { asOf, track }).outcome, asked.join()).toBe(outcome);
        const form = interview(hidden, (known) => {
          if (isDecided(known, { track, asOf })) return undefined;
          const isOpen = ({ id }: { id: FactId }): boolean =>
            !known.asked.includes(id) &&
            valueAt(known.profile, id.replace(/\.[^.]*$/, "")) !== null;
          return factsFor({ asOf, track }).find(isOpen)?.id;
        });
        count += 1;
        ours += asked.length;
        inOrder += form.asked.length;
      }),
      { numRuns: interviews },
    );
    console.log(
      `${count} interviews: ${(ours / count).toFixed(2)} questions on average, ${(inOrder / count).toFixed(2)} in the order of a form`,
    );
    expect(ours).toBeLessThan(inOrder * 0.8);
  });
});

describe("what rules can still come to", () => {
  it("contains what they come to, whatever becomes known", () => {
    fc.assert(
      fc.property(profileAndLess, question, ({ complete, partial }, { track, asOf }) => {
        const situation = situationFor(partial, { asOf, track });
        const { inquiry } = situation;
        const { truths, best, worst } = situation.possible;
        for (const profile of [complete, partial]) {
          const { stated } = readProfile(profile);
          const known = factsOfProfile(inquiry, { stated, unknownAt: [] });
          readyRules(inquiry.set).forEach((rule, place) => {
            const { applies, conditions, due } = truths[place]!;
            for (const [part, possible] of [
              [rule.appliesWhen, applies],
              [rule.conditions, conditions],
              [rule.dueWhen, due],
            ] as const) {
              const truth = part === undefined ? true : truthOf(part, known);
              const bit = truth === "unknown" ? 4 : truth ? 1 : 2;
              expect(possible & bit, inquiry.set.rules[place]!.id).not.toBe(0);
            }
          });
          const outcome = outcomes.indexOf(decide(profile, { asOf, track }).outcome);
          expect(outcome).toBeGreaterThanOrEqual(best);
          expect(outcome).toBeLessThanOrEqual(worst);
        }
      }),
      { numRuns: runs(4000) },
    );
  });
});

describe("bounds", () => {
  it("do not claim what they have not found", () => {
    // Only the day of the application is open; every answer leads to the same.
    fc.assert(
      fc.property(profileAndLess, question, ({ complete, partial }, options) => {
        const { best, worst, exact } = bounds(partial, options);
        const outcome = outcomes.indexOf(decide(complete, options).outcome);
        expect(outcomes.indexOf(best)).toBeLessThanOrEqual(outcome);
        expect(outcomes.indexOf(worst)).toBeGreaterThanOrEqual(outcome);
        if (best === worst) expect(exact).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });
});
