import { type Finding, type Report, evaluateSync } from "../../src/index.ts";

const [model] = evaluateSync({}, { asOf: "2020-09-02", track: "remain" }).findings;

/** A finding with few words. */
function finding(ruleId: string, stated: Partial<Finding<string>>): Finding<string> {
  const { remedy: _remedy, notes: _notes, ...rest } = model!;
  const title = `${ruleId[0]!.toUpperCase()}${ruleId.slice(1)}`;
  return { ...rest, ruleId, title, message: `It is ${stated.status}.`, sources: [], ...stated };
}

const source = {
  title: "List",
  url: "https://example.org/a b<c>\\d",
  revision: "2020-01-01",
} as const;

/** A report with a part of each kind, most with signs that mean something in one format or another. */
export const reportOfEverything: Report<string> = {
  schemaVersion: 1,
  package: "1.2.3",
  rulesVersion: "abc",
  profileId: "A & B",
  track: "remain",
  asOf: "2020-09-02",
  edition: { id: "2018-08-31", from: "2018-08-31", notes: ["One note", "- another"] },
  outcome: "ineligible",
  counts: { met: 1, unmet: 3, unknown: 2, "not-due": 1, "not-applicable": 1 },
  findings: [
    finding("met", { status: "met", sources: [source, { ...source, title: "Page" }, source] }),
    finding("unmet", { status: "unmet", remedy: "Do | this.", origin: "host" }),
    finding("open", { status: "unmet", kind: "step", remedy: "1. Start." }),
    finding("recommended", { status: "unmet", kind: "recommendation", remedy: "- Try." }),
    finding("unknown", { status: "unknown", remedy: "Ask <them>." }),
    finding("unsure", { status: "unknown", kind: "step", remedy: "Ask again." }),
    finding("later", { status: "not-due", remedy: "Wait for GH-12." }),
    finding("elsewhere", { status: "not-applicable" }),
  ],
  missingFacts: [
    { fact: "company.country", neededBy: ["unknown", "unsure"] },
    { fact: "tenant.country", neededBy: ["unknown"] },
  ],
  ignored: [
    { path: "", message: "Nothing here", code: "wrong-type", values: { expected: "object" } },
    { path: "b", message: "Nor here", code: "unknown-key", values: { key: "b" } },
  ],
  factErrors: [
    { fact: "support.plan", message: "No :way: in" },
    { fact: "tenant.country", message: "See www.example.org" },
  ],
  consequences: {
    status: "restricted",
    text: "It is restricted.",
    lost: [{ id: "l", title: "Buy" } as never],
    kept: [{ id: "k", title: "Keep" } as never],
    howToCheck: "Look.",
    wayOut: { track: "transition", text: "Move." },
    stages: [{ status: "suspended", afterDays: 30, text: "Then more." } as never],
    sources: [],
  },
  nextSteps: [
    { ruleId: "unmet", actor: "partner", text: "Do | this." },
    { ruleId: "open", actor: "microsoft", text: "1. Start." },
  ],
};
