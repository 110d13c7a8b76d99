import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type EvaluateOptions,
  type HostFact,
  type PartnerProfile,
  type Rule,
  type Span,
  type TimelineOptions,
  type Track,
  decide,
  editions,
  evaluateSync,
  rules,
  timeline,
} from "../../src/index.ts";
import { readFor } from "../../src/answer.ts";
import { dayAfter } from "../../src/facts/calendar.ts";
import { factsOfProfile } from "../../src/facts/facts.ts";
import { statusesOf } from "../../src/foresight/verdict.ts";
import { parseEvaluateOptions } from "../../src/options/options.ts";
import { questionOn } from "../../src/rules/question.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { houseRule } from "../house-rule.ts";
import { completeProfile, partialProfile } from "../generate/profiles.ts";
import { runs } from "../runs.ts";

/** The spans by asking about every day, without what made the difference. */
function scan(
  profile: unknown,
  { from, until, ...options }: TimelineOptions<string> & { until: string },
): Omit<Span<string>, "changes">[] {
  const ask = questionOn({ ...parseEvaluateOptions({ ...options, asOf: from }) });
  const read = readFor(ask(from), profile);
  const spans: Omit<Span<string>, "changes">[] = [];
  let key = "";
  for (let day = from; day < until; day = dayAfter(day)) {
    const question = ask(day);
    const facts = factsOfProfile(question, { ...read, stated: read.stated.slice() });
    const statuses = statusesOf(question.set, facts);
    const edition = options.edition ?? editions.findLast((one) => one.from <= day)!.id;
    const now = `${edition} ${question.set.rules.length} ${statuses.join(" ")}`;
    if (now === key) continue;
    key = now;
    if (spans.length > 0) spans.at(-1)!.until = day;
    const said = decide(profile as unknown, { ...options, asOf: day } as EvaluateOptions<string>);
    spans.push({ from: day, edition, outcome: said.outcome, statuses: said.statuses });
  }
  spans.at(-1)!.until = until;
  return spans;
}

function withoutReasons(spans: readonly Span<string>[]): Omit<Span<string>, "changes">[] {
  return spans.map(({ from, until, edition, outcome, statuses }) => ({
    from,
    edition,
    outcome,
    statuses,
    ...(until !== undefined && { until }),
  }));
}

describe("decide", () => {
  it("says what the report says, of everything", () => {
    fc.assert(
      fc.property(
        fc.oneof(partialProfile, completeProfile),
        fc.constantFrom(...tracks),
        fc.constantFrom(
          "2018-08-31",
          "2020-10-27",
          "2021-04-15",
          "2023-01-01",
          "2025-10-01",
          "2026-03-01",
        ),
        (profile, track, asOf) => {
          const { outcome, findings } = evaluateSync(profile, { asOf, track });
          expect(decide(profile, { asOf, track })).toEqual({
            outcome,
            statuses: Object.fromEntries(findings.map(({ ruleId, status }) => [ruleId, status])),
          });
        },
      ),
      { numRuns: runs(2000) },
    );
  });
});

const anyOtherDay = fc.oneof(
  fc.constantFrom("2019-02-28", "2020-02-29", "2020-12-31", "2021-01-01", "2021-01-31"),
  fc.constantFrom("2022-02-28", "2024-02-29", "2025-09-30", "2025-10-01", "2025-10-31"),
  fc
    .date({ min: new Date("2017-01-01"), max: new Date("2028-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);

/** The same profile with other days, in the order of its own, so that it stays one that can be true. */
const withOtherDays = fc
  .tuple(
    fc.oneof(partialProfile, completeProfile),
    fc.array(anyOtherDay, { minLength: 15, maxLength: 15 }),
  )
  .map(([profile, days]) => {
    const text = JSON.stringify(profile);
    const inOrder = days.toSorted();
    const own = [...new Set(text.match(/\d{4}-\d\d-\d\d/g))].toSorted();
    const other = (day: string): string => inOrder[own.indexOf(day)]!;
    return JSON.parse(text.replaceAll(/\d{4}-\d\d-\d\d/g, other)) as PartnerProfile;
  });

/** Counts in place of many timings: how many timelines, and how many turns in them. */
const seen = { timelines: 0, turns: 0 };

function expectExact(profile: unknown, options: TimelineOptions<string> & { until: string }): void {
  const { spans } = timeline(profile as unknown, options);
  const days = scan(profile, options);
  // Compared as text first: a deep comparison of all would take longer than all the rest.
  if (JSON.stringify(withoutReasons(spans)) !== JSON.stringify(days))
    expect(withoutReasons(spans)).toEqual(days);
  seen.timelines += 1;
  seen.turns += spans.length - 1;
}

describe("a timeline equals asking on every day", () => {
  const sixYears = fc.constantFrom(
    { from: "2018-08-31", until: "2024-09-01" },
    { from: "2020-12-15", until: "2027-01-10" },
  );
  const numRuns = runs(1000);

  it("of six years, for generated profiles", () => {
    fc.assert(
      fc.property(
        fc.oneof(partialProfile, completeProfile),
        fc.constantFrom<Track>(...tracks),
        sixYears,
        (profile, track, days) => expectExact(profile, { ...days, track }),
      ),
      { numRuns },
    );
  });

  it("with any days in the profile", () => {
    fc.assert(
      fc.property(
        withOtherDays,
        fc.constantFrom<Track>(...tracks),
        sixYears,
        (profile, track, days) => expectExact(profile, { ...days, track }),
      ),
      { numRuns },
    );
  });

  it("with a malformed day, of which all that follows is unknown", () => {
    const damaged = withOtherDays.map((profile) => ({
      ...profile,
      support: { ...profile.support, plan: { ...profile.support?.plan, purchasedOn: "soon" } },
    }));
    fc.assert(
      fc.property(damaged, fc.constantFrom<Track>(...tracks), (profile, track) =>
        expectExact(profile, {
          from: "2020-06-01",
          until: "2021-06-01",
          track,
          onInvalid: "unknown",
        }),
      ),
      { numRuns: runs(30) },
    );
  });

  it("under one edition all the time", () => {
    const edition = fc.constantFrom(...editions.map(({ id }) => id));
    fc.assert(
      fc.property(withOtherDays, fc.constantFrom<Track>(...tracks), edition, (profile, track, id) =>
        expectExact(profile, {
          from: "2020-01-01",
          until: "2022-01-01",
          track,
          edition: id,
        }),
      ),
      { numRuns: Math.ceil(numRuns / 5) },
    );
  });

  it("with rules and facts of the host, dated and counting months", () => {
    const hostFacts: HostFact[] = [{ id: "host.signedOn", type: "date", label: "Signed" }];
    const isSigned = {
      all: [{ fact: "host.signedOn", operator: "onOrBefore", value: { fact: "asOf" } }],
    } as const satisfies Rule["conditions"];
    const mine = (id: string, change: Partial<Rule<string>>): Rule<string> =>
      houseRule(isSigned, { id, ...change });
    const own = [
      mine("signed", { from: "2020-03-01", until: "2021-07-15" }),
      mine("signed-later", {
        conditions: {
          all: [{ fact: "asOf", operator: "later", value: { fact: "host.signedOn" } }],
        },
      }),
      mine("half-a-year", {
        conditions: {
          not: { fact: "indirectReseller.months", operator: "greaterThan", value: 5.5 },
        },
      }),
      mine("on-the-day", {
        conditions: { any: [{ fact: "asOf", operator: "equal", value: "2021-02-03" }] },
      }),
    ];
    const signed = fc
      .tuple(withOtherDays, fc.constantFrom("2019-12-31", "2020-02-29", "2021-07-15", "2022-01-01"))
      .map(([profile, signedOn]) => ({ ...(profile as object), host: { signedOn } }));
    fc.assert(
      fc.property(signed, (profile) =>
        expectExact(profile, {
          from: "2019-06-01",
          until: "2022-06-01",
          track: "remain",
          rules: [...rules, ...own],
          hostFacts,
        }),
      ),
      { numRuns: runs(40) },
    );
  });

  it("which is worth saying only of many turns", () => {
    console.log(`${seen.timelines} timelines with ${seen.turns} turns equal a daily scan`);
    expect(seen.turns).toBeGreaterThan(seen.timelines);
  });
});

describe("a timeline without an end", () => {
  it("ends with the last change: nothing is different years later", () => {
    fc.assert(
      fc.property(withOtherDays, fc.constantFrom<Track>(...tracks), (profile, track) => {
        const { spans } = timeline(profile, { from: "2020-01-01", track });
        const last = spans.at(-1)!;
        expect(last).not.toHaveProperty("until");
        for (const year of ["2031", "2040", "2099"]) {
          const later = decide(profile, { asOf: `${year}-03-14`, track });
          expect(later).toEqual({ outcome: last.outcome, statuses: last.statuses });
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("a timeline tells what happens if nothing is done", () => {
  it("a reason for each change", () => {
    fc.assert(
      fc.property(withOtherDays, fc.constantFrom<Track>(...tracks), (profile, track) => {
        const { spans } = timeline(profile, { from: "2018-09-01", track });
        for (const { from, changes } of spans)
          for (const { ruleId, because } of changes)
            expect(because, `${ruleId} on ${from}`).not.toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});
