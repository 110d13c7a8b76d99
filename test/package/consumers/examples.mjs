// The applications of docs/examples, from the packed package.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import profileSchema from "csp-direct-bill-rules/schemas/partner-profile.json" with { type: "json" };
import { evaluateSync, timeline } from "csp-direct-bill-rules/sync";
import { evaluateFile } from "./node_modules/csp-direct-bill-rules/docs/examples/nightly.mjs";
import { evaluateAtHome } from "./node_modules/csp-direct-bill-rules/docs/examples/own-rules.mjs";
import { createServer } from "./node_modules/csp-direct-bill-rules/docs/examples/server.mjs";
import {
  translateIssues,
  translateReport,
} from "./node_modules/csp-direct-bill-rules/docs/examples/translate.mjs";

const options = { asOf: "2020-09-02", track: "remain" };

// A server: what is malformed is refused, what is unknown stays so, and changes are told.
const server = createServer({ profileSchema });
const put = async (payload, asOf = "2020-09-02") =>
  server.inject({ method: "PUT", url: `/companies/7?asOf=${asOf}`, payload });
assert.equal((await put({ contry: "SE" })).statusCode, 400);
assert.equal((await put({ support: { firstLevel: null } })).statusCode, 400);
assert.equal((await put({ support: { plan: "" } })).statusCode, 400);
const contradictory = await put({ security: { adminAccounts: 1, adminAccountsWithMfa: 2 } });
assert.equal(contradictory.statusCode, 400);
assert.equal(contradictory.json().issues[0].code, "contradiction");
assert.equal((await put({}, "never")).statusCode, 400);
const first = (
  await put({
    support: { plan: { type: "PSfP", purchasedOn: "2019-12-01", endsOn: "2020-11-30" } },
  })
).json();
assert.equal(first.report.profileId, "7");
assert.equal(first.report.detail, "lean");
const second = (
  await put(
    { support: { plan: { type: "PSfP", purchasedOn: "2019-12-01", endsOn: "2020-11-30" } } },
    "2020-12-01",
  )
).json();
assert.deepEqual(
  second.changes.rules
    .filter(({ changed }) => changed)
    .map(({ ruleId, before, after }) => [ruleId, before, after]),
  [
    ["ttm-revenue", undefined, "not-due"],
    ["support-plan", "met", "unmet"],
  ],
);
const broken = createServer({ profileSchema, reports: new Map([["7", "{}"]]) });
const refused = await broken.inject({
  method: "PUT",
  url: "/companies/7?asOf=2020-09-02",
  payload: {},
});
assert.deepEqual([refused.statusCode, refused.json()], [500, { message: "Internal error" }]);
await broken.close();
await server.close();

// A nightly run: a broken line is a row, not the end.
const folder = mkdtempSync(join(tmpdir(), "nightly-"));
const [input, output] = [join(folder, "in.ndjson"), join(folder, "out.csv")];
writeFileSync(
  input,
  '{"id":"a","support":{"plan":null}}\n{broken\n{"id":"b","oops":1}\n{"id":"c"}\n',
);
const summary = await evaluateFile(input, output, options);
assert.deepEqual([summary.profiles, summary.invalid, summary.outcomes.ineligible], [4, 2, 1]);
const rows = readFileSync(output, "utf8").trimEnd().split("\r\n");
assert.equal(rows.length, 5);
assert.match(rows[1], /^0,a,remain,2020-09-02,2018-08-31,ineligible,/);
assert.match(rows[3], /^2,b,.*Unknown key/);

writeFileSync(input, "");
assert.equal((await evaluateFile(input, output, options)).profiles, 0);
assert.match(readFileSync(output, "utf8"), /^index,profileId,[^\n]*\r\n$/);
await assert.rejects(evaluateFile(join(folder, "none.ndjson"), output, options), {
  code: "ENOENT",
});
await assert.rejects(evaluateFile(input, join(folder, "none", "out.csv"), options), {
  code: "ENOENT",
});

// Own rules about own facts.
const home = evaluateAtHome({ host: { accountManager: false } }, options).findings.at(-1);
assert.deepEqual([home.status, home.origin], ["unmet", "host"]);

// Another language.
const report = evaluateSync({ support: { firstLevel: true } }, options);
const { id } = report.findings.find(({ ruleId }) => ruleId === "first-level-support").text;
const swedish = translateReport(report, { locale: "sv", texts: { [id]: "Supporten finns." } });
assert.ok(swedish.findings.some(({ message }) => message === "Supporten finns."));
try {
  evaluateSync({ services: { ipServices: -1 } }, options);
} catch (error) {
  const codes = { "too-small": "Minst {minimum}" };
  assert.deepEqual(translateIssues(error, { locale: "sv", codes }), [
    { path: "services.ipServices", text: "Minst 0" },
  ]);
}

// When does it change, if nothing is done?
const plan = { type: "PSfP", purchasedOn: "2019-12-01", endsOn: "2020-11-30" };
const { spans } = timeline({ support: { plan } }, { from: options.asOf, track: "remain" });
assert.deepEqual(
  spans.find(({ changes }) => changes.some(({ ruleId }) => ruleId === "support-plan")),
  spans.find(({ from }) => from === "2020-12-01"),
);
