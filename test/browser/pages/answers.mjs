// What each page asks, and Node.js beside it.
import {
  compareReports,
  evaluateMany,
  evaluateSync,
  profileFrom,
  rules,
} from "csp-direct-bill-rules/sync";

const options = { asOf: "2020-09-02", track: "remain" };
const hostFacts = [{ id: "host.vip", type: "boolean", label: "VIP" }];
const vip = {
  id: "vip",
  title: "VIP",
  from: "2018-08-31",
  tracks: ["remain"],
  kind: "recommendation",
  actor: "partner",
  conditions: { all: [{ fact: "host.vip", operator: "equal", value: true }] },
  messages: { met: "Yes.", unmet: "No.", unknown: "Who knows?" },
  remedy: "Ask.",
  sources: [{ title: "House", url: "https://example.org", revision: "2020-01-01" }],
};

function issuesOf(work) {
  try {
    return work();
  } catch (error) {
    return { code: error.code, issues: error.issues };
  }
}

const valid = evaluateSync({ support: { firstLevel: true } }, options);
export const answers = {
  valid,
  invalidProfile: issuesOf(() => evaluateSync({ support: { firstLevel: "y" }, x: 1 }, options)),
  invalidOptions: issuesOf(() => evaluateSync({}, { asOf: "never", hostFacts: [{}] })),
  lenient: evaluateSync({ support: { firstLevel: "y" } }, { ...options, onInvalid: "unknown" }),
  own: evaluateSync({ host: { vip: true } }, { ...options, rules: [...rules, vip], hostFacts }),
  invalidRule: issuesOf(() => evaluateSync({}, { ...options, rules: [{ ...vip, kind: "x" }] })),
  many: [...evaluateMany([{}, "{broken"], options)].map(({ ok }) => ok),
  changes: compareReports(valid, evaluateSync({}, options)),
  profile: profileFrom({ "support.plan.type": "ASfP" }),
};
