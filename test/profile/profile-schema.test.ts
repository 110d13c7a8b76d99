import { describe, expect, it } from "vitest";
import type * as z from "zod";

import { type InvalidProfileError, partnerProfileSchema } from "../../src/index.ts";
import { statedFactIds } from "../../src/facts/fact-table.ts";
import { readLeniently } from "../../src/profile/read-leniently.ts";
import { ownShape, readProfile } from "../../src/profile/read-profile.ts";
import { goodProfile, newApplicant } from "../profiles.ts";
import { rejection } from "../rejection.ts";

const location = { id: "4000001", country: "SE", active: true };
const withPlan = (plan: object): object => ({ support: { plan } });

describe("accepts", () => {
  it.each<[string, unknown]>([
    ["an empty profile", {}],
    ["a good profile", goodProfile],
    ["a new applicant", newApplicant],
    ["undefined as absent", { company: undefined, support: { plan: undefined } }],
    ["no plan, known", { support: { plan: null } }],
    ["a plan of which nothing else is known", withPlan({})],
    ["a plan of one day", withPlan({ purchasedOn: "2020-01-01", endsOn: "2020-01-01" })],
    ["the 29th of February of a leap year", withPlan({ endsOn: "2020-02-29" })],
    ["no location IDs, known", { membership: { locationIds: [] } }],
    ["an agreement known not to be accepted", { partnerAgreement: { acceptedOn: null } }],
    ["an amount with cents", { trailingRevenue: { directBill: { cloudUsd: 299_999.99 } } }],
    ["a count of zero", { services: { managedServices: 0 } }],
    ["an object without a prototype", Object.assign(Object.create(null), goodProfile)],
  ])("%s", (_, profile) => {
    expect(partnerProfileSchema.safeParse(profile).success).toBe(true);
    expect(() => readProfile(profile)).not.toThrow();
  });
});

describe("refuses", () => {
  it.each<[string, unknown, string, RegExp]>([
    [
      "a date that does not exist",
      withPlan({ endsOn: "2019-02-29" }),
      "support.plan.endsOn",
      /date/,
    ],
    ["a thirteenth month", withPlan({ endsOn: "2019-13-01" }), "support.plan.endsOn", /date/],
    ["a date and time", withPlan({ endsOn: "2019-01-01T00:00" }), "support.plan.endsOn", /date/],
    ["a short date", withPlan({ endsOn: "2019-1-1" }), "support.plan.endsOn", /date/],
    ["a Date", withPlan({ endsOn: new Date(0) }), "support.plan.endsOn", /date/],
    [
      "a plan that ends the day before it was bought",
      withPlan({ purchasedOn: "2020-01-02", endsOn: "2020-01-01" }),
      "support.plan.endsOn",
      /before it was bought/,
    ],
    [
      "an unknown plan type",
      withPlan({ type: "Basic" }),
      "support.plan.type",
      /ASfP, PSfP, Unified, other/,
    ],
    ["a negative count", { services: { ipServices: -1 } }, "services.ipServices", /0 or more/],
    [
      "a fractional count",
      { services: { ipServices: 1.5 } },
      "services.ipServices",
      /whole number/,
    ],
    ["a count written as text", { services: { ipServices: "1" } }, "services.ipServices", /number/],
    ["an infinite count", { services: { ipServices: Infinity } }, "services.ipServices", /number/],
    [
      "a flag written as text",
      { support: { firstLevel: "yes" } },
      "support.firstLevel",
      /true or false/,
    ],
    [
      "null where it says nothing",
      { support: { firstLevel: null } },
      "support.firstLevel",
      /true or false/,
    ],
    ["a plan that is not a plan", { support: { plan: false } }, "support.plan", /null if/],
    ["a country in lower case", { company: { country: "se" } }, "company.country", /capitals/],
    ["a country by name", { company: { country: "Sweden" } }, "company.country", /capitals/],
    [
      "a location ID that is not digits",
      { membership: { locationIds: [{ ...location, id: "MPN-1" }] } },
      "membership.locationIds.0.id",
      /digits/,
    ],
    [
      "a location ID without its country",
      { membership: { locationIds: [location, { id: "1", active: true }] } },
      "membership.locationIds.1.country",
      /country in capitals/,
    ],
    [
      "a country by a code that is none, with the right one named",
      { tenant: { country: "UK" } },
      "tenant.country",
      /^Unknown country "UK"; did you mean "GB"\?$/,
    ],
    [
      "a country that does not exist",
      { company: { country: "ZZ" } },
      "company.country",
      /no such code/,
    ],
    [
      "a blank name of a designation",
      { membership: { solutionsPartnerDesignations: ["Security", " "] } },
      "membership.solutionsPartnerDesignations.1",
      /name of a designation/,
    ],
    ["an unknown key", { support: { firstLevl: true } }, "support.firstLevl", /mean "firstLevel"/],
    ["a key in other capitals", { Company: {} }, "Company", /mean "company"/],
    ["a key near no other", { xyz: 1 }, "xyz", /^Unknown key "xyz"$/],
    [
      "more administrators with multifactor authentication than there are",
      { security: { adminAccounts: 1, adminAccountsWithMfa: 2 } },
      "security.adminAccountsWithMfa",
      /no more than security\.adminAccounts/,
    ],
    [
      "more customers with consent than customers",
      { transition: { customers: { total: 1, consented: 2 } } },
      "transition.customers.consented",
      /no more than transition\.customers\.total/,
    ],
    [
      "more transfers than transferable subscriptions",
      { transition: { subscriptions: { transferable: 1, transferred: 2 } } },
      "transition.subscriptions.transferred",
      /no more than transition\.subscriptions\.transferable/,
    ],
    [
      "a negative amount",
      { trailingRevenue: { directBill: { cloudUsd: -1 } } },
      "trailingRevenue.directBill.cloudUsd",
      /0 or more/,
    ],
    [
      "negative hours",
      { security: { alertResponseHours: -0.5 } },
      "security.alertResponseHours",
      /0 or more/,
    ],
    [
      "a date of acceptance that is none",
      { partnerAgreement: { acceptedOn: "soon" } },
      "partnerAgreement.acceptedOn",
      /date/,
    ],
    [
      "a country by three letters",
      { company: { country: "SWE" } },
      "company.country",
      /^Expected an ISO 3166-1 alpha-2 country in capitals/,
    ],
    [
      "more services than can be counted",
      { services: { managedServices: 2 ** 53 } },
      "services.managedServices",
      /^Expected at most 9007199254740991$/,
    ],
    ["a profile that is a list", [], "", /plain object/],
    ["a profile that is null", null, "", /plain object/],
    ["a profile that is a Map", new Map(), "", /plain object/],
    ["a group that is a Date", { company: new Date(0) }, "company", /plain object/],
    ["an id that is an object", { id: new Date(0) }, "id", /text/],
  ])("%s", async (_, profile, path, message) => {
    const error = await rejection(() => readProfile(profile));
    expect(error).toMatchObject({ issues: [{ path, message: expect.stringMatching(message) }] });
  });
});

describe("refuses what cannot all be true", () => {
  it.each<[string, unknown, string, RegExp, string]>([
    [
      "a renewal date before the purchase",
      withPlan({ purchasedOn: "2020-01-02", renewsOn: "2020-01-01" }),
      "support.plan.renewsOn",
      /before it was bought \(support\.plan\.purchasedOn\)/,
      "purchasedOn",
    ],
    [
      "a last day before the purchase",
      withPlan({ purchasedOn: "2020-01-02", endsOn: "2020-01-01" }),
      "support.plan.endsOn",
      /before it was bought \(support\.plan\.purchasedOn\)/,
      "purchasedOn",
    ],
    [
      "a renewal before the purchase",
      withPlan({ purchasedOn: "2020-01-02", renewedOn: "2020-01-01" }),
      "support.plan.renewedOn",
      /support\.plan\.purchasedOn/,
      "purchasedOn",
    ],
    [
      "a renewal after the last day",
      withPlan({ endsOn: "2020-01-01", renewedOn: "2020-01-02" }),
      "support.plan.renewedOn",
      /support\.plan\.endsOn/,
      "endsOn",
    ],
    ...["failed", "pending", "not-started"].map(
      (status): [string, unknown, string, RegExp, string] => [
        `a notice of a passed credit check that is ${status}`,
        { creditCheck: { status, notifiedOn: "2020-08-20" } },
        "creditCheck.notifiedOn",
        new RegExp(`creditCheck\\.status is "${status}"`),
        "status",
      ],
    ),
    [
      "the day of an application that is not made",
      { enrollment: { application: "not-started", appliedOn: "2020-08-20" } },
      "enrollment.appliedOn",
      /enrollment\.application/,
      "application",
    ],
    ...["not-started", "submitted", "rejected"].map(
      (enrollment): [string, unknown, string, RegExp, string] => [
        `an accepted agreement where the enrollment is ${enrollment}`,
        { transition: { enrollment, agreementAccepted: true } },
        "transition.agreementAccepted",
        new RegExp(`transition\\.enrollment is "${enrollment}"`),
        "enrollment",
      ],
    ),
    [
      "a response time without any alert",
      { security: { alerts: 0, alertResponseHours: 1 } },
      "security.alertResponseHours",
      /security\.alerts/,
      "alerts",
    ],
    [
      "one location ID as active and as inactive",
      { membership: { locationIds: [location, { ...location, active: false }] } },
      "membership.locationIds.1",
      /"4000001".*membership\.locationIds\.0/,
      "locationIds",
    ],
    [
      "one location ID in two countries",
      { membership: { locationIds: [location, { ...location, country: "NO" }] } },
      "membership.locationIds.1",
      /membership\.locationIds\.0/,
      "locationIds",
    ],
  ])("%s", async (_, profile, path, message, other) => {
    const error = await rejection(() => readProfile(profile));
    const code = "contradiction";
    const values = { others: [other] };
    expect(error).toMatchObject({
      issues: [{ path, message: expect.stringMatching(message), code, values }],
    });
    // What is doubtful with it is unknown, as well.
    const group = path
      .split(".")
      .slice(0, path.startsWith("support") ? 2 : 1)
      .join(".");
    const facts = readLeniently(profile, ownShape).unknownAt;
    expect(facts).toEqual(expect.arrayContaining([`${group}.${other}`]));
    expect(partnerProfileSchema.safeParse(profile).success).toBe(false);
  });

  it("but says nothing of a location that differs from none but itself", async () => {
    const odd = { id: "1000000", country: Number.NaN, active: true };
    for (const locationIds of [[odd], [location, odd]]) {
      const error = await rejection(() => readProfile({ membership: { locationIds } }));
      expect((error as InvalidProfileError).issues.map(({ code }) => code)).toEqual([
        "unknown-value",
      ]);
    }
  });

  it("but says nothing of two locations without an ID", async () => {
    const locationIds = [
      { country: "SE", active: true },
      { country: "NO", active: true },
    ];
    const error = await rejection(() => readProfile({ membership: { locationIds } }));
    expect((error as InvalidProfileError).issues.map(({ path }) => path)).toEqual([
      "membership.locationIds.0.id",
      "membership.locationIds.1.id",
    ]);
  });

  it("but says nothing of the order of days of which one is malformed", async () => {
    for (const plan of [
      { purchasedOn: "2020-01-02", endsOn: "2020-00-01" },
      { purchasedOn: "2020-01-x", endsOn: "2020-01-01" },
    ]) {
      const { issues } = (await rejection(() =>
        readProfile(withPlan(plan)),
      )) as InvalidProfileError;
      expect(issues.map(({ code }) => code)).toEqual(["wrong-format"]);
    }
  });

  it("beside other problems, each of them once", async () => {
    const profile = {
      creditCheck: { status: "failed", notifiedOn: "2020-02-30" },
      membership: { locationIds: [null, location, {}, { ...location, active: false }] },
    };
    const { issues } = (await rejection(() => readProfile(profile))) as InvalidProfileError;
    expect(issues.map(({ path }) => path)).toEqual([
      "membership.locationIds.0",
      "membership.locationIds.2.id",
      "membership.locationIds.2.country",
      "membership.locationIds.2.active",
      "membership.locationIds.3",
      "creditCheck.notifiedOn",
      "creditCheck.notifiedOn",
    ]);
  });
});

describe("accepts what only looks like a contradiction", () => {
  it.each<[string, unknown]>([
    ["the same location ID twice", { membership: { locationIds: [location, { ...location }] } }],
    [
      "a passed check with its notice",
      { creditCheck: { status: "passed", notifiedOn: "2020-08-20" } },
    ],
    ["a notice alone", { creditCheck: { notifiedOn: "2020-08-20" } }],
    ["a day of application alone", { enrollment: { appliedOn: "2020-08-20" } }],
    ["an accepted agreement alone", { transition: { agreementAccepted: true } }],
    [
      "a renewal on the day of purchase",
      withPlan({ purchasedOn: "2020-01-01", renewedOn: "2020-01-01" }),
    ],
    ["a renewal on the last day", withPlan({ endsOn: "2020-01-01", renewedOn: "2020-01-01" })],
    ["no alert and no time", { security: { alerts: 0, alertResponseHours: 0 } }],
    [
      "more relationships extended than consents",
      { transition: { customers: { consented: 1, extended: 2 } } },
    ],
    ["a company that has never been a reseller", { indirectReseller: { transactingSince: null } }],
    ["one location ID", { membership: { locationIds: [location] } }],
  ])("%s", (_, profile) => {
    expect(() => readProfile(profile)).not.toThrow();
  });
});

/** The paths of the fields that a schema has, and of the groups that may be null. */
function fieldsOf(schema: z.core.$ZodType, path: string, isNullable = false): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "optional") return fieldsOf(def.innerType, path, isNullable);
  if (def.type === "nullable") return fieldsOf(def.innerType, path, true);
  if (def.type !== "object") return [path];
  const own = isNullable ? [path] : [];
  const prefix = path === "" ? "" : `${path}.`;
  return [
    ...own,
    ...Object.entries(def.shape).flatMap(([key, field]) => fieldsOf(field, prefix + key)),
  ];
}

it("every field but the host's reference is a fact, in the order of the schema", () => {
  const fields = fieldsOf(partnerProfileSchema, "").filter((path) => path !== "id");
  expect(statedFactIds).toEqual(fields);
});
