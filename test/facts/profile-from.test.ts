import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { InvalidProfileError, evaluateSync, facts, profileFrom } from "../../src/index.ts";
import { partialProfile } from "../generate/profiles.ts";
import { rejection } from "../rejection.ts";
import { valueAt } from "../value-at.ts";

describe("a profile from values by fact id", () => {
  it("nests them", () => {
    expect(
      profileFrom({
        id: "42",
        "support.firstLevel": true,
        "support.plan.type": "PSfP",
        "trailingRevenue.directBill.cloudUsd": 5,
        "host.segment": "A",
      }),
    ).toEqual({
      id: "42",
      support: { firstLevel: true, plan: { type: "PSfP" } },
      trailingRevenue: { directBill: { cloudUsd: 5 } },
      host: { segment: "A" },
    });
  });

  it.each([
    ["undefined", undefined],
    ["an empty text", ""],
    ["a text of spaces", " \t"],
    ["no number", Number.NaN],
    ["an empty group", {}],
    ["a group of blanks", { type: "", endsOn: undefined }],
    ["a list of blanks, as splitting an empty text gives", "".split(",")],
    ["a list of empty groups", [{}, { id: "" }]],
  ])("leaves out %s", (_, value) => {
    expect(profileFrom({ "support.plan": value })).toEqual({});
    expect(profileFrom({ support: { plan: value } })).toEqual({});
  });

  it.each([
    ["false", false],
    ["zero", 0],
    ["null, which says that there is none", null],
    ["an empty list, which says that there are none", []],
    ["what is malformed, for evaluation to refuse", "asfp"],
    ["what is no data, for evaluation to refuse", new Date(0)],
  ])("keeps %s", (_, value) => {
    expect(profileFrom({ "support.plan": value })).toEqual({ support: { plan: value } });
  });

  it("leaves out the blank items of a list", () => {
    const values = { "membership.solutionsPartnerDesignations": ["Security", ""] };
    expect(profileFrom(values).membership).toEqual({ solutionsPartnerDesignations: ["Security"] });
  });

  it("adds the fields of a group to the group, in any order", () => {
    const plan = { type: "ASfP", purchasedOn: "2020-01-01" };
    const expected = { support: { plan: { ...plan, endsOn: "2020-12-31" } } };
    const field = { "support.plan.endsOn": "2020-12-31" };
    expect(profileFrom({ ...field, "support.plan": plan })).toEqual(expected);
    expect(profileFrom({ support: { plan }, ...field })).toEqual(expected);
    const rest = { "support.plan": { endsOn: "2020-12-31" } };
    expect(profileFrom({ support: { plan }, ...rest })).toEqual(expected);
    expect(profileFrom({ support: { plan }, "support.plan": { ...plan } })).toEqual({
      support: { plan },
    });
    expect(plan).not.toHaveProperty("endsOn");
  });

  it("names every key that it does not know, at once", async () => {
    const values = { "support.firstLevl": true, "host.": 1, "support.plan.owned": true } as object;
    const error = (await rejection(() => profileFrom(values))) as InvalidProfileError;
    expect(error).toBeInstanceOf(InvalidProfileError);
    expect(error.issues.map(({ message }) => message)).toEqual([
      'Unknown fact "support.firstLevl"; did you mean "support.firstLevel"?',
      'Unknown fact "host."; did you mean "host"?',
      'Fact "support.plan.owned" follows from other facts and is not stated',
    ]);
    expect(error.issues.map(({ code }) => code)).toEqual(Array(3).fill("unknown-key"));
  });

  it("takes what looks like a part of every object for what it is", () => {
    const values = JSON.parse(
      '{"support":{"plan":{"type":"ASfP"}},"support.plan":{"__proto__":{"polluted":"yes"}}}',
    ) as object;
    const profile = profileFrom(values);
    expect({}).not.toHaveProperty("polluted");
    expect(() => evaluateSync(profile, { asOf: "2026-03-01" })).toThrow(/__proto__/);
    expect(profileFrom({ "host.constructor": 5, "host.toString": "x" })).toEqual({
      host: Object.fromEntries([
        ["constructor", 5],
        ["toString", "x"],
      ]),
    });
  });

  it("takes values of another realm, and of a class", () => {
    const text = JSON.stringify({
      support: { plan: { type: "ASfP" } },
      "support.firstLevel": true,
    });
    const other = runInNewContext("JSON.parse(text)", { text }) as object;
    const expected = { support: { plan: { type: "ASfP" }, firstLevel: true } };
    expect(profileFrom(other)).toEqual(expected);
    class Row {
      readonly support = { plan: { type: "ASfP" } };
      readonly "support.firstLevel" = true;
    }
    expect(profileFrom(new Row() as object)).toEqual(expected);
  });

  it("takes the same value twice, whatever it is", () => {
    for (const value of [Infinity, new Date(0), 5]) {
      const twice = { services: { ipServices: value }, "services.ipServices": value };
      expect(profileFrom(twice)).toEqual({ services: { ipServices: value } });
    }
  });

  it.each(["host.", "host.a-b", "host.a.b", "ghost.a", "host a"])(
    "refuses %s as the name of a fact of the host",
    (key) => {
      expect(() => profileFrom({ [key]: "A" })).toThrow(InvalidProfileError);
    },
  );

  it("is an ordinary object, to be changed as any other", () => {
    const profile = profileFrom({ "support.firstLevel": true, support: { plan: null } });
    expect(Object.getOwnPropertyDescriptors(profile.support)).toEqual({
      plan: { value: null, writable: true, enumerable: true, configurable: true },
      firstLevel: { value: true, writable: true, enumerable: true, configurable: true },
    });
  });

  it("refuses what cannot be read, and says where it is", () => {
    const plan = {
      get type(): string {
        throw new Error("not now");
      },
    };
    expect(() => profileFrom({ "support.plan": plan as never })).toThrow(
      "Invalid profile: support.plan: Expected data; reading it fails",
    );
  });

  it("says where the day belongs", () => {
    expect(() => profileFrom({ asOf: "2026-03-01" } as object)).toThrow(
      'asOf: The day asked about is the option "asOf", not a part of a profile',
    );
  });

  it("adds each field of a group that is given in two ways", () => {
    const values = {
      support: { plan: { type: "ASfP" } },
      "support.plan": { type: "ASfP", purchasedOn: "2020-01-01", endsOn: "2020-12-31" },
    };
    expect(profileFrom(values as never)).toEqual({
      support: { plan: { type: "ASfP", purchasedOn: "2020-01-01", endsOn: "2020-12-31" } },
    });
  });

  it("says what is unknown, and for programs, which key", () => {
    const values = { "support.plan.tpye": "ASfP" } as object;
    expect(() => profileFrom(values)).toThrow(
      expect.objectContaining({
        issues: [
          {
            path: "support.plan.tpye",
            message: 'Unknown fact "support.plan.tpye"; did you mean "support.plan.type"?',
            code: "unknown-key",
            values: { key: "support.plan.tpye" },
          },
        ],
      }),
    );
  });

  it("refuses a group given twice with two values, and names what contradicts it", async () => {
    const twice = { support: { plan: { type: "ASfP" } }, "support.plan": null };
    const within = { support: { plan: { type: "ASfP" } }, "support.plan": { type: "PSfP" } };
    const issues = await Promise.all(
      [twice, within].map(
        async (values) =>
          ((await rejection(() => profileFrom(values))) as InvalidProfileError).issues,
      ),
    );
    expect(issues.flat().map(({ path, values }) => [path, values["others"]])).toEqual([
      ["support.plan", ["support.plan"]],
      ["support.plan", ["support.plan.type"]],
    ]);
  });

  it.each([null, undefined, "text", [], new Map()])("refuses %s", async (values) => {
    const error = (await rejection(() => profileFrom(values as never))) as InvalidProfileError;
    expect(error.issues).toEqual([expect.objectContaining({ path: "", code: "wrong-type" })]);
  });

  it.each([
    ["of a plan that does not exist", { "support.plan": null }, "support.plan"],
    ["of what is not a group", { support: "yes" }, "support"],
    ["given twice with two values", { support: { plan: { type: "PSfP" } } }, "support.plan.type"],
  ])("refuses a part %s", async (_, values, parent) => {
    const part = { "support.plan.type": "ASfP" };
    const errors = await Promise.all(
      [
        { ...values, ...part },
        { ...part, ...values },
      ].map((stated) => rejection(() => profileFrom(stated as never))),
    );
    const [error, inOtherOrder] = errors as InvalidProfileError[];
    expect(inOtherOrder!.issues).toEqual(error!.issues);
    expect(error!.issues).toEqual([
      {
        path: "support.plan.type",
        message: `Not possible together with what else is given for ${parent}`,
        code: "contradiction",
        values: { others: [parent] },
      },
    ]);
  });

  it("is the profile that states them", () => {
    const stated = facts.filter(({ question }) => question !== undefined);
    fc.assert(
      fc.property(partialProfile, (profile) => {
        const values = Object.fromEntries(
          stated
            // Its fields are given one by one, unless there is no plan.
            .filter(({ id }) => id !== "support.plan" || profile.support?.plan === null)
            .map(({ id }) => [id, valueAt(profile, id)]),
        );
        const options = { asOf: "2026-03-01", track: "remain" } as const;
        const { profileId: _, ...report } = evaluateSync(profile, options);
        const isPlanEmpty = JSON.stringify(profile.support?.plan) === "{}";
        if (!isPlanEmpty) expect(evaluateSync(profileFrom(values), options)).toEqual(report);
      }),
    );
  });
});

it("a flat key in a profile is named, with what builds a profile from it", async () => {
  const error = await rejection(() =>
    evaluateSync({ "support.firstLevel": true } as unknown, { asOf: "2020-09-02" }),
  );
  expect(error.message).toBe(
    'Invalid profile: support.firstLevel: Unknown key "support.firstLevel": a profile is nested; profileFrom builds one from fact ids',
  );
});
