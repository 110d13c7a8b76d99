import { evaluateSync, rules } from "csp-direct-bill-rules/sync";

/** What the rule below reads: the host's own fact, under `host` in the profile. */
const hostFacts = [
  { id: "host.accountManager", type: "boolean", label: "Account manager assigned" },
];

const accountManager = {
  id: "account-manager",
  title: "Account manager",
  from: "2020-01-01",
  tracks: ["enroll", "remain"],
  kind: "recommendation",
  actor: "partner",
  conditions: { all: [{ fact: "host.accountManager", operator: "equal", value: true }] },
  messages: {
    met: "The company has an account manager.",
    unmet: "The company has no account manager.",
    unknown: "It is not known whether the company has an account manager.",
  },
  remedy: "Assign an account manager.",
  sources: [{ title: "House policy", url: "https://example.org/policy", revision: "2020-01-01" }],
};

/** Evaluates a profile by the rules of the package and the house. */
export function evaluateAtHome(profile, options) {
  return evaluateSync(profile, { ...options, rules: [...rules, accountManager], hostFacts });
}
