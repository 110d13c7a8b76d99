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
import { toCsv, toText } from "csp-direct-bill-rules/format";
import {
  type HostFact,
  type LeanReport,
  type ManyResult,
  type Outcome,
  type Status,
  type Summary,
  evaluateMany,
  evaluateSync,
  factsFor,
  profileFrom,
  summarize,
} from "csp-direct-bill-rules/sync";

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

// @ts-expect-error -- nor does a mistyped field of a profile, wherever it is,
evaluateSync({ support: { firstLevl: true } }, { asOf: "2020-09-02" });
// @ts-expect-error -- or a value that it never has.
void evaluate({ creditCheck: { status: "Passed" } }, { asOf: "2020-09-02" });
// @ts-expect-error -- or a fact that is not one.
profileFrom({ "support.plan.typ": "ASfP" });
// @ts-expect-error -- nor does nothing at all,
evaluateSync(null, { asOf: "2020-09-02" });
declare const perhaps: PartnerProfile | undefined;
// @ts-expect-error -- or what may be nothing,
evaluateSync(perhaps, { asOf: "2020-09-02" });
declare const mistyped: { suport: number } | null;
// @ts-expect-error -- however it is mistyped.
void evaluate(mistyped, { asOf: "2020-09-02" });
// What nothing is known about is checked when it is read.
const unknowns: unknown[] = [JSON.parse("{}"), {} as Record<string, unknown>, {} as object];
for (const input of unknowns) evaluateSync(input, { asOf: "2020-09-02" });
evaluateSync(JSON.parse("{}"), { asOf: "2020-09-02" });
evaluateSync({} as Record<string, unknown>, { asOf: "2020-09-02" });

const hostFacts: HostFact[] = [{ id: "host.vip", type: "boolean", label: "VIP" }];
const lean: LeanReport = evaluateSync(
  { host: { vip: true } },
  { asOf: "2020-09-02", hostFacts, detail: "lean" },
);
// @ts-expect-error -- a lean report has no evidence.
void lean.findings[0]?.evidence;
const many: ManyResult[] = [...evaluateMany([{}], { asOf: "2020-09-02" })];
async function* arriving(): AsyncGenerator<unknown> {
  yield {};
}
const later: AsyncGenerator<ManyResult> = evaluateMany(arriving(), { asOf: "2020-09-02" });
const counted: Promise<Summary> = summarize(later);
const outcomes: Outcome[] = [report.outcome, lean.outcome];
const statuses: Status[] = lean.findings.map(({ status }) => status);
const asked = factsFor({ asOf: "2020-09-02" }).map(({ question }) => question);
export const written = [
  toText(report),
  toText(lean),
  toCsv(many),
  counted,
  outcomes,
  statuses,
  asked,
];

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
