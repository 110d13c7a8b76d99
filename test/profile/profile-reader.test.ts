import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";

import { InvalidProfileError, evaluateSync, partnerProfileSchema } from "../../src/index.ts";
import { positionOf, statedFactIds } from "../../src/facts/fact-table.ts";
import { layoutOf } from "../../src/profile/field-layout.ts";
import { readField } from "../../src/profile/profile-reader.ts";
import { readProfile } from "../../src/profile/read-profile.ts";
import { partialProfile, pathsOf } from "../generate/profiles.ts";
import { runs } from "../runs.ts";

function acceptorOf(schema: z.ZodType): (value: unknown) => boolean {
  const place = layoutOf(schema, [], undefined);
  return (value) => readField(place, value, []);
}

const accepts = acceptorOf(partnerProfileSchema);

/** What a profile says at a path; `null` also below a group that is known to be none. */
function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined || value === null || value === undefined) return value;
  return valueAt((value as Record<string, unknown>)[key], rest);
}

const anything = fc.oneof(
  fc.anything(),
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    "SE",
    "se",
    "2020-02-30",
    "ASfP",
    -1,
    0.5,
    NaN,
    true,
    [],
    {},
  ),
);

/** A profile with something else at one of its paths, or at a new key. */
const brokenProfile = fc
  .tuple(partialProfile, fc.nat(), anything, fc.boolean())
  .map(([profile, nat, value, atNewKey]) => {
    const broken = structuredClone(profile) as Record<string, unknown>;
    const paths = [...pathsOf(broken), "company"];
    const path = (paths[nat % paths.length]! + (atNewKey ? ".surplus" : "")).split(".");
    const last = path.pop()!;
    let group = broken;
    for (const key of path) {
      if (typeof group[key] !== "object" || group[key] === null) group[key] = {};
      group = group[key] as Record<string, unknown>;
    }
    group[last] = value;
    return broken;
  });

describe("the quick reader of a profile", () => {
  it("says yes to every profile that zod accepts", () => {
    fc.assert(
      fc.property(partialProfile, (profile) => {
        expect(partnerProfileSchema.safeParse(profile).success).toBe(true);
        expect(accepts(profile)).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });

  it("never says yes to what zod refuses", () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.oneof(brokenProfile, anything), (input) => {
        if (partnerProfileSchema.safeParse(input).success) return;
        refused += 1;
        expect(accepts(input)).toBe(false);
      }),
      { numRuns: runs(3000) },
    );
    expect(refused).toBeGreaterThan(runs(1000));
  });

  it("takes each fact as its path in the profile says", () => {
    fc.assert(
      fc.property(partialProfile, (profile) => {
        const { stated } = readProfile(profile);
        for (const fact of statedFactIds) {
          expect(stated[positionOf(fact)], fact).toEqual(valueAt(profile, fact.split(".")));
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it("returns plain data as it is, and otherwise a copy", () => {
    const profile = { id: "acme", company: { country: "SE" } };
    expect(readProfile(profile).profile).toBe(profile);
    const instance = Object.assign(Object.create({}), profile) as unknown;
    expect(readProfile(instance).profile).not.toBe(instance);
    expect(readProfile(instance).profile).toEqual(profile);
  });

  it.each([
    ["plain data", {}],
    ["data that zod has to look at", { company: Object.create({}) as object }],
  ])("takes an id from a getter once, and as it was then, in %s", (_, rest) => {
    let reads = 0;
    const profile = {
      get id(): string {
        reads += 1;
        return `read ${reads}`;
      },
      ...rest,
    };
    const { profileId } = evaluateSync(profile as unknown, { asOf: "2025-11-20" });
    expect(profileId).toBe(`read ${reads}`);
  });

  it("takes the same from a profile that zod has to look at", () => {
    fc.assert(
      fc.property(partialProfile, (profile) => {
        const instance = Object.assign(Object.create({}), profile);
        expect(accepts(instance)).toBe(false);
        expect(readProfile(instance).stated).toEqual(readProfile(profile).stated);
      }),
    );
  });

  it("takes the value that it checked, also from a getter that gives another one each time", () => {
    const answers: unknown[] = ["SE", 1];
    const company = {
      get country(): unknown {
        return answers.shift();
      },
    };
    const { stated } = readProfile({ company });
    expect(stated[positionOf("company.country")]).toBe("SE");
    expect(answers).toEqual([1]);
  });

  it("keeps its own copy of a list", () => {
    const profile = { membership: { solutionsPartnerDesignations: ["Security"] } };
    const { stated } = readProfile(profile);
    profile.membership.solutionsPartnerDesignations.push("Modern Work");
    expect(stated[positionOf("membership.solutionsPartnerDesignations")]).toEqual(["Security"]);
  });

  it("knows the bounds of a number, and that a list may be limited in its length", () => {
    const accepted = acceptorOf(z.number().min(2).max(4));
    expect([1, 2, 4, 5, Infinity].map(accepted)).toEqual([false, true, true, false, false]);
    const list = acceptorOf(z.array(z.boolean()).max(10_000));
    const flags = (length: number): boolean[] => Array.from({ length }, () => true);
    expect([1, 10_000, 10_001].map((length) => list(flags(length)))).toEqual([true, true, false]);
    expect(acceptorOf(z.array(z.boolean()).max(9_999))([true])).toBe(false);
  });

  it("takes nothing but a number for one, whatever compares like it", () => {
    const accepted = acceptorOf(z.number());
    expect([3, "3", 3n, [3], new Date(3), true, NaN].map(accepted)).toEqual([
      true,
      ...Array.from({ length: 6 }, () => false),
    ]);
  });

  it("makes the checks of an object", () => {
    const schema = z.strictObject({ a: z.boolean() }).refine(({ a }) => a);
    expect([acceptorOf(schema)({ a: true }), acceptorOf(schema)({ a: false })]).toEqual([
      true,
      false,
    ]);
    const idle = z.strictObject({ a: z.boolean() }).refine(() => false, { when: () => false });
    expect(acceptorOf(idle)({ a: true })).toBe(idle.safeParse({ a: true }).success);
  });

  it("reads what states no fact", () => {
    const read = acceptorOf(z.strictObject({ names: z.array(z.string()) }));
    expect(read({ names: ["a"] })).toBe(true);
    expect(read({ names: [1] })).toBe(false);
  });

  it("sees the holes of a list", () => {
    const profile = { membership: { solutionsPartnerDesignations: Array.from({ length: 2 }) } };
    const holes: string[] = [];
    holes.length = 2;
    const sparse = { membership: { solutionsPartnerDesignations: holes } };
    for (const input of [profile, sparse]) {
      expect(partnerProfileSchema.safeParse(input).success).toBe(false);
      expect(accepts(input)).toBe(false);
      expect(() => readProfile(input)).toThrow(InvalidProfileError);
    }
  });

  it("leaves to zod what is not plain data, or has a check that it does not know", () => {
    expect(accepts(Object.create({ company: { country: "SE" } }))).toBe(false);
    expect(acceptorOf(z.email())("a@example.org")).toBe(false);
    expect(acceptorOf(z.number().multipleOf(2))(2)).toBe(false);
    expect(acceptorOf(z.number().gt(2))(3)).toBe(false);
    expect(acceptorOf(z.float32())(2)).toBe(false);
    expect(acceptorOf(z.bigint().min(2n).max(4n))(3n)).toBe(false);
    expect(acceptorOf(z.number().lt(4))(3)).toBe(false);
    expect(acceptorOf(z.string().regex(/a/).regex(/b/))("ab")).toBe(false);
    expect(acceptorOf(z.array(z.string()).min(1))(["a"])).toBe(false);
    expect(
      acceptorOf(
        z
          .string()
          .optional()
          .refine(() => true),
      )("a"),
    ).toBe(false);
    expect(acceptorOf(z.union([z.string(), z.number()]))("a")).toBe(false);
  });
});
