import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  InvalidProfileError,
  type PartnerProfile,
  evaluate,
  evaluateSync,
  facts,
  partnerProfileSchema,
} from "../../src/index.ts";
import { statedFactIds } from "../../src/facts/fact-table.ts";
import { readLeniently } from "../../src/profile/read-leniently.ts";
import { ownShape } from "../../src/profile/read-profile.ts";
import { withValueAt } from "../../src/profile/with-value-at.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { anyDay, completeProfile, partialProfile, without } from "../generate/profiles.ts";
import { goodIn2025 } from "../profiles.ts";
import { runs } from "../runs.ts";
import { valueAt } from "../value-at.ts";

const asOf = "2026-03-01";
const lenient = { asOf, track: "remain", onInvalid: "unknown" } as const;

const ignoredIn = (profile: unknown): string[] | undefined =>
  evaluateSync(profile, lenient).ignored?.map(({ path }) => path);
const statusOf = (profile: unknown, ruleId: string): string =>
  evaluateSync(profile, lenient).findings.find((finding) => finding.ruleId === ruleId)!.status;

describe("with onInvalid: unknown", () => {
  it("a valid profile gives the usual report, without ignored", () => {
    const { onInvalid: _, ...strict } = lenient;
    expect(evaluateSync(goodIn2025, lenient)).toStrictEqual(evaluateSync(goodIn2025, strict));
    expect(evaluateSync(goodIn2025, lenient)).not.toHaveProperty("ignored");
  });

  it("a half-typed field costs only the rules that read it", () => {
    const typed = withValueAt(goodIn2025, "security.adminAccounts", "5");
    const { ignored, findings, missingFacts } = evaluateSync(typed as unknown, lenient);
    expect(ignored).toEqual([
      expect.objectContaining({ path: "security.adminAccounts", code: "wrong-type" }),
    ]);
    expect(missingFacts).toEqual([{ fact: "security.adminAccounts", neededBy: ["security-mfa"] }]);
    const open = findings.filter(({ status }) => status === "unknown");
    expect(open.map(({ ruleId }) => ruleId)).toEqual(["security-mfa"]);
  });

  it("a malformed item makes the whole list unknown: the rest of it says something else", () => {
    const locationIds = [
      { id: "4000001", country: "SE", active: true },
      { id: "4000001", country: "SE", active: false },
    ];
    const twice = withValueAt(goodIn2025, "membership.locationIds", locationIds);
    expect(ignoredIn(twice)).toEqual(["membership.locationIds.1"]);
    expect(statusOf(twice, "partner-id")).toBe("unknown");
    const half = withValueAt(goodIn2025, "membership.locationIds", [
      { id: "4000001", contry: "SE" },
    ]);
    expect(statusOf(half, "partner-id")).toBe("unknown");
  });

  it("both sides of a contradiction are unknown", () => {
    const profile = withValueAt(goodIn2025, "security", {
      ...goodIn2025.security,
      alerts: 0,
      alertResponseHours: 30,
    });
    expect(ignoredIn(profile)).toEqual(["security.alertResponseHours"]);
    expect(statusOf(profile, "security-alert-response")).toBe("unknown");
  });

  it("a misspelled key may mean any field that its group lacks", () => {
    // Absent counts as active here, and as not started: a typing error must not.
    const moved = withValueAt(goodIn2025, "transition", { directBillStatsu: "suspended" });
    expect(statusOf(moved, "tenant-status")).toBe("unknown");
    const unmoved = withValueAt(goodIn2025, "transition", undefined);
    expect(statusOf({ ...unmoved, transitoin: {} }, "tenant-status")).toBe("unknown");
    const { findings } = evaluateSync({ creditCheck: { statsu: "passed" } } as unknown, {
      ...lenient,
      track: "enroll",
    });
    const credit = findings.find(({ ruleId }) => ruleId === "credit-check")!;
    expect(credit.status).toBe("unknown");
  });

  it("a key of the host beside the groups costs nothing, but is named", () => {
    const { findings } = evaluateSync(goodIn2025, { asOf, track: "remain" });
    for (const foreign of [
      { crmNumber: 4711 },
      { "Notes, internal": "a" },
      { vip: true },
      { zz: null },
    ]) {
      const report = evaluateSync({ ...goodIn2025, ...foreign } as unknown, lenient);
      expect(report.findings).toEqual(findings);
      expect(report.ignored?.map(({ code }) => code)).toEqual(["unknown-key"]);
    }
  });

  it.each([
    { status: "suspended" },
    { directBillStatsu: "suspended" },
    { "transition.directBillStatus": "suspended" },
    { transitoin: "suspended" },
    { house: { directBillStatus: "suspended" } },
    { transition_directBillStatus: "suspended" },
    { "transition[directBillStatus]": "suspended" },
    { transitionDirectBillStatus: "suspended" },
    { "direct-bill-status": "suspended" },
    { tenant: { ...goodIn2025.tenant, directBillStatus: "suspended" } },
    { support: { ...goodIn2025.support, details: { directBillStatus: "suspended" } } },
  ])("a key that may be a field, misspelled or misplaced, is not a key of the host: %j", (more) => {
    const { transition: _, ...rest } = goodIn2025 as PartnerProfile;
    expect(statusOf({ ...rest, ...more }, "tenant-status")).toBe("unknown");
  });

  it.each<[string, unknown, string[]]>([
    ["a malformed field", { security: { alerts: "1" } }, ["security.alerts"]],
    [
      "a malformed item",
      { membership: { locationIds: [{ id: "4000001", country: "SE", active: 1 }] } },
      ["membership.locationIds"],
    ],
    [
      "an item with something else in it",
      { membership: { locationIds: [{ id: "4000001", country: "SE", active: true, note: 1 }] } },
      ["membership.locationIds"],
    ],
    ["a misspelled key", { creditCheck: { statsu: "passed" } }, ["creditCheck"]],
    ["one in a group of a group", { support: { plan: { typ: "ASfP" } } }, ["support.plan"]],
    ["a key of a group that is like no other", { support: { crm: 4711 } }, ["support"]],
    ["a key that is in another group", { tenant: { directBillStatus: "active" } }, [""]],
    ["one in a group of a group", { support: { plan: { managedServices: 1 } } }, [""]],
    ["a group that is like no other", { zz: {} }, [""]],
    ["a list", { zz: [] }, [""]],
    ["one in a group", { support: { zz: {} } }, [""]],
    ["a short key that is misspelled", { typ: "ASfP" }, [""]],
    ["a key with a word of ours", { "zzzzzz-enrolment": 1 }, [""]],
    ["one in another case", { zzzzzzPlan: 1 }, [""]],
    ["one in capitals", { zzzzzz_PLAN: 1 }, [""]],
    ["a key of which only a short word is near one of ours", { zzzzzzLan: 1 }, []],
    ["a key of the host", { zz: 1 }, []],
    ["a key of the host that is null", { zz: null }, []],
    ["a number as a key", { 4711: 1 }, []],
  ])("%s may be what is not stated: %j", (_, profile, unknownAt) => {
    expect(readLeniently(profile, ownShape).unknownAt).toEqual(unknownAt);
  });

  it("what a malformed day decides is unknown", () => {
    const profile = { creditCheck: { status: "passed", notifiedOn: "2025-10" } };
    const { findings } = evaluateSync(profile as unknown, { ...lenient, track: "enroll" });
    expect(findings.find(({ ruleId }) => ruleId === "credit-check")!.status).toBe("unknown");
  });

  it.each([["text"], [null], [undefined], [[]], [new Date(0)]])("%s is still refused", (input) => {
    expect(() => evaluateSync(input as unknown, lenient)).toThrow(InvalidProfileError);
  });

  it("changes nothing, and lists each problem once", () => {
    const profile = Object.freeze({ company: Object.freeze({ country: "se", contry: "SE" }) });
    expect(ignoredIn(profile)).toEqual(["company.country", "company.contry"]);
  });

  it("goes with look-ups, which may supply what was malformed", async () => {
    const profile = withValueAt(goodIn2025, "security.adminAccounts", "5") as unknown;
    const accounts = { "security.adminAccounts": () => 4 };
    const { ignored, findings } = await evaluate(profile, { ...lenient, facts: accounts });
    expect(ignored).toHaveLength(1);
    expect(findings.find(({ ruleId }) => ruleId === "security-mfa")!.status).toBe("met");
  });
});

const malformed = Symbol("malformed");
const fields = facts.filter(({ id, question }) => question !== undefined && id !== "support.plan");

/** The statuses of a report by rule. */
function statusesOf(profile: unknown, track: (typeof tracks)[number], day: string): string[] {
  const options = { asOf: day, track, onInvalid: "unknown" } as const;
  return evaluateSync(profile, options).findings.map(({ status }) => status);
}

/** Expects of what is decided in spite of damage that each reading decides the same; returns how much. */
function expectToHold(
  damaged: object,
  readings: readonly object[],
  track: (typeof tracks)[number],
  day: string,
): number {
  const statuses = statusesOf(damaged, track, day);
  let decided = 0;
  for (const reading of readings) {
    const options = { asOf: day, track, onInvalid: "unknown" } as const;
    const report = evaluateSync(reading as unknown, options);
    // A value that contradicts the rest could not have been meant.
    if (report.ignored !== undefined) continue;
    for (const [index, { status, ruleId }] of report.findings.entries()) {
      if (statuses[index] === "unknown") continue;
      // What is not due may turn out to be met: that is so for any knowledge.
      if (statuses[index] === "not-due" && status === "met") continue;
      decided += 1;
      expect(statuses[index], ruleId).toBe(status);
    }
  }
  return decided;
}

/** A key as a hand slips: a letter is missing or doubled, or two are swapped. */
function misspelled(key: string, slip: number): string {
  const place = 1 + (slip % Math.max(1, key.length - 2));
  const [before, letter, next] = [key.slice(0, place), key[place]!, key[place + 1]!];
  if (slip % 3 === 0) return before + key.slice(place + 1);
  if (slip % 3 === 1 && next !== undefined && letter !== next)
    return before + next + letter + key.slice(place + 2);
  return before + letter + key.slice(place);
}

/** A copy in which one of the keys on the way to a fact is misspelled. */
function withMisspelled(profile: object, id: string, slip: number): object {
  const [key, ...rest] = id.split(".") as [string, ...string[]];
  const { [key]: inner, ...others } = profile as Record<string, object>;
  if (rest.length === 0 || slip % 4 === 0) return { ...others, [misspelled(key, slip)]: inner };
  return { ...others, [key]: withMisspelled(inner!, rest.join("."), slip) };
}

describe("a malformed field could be anything", () => {
  const ids = fc.constantFrom(...fields.map(({ id }) => id));
  const question = fc.tuple(fc.constantFrom(...tracks), anyDay);

  it("so that no status but unknown depends on it", () => {
    let decided = 0;
    fc.assert(
      fc.property(partialProfile, completeProfile, ids, question, (profile, other, id, asked) => {
        if (id.startsWith("support.plan") && !profile.support?.plan) return;
        const readings = [
          without(profile, new Set([id])),
          withValueAt(profile, id, valueAt(other, id)),
        ];
        decided += expectToHold(withValueAt(profile, id, malformed), readings, ...asked);
      }),
      { numRuns: runs(2000) },
    );
    expect(decided).toBeGreaterThan(runs(10_000));
  });

  it("and so could one with a misspelled key, wherever it is", () => {
    let decided = 0;
    fc.assert(
      fc.property(partialProfile, ids, question, fc.nat(1000), (profile, id, asked, slip) => {
        if (valueAt(profile, id) === undefined) return;
        const damaged = withMisspelled(profile, id, slip);
        decided += expectToHold(damaged, [profile], ...asked);
        const [track, day] = asked;
        const { ignored } = evaluateSync(damaged as unknown, { ...lenient, asOf: day, track });
        expect(ignored?.map(({ code }) => code)).toContain("unknown-key");
      }),
      { numRuns: runs(2000) },
    );
    expect(decided).toBeGreaterThan(runs(5000));
  });

  it("whatever is malformed, there is a report, and what is ignored is named", () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.constant(malformed),
      fc.bigInt(),
      fc.func(fc.nat()),
    );
    const spoiled = fc.tuple(
      partialProfile,
      fc.array(fc.tuple(fc.constantFrom(...statedFactIds), anything), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(spoiled, ([profile, spoils]) => {
        const copy = spoils.reduce<object>(
          (known, [id, value]) => withValueAt(known as PartnerProfile, id, value),
          profile,
        );
        const report = evaluateSync(copy as unknown, lenient);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        // What was refused strictly is named, and all that is named lies where something was spoiled.
        const isRefused = !partnerProfileSchema.safeParse(copy).success;
        expect(report.ignored !== undefined).toBe(isRefused);
        for (const { path } of report.ignored ?? []) {
          const group = path.slice(0, path.lastIndexOf("."));
          expect(spoils.some(([id]) => path.startsWith(id) || id.startsWith(group))).toBe(true);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
