import { describe, expect, it } from "vitest";

import {
  type FactId,
  type HostFact,
  type PartnerProfile,
  type Rule,
  rules,
} from "../../src/index.ts";
import {
  candidatesFor,
  countryClass,
  limitsOf,
  readersOf,
  stepAt,
} from "../../src/foresight/candidates.ts";
import type { FactDescription } from "../../src/facts/fact-table.ts";
import { houseRule } from "../house-rule.ts";
import { situationFor } from "./situations.ts";

const in2025 = { asOf: "2026-03-01", track: "remain" } as const;
const in2020 = { asOf: "2020-09-02", track: "remain" } as const;
const enroll = { asOf: "2020-09-02", track: "enroll" } as const;
const candidates = (
  fact: FactId,
  profile: PartnerProfile = {},
  options: Parameters<typeof situationFor>[1] = in2025,
): readonly unknown[] => candidatesFor(situationFor(profile, options), fact);

describe("the values of a fact that are tried", () => {
  it("are both of what is true or false", () => {
    expect(candidates("support.firstLevel")).toEqual([true, false]);
  });

  it("are the options of a state, and each country that matters", () => {
    expect(candidates("creditCheck.status")).toMatchInlineSnapshot(`
      [
        "not-started",
        "pending",
        "passed",
        "failed",
      ]
    `);
    const locations = [{ id: "1", country: "NO", active: true }];
    const company = { membership: { locationIds: locations } };
    expect(candidates("company.country", company, in2020)).toMatchInlineSnapshot(`
      [
        "NO",
        "AT",
        "AD",
      ]
    `);
    const named = ["AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS"];
    const everywhere = named.map((code, index) => ({
      id: `${index}`,
      country: code,
      active: true,
    }));
    const global = { membership: { locationIds: everywhere } };
    expect(candidates("company.country", global, in2020)).toEqual([...named, "AT", "AU"]);
    expect(candidates("company.country", {}, in2020)).toMatchInlineSnapshot(`
      [
        "AT",
        "AD",
      ]
    `);
    expect(candidates("membership.locationIds", { company: { country: "SE" } }, in2020))
      .toMatchInlineSnapshot(`
      [
        [],
        [
          {
            "active": true,
            "country": "SE",
            "id": "1000000",
          },
        ],
        [
          {
            "active": true,
            "country": "AT",
            "id": "1000000",
          },
        ],
        [
          {
            "active": true,
            "country": "AD",
            "id": "1000000",
          },
        ],
      ]
    `);
  });

  it("are counts up to and from what rules name", () => {
    // What it is now tells nothing apart.
    const services = { managedServices: 5 };
    expect(candidates("services.managedServices", { services }, in2020)).toEqual([
      -1e15, -1, 0, 1, 2, 1e15,
    ]);
    expect(candidates("security.adminAccountsWithMfa", { security: { adminAccounts: 7 } })).toEqual(
      [-1e15, -1, 0, 1, 6, 7, 8, 1e15],
    );
  });

  it("are amounts, a cent on both sides, and what is missing to a limit", () => {
    const trailingRevenue = {
      endsOn: "2026-02-28",
      directBill: { perpetualSoftwareUsd: 50_000.5 },
    } as const;
    expect(candidates("trailingRevenue.directBill.cloudUsd", { trailingRevenue }))
      .toMatchInlineSnapshot(`
      [
        -1000000000000000,
        -0.01,
        0,
        0.01,
        50000.49,
        50000.5,
        50000.51,
        249999.49,
        249999.5,
        249999.51,
        299999.99,
        300000,
        300000.01,
        949999.49,
        949999.5,
        949999.51,
        999999.99,
        1000000,
        1000000.01,
        1000000000000000,
      ]
    `);
  });

  it("are the days that rules name, those of related facts, and a day on both sides", () => {
    const support = { plan: { endsOn: "2020-12-31" } };
    expect(candidates("support.plan.purchasedOn", { support }, in2020)).toMatchInlineSnapshot(`
      [
        "2020-09-01",
        "2020-09-02",
        "2020-09-03",
        "2020-12-30",
        "2020-12-31",
        "2021-01-01",
        "2021-01-02",
      ]
    `);
    expect(candidates("creditCheck.notifiedOn", {}, enroll)).toMatchInlineSnapshot(`
      [
        "2020-09-01",
        "2020-09-02",
        "2020-09-03",
        "2020-12-31",
        "2021-01-01",
        "2021-01-02",
      ]
    `);
    expect(candidates("indirectReseller.transactingSince", {}, { ...enroll, asOf: "2021-06-15" }))
      .toMatchInlineSnapshot(`
      [
        "2020-06-14",
        "2020-06-15",
        "2020-06-16",
        "2020-12-31",
        "2021-01-01",
        "2021-01-02",
        "2021-06-14",
        "2021-06-15",
        "2021-06-16",
        "2022-06-14",
        "2022-06-15",
        "2022-06-16",
      ]
    `);
    expect(candidates("trailingRevenue.endsOn", {}, { ...enroll, asOf: "2020-11-15" }))
      .toMatchInlineSnapshot(`
      [
        "2019-11-14",
        "2019-11-15",
        "2019-11-16",
        "2020-11-14",
        "2020-11-15",
        "2020-11-16",
        "2020-12-31",
        "2021-01-01",
        "2021-01-02",
      ]
    `);
  });

  it("are none that the calendar does not have", () => {
    for (const asOf of ["2018-08-31", "9999-12-31"]) {
      const days = candidates("trailingRevenue.endsOn", {}, { asOf, track: "enroll" });
      for (const day of days) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it("are the months of twelve years, of the day of onboarding", () => {
    const days = candidates("enrollment.onboardedOn");
    const months = days.filter((day) => String(day).endsWith("-01"));
    expect([months[0], months.at(-1)]).toEqual(["2014-01-01", "2028-02-01"]);
    expect(months).toHaveLength(170);
  });

  it("are lists with as many texts as are counted", () => {
    expect(candidates("membership.solutionsPartnerDesignations")).toEqual([[], ["Modern Work"]]);
  });

  it("is that there is a record", () => {
    expect(candidates("support.plan")).toEqual([{}]);
  });
});

describe("the values of a host's own facts that are tried", () => {
  const hostFacts: HostFact[] = [
    { id: "host.count", type: "number", label: "Count" },
    { id: "host.other", type: "number", label: "Other" },
    { id: "host.name", type: "text", label: "Name" },
    { id: "host.nick", type: "text", label: "Nickname" },
    { id: "host.tags", type: "text list", label: "Tags" },
    { id: "host.day", type: "date", label: "Day" },
  ];
  const rule = (id: string, conditions: Rule["conditions"]): Rule<string> =>
    houseRule(conditions, { id });
  const house = [
    rule("count", {
      all: [
        { fact: "host.count", operator: "greaterThan", value: { fact: "host.other" } },
        { fact: "host.count", operator: "in", value: [3, 0.1, 0.00001] },
      ],
    }),
    rule("name", {
      any: [
        { fact: "host.name", operator: "in", value: ["another", "a"] },
        { fact: "host.name", operator: "notEqual", value: "b" },
        { fact: "host.name", operator: "equal", value: { fact: "host.nick" } },
      ],
    }),
    rule("tags", {
      any: [
        { fact: "host.tags", operator: "contains", value: "x" },
        { fact: "host.tags", operator: "contains", value: "y" },
      ],
    }),
    rule("designations", {
      all: [{ fact: "membership.designationCount", operator: "greaterThan", value: 8 }],
    }),
    rule("revenue", {
      all: [{ fact: "trailingRevenue.cloudUsd", operator: "greaterThan", value: 5 }],
    }),
    rule("day", { all: [{ fact: "host.day", operator: "onOrBefore", value: "2020-03-01" }] }),
  ];
  const options = { ...in2020, rules: [...rules, ...house], hostFacts };
  const hosts = (fact: FactId, host: Record<string, unknown> = {}): readonly unknown[] =>
    candidates(fact, { host } as PartnerProfile, options);

  it("are those that its rules name", () => {
    expect(hosts("host.count", { other: 1e13 })).toMatchInlineSnapshot(`
      [
        -1000000000000000,
        -10000000000010,
        -10000000000009.9,
        -10000000000007,
        -10000000000000,
        -9999999999999.9,
        -9999999999997,
        -9999999999990,
        -9999999999989.9,
        -9999999999987,
        -0.01,
        0,
        0.00001,
        0.01,
        0.09,
        0.1,
        0.11,
        2.99,
        3,
        3.01,
        9999999999990,
        10000000000000,
        10000000000010,
        1000000000000000,
      ]
    `);
    expect(hosts("host.name")).toEqual(["another", "a", "b", "another one"]);
    expect(hosts("host.tags")).toEqual([[], ["another 1"], ["x"], ["y"], ["x", "y"]]);
    expect(hosts("host.day")).toMatchInlineSnapshot(`
      [
        "2020-02-29",
        "2020-03-01",
        "2020-03-02",
        "2020-09-01",
        "2020-09-02",
        "2020-09-03",
        "2020-12-31",
        "2021-01-01",
        "2021-01-02",
      ]
    `);
  });

  it("are as many as its rules count, beyond the names there are", () => {
    const lists = candidates("membership.solutionsPartnerDesignations", {}, options);
    expect(lists).toHaveLength(9);
    expect(lists.at(-1)).toEqual([
      "Modern Work",
      "Security",
      "Business Applications",
      "Data & AI",
      "Digital & App Innovation",
      "Infrastructure",
      "another 7",
      "another 8",
    ]);
  });

  it("are no months where an amount is counted", () => {
    expect(candidates("trailingRevenue.endsOn", {}, options)).not.toContain("2020-04-02");
  });

  it("are limits only if they are numbers", () => {
    const situation = situationFor({}, options);
    expect(limitsOf(situation, "host.count")).toEqual([3, 0.1, 0.00001]);
    expect(limitsOf(situation, "host.name")).toEqual([]);
  });
});

it("counts are one apart, amounts a cent, and what is larger than a number can say as much as it can", () => {
  const [count, amount] = [{ isInteger: true }, {}] as FactDescription[];
  expect([stepAt(1e15, count!), stepAt(5, amount!), stepAt(-4e12, amount!)]).toEqual([1, 0.01, 4]);
});

it("a country is named as a related fact names it, or as an example", () => {
  const known = situationFor({ company: { country: "SE" } }, in2020);
  const named = ["SE", "NO", "AD"].map((code) =>
    countryClass(known, "membership.locationIds", code),
  );
  expect(named).toEqual([
    "SE",
    "another country of the EU or EFTA, such as NO",
    "another country outside the EU and EFTA, such as AD",
  ]);
  const unknown = situationFor({}, in2020);
  expect(["NO", "AD"].map((code) => countryClass(unknown, "company.country", code))).toEqual([
    "a country of the EU or EFTA, such as NO",
    "a country outside the EU and EFTA, such as AD",
  ]);
});

it("rules read a fact themselves, through others, or a part of it", () => {
  const { set } = situationFor({}, in2020).inquiry;
  const readers = (fact: FactId): string[] =>
    readersOf(set)(fact).map((place) => set.rules[place]!.id);
  expect(readers("support.firstLevel")).toEqual(["first-level-support"]);
  expect(readers("support.plan")).toEqual(["support-plan"]);
  expect(readers("support.plan.endsOn")).toEqual(["support-plan"]);
  expect(readers("company.country")).toEqual(["partner-id"]);
  expect(readers("vetting.status")).toEqual([]);
});
