import {
  type FactId,
  type Finding,
  type PartnerProfile,
  type Report,
  type Rule,
  type RuleId,
  InvalidProfileError,
  createEngine,
  editions,
  evaluate,
  partnerProfileSchema,
  rules,
  rulesInForce,
} from "csp-direct-bill-rules";
import { ruleFileSchema } from "csp-direct-bill-rules/schema";
import { type Summary, evaluateMany, evaluateSync, summarize } from "csp-direct-bill-rules/sync";

const profile: PartnerProfile = { support: { firstLevel: true, plan: null } };
const report: Report = await evaluate(profile, { asOf: "2020-09-02", track: "remain" });
const findings: Finding[] = report.findings;
const ids: RuleId[] = findings.map(({ ruleId }) => ruleId);
const facts: FactId[] = report.missingFacts.map(({ fact }) => fact);

const mine: Rule<"mine"> = {
  id: "mine",
  title: "Mine",
  from: "2020-01-01",
  tracks: ["remain"],
  kind: "recommendation",
  actor: "partner",
  conditions: { all: [{ fact: "support.firstLevel", operator: "equal", value: true }] },
  messages: { met: "Yes.", unmet: "No.", unknown: "Not known." },
  remedy: "Do it.",
  sources: [{ title: "T", url: "https://example.org", revision: "2020-01-01" }],
};
const own = await evaluate(profile, { asOf: "2020-09-02", rules: [...rules, mine] });
const last: RuleId | "mine" | undefined = own.findings.at(-1)?.ruleId;

// @ts-expect-error -- a mistyped rule id does not compile.
ids.includes("suport-plan");
// @ts-expect-error -- nor does a mistyped fact.
facts.includes("support.plan.typ");
// @ts-expect-error -- nor does a mistyped track.
rulesInForce({ asOf: "2020-09-02", track: "remian" });

const parsed: PartnerProfile = partnerProfileSchema.parse({});
const file: { id: string } = ruleFileSchema.parse({});
const atOnce: Report = evaluateSync(profile, { asOf: "2020-09-02" });
const summary: Summary = summarize(evaluateMany([profile], { asOf: "2020-09-02" }));
export const results = [
  atOnce,
  summary,
  createEngine({ edition: "2018-08-31" }),
  editions,
  InvalidProfileError,
  last,
  parsed,
  file,
];
