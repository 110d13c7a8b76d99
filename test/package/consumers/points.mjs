// What hosts rely on, from the packed package in plain Node.js.
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { createInterface } from "node:readline";

import {
  InvalidOptionsError,
  InvalidProfileError,
  InvalidReportError,
  compareReports,
  evaluate,
  evaluateMany,
  evaluateSync,
  facts,
  factsFor,
  mergeSummaries,
  profileFrom,
  reportSchema,
  rules,
  summarize,
} from "csp-direct-bill-rules";
import { toCsv, toJUnit, toMarkdown, toText } from "csp-direct-bill-rules/format";
import { reportSchema as fromSchema } from "csp-direct-bill-rules/schema";
import * as sync from "csp-direct-bill-rules/sync";

const options = { asOf: "2020-09-02", track: "remain" };

// One copy of everything across the entries.
assert.equal(sync.facts, facts);
assert.equal(fromSchema, reportSchema);
assert.equal(sync.InvalidProfileError, InvalidProfileError);

// A catalogue of facts, and the form of a track.
assert.equal(
  facts.find(({ id }) => id === "support.plan").nullMeans,
  "The company owns no support plan.",
);
assert.ok(
  factsFor({ asOf: "2026-03-01", track: "enroll" }).some(
    ({ id }) => id === "enrollment.eligibility",
  ),
);

// Profiles from flat and untidy data.
assert.deepEqual(profileFrom({ "support.firstLevel": true, "support.plan.type": "" }), {
  support: { firstLevel: true },
});
assert.throws(() => profileFrom({ "support.firstLevl": true }), InvalidProfileError);
const half = evaluateSync({ support: { firstLevel: "y" } }, { ...options, onInvalid: "unknown" });
assert.deepEqual(
  half.ignored.map(({ path, code }) => [path, code]),
  [["support.firstLevel", "wrong-type"]],
);

// Own facts.
const hostFacts = [{ id: "host.vip", type: "boolean", label: "Important customer" }];
const vip = {
  ...rules.find(
    ({ id, tracks }) =>
      id === "first-level-support" && tracks.length === 1 && tracks[0] === "remain",
  ),
  id: "vip",
  conditions: { all: [{ fact: "host.vip", operator: "equal", value: true }] },
  dueWhen: undefined,
  messages: { met: "Yes.", unmet: "No.", unknown: "Who knows?" },
  variants: undefined,
};
const own = { ...options, rules: [...rules, vip], hostFacts };
assert.equal(evaluateSync({ host: { vip: true } }, own).findings.at(-1).status, "met");
assert.deepEqual(
  await evaluate({ host: { vip: false } }, own),
  evaluateSync({ host: { vip: false } }, own),
);
assert.throws(() => evaluateSync({ host: { vip: true } }, options), InvalidProfileError);

// Portfolios that arrive line by line, with look-ups.
const lines = createInterface({
  input: Readable.from(['{"id":"1"}\n', "{broken\n", '{"id":"2","x":1}\n']),
});
const lookups = { "support.firstLevel": async () => true };
const results = [];
for await (const result of evaluateMany(lines, { ...options, facts: lookups }))
  results.push(result);
assert.deepEqual(
  results.map(({ ok, profileId }) => [ok, profileId]),
  [
    [true, "1"],
    [false, undefined],
    [false, "2"],
  ],
);
assert.equal(results[0].report.counts.met, 1);
assert.equal(mergeSummaries(summarize(results), summarize(results)).invalid, 4);
assert.throws(() => evaluateMany(undefined, options), InvalidOptionsError);

// A time limit for look-ups.
const hanging = {
  "support.firstLevel": () => new Promise((resolve) => setTimeout(resolve, 200)),
};
const late = await evaluate({}, { ...options, facts: hanging, signal: AbortSignal.timeout(10) });
assert.equal(late.factErrors[0].fact, "support.firstLevel");

// Reports that last.
const report = evaluateSync({}, options);
assert.match(report.package, /^\d/);
assert.match(report.rulesVersion, /^[0-9a-z]+$/);
const lean = evaluateSync({}, { ...options, detail: "lean" });
for (const one of [report, lean])
  assert.deepEqual(reportSchema.parse(JSON.parse(JSON.stringify(one))), one);
assert.ok(JSON.stringify(lean).length < JSON.stringify(report).length / 2);
assert.throws(
  () => compareReports(report, evaluateSync({}, { asOf: options.asOf })),
  InvalidReportError,
);
assert.deepEqual(
  compareReports(report, evaluateSync({ support: { firstLevel: true } }, options)).facts,
  [{ fact: "support.firstLevel", after: true }],
);

// Reports that people read.
assert.match(toText(report), /^undetermined: /);
assert.match(toMarkdown(report), /^# undetermined/);
assert.match(toJUnit(report), /^<\?xml/);
assert.match(toCsv(results), /^index,profileId,/);

// Looking ahead, from both entries, as text and Markdown.
const start = { support: { plan: null }, enrollment: { application: "not-started" } };
for (const { bounds, plan, questions, timeline } of [await import("csp-direct-bill-rules"), sync]) {
  const asked = questions({}, options);
  assert.equal(asked[0].answers[1].outcome, "ineligible");
  assert.deepEqual(bounds({ support: { firstLevel: false } }, options), {
    best: "ineligible",
    worst: "ineligible",
    exact: true,
  });
  const way = plan(start, { asOf: "2020-09-02" });
  assert.equal(way.earliest, "2020-09-03");
  for (const outlook of [asked, way, timeline({}, { from: "2020-09-02" })]) {
    assert.match(toText(outlook), /\n$/);
    assert.match(toMarkdown(outlook), /^# /);
  }
}
assert.equal(
  evaluateSync({}, { asOf: "2020-10-26", track: "remain", nextChange: true }).nextChange.from,
  "2020-10-27",
);
