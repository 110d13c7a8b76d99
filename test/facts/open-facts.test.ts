import { describe, expect, it } from "vitest";

import { type FactId, type PartnerProfile, partnerProfileSchema, rules } from "../../src/index.ts";
import { factIds, ownFacts, positionOf, statedFactIds } from "../../src/facts/fact-table.ts";
import { type Facts, factsOfProfile } from "../../src/facts/facts.ts";
import { type OpenFacts, onlyGrows, openFactsOf } from "../../src/facts/open-facts.ts";
import { readProfile } from "../../src/profile/read-profile.ts";
import { withValueAt } from "../../src/profile/with-value-at.ts";
import { factsInRules } from "../../src/rule/facts-in-conditions.ts";

const asOf = "2026-03-10";
const yesterday = "2026-03-09";
const ahead = "2026-03-12";
/** Days between those that are stated, and after them. */
const otherDays = ["2026-03-11", "2026-03-13"];
const inquiry = { asOf, read: factsInRules(rules), table: ownFacts };

type Value = string | number | boolean | null | undefined;
/** What each fact of a group can be, besides absent. */
type Domains = { readonly [Fact in FactId]?: readonly Value[] };

/** A company of which all facts of a group are known: those that are undefined stay absent. */
interface Company {
  readonly values: readonly Value[];
  readonly facts: Facts;
}

function profileOf(facts: readonly FactId[], values: readonly unknown[]): PartnerProfile {
  return facts.reduce<object>(
    (profile, fact, index) =>
      values[index] === undefined ? profile : withValueAt(profile, fact, values[index]),
    {},
  );
}

function combinations<Item>(choices: readonly (readonly Item[])[]): Item[][] {
  return choices.reduce<Item[][]>(
    (all, items) => all.flatMap((some) => items.map((item) => [...some, item])),
    [[]],
  );
}

const unasked = Symbol("unasked");
const skipped = Symbol("skipped");

/** Every company of a group that can exist, as its facts stand on the day. */
function companiesOf(facts: readonly FactId[], choices: readonly (readonly Value[])[]): Company[] {
  const withDays = choices.map((values) =>
    values.includes(asOf) ? [...values, ...otherDays] : values,
  );
  return combinations(withDays.map((values) => [undefined, ...values])).flatMap((values) => {
    const profile = profileOf(facts, values);
    if (!partnerProfileSchema.safeParse(profile).success) return [];
    const { stated } = readProfile(profile);
    return [{ values, facts: factsOfProfile(inquiry, { stated, unknownAt: [] }) }];
  });
}

/** A value in a message; of a plan, rules read only whether there is one. */
function shown(value: unknown): string {
  if (value === undefined) return "unknown";
  return typeof value === "object" && value !== null ? "there" : String(value);
}

type Known = readonly (Value | typeof unasked | typeof skipped)[];

/** What is known of a group of facts, and the companies that it fits. */
interface Interview {
  readonly facts: readonly FactId[];
  readonly known: Known;
  readonly fitting: readonly Company[];
}

/** Every interview about a group: each fact is known, skipped or unasked. */
function interviewsOf(domains: Domains): Interview[] {
  const facts = Object.keys(domains) as FactId[];
  const choices = Object.values(domains) as (readonly Value[])[];
  const companies = companiesOf(facts, choices);
  const all = combinations<Known[number]>(
    choices.map((values) => [unasked, skipped, ...values]),
  ).map((known) => {
    const fits = ({ values }: Company): boolean =>
      known.every(
        (one, index) => one === unasked || values[index] === (one === skipped ? undefined : one),
      );
    return { facts, known, fitting: companies.filter(fits) };
  });
  return all.filter(({ fitting }) => fitting.length > 0);
}

/** What is seen of the facts of a group if nothing else will ever be known. */
function seenIn({ facts, known }: Interview): OpenFacts {
  const values = known.map((one) => (typeof one === "symbol" ? undefined : one));
  const isGroup = (fact: FactId): boolean =>
    facts.some((part, index) => part.startsWith(`${fact}.`) && known[index] !== skipped);
  const closed = statedFactIds.filter(
    (fact) => known[facts.indexOf(fact)] !== unasked && !isGroup(fact),
  );
  const stated = Object.freeze(readProfile(profileOf(facts, values)).stated);
  return openFactsOf(inquiry, stated, new Set(closed));
}

/** Whether a fact may be called open although it is the same in all companies. */
function mayStayOpen(fact: FactId, { facts, known }: Interview): boolean {
  // What follows from others may be the same whatever they are.
  if (!facts.includes(fact)) return known.includes(unasked);
  // A purchase that could still lie ahead leaves open what a renewal ahead makes unknown.
  return known[facts.indexOf("support.plan.renewedOn")] === ahead;
}

/** What is said wrongly of a fact in an interview. */
function mistakesAbout(fact: FactId, seen: OpenFacts, interview: Interview): string[] {
  const { facts, known, fitting } = interview;
  const position = positionOf(fact);
  const values = fitting.map((company) => company.facts[position]);
  const possible = new Set(values.map(shown));
  const said = seen.open[position] ? "open" : shown(seen.facts[position]);
  const isRight =
    said === "open"
      ? possible.size > 1 || mayStayOpen(fact, interview)
      : possible.size === 1 && possible.has(said);
  const least = Math.min(...values.filter((value) => typeof value === "number"));
  const isLeast = !onlyGrows(fact) || said !== "open" || seen.facts[position] === least;
  const index = facts.indexOf(fact);
  const canState = index !== -1 && fitting.some((company) => company.values[index] !== undefined);
  const isStatable = known[index] !== unasked || seen.unstated[position] === canState;
  if (isRight && isLeast && isStatable) return [];
  const where = facts.map((one, place) => `${one} ${String(known[place])}`).join(", ");
  return [`${fact} is ${said}, can be ${[...possible].join(" or ")}, where ${where}`];
}

function mistakesIn(domains: Domains): string[] {
  return interviewsOf(domains).flatMap((interview) => {
    const seen = seenIn(interview);
    return factIds.flatMap((fact) => mistakesAbout(fact, seen, interview));
  });
}

const groups: Record<string, Domains> = {
  "the days of a plan and of a partner": {
    "support.plan.purchasedOn": [yesterday, asOf, ahead],
    "support.plan.renewedOn": [yesterday, asOf, ahead],
    "support.plan.renewsOn": [asOf, ahead],
    "support.plan.endsOn": [yesterday, asOf, ahead],
    "enrollment.onboardedOn": [asOf, ahead],
  },
  "a plan and when it was bought": {
    "support.plan.type": ["ASfP"],
    "support.plan.purchasedOn": [asOf, ahead],
    "support.plan.renewedOn": [asOf, ahead],
    "enrollment.onboardedOn": [asOf, ahead],
  },
  "an application and what follows it": {
    "enrollment.application": ["not-started", "submitted"],
    "enrollment.appliedOn": [asOf, ahead],
    "enrollment.eligibility": ["not-started", "verified"],
    "enrollment.businessInformation": ["not-started", "pending"],
    "creditCheck.status": ["not-started", "passed"],
    "creditCheck.notifiedOn": [asOf, ahead],
  },
  "an assessment of a partner": {
    "capabilitiesAssessment.result": ["passed", "failed", "not-taken"],
    "capabilitiesAssessment.on": [asOf, ahead],
    "enrollment.onboardedOn": [asOf, ahead],
  },
  "an assessment of a company that may have a plan": {
    "capabilitiesAssessment.result": ["passed"],
    "capabilitiesAssessment.on": [asOf, ahead],
    "support.plan.purchasedOn": [asOf, ahead],
    "support.plan.renewedOn": [asOf, ahead],
  },
  "figures of revenue": {
    "trailingRevenue.endsOn": ["2025-03-10", "2025-03-11", asOf, ahead],
    "trailingRevenue.directBill.cloudUsd": [1, 2],
    "trailingRevenue.indirectReseller.perpetualSoftwareUsd": [2],
  },
  "an indirect reseller": { "indirectReseller.transactingSince": [asOf, ahead] },
  "the agreement": { "partnerAgreement.acceptedOn": [null, asOf, ahead] },
  "a transition": {
    "transition.enrollment": ["not-started", "submitted", "approved"],
    "transition.agreementAccepted": [true, false],
    "transition.submittedByGlobalAdmin": [true, false],
  },
  // Where there was no alert, no rule reads how long a response took, not even zero hours.
  alerts: { "security.alerts": [0, 1], "security.alertResponseHours": [1, 2] },
};

describe("facts of which some could be anything", () => {
  it.each(Object.entries(groups))("are open where companies differ in them: %s", (_, domains) => {
    expect(mistakesIn(domains)).toEqual([]);
  });

  it("are, of all facts that follow from others, sums that only grow", () => {
    expect(factIds.filter(onlyGrows)).toEqual([
      "trailingRevenue.knownDirectBillUsd",
      "trailingRevenue.knownCloudUsd",
      "trailingRevenue.knownTotalUsd",
    ]);
  });
});
