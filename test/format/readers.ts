import { parse } from "csv-parse/sync";
import { XMLParser } from "fast-xml-parser";

import { type HostFact, type Report, evaluateSync, rules } from "../../src/index.ts";

const hostFacts: HostFact[] = [{ id: "host.note", type: "text", label: "Note" }];
const noted = {
  id: "noted" as never,
  title: "A note",
  from: "2018-08-31",
  tracks: ["remain"],
  kind: "requirement",
  actor: "partner",
  conditions: { all: [{ fact: "host.note", operator: "equal", value: "fine" }] },
  messages: { met: "Fine.", unmet: "It says {host.note}.", unknown: "No note." },
  remedy: "Note it.",
  sources: [{ title: "House", url: "https://example.org/a b", revision: "2020-01-01" }],
} as const;

/** A report with texts from outside in its id, its messages and its errors. */
export function reportWith(text: string): Report<string> {
  const profile: unknown = { id: text, host: { note: text }, company: { [text]: 1 } };
  const options = { asOf: "2020-09-02", track: "remain", hostFacts } as const;
  const report = evaluateSync(profile, {
    ...options,
    rules: [...rules, noted],
    onInvalid: "unknown",
  });
  return { ...report, factErrors: [{ fact: "support.plan", message: text }] };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name) => ["testsuite", "testcase"].includes(name),
});
interface Suite {
  tests: string;
  failures: string;
  errors: string;
  skipped: string;
  name: string;
  testcase: Record<string, { message: string } | string>[];
}
/** The suites of a JUnit document. */
export const suitesIn = (xml: string): Suite[] =>
  (parser.parse(xml) as { testsuites: { testsuite: Suite[] } }).testsuites.testsuite;

type Row = Record<string, string>;
/** The rows of a CSV document, by column. */
export const rowsIn = (csv: string): Row[] =>
  parse(csv, { columns: true, record_delimiter: "\r\n" }) as Row[];
