import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type Fact,
  InvalidOptionsError,
  type PartnerProfile,
  editions,
  evaluateSync,
  facts,
  factsFor,
  partnerProfileSchema,
  profileFrom,
} from "../../src/index.ts";
import { factIds } from "../../src/facts/fact-table.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { completeProfile } from "../generate/profiles.ts";
import { goodCases } from "../profiles.ts";
import { valueAt } from "../value-at.ts";

const stated = facts.filter(({ question }) => question !== undefined);

/** The profile that a form with these fields states. */
function askedOnly(profile: PartnerProfile, fields: readonly Fact[]): PartnerProfile {
  const values = fields.map(({ id }) => {
    const value = valueAt(profile, id);
    // A plan that exists is stated by its own fields.
    return [id, id === "support.plan" && value !== null ? undefined : value] as const;
  });
  return profileFrom(Object.fromEntries(values));
}

describe("the catalogue of facts", () => {
  it("has every fact a condition can read, in fact order", () => {
    expect(facts.map(({ id }) => id)).toEqual(factIds);
  });

  it("is frozen in every part", () => {
    expect(Object.isFrozen(facts)).toBe(true);
    for (const fact of facts) {
      expect(Object.isFrozen(fact)).toBe(true);
      expect(Object.isFrozen(fact.readBy)).toBe(true);
    }
  });

  it.each(facts)("says in words what $id is", ({ label, help, group }) => {
    expect(label).toMatch(/^[A-Z].*[^.?:]$/);
    expect(help).toMatch(/\.$/);
    expect(group).toMatch(/^[A-Z]/);
  });

  it.each(stated)("asks for $id", ({ question, type, values, unit, nullable, nullMeans }) => {
    expect(question).toMatch(/^[A-Z].*\?$/);
    if (type === "number") expect(unit).toMatch(/^[A-Za-z]+$/);
    for (const option of values ?? []) expect(option.label).toMatch(/^[A-Z]/);
    expect(nullable).toBe(nullMeans === undefined ? undefined : true);
    if (nullMeans !== undefined) expect(nullMeans).toMatch(/^[A-Z].*\.$/);
  });

  it("gives no two facts one label or one question", () => {
    const labels = stated.map(({ label }) => label);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    const questions = stated.map(({ question }) => question);
    expect(questions.filter((one, index) => questions.indexOf(one) !== index)).toEqual([]);
  });

  it("tells what follows from what, and who reads it", () => {
    const owned = facts.find(({ id }) => id === "support.plan.owned")!;
    expect(owned).not.toHaveProperty("question");
    expect(owned.derivedFrom).toEqual(["support.plan"]);
    // Itself, or through what is derived from it or decided by it.
    const notice = facts.find(({ id }) => id === "creditCheck.notifiedOn")!;
    expect(notice.readBy.map(({ ruleId, track }) => [ruleId, track])).toContainEqual([
      "credit-check",
      "enroll",
    ]);
    const revenue = facts.find(({ id }) => id === "trailingRevenue.directBill.cloudUsd")!;
    expect(revenue.readBy).toContainEqual({
      ruleId: "ttm-revenue",
      track: "remain",
      editions: ["2020-10-27", "2021-04-15", "2025-10-01"],
    });
  });

  it("allows null exactly where the schema does", () => {
    for (const { id, nullable } of stated) {
      const value = id.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), null);
      expect(partnerProfileSchema.safeParse(value).success, id).toBe(nullable === true);
    }
  });

  it("names the values that the schema takes, and the fields of a record", () => {
    for (const { id, values = [] } of stated) {
      for (const { value } of values)
        expect(partnerProfileSchema.safeParse(profileFrom({ [id]: value })).success, id).toBe(true);
    }
    const { fields } = facts.find(({ id }) => id === "membership.locationIds")!;
    expect(fields?.map(({ name, type, format }) => [name, type, format])).toEqual([
      ["id", "text", undefined],
      ["country", "text", "country"],
      ["active", "boolean", undefined],
    ]);
  });

  it("is in the metadata of the schema, too", () => {
    const { firstLevel, plan } = partnerProfileSchema.shape.support.unwrap().shape;
    expect(firstLevel.meta()).toMatchObject({
      title: "First-level support",
      question: "Can the company give its customers first-level support for cloud products?",
    });
    expect(plan.meta()).toMatchObject({ nullMeans: "The company owns no support plan." });
  });
});

describe("the fields of a form", () => {
  it.each(goodCases)("are enough to be eligible ($edition, $track)", (good) => {
    const { edition, track, asOf, profile } = good;
    const asked = askedOnly(profile, factsFor({ edition, track }));
    expect(evaluateSync(asked, { asOf, track }).outcome).toBe("eligible");
  });

  it("are all that rules read: what is not asked for changes no finding", () => {
    const days = editions.map(({ from }) => from);
    fc.assert(
      fc.property(
        completeProfile,
        fc.constantFrom(...days, "2026-03-01"),
        fc.constantFrom(...tracks),
        (profile, asOf, track) => {
          const asked = askedOnly(profile, factsFor({ asOf, track }));
          const { findings } = evaluateSync(asked, { asOf, track });
          expect(findings).toEqual(evaluateSync(profile, { asOf, track }).findings);
        },
      ),
    );
  });

  it("are those of the edition in force, a group before its fields", () => {
    const ids = factsFor({ asOf: "2020-09-02", track: "remain" }).map(({ id }) => id);
    expect(ids).toContain("support.plan.endsOn");
    expect(ids).not.toContain("security.adminAccounts");
    expect(ids.indexOf("support.plan")).toBeLessThan(ids.indexOf("support.plan.type"));
    expect(factsFor({ edition: "2018-08-31", track: "remain" }).map(({ id }) => id)).toEqual(ids);
  });

  it("are those of the track alone", () => {
    const ids = (track: "enroll" | "remain" | "transition"): string[] =>
      factsFor({ asOf: "2020-09-02", track }).map(({ id }) => id);
    expect(ids("remain")).toHaveLength(16);
    expect(ids("remain")).not.toContain("enrollment.questionnaire");
    expect(ids("enroll")).toContain("enrollment.questionnaire");
    expect(ids("transition").every((id) => id.startsWith("transition"))).toBe(true);
  });

  it("refuse a day before the first edition", () => {
    expect(() => factsFor({ asOf: "2018-08-30" })).toThrow(InvalidOptionsError);
  });
});
