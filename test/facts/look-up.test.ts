import { describe, expect, it, vi } from "vitest";

import {
  type EvaluateAsyncOptions,
  type Finding,
  type PartnerProfile,
  InvalidOptionsError,
  InvalidProfileError,
  type Report,
  evaluate,
  evaluateSync,
} from "../../src/index.ts";
import { statedFactIds } from "../../src/facts/fact-table.ts";
import { goodIn2025, goodProfile } from "../profiles.ts";
import { rejection } from "../rejection.ts";

const asOf = "2020-09-02";
const remain = { asOf, track: "remain" } as const;

describe("facts that are looked up", () => {
  it("complete a profile as if it had stated them", async () => {
    const { support, ...rest } = goodProfile;
    const facts = {
      "support.firstLevel": async () => support.firstLevel,
      "support.plan": async () => support.plan,
    };
    expect(await evaluate(rest, { ...remain, facts })).toStrictEqual(
      await evaluate(goodProfile, remain),
    );
  });

  it("may be given at once, or be fields of a group", async () => {
    const { support, company, ...rest } = goodProfile;
    const facts = {
      "company.country": () => company.country,
      "support.firstLevel": () => true,
      "support.plan.type": () => support.plan.type,
      "support.plan.purchasedOn": () => support.plan.purchasedOn,
      "support.plan.endsOn": () => support.plan.endsOn,
    };
    expect((await evaluate(rest, { ...remain, facts })).outcome).toBe("eligible");
  });

  it("are asked for where they decide whether what is stated holds on the day", async () => {
    const plan = { type: "ASfP", purchasedOn: "2020-09-03", endsOn: "2021-09-02" } as const;
    const facts = { "enrollment.onboardedOn": () => "2019-11-05" };
    const { findings } = await evaluate({ support: { plan } }, { ...remain, facts });
    const finding = findings.find(({ ruleId }) => ruleId === "support-plan")!;
    // A partner that buys a plan later has had one before, of which nothing is known.
    expect(finding.status).toBe("unknown");
  });

  it("are asked for once each, with the profile, and only where needed", async () => {
    const facts = {
      "membership.locationIds": vi.fn(async () => goodProfile.membership.locationIds), // read by a derived fact
      "company.country": vi.fn(async () => "NO"), // stated
      "support.plan": vi.fn(async () => goodProfile.support.plan),
      "support.plan.type": vi.fn(async () => "other"), // stated by the group before
      "creditCheck.status": vi.fn(async () => "failed"), // read by no rule of the track
      "membership.active": vi.fn(async () => true), // read by no rule at all
    };
    const profile = { company: { country: "SE" } };
    const { findings } = await evaluate(profile, { ...remain, facts });
    const calls = Object.entries(facts).map(([fact, lookup]) => [fact, lookup.mock.calls.length]);
    expect(Object.fromEntries(calls)).toEqual({
      "membership.locationIds": 1,
      "company.country": 0,
      "support.plan": 1,
      "support.plan.type": 0,
      "creditCheck.status": 0,
      "membership.active": 0,
    });
    expect(facts["membership.locationIds"]).toHaveBeenCalledWith(profile, { signal: undefined });
    const statusOf = (id: string): unknown => findings.find(({ ruleId }) => ruleId === id)?.status;
    expect([statusOf("partner-id"), statusOf("support-plan")]).toEqual(["met", "met"]);
  });

  it("are not asked for below what is known to be none", async () => {
    const lookup = vi.fn(async () => "ASfP");
    const profile = { support: { plan: null } };
    await evaluate(profile, { ...remain, facts: { "support.plan.type": lookup } });
    expect(lookup).not.toHaveBeenCalled();
  });

  it("replace what the absence of a process field stands for", async () => {
    const facts = { "creditCheck.status": async () => "failed" };
    const { findings } = await evaluate({}, { asOf, facts });
    expect(findings.find(({ ruleId }) => ruleId === "credit-check")?.status).toBe("unmet");
  });

  it("are taken as of the day: a day that is found proves its state, or lies ahead", async () => {
    const statusWith = async (day: string): Promise<unknown> => {
      const facts = { "creditCheck.notifiedOn": async () => day };
      const { findings } = await evaluate({}, { asOf, facts });
      return findings.find(({ ruleId }) => ruleId === "credit-check")?.status;
    };
    expect([await statusWith("2020-09-02"), await statusWith("2020-09-03")]).toEqual([
      "met",
      "not-due",
    ]);
  });

  it("contradict what is stated only to their own cost", async () => {
    const facts = { "creditCheck.notifiedOn": async () => "2020-08-20" };
    const profile: PartnerProfile = { creditCheck: { status: "failed" } };
    const report = await evaluate(profile, { asOf, facts });
    expect(report.factErrors).toEqual([
      { fact: "creditCheck.notifiedOn", message: expect.stringMatching(/creditCheck\.status/) },
    ]);
    expect(report.findings.find(({ ruleId }) => ruleId === "credit-check")?.status).toBe("unmet");
  });

  it("stay unknown without a word where nothing is found", async () => {
    const facts = { "company.country": async () => undefined, "creditCheck.status": undefined };
    expect(await evaluate({}, { asOf, facts })).toStrictEqual(await evaluate({}, { asOf }));
  });
});

describe("a look-up that fails", () => {
  it("leaves exactly its fact unknown, and the reason on the report", async () => {
    const { authority, ...rest } = goodProfile;
    const facts = {
      "authority.acceptAgreements": async () => authority.acceptAgreements,
      "authority.signAgreements": async () => Promise.reject(new Error("register is down")),
    };
    const report = await evaluate(rest, { ...remain, facts });
    expect(report.outcome).toBe("undetermined");
    expect(report.missingFacts).toEqual([
      { fact: "authority.signAgreements", neededBy: ["legal-authority"] },
    ]);
    expect(report.factErrors).toEqual([
      { fact: "authority.signAgreements", message: "register is down" },
    ]);
    expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
  });

  it("makes even a process field unknown", async () => {
    const facts = {
      "creditCheck.status": () => {
        throw "no answer"; // eslint-disable-line no-throw-literal -- a host may.
      },
    };
    const { findings, factErrors } = await evaluate(goodProfileWithoutCredit, { asOf, facts });
    const byRule = new Map(
      findings.map(({ ruleId, status, missing }) => [ruleId, { status, missing }]),
    );
    expect(byRule.get("credit-check")).toEqual({
      status: "unknown",
      missing: ["creditCheck.status"],
    });
    expect(factErrors).toEqual([{ fact: "creditCheck.status", message: "no answer" }]);
  });

  it("leaves the day of application unknown where the application is", async () => {
    const plan = { type: "ASfP", purchasedOn: "2025-11-01", endsOn: "2026-10-31" } as const;
    const profile = { support: { plan } };
    const facts = {
      "enrollment.application": () => Promise.reject(new Error("no answer")),
    };
    const sequence = async (options: EvaluateAsyncOptions): Promise<Finding> =>
      (await evaluate(profile, options)).findings.find(
        ({ ruleId }) => ruleId === "support-plan-sequence",
      )!;
    const day = "2025-11-15";
    expect((await sequence({ asOf: day })).status).toBe("not-applicable");
    const { status, missing } = await sequence({ asOf: day, facts });
    expect(status).toBe("unknown");
    expect(missing).toContain("enrollment.appliedOn");
  });

  it.each([
    ["of a wrong type", { "company.country": () => "Sweden" }, "company.country", /capitals/],
    [
      "null where that says nothing",
      { "company.country": () => null },
      "company.country",
      /country in capitals/,
    ],
    [
      "an object with a key too many",
      { "support.plan": () => ({ typ: "ASfP" }) },
      "support.plan",
      /mean "type"/,
    ],
    [
      "that contradicts the profile",
      { "support.plan.endsOn": () => "2019-01-01" },
      "support.plan.endsOn",
      /before it was bought/,
    ],
  ])("because its value is %s is treated like a rejection", async (_, facts, fact, message) => {
    const profile =
      fact === "support.plan.endsOn" ? { support: { plan: { purchasedOn: "2020-01-01" } } } : {};
    const report = await evaluate(profile, { ...remain, facts });
    expect(report.factErrors).toEqual([{ fact, message: expect.stringMatching(message) }]);
    const { factErrors: _errors, ...rest } = report;
    expect(rest).toStrictEqual(await evaluate(profile, remain));
  });

  it("hides no other finding", async () => {
    const facts = { "company.country": () => Promise.reject(new Error("x")) };
    const { counts } = await evaluate({ support: { firstLevel: true } }, { ...remain, facts });
    expect(counts).toMatchObject({ met: 1, unknown: 5 });
  });
});

const { creditCheck: _, ...goodProfileWithoutCredit } = goodProfile;

describe("the option facts", () => {
  it.each<[string, unknown, string, RegExp]>([
    [
      "an unknown fact",
      { "company.contry": () => "SE" },
      "facts.company.contry",
      /mean "company.country"/,
    ],
    [
      "a derived fact",
      { "support.plan.owned": () => true },
      "facts.support.plan.owned",
      /Unknown key/,
    ],
    ["the day", { asOf: () => asOf }, "facts.asOf", /Unknown key/],
    [
      "a value in place of a function",
      { "company.country": "SE" },
      "facts.company.country",
      /function/,
    ],
  ])("refuses %s", async (_name, facts, path, message) => {
    const error = await rejection(evaluate({}, { asOf, facts } as never));
    expect(error).toBeInstanceOf(InvalidOptionsError);
    expect(error).toMatchObject({ issues: [{ path, message: expect.stringMatching(message) }] });
  });
});

it("a look-up that ends in one of our errors says each problem, on one line", async () => {
  const facts = {
    "support.firstLevel": (): never => {
      throw new InvalidProfileError([
        { path: "a", message: "First", code: "rejected", values: {} },
        { path: "b", message: "Second", code: "rejected", values: {} },
      ]);
    },
  };
  const { factErrors } = await evaluate({}, { asOf, facts });
  expect(factErrors).toEqual([{ fact: "support.firstLevel", message: "a: First; b: Second" }]);
});

const unreadable = Object.defineProperty(new Error("x"), "message", {
  get() {
    throw new Error("y");
  },
});

it.each([
  ["an object without a prototype", Object.create(null) as unknown],
  ["an error whose message cannot be read", unreadable],
  ["an object without a message", {}],
])("a look-up that rejects with %s costs no more than its fact", async (_name, reason) => {
  // oxlint-disable-next-line prefer-promise-reject-errors -- anything can be thrown
  const facts = { "support.firstLevel": () => Promise.reject(reason) };
  const { factErrors } = await evaluate({}, { asOf, facts });
  expect(factErrors).toEqual([
    { fact: "support.firstLevel", message: "Rejected with a value that has no text" },
  ]);
});

describe("a signal", () => {
  const never = () => new Promise<never>(() => undefined);
  const asked = { "support.firstLevel": never, "company.country": async () => "SE" };

  it("ends the wait: what has not answered is unknown, with the reason; the rest counts", async () => {
    const signal = AbortSignal.timeout(20);
    const report = await evaluate({}, { asOf, track: "remain", facts: asked, signal });
    expect(report.factErrors).toEqual([
      { fact: "support.firstLevel", message: expect.stringMatching(/timeout/) },
    ]);
    const { missingFacts } = report;
    expect(missingFacts.map(({ fact }) => fact)).not.toContain("company.country");
  });

  it("that has aborted before asks nothing", async () => {
    const lookUp = vi.fn(never);
    const options = { asOf, track: "remain", facts: { "support.firstLevel": lookUp } } as const;
    const { factErrors } = await evaluate({}, { ...options, signal: AbortSignal.abort("stop") });
    expect(lookUp).not.toHaveBeenCalled();
    expect(factErrors).toEqual([{ fact: "support.firstLevel", message: "stop" }]);
  });

  it("is handed to each look-up, and let go of afterwards", async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    const lookUp = vi.fn(async () => true);
    await evaluate({}, { asOf, facts: { "support.firstLevel": lookUp }, signal });
    expect(lookUp).toHaveBeenCalledWith({}, { signal });
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });

  it("that a look-up aborts itself ends the wait, too", async () => {
    const controller = new AbortController();
    const facts = {
      "support.firstLevel": () => {
        controller.abort("enough");
        return never();
      },
      "company.country": async () => "SE",
    };
    const { factErrors } = await evaluate({}, { asOf, facts, signal: controller.signal });
    expect(factErrors?.map(({ message }) => message)).toContain("enough");
  });

  it.each([undefined, null])("that aborts with %s gives a reason all the same", async (reason) => {
    const signal = { aborted: true, reason, addEventListener() {}, removeEventListener() {} };
    const { factErrors } = await evaluate({}, { asOf, facts: asked, signal });
    expect(factErrors?.[0]?.message).toBe("Rejected without a reason");
  });

  it("is listened to once, however many look-ups there are", async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const fields = statedFactIds.filter((id) => id !== "support.plan");
    const facts = Object.fromEntries(fields.map((id) => [id, async () => undefined]));
    await evaluate({}, { asOf: "2026-03-01", facts, signal });
    expect(added).toHaveBeenCalledTimes(1);
  });

  it("does not hide what a look-up throws at once", async () => {
    const facts = {
      "support.firstLevel": (): never => {
        throw new Error("broken");
      },
    };
    const { signal } = new AbortController();
    const { factErrors } = await evaluate({}, { asOf, facts, signal });
    expect(factErrors).toEqual([{ fact: "support.firstLevel", message: "broken" }]);
  });

  it.each([
    ["yes"],
    [null],
    [{ aborted: false }],
    [{ addEventListener() {} }],
    [{ aborted: false, addEventListener: 1, removeEventListener: 1 }],
    [{ aborted: false, addEventListener() {}, removeEventListener: 1 }],
    [{ aborted: false, addEventListener: 1, removeEventListener() {} }],
    [{ addEventListener() {}, removeEventListener() {} }],
  ])("is refused if it is not one (%j)", async (signal) => {
    const error = await rejection(evaluate({}, { asOf, signal: signal as never }));
    expect(error.message).toBe("Invalid options: signal: Expected an AbortSignal");
  });

  it("is for look-ups: evaluateSync says so", () => {
    const facts = { "support.firstLevel": () => true };
    expect(() => evaluateSync({}, { asOf, facts } as never)).toThrow(
      'Invalid options: facts: Unknown key "facts": evaluate and evaluateMany look up facts',
    );
  });
});

it("a look-up that fails leaves open what its absence would answer", async () => {
  const facts = { "transition.directBillStatus": () => Promise.reject(new Error("no answer")) };
  const options = { asOf: "2026-03-01", track: "remain" } as const;
  const profile = { ...goodIn2025, transition: {} };
  const status = (report: Report): string =>
    report.findings.find(({ ruleId }) => ruleId === "tenant-status")!.status;
  expect(status(await evaluate(profile, options))).toBe("not-applicable");
  expect(status(await evaluate(profile, { ...options, facts }))).toBe("unknown");
});
