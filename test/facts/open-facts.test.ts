import { describe, expect, it } from "vitest";

import { type FactId, type PartnerProfile, partnerProfileSchema, rules } from "../../src/index.ts";
import { factIds, ownFacts, positionOf } from "../../src/facts/fact-table.ts";
import { type Facts, factsOfProfile } from "../../src/facts/facts.ts";
import { openFactsOf } from "../../src/facts/open-facts.ts";
import { readProfile } from "../../src/profile/read-profile.ts";
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
  const profile: Record<string, unknown> = {};
  for (const [index, fact] of facts.entries()) {
    if (values[index] === undefined) continue;
    const keys = fact.split(".");
    let group = profile;
    for (const key of keys.slice(0, -1)) group = (group[key] ??= {}) as Record<string, unknown>;
    group[keys.at(-1)!] = values[index];
  }
  return profile;
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

/** Whether a fact may be called open although it is the same in all companies. */
function mayStayOpen(fact: FactId, facts: readonly FactId[], known: Known): boolean {
  // What follows from others may be the same whatever they are.
  if (!facts.includes(fact)) return true;
  // The absence of what was skipped can mean what an event makes of it.
  if (known[facts.indexOf(fact)] === skipped) return true;
  // A purchase that could still lie ahead leaves open what a renewal ahead makes unknown.
  return known[facts.indexOf("support.plan.renewedOn")] === ahead;
}

/** What is said wrongly about companies of which some facts are known, some skipped and some unasked. */
function mistakesIn(domains: Domains): string[] {
  const facts = Object.keys(domains) as FactId[];
  const choices = Object.values(domains) as (readonly Value[])[];
  const companies = companiesOf(facts, choices);
  return combinations<Known[number]>(
    choices.map((values) => [unasked, skipped, ...values]),
  ).flatMap((known) => {
    const fitting = companies.filter(({ values }) =>
      known.every(
        (one, index) => one === unasked || values[index] === (one === skipped ? undefined : one),
      ),
    );
    if (fitting.length === 0) return [];
    const stated = known.map((one) => (typeof one === "symbol" ? undefined : one));
    const skip = new Set(facts.filter((_, index) => known[index] === skipped));
    const seen = openFactsOf(inquiry, readProfile(profileOf(facts, stated)).stated, skip);
    return factIds.flatMap((fact) => {
      const position = positionOf(fact);
      const possible = new Set(fitting.map((company) => shown(company.facts[position])));
      const said = seen.open[position] ? "open" : shown(seen.facts[position]);
      const right =
        possible.size === 1 && !(said === "open" && mayStayOpen(fact, facts, known))
          ? [...possible][0]!
          : "open";
      if (said === right) return [];
      return [
        `${fact} is ${said}, not ${right}, where ${facts.join()} are ${known.map(String).join()}`,
      ];
    });
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
    "capabilitiesAssessment.result": ["passed", "failed"],
    "capabilitiesAssessment.on": [asOf, ahead],
    "enrollment.onboardedOn": [asOf, ahead],
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
  alerts: { "security.alerts": [0, 1], "security.alertResponseHours": [1, 2] },
};

describe("facts of which some could be anything", () => {
  it.each(Object.entries(groups))("are open where companies differ in them: %s", (_, domains) => {
    expect(mistakesIn(domains)).toEqual([]);
  });
});
