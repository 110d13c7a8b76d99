import { describe, expect, it } from "vitest";

import { parentOf } from "../../src/facts/parents.ts";
import { regionOf } from "../../src/facts/regions.ts";
import { firstRenewalOn, isBoughtByPartner } from "../../src/facts/renewals.ts";

type Plan = Parameters<typeof firstRenewalOn>[0];

const nothing: Plan = {
  asOf: "2021-02-01",
  purchasedOn: undefined,
  endsOn: undefined,
  renewsOn: undefined,
  renewalDay: undefined,
  renewedOn: undefined,
  onboardedOn: undefined,
};
const bought = { purchasedOn: "2020-03-01", endsOn: "2021-02-28", onboardedOn: "2019-05-01" };

describe("the renewal from which the revenue standard of 2021 applies", () => {
  it.each<[string, Partial<Plan>, string | undefined]>([
    ["is unknown of a plan of which nothing is known", {}, undefined],
    ["follows the last day of the term", bought, "2021-03-01"],
    ["is the day on which the plan renews", { ...bought, renewsOn: "2021-02-15" }, "2021-02-15"],
    ["is not that day once it has come", { ...bought, renewsOn: "2021-02-01" }, "2021-03-01"],
    ["is not a day before", { ...bought, renewsOn: "2021-01-31" }, "2021-03-01"],
    ["is the last day's next on the last day", { ...bought, endsOn: "2021-02-01" }, "2021-02-02"],
    ["is unknown once the term is over", { ...bought, endsOn: "2021-01-31" }, undefined],
    ["is unknown without a purchase", { ...bought, purchasedOn: undefined }, undefined],
    ["is the renewal that has come", { ...bought, renewedOn: "2021-01-10" }, "2021-01-10"],
    ["is one on the first day", { ...bought, renewedOn: "2021-01-01" }, "2021-01-01"],
    ["is not one before", { ...bought, renewedOn: "2020-12-31" }, "2021-03-01"],
    ["is not one to come", { ...bought, renewedOn: "2021-02-02" }, "2021-03-01"],
    ["is one on the day asked about", { ...bought, renewedOn: "2021-02-01" }, "2021-02-01"],
    ["is a day of renewal that has come", { ...bought, renewalDay: "2021-01-20" }, "2021-01-20"],
    [
      "is the first of two",
      { ...bought, renewedOn: "2021-01-30", renewalDay: "2021-01-20" },
      "2021-01-20",
    ],
    [
      "is not one on the day of onboarding",
      { ...bought, renewedOn: "2021-01-10", onboardedOn: "2021-01-10" },
      "2021-03-01",
    ],
    [
      "is a purchase by a partner",
      { ...bought, purchasedOn: "2021-01-01", endsOn: "2021-12-31" },
      "2021-01-01",
    ],
    [
      "is unknown of a purchase by a company that may be a partner",
      { purchasedOn: "2021-01-01", endsOn: "2021-12-31" },
      undefined,
    ],
    [
      "ends the first term of a plan bought before onboarding",
      { purchasedOn: "2021-01-01", endsOn: "2021-12-31", onboardedOn: "2021-01-01" },
      "2022-01-01",
    ],
    [
      "ends the term of a plan bought before the standard, by whomever",
      { ...bought, onboardedOn: undefined },
      "2021-03-01",
    ],
  ])("%s", (_, plan, expected) => {
    expect(firstRenewalOn({ ...nothing, ...plan })).toBe(expected);
  });

  it.each<[string, Partial<Plan>, string]>([
    ["is the first day of the standard, if nothing is known", {}, "2021-01-01"],
    ["is the renewal to come, if that is later", bought, "2021-03-01"],
    ["is not a renewal before", { ...bought, endsOn: "2020-11-30" }, "2021-01-01"],
    ["is not one that has come", { ...bought, renewedOn: "2020-08-01" }, "2021-03-01"],
  ])("before the standard starts, %s", (_, plan, expected) => {
    expect(firstRenewalOn({ ...nothing, asOf: "2020-09-02", ...plan })).toBe(expected);
  });
});

describe("a plan", () => {
  it.each([
    ["2020-01-02", "2020-01-01", true],
    ["2020-01-01", "2020-01-01", false],
    ["2020-01-01", "2020-01-02", false],
    ["2020-01-01", undefined, undefined],
    [undefined, "2020-01-01", undefined],
    ["2020-01-01", null, undefined],
  ])("bought on %s by a company onboarded on %s", (purchasedOn, onboardedOn, isBought) => {
    expect(isBoughtByPartner(purchasedOn, onboardedOn)).toBe(isBought);
  });
});

describe("the fact to ask for before another", () => {
  it.each([
    ["support.plan.endsOn", "support.plan"],
    ["security.alertResponseHours", "security.alerts"],
    ["support.plan", undefined],
    ["support.firstLevel", undefined],
  ] as const)("before %s is %s", (fact, parent) => {
    expect(parentOf(fact)).toBe(parent);
  });
});

describe("the region of a country", () => {
  it.each([
    ["SE", "EU/EFTA"],
    ["CH", "EU/EFTA"],
    ["GB", "GB"],
    ["US", "US"],
  ])("%s is %s, as far as it is certain", (country, region) => {
    expect(regionOf(country)).toBe(region);
  });
});
