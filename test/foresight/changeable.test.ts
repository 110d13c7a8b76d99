import { describe, expect, it } from "vitest";

import type {
  EvaluateOptions,
  FactId,
  HostFact,
  PartnerProfile,
  Rule,
  Track,
} from "../../src/index.ts";
import { Changeable, type Manner } from "../../src/foresight/changeable.ts";
import type { Situation } from "../../src/foresight/situation.ts";
import { withValueAt } from "../../src/profile/with-value-at.ts";
import { houseRule } from "../house-rule.ts";
import { goodProfile } from "../profiles.ts";
import { situationFor } from "./situations.ts";

const natural: Manner = { settlesFirst: false, guessesHistory: false, movesPurchase: false };

interface Search {
  readonly changeable: Changeable;
  readonly situation: Situation;
}

interface Asked extends Pick<EvaluateOptions<string>, "rules" | "hostFacts"> {
  readonly asOf?: string;
  readonly day?: string;
  readonly track?: Track;
  readonly manner?: Partial<Manner>;
}

function searchOf(
  profile: PartnerProfile,
  { asOf = "2020-09-02", day = asOf, track = "enroll", manner, ...own }: Asked = {},
): Search {
  const situation = situationFor(profile, { asOf, track, ...own });
  const { table } = situation.inquiry;
  const changeable = new Changeable(situation.stated, { table, asOf, track }, day, {
    ...natural,
    ...manner,
  });
  return { changeable, situation };
}

const factsOf = (profile: PartnerProfile, asked?: Asked): readonly FactId[] =>
  searchOf(profile, asked).changeable.facts;

/** The values of a fact that is open, where everything else is as it is, or as it is planned. */
function valuesOf(
  fact: FactId,
  profile: PartnerProfile,
  asked?: Asked,
  planned: PartnerProfile = profile,
): unknown[] {
  const { changeable } = searchOf(profile, asked);
  return changeable.valuesFor(
    searchOf(withValueAt(planned, fact, undefined), asked).situation,
    fact,
  );
}

describe("the facts that can change", () => {
  it("are not places, history and what is to be counted, once they are known", () => {
    const { table } = searchOf({}).situation.inquiry;
    const fixed = (profile: PartnerProfile, track: Track): FactId[] => {
      const open = factsOf(profile, { track });
      return table.stated.filter((fact) => !open.includes(fact));
    };
    expect(fixed(goodProfile, "remain")).toMatchInlineSnapshot(`
      [
        "company.country",
        "tenant.country",
        "support.plan",
        "support.plan.type",
        "support.plan.purchasedOn",
        "support.plan.renewsOn",
        "support.plan.renewedOn",
        "creditCheck.notifiedOn",
        "indirectReseller.transactingSince",
        "security.adminAccounts",
        "security.alerts",
        "enrollment.onboardedOn",
        "partnerAgreement.acceptedOn",
        "transition.directBillStatus",
        "transition.customers.total",
        "transition.subscriptions.transferable",
        "transition.subscriptions.notTransferable",
      ]
    `);
    expect(fixed(goodProfile, "enroll")).toMatchInlineSnapshot(`
      [
        "company.country",
        "tenant.country",
        "support.plan",
        "support.plan.type",
        "support.plan.purchasedOn",
        "support.plan.renewsOn",
        "support.plan.renewedOn",
        "creditCheck.notifiedOn",
        "indirectReseller.transactingSince",
        "trailingRevenue.directBill.cloudUsd",
        "trailingRevenue.directBill.perpetualSoftwareUsd",
        "security.adminAccounts",
        "security.alerts",
        "enrollment.onboardedOn",
        "partnerAgreement.acceptedOn",
        "transition.directBillStatus",
        "transition.customers.total",
        "transition.subscriptions.transferable",
        "transition.subscriptions.notTransferable",
      ]
    `);
    expect(fixed(goodProfile, "transition")).toEqual(fixed(goodProfile, "remain"));
    expect(fixed({}, "remain")).toMatchInlineSnapshot(`
      [
        "support.plan.renewsOn",
        "support.plan.renewedOn",
        "indirectReseller.transactingSince",
        "enrollment.onboardedOn",
        "transition.directBillStatus",
      ]
    `);
    expect(fixed({}, "enroll")).toMatchInlineSnapshot(`
      [
        "support.plan.renewsOn",
        "support.plan.renewedOn",
        "indirectReseller.transactingSince",
        "trailingRevenue.directBill.cloudUsd",
        "trailingRevenue.directBill.perpetualSoftwareUsd",
        "enrollment.onboardedOn",
        "transition.directBillStatus",
      ]
    `);
    expect(fixed({}, "transition")).toMatchInlineSnapshot(`
      [
        "support.plan.renewsOn",
        "support.plan.renewedOn",
        "indirectReseller.transactingSince",
        "enrollment.onboardedOn",
      ]
    `);
  });

  it("are the accounts only where they are counted as none", () => {
    const facts = (adminAccounts: number): readonly FactId[] =>
      factsOf({ security: { adminAccounts } });
    expect(facts(0)).toContain("security.adminAccounts");
    expect(facts(1)).not.toContain("security.adminAccounts");
  });

  it("are the status of a tenant only in a move, and only from active", () => {
    const isOpen = (directBillStatus: string | undefined, track: Track): boolean =>
      factsOf({ transition: { directBillStatus } } as PartnerProfile, { track }).includes(
        "transition.directBillStatus",
      );
    expect(isOpen("active", "transition")).toBe(true);
    expect(isOpen(undefined, "transition")).toBe(true);
    expect(isOpen("restricted", "transition")).toBe(false);
    expect(isOpen("active", "remain")).toBe(false);
    expect(isOpen(undefined, "remain")).toBe(false);
  });

  it.each<[string, PartnerProfile, boolean]>([
    ["none is known", {}, true],
    ["there is none", { support: { plan: null } }, true],
    ["nothing is known of one", { support: { plan: {} } }, false],
    ["it ended the day before", { support: { plan: { endsOn: "2020-09-01" } } }, true],
    ["it ends on the day", { support: { plan: { endsOn: "2020-09-02" } } }, false],
    ["it is bought on the day", { support: { plan: { purchasedOn: "2020-09-02" } } }, false],
    ["it is bought a day later", { support: { plan: { purchasedOn: "2020-09-03" } } }, true],
    ["it is of another type", { support: { plan: { type: "other" } } }, true],
    ["the sources leave its type open", { support: { plan: { type: "Unified" } } }, true],
    ["it counts", { support: { plan: { type: "ASfP" } } }, false],
  ])("are those of a plan as a whole where it may be replaced: %s", (_, profile, isReplaceable) => {
    const { changeable } = searchOf(profile);
    expect(changeable.isPlanReplaceable).toBe(isReplaceable);
    const known = { plan: { purchasedOn: "2019-01-01", ...profile.support?.plan } };
    const facts = factsOf({ support: profile.support?.plan == null ? { plan: null } : known });
    expect(facts.includes("support.plan")).toBe(isReplaceable);
    expect(facts).toContain("support.plan.endsOn");
  });

  it("are those of a plan still to be bought, if its purchase may be moved, on any later day", () => {
    const isOpen = (purchasedOn: string, movesPurchase: boolean): boolean => {
      const asked = { day: "2020-10-01", manner: { movesPurchase } };
      return factsOf({ support: { plan: { type: "ASfP", purchasedOn } } }, asked).includes(
        "support.plan",
      );
    };
    expect(isOpen("2020-09-03", true)).toBe(true);
    expect(isOpen("2020-09-03", false)).toBe(false);
    expect(isOpen("2020-09-02", true)).toBe(false);
    expect(isOpen("2020-10-02", false)).toBe(true);
  });

  it("are unknown days of what has happened only where history may be guessed", () => {
    const guess = { manner: { guessesHistory: true } };
    const happened: [FactId, PartnerProfile][] = [
      ["creditCheck.notifiedOn", { creditCheck: { status: "passed" } }],
      ["enrollment.appliedOn", { enrollment: { application: "submitted" } }],
      ["support.plan.purchasedOn", { support: { plan: { type: "ASfP" } } }],
      ["indirectReseller.transactingSince", {}],
    ];
    for (const [fact, profile] of happened) {
      expect(factsOf(profile), fact).not.toContain(fact);
      expect(factsOf(profile, guess), fact).toContain(fact);
    }
    expect(factsOf({}, { track: "remain" })).not.toContain("enrollment.onboardedOn");
    expect(factsOf({}, { ...guess, track: "remain" })).toContain("enrollment.onboardedOn");
    // An applicant is not on board yet.
    expect(factsOf({}, guess)).not.toContain("enrollment.onboardedOn");
    for (const status of ["pending", "failed", "not-started"] as const)
      expect(factsOf({ creditCheck: { status } })).toContain("creditCheck.notifiedOn");
    expect(factsOf({ enrollment: { application: "not-started" } })).toContain(
      "enrollment.appliedOn",
    );
  });

  it("are days of what has happened only where it can happen again", () => {
    const known: PartnerProfile = {
      enrollment: { appliedOn: "2020-08-01" },
      creditCheck: { status: "passed", notifiedOn: "2020-08-28" },
      capabilitiesAssessment: { on: "2020-08-01" },
      trailingRevenue: { endsOn: "2020-08-01" },
      partnerAgreement: { acceptedOn: "2020-09-02" },
    };
    const facts = factsOf(known);
    expect(facts).toEqual(
      expect.arrayContaining([
        "enrollment.appliedOn",
        "capabilitiesAssessment.on",
        "trailingRevenue.endsOn",
      ]),
    );
    expect(facts).not.toContain("creditCheck.notifiedOn");
    expect(facts).not.toContain("partnerAgreement.acceptedOn");
    const later = withValueAt(known, "partnerAgreement.acceptedOn", "2020-09-03");
    expect(factsOf(later)).toContain("partnerAgreement.acceptedOn");
  });
});

describe("the values that a fact can have", () => {
  it("are what it is, and then the rest", () => {
    const support = { firstLevel: false };
    expect(valuesOf("support.firstLevel", { support })).toEqual([false, true]);
  });

  it("are what settles most, where nothing is known", () => {
    expect(valuesOf("support.firstLevel", {})).toEqual([true, false]);
    expect(valuesOf("creditCheck.status", {})).toMatchInlineSnapshot(`
      [
        "not-started",
        "pending",
        "passed",
        "failed",
      ]
    `);
  });

  it("are a new plan as such", () => {
    expect(valuesOf("support.plan", { support: { plan: null } })).toEqual([{}]);
  });

  it("are a status that is asked for, of a tenant", () => {
    const transition = { directBillStatus: "active" } as const;
    expect(
      valuesOf("transition.directBillStatus", { transition }, { track: "transition" }),
    ).toEqual(["restricted", "active"]);
  });

  it("are no smaller figures, those first that are the least change", () => {
    const services = { managedServices: 0, ipServices: 3 };
    expect(valuesOf("services.managedServices", { services }, { track: "remain" }))
      .toMatchInlineSnapshot(`
        [
          0,
          1,
          2,
          3,
          1000000000000000,
        ]
      `);
    const revenue = { trailingRevenue: { indirectReseller: { cloudUsd: 100 } } };
    expect(valuesOf("trailingRevenue.indirectReseller.cloudUsd", revenue, { asOf: "2020-11-02" }))
      .toMatchInlineSnapshot(`
      [
        100,
        299999.99,
        300000,
        300000.01,
        1000000000000000,
      ]
    `);
    const security = { alertResponseHours: 40 };
    expect(valuesOf("security.alertResponseHours", { security }, { asOf: "2025-11-15" }))
      .toMatchInlineSnapshot(`
      [
        40,
        24.01,
        24,
        23.99,
        0.01,
        0,
        -0.01,
        1000000000000000,
        -1000000000000000,
      ]
    `);
  });

  it("are no wholes of which there are none", () => {
    const values = valuesOf("transition.customers.total", {}, { track: "transition" });
    expect(values.every((value) => (value as number) > 0)).toBe(true);
    expect(values).toContain(1);
  });

  it("are last days of a plan, year by year, until it covers the day", () => {
    const plan = { type: "ASfP", purchasedOn: "2019-10-01", endsOn: "2020-09-30" } as const;
    const lastDays = (day: string, support: PartnerProfile["support"]): unknown[] => {
      const { changeable, situation } = searchOf({ support }, { day });
      return changeable.valuesFor(situation, "support.plan.endsOn");
    };
    expect(lastDays("2020-09-02", { plan })).toEqual(["2020-09-30", "2021-09-30"]);
    expect(lastDays("2020-09-30", { plan })).toEqual(["2020-09-30", "2021-09-30"]);
    // By then, it has ended: what is bought is another.
    expect(lastDays("2020-10-01", { plan })).toMatchInlineSnapshot(`
      [
        "2021-09-30",
      ]
    `);
    expect(lastDays("2021-09-30", { plan })).toEqual(["2021-09-30"]);
    expect(lastDays("2020-09-02", { plan: { purchasedOn: "2020-01-15" } })).toEqual(["2021-01-14"]);
    expect(lastDays("2020-09-02", { plan: { purchasedOn: "2018-01-15" } })).toEqual(["2021-01-14"]);
    expect(lastDays("2020-09-02", { plan: {} })).toEqual(["2021-09-01"]);
    expect(lastDays("2020-09-02", { plan: { endsOn: "9999-06-30" } })).toEqual([
      "9999-06-30",
      "9999-12-31",
    ]);
  });

  it("are days from the one asked about to the one tried", () => {
    const days = valuesOf(
      "partnerAgreement.acceptedOn",
      {},
      { asOf: "2025-11-15", day: "2025-11-20" },
    );
    expect(days).toMatchInlineSnapshot(`
      [
        "2025-11-15",
        "2025-11-16",
      ]
    `);
    const again = valuesOf(
      "trailingRevenue.endsOn",
      { trailingRevenue: { endsOn: "2020-01-31" } },
      { asOf: "2020-11-15" },
    );
    expect(again).toMatchInlineSnapshot(`
      [
        "2020-01-31",
        "2020-11-15",
      ]
    `);
  });

  it("are days of the past, the latest first, of what has happened", () => {
    const guessesHistory = { manner: { guessesHistory: true } };
    const profile = {
      creditCheck: { status: "passed" },
      support: { plan: { type: "ASfP", purchasedOn: "2020-08-29" } },
    } as const;
    expect(valuesOf("creditCheck.notifiedOn", profile, guessesHistory)).toMatchInlineSnapshot(`
      [
        "2020-08-28",
        "2020-09-02",
        "2020-09-01",
        "2020-08-30",
        "2020-08-29",
      ]
    `);
    expect(
      valuesOf(
        "creditCheck.notifiedOn",
        withValueAt(profile, "creditCheck.status", "pending"),
        guessesHistory,
      ),
    ).toMatchInlineSnapshot(`
      [
        "2020-09-02",
      ]
    `);
  });

  it("are days in the order of an enrollment, of what is planned", () => {
    const asked = { asOf: "2025-11-15", day: "2025-11-20" } as const;
    const days = (fact: FactId, planned: PartnerProfile, more: Asked = {}): unknown[] =>
      valuesOf(fact, {}, { ...asked, ...more }, planned);
    const notice = { creditCheck: { notifiedOn: "2025-11-17" } } as const;
    expect(days("enrollment.appliedOn", notice)).toMatchInlineSnapshot(`
      [
        "2025-11-15",
        "2025-11-16",
        "2025-11-17",
      ]
    `);
    expect(days("partnerAgreement.acceptedOn", notice)).toMatchInlineSnapshot(`
      [
        "2025-11-17",
        "2025-11-18",
      ]
    `);
    expect(days("support.plan.purchasedOn", { ...notice, support: { plan: {} } }))
      .toMatchInlineSnapshot(`
      [
        "2025-11-18",
      ]
    `);
    const bought = { support: { plan: { purchasedOn: "2025-11-17" } } } as const;
    expect(days("creditCheck.notifiedOn", bought)).toMatchInlineSnapshot(`
      [
        "2025-11-15",
        "2025-11-16",
      ]
    `);
    expect(days("partnerAgreement.acceptedOn", bought)).toMatchInlineSnapshot(`
      [
        "2025-11-17",
        "2025-11-18",
      ]
    `);
    // Others have no order.
    expect(days("trailingRevenue.endsOn", notice)).toMatchInlineSnapshot(`
      [
        "2025-11-15",
        "2025-11-16",
      ]
    `);
    expect(days("enrollment.appliedOn", notice, { track: "remain" })).toMatchInlineSnapshot(`
      [
        "2025-11-15",
        "2025-11-16",
      ]
    `);
  });

  it("are days in any order, of what is known to have been before", () => {
    const known = { partnerAgreement: { acceptedOn: "2025-11-10" } } as const;
    expect(valuesOf("creditCheck.notifiedOn", known, { asOf: "2025-11-15" }))
      .toMatchInlineSnapshot(`
      [
        "2025-11-15",
      ]
    `);
  });

  it("are another day of application before the last one, where what settles most comes first", () => {
    const profile = { enrollment: { application: "submitted", appliedOn: "2020-08-01" } } as const;
    const settlesFirst = { manner: { settlesFirst: true } };
    expect(valuesOf("enrollment.appliedOn", profile)).toMatchInlineSnapshot(`
      [
        "2020-08-01",
        "2020-09-02",
      ]
    `);
    expect(valuesOf("enrollment.appliedOn", profile, settlesFirst)).toMatchInlineSnapshot(`
      [
        "2020-09-02",
        "2020-08-01",
      ]
    `);
  });

  it("are days up to now of an application that was made, unless one is made anew", () => {
    const profile = { enrollment: { application: "submitted" } } as const;
    const days = (settlesFirst: boolean): unknown[] =>
      valuesOf("enrollment.appliedOn", profile, {
        asOf: "2021-06-15",
        day: "2021-06-20",
        manner: { settlesFirst, guessesHistory: true },
      });
    expect(days(false)).toMatchInlineSnapshot(`
      [
        "2021-06-15",
        "2021-06-14",
        "2021-01-02",
        "2021-01-01",
        "2020-12-31",
        "2020-06-16",
        "2020-06-15",
        "2020-06-14",
      ]
    `);
    expect(days(true)).toMatchInlineSnapshot(`
      [
        "2021-06-15",
        "2021-06-16",
      ]
    `);
  });

  it("are days of what happened before an application that is made anew", () => {
    const known = { creditCheck: { status: "passed" } } as const;
    const planned = { ...known, enrollment: { appliedOn: "2020-09-04" } } as const;
    const asked = { day: "2020-09-06", manner: { guessesHistory: true } };
    expect(valuesOf("creditCheck.notifiedOn", known, asked, planned)).toContain("2020-09-01");
  });

  it("are days on either side of one that is planned so far", () => {
    const known = { creditCheck: { status: "passed" } } as const;
    const { changeable } = searchOf(known, { day: "2020-09-06" });
    const planned = searchOf({ ...known, enrollment: { appliedOn: "2020-09-02" } }).situation;
    expect(changeable.valuesFor(planned, "enrollment.appliedOn")).toEqual([
      "2020-09-02",
      "2020-09-03",
    ]);
  });

  it("are what it is first, where nothing settles more", () => {
    const settlesFirst = { manner: { settlesFirst: true } };
    const security = { securityContact: false };
    expect(valuesOf("security.securityContact", { security }, settlesFirst)).toEqual([false, true]);
  });

  it("are no day that the calendar does not have", () => {
    expect(valuesOf("trailingRevenue.endsOn", {}, { asOf: "9999-12-31" })).toEqual(["9999-12-31"]);
  });

  it("are a year for a new plan, however long the last one was", () => {
    const plan = { type: "ASfP", purchasedOn: "2017-09-01", endsOn: "2020-08-31" } as const;
    const bought = { support: { plan: { purchasedOn: "2020-09-02" } } };
    expect(valuesOf("support.plan.endsOn", { support: { plan } }, {}, bought)).toEqual([
      "2021-09-01",
    ]);
    const planned = { support: { plan: { type: "ASfP", purchasedOn: "2020-09-12" } } } as const;
    expect(valuesOf("support.plan.endsOn", planned, {}, bought)).toEqual(["2021-09-01"]);
  });

  it("are no purchase of a plan that counts before the last one ends", () => {
    const plan = { type: "ASfP", purchasedOn: "2020-09-02", endsOn: "2020-09-10" } as const;
    const asked = { day: "2020-09-12" };
    const planned = { support: { plan: {} }, creditCheck: { notifiedOn: "2020-09-09" } };
    const days = valuesOf("support.plan.purchasedOn", { support: { plan } }, asked, planned);
    expect(days).toEqual([]);
    const later = { ...plan, purchasedOn: "2020-09-20", endsOn: "2021-09-19" };
    expect(
      valuesOf("support.plan.purchasedOn", { support: { plan: later } }, asked, planned),
    ).toEqual(["2020-09-10"]);
  });

  it("are texts in their order, even if they look like numbers", () => {
    const hostFacts: HostFact[] = [
      { id: "host.floor", type: "text", label: "Floor", values: ["9", "2", "1"] },
    ];
    const needs = (value: string): Rule<string> =>
      houseRule(
        { all: [{ fact: "host.floor", operator: "equal", value }] },
        { id: `floor-${value}`, tracks: ["enroll"] },
      );
    const rules = ["9", "2", "1"].map(needs);
    expect(valuesOf("host.floor", { host: { floor: "9" } }, { hostFacts, rules })).toEqual([
      "9",
      "1",
      "2",
    ]);
  });

  it("are any of a host's own facts", () => {
    const hostFacts: HostFact[] = [
      { id: "host.level", type: "number", label: "Level" },
      { id: "host.tags", type: "text list", label: "Tags" },
    ];
    const rule = houseRule(
      {
        all: [
          { fact: "host.level", operator: "lessThan", value: 3 },
          { fact: "host.tags", operator: "contains", value: "b" },
        ],
      },
      { tracks: ["enroll"] },
    );
    const own = { rules: [rule], hostFacts };
    const profile = { host: { level: 5, tags: ["a"] } } as PartnerProfile;
    expect(valuesOf("host.level", profile, own)).toContain(2.99);
    expect(valuesOf("host.tags", profile, own)).toEqual([["a"], [], ["another 1"], ["b"]]);
  });

  it("are locations besides those that there are", () => {
    const there = { id: "1000000", country: "NO", active: true };
    const idle = { id: "7", country: "SE", active: false };
    const company = { country: "SE" };
    const locations = (
      ...locationIds: { id: string; country: string; active: boolean }[]
    ): unknown =>
      valuesOf(
        "membership.locationIds",
        { company, membership: { locationIds } },
        { track: "remain" },
      );
    const added = (country: string) => ({ id: "1000001", country, active: true });
    expect(locations(there)).toEqual([
      [there],
      [there, added("SE")],
      [there, added("AT")],
      [there, added("AD")],
    ]);
    expect(locations(idle, there)).toEqual([
      [idle, there],
      [{ ...idle, active: true }, there],
      [idle, there, added("SE")],
      [idle, there, added("AT")],
      [idle, there, added("AD")],
    ]);
  });

  it("are designations besides those that there are", () => {
    const membership = { solutionsPartnerDesignations: ["Security"] };
    expect(
      valuesOf("membership.solutionsPartnerDesignations", { membership }, { asOf: "2025-11-15" }),
    ).toMatchInlineSnapshot(`
      [
        [
          "Security",
        ],
        [
          "Security",
        ],
        [
          "Security",
          "Modern Work",
        ],
      ]
    `);
  });
});
