import { parse } from "csv-parse/sync";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import MarkdownIt from "markdown-it";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { toCsv, toJUnit, toMarkdown, toText } from "../../src/format.ts";
import {
  type AnyReport,
  type HostFact,
  InvalidReportError,
  type PartnerProfile,
  type Report,
  type Rule,
  evaluate,
  evaluateMany,
  evaluateSync,
  plan,
  questions,
  rules,
  type Timeline,
  timeline,
} from "../../src/index.ts";
import { caseFiles } from "../case-files.ts";
import { goodIn2025, goodProfile } from "../profiles.ts";

const cases = caseFiles.flatMap(({ cases: all }) => all);
const reports: Report<string>[] = cases.map(({ profile, asOf, track }) =>
  evaluateSync(profile, { asOf, track }),
);
const leanReports: AnyReport<string>[] = cases
  .slice(0, 100)
  .map(({ profile, asOf, track }) => evaluateSync(profile, { asOf, track, detail: "lean" }));

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
function reportWith(text: string): Report<string> {
  const profile: unknown = { id: text, host: { note: text }, company: { [text]: 1 } };
  const options = { asOf: "2020-09-02", track: "remain", hostFacts } as const;
  const report = evaluateSync(profile, {
    ...options,
    rules: [...rules, noted],
    onInvalid: "unknown",
  });
  return { ...report, factErrors: [{ fact: "support.plan", message: text }] };
}

const hostile = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "<script>alert(1)</script>",
      "[a](javascript:alert(1))",
      "**bold** _it_ `code` ~~x~~",
      "| a | b |",
      "# heading",
      "1. item",
      "- item",
      "https://example.org www.example.org a@example.org",
      "&amp; &lt;",
      "line\nbreak\r\n\u2028end",
      "\u001B[31mred\u001B[0m",
      "\u202Ereversed",
      "=HYPERLINK(1)",
      '"quoted", and comma',
      "\uD800 lone",
      "]]>",
      "\\",
      "![x](y)",
      "<a@b.c>",
      "$x$ @user #1",
    ),
  )
  .filter((text) => text.trim() !== "");

describe("text", () => {
  it("has every message, no control character, and no line that is too long", () => {
    for (const report of [...reports, ...leanReports]) {
      const text = toText(report);
      const flat = text.replaceAll(/\s+(> )?/g, " ");
      for (const { message, title } of report.findings) {
        expect(flat).toContain(message);
        expect(flat).toContain(title);
      }
      for (const { text: step } of report.nextSteps) expect(flat).toContain(step);
      expect(text).toMatch(/^[^\p{Cc}]*(\n[^\p{Cc}]*)*$/u);
      for (const line of text.split("\n"))
        if (line.length > 80) expect(line.trim()).not.toMatch(/ .* /);
      expect(text).not.toMatch(/undefined|null|\[object/);
      expect(text).not.toMatch(/[ \t]\n|\n{3}/);
    }
  });

  it("takes out what a terminal would obey", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = toText(reportWith(text)).split("\n").join("");
        expect(lines).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });

  it("shows a section only if there is something in it", () => {
    const good = toText(
      evaluateSync({}, { asOf: "2020-09-02", track: "transition", detail: "lean" }),
    );
    expect(good).not.toContain("CONSEQUENCES");
    expect(good).not.toContain("IGNORED");
    expect(toText(reportWith("x"))).toContain("IGNORED BECAUSE MALFORMED");
    expect(toText(reportWith("x"))).toContain("NOT LOOKED UP");
    expect(toText(reportWith("x"))).toContain("(requirement of your own)");
  });

  it("says unmet of requirements alone: a step is open, advice is recommended", () => {
    for (const report of reports) {
      const text = toText(report);
      const unmet = report.findings.filter(({ status }) => status === "unmet");
      const has = (kind: string): boolean => unmet.some((finding) => finding.kind === kind);
      expect(text.includes("\nUNMET\n")).toBe(has("requirement"));
      expect(text.includes("\nOPEN\n")).toBe(has("step"));
      expect(text.includes("\nRECOMMENDED\n")).toBe(has("recommendation"));
    }
  });

  it("reads like this", () => {
    const profile = { id: "Fjord Cloud AS", support: { firstLevel: true, plan: null } };
    const report = evaluateSync(profile, { asOf: "2020-09-02", track: "remain" });
    expect(toText(report)).toMatchInlineSnapshot(`
      "ineligible: a requirement is unmet
      Fjord Cloud AS, track remain, as of 2020-09-02, edition 2018-08-31

      UNMET
        Microsoft support plan (requirement)
          The company has no ASfP or PSfP support plan that is active on the date
          asked about.
          > Renew the support plan, or buy Advanced Support for Partners (ASfP) or
            Premier Support for Partners (PSfP).

      UNKNOWN
        Active partner ID for the location (requirement)
          Cannot be determined without the company's location IDs and its country.
          > In Partner Center, add or activate a location MPN ID for the country of
            the business location. The global ID of the whole company does not count.
        Authority to enter into agreements (requirement)
          It is not fully known whether the person acting for the company may accept
          and sign its legal agreements.
          > Have someone act who holds both powers, such as an authorized signatory,
            or grant both by power of attorney.
        Managed service, IP service or customer solution (requirement)
          No managed service, IP service or customer solution is known, and not all
          three counts are given.
          > Bring one such service to market: a managed service, a service built on
            your own intellectual property, or a customer solution application.
        Customer billing and provisioning (requirement)
          It is not fully known whether the company is set up to bill its customers
          and to provision their subscriptions.
          > Put in place what is missing: customer invoicing, subscription
            provisioning, or both.

      MET
        First-level customer support (requirement)
          The company can answer its customers' questions about cloud products as
          their first line of support.

      CONSEQUENCES
        Microsoft may restrict the direct bill capabilities of the tenant, and informs
        the partner when it does.
        - lost: Buy new Azure subscriptions for customers
        - lost: Buy new license-based subscriptions for customers
        - lost: Buy further add-ons for existing license-based subscriptions
        - lost: Make one-time purchases: software subscriptions, perpetual software,
          reserved virtual machine instances
        - lost: Buy new Azure subscriptions for own use under the Azure partner shared
          services offer
        - lost: Create customer tenants
        - lost: Invite customers to a direct reseller relationship
        - lost: Create a sandbox tenant
        - kept: Keep existing direct bill subscriptions: they stay valid, renew
          automatically and are billed until cancelled
        - kept: Suspend existing subscriptions
        - kept: Raise or lower the number of licenses in an existing subscription
        - kept: Raise or lower the number of licenses in an existing add-on
        - kept: Deploy and manage Azure resources inside existing Azure subscriptions,
          including their Marketplace and Visual Studio resources
        - kept: Invite customers to an indirect reseller relationship
        In Partner Center, open Partner settings, Partner Profile: once the tenant is
        restricted, the Cloud Solution Provider status reads "restricted".
        Meet the unmet requirements, or move to the indirect reseller model.

      NEXT STEPS
        1. partner: Renew the support plan, or buy Advanced Support for Partners
           (ASfP) or Premier Support for Partners (PSfP).

      TO ASK
        - membership.locationIds, for partner-id
        - company.country, for partner-id
        - authority.acceptAgreements, for legal-authority
        - authority.signAgreements, for legal-authority
        - services.managedServices, for managed-service
        - services.ipServices, for managed-service
        - services.customerSolutions, for managed-service
        - operations.customerBilling, for customer-billing
        - operations.customerProvisioning, for customer-billing

      NOTES ON THE EDITION
        - The wording encoded is that of 2020-04-27. Earlier wordings of the same list
          are shorter: the questionnaire first appears on 2019-02-01, the order of
          credit check and support plan on 2019-03-21.
        - In addition to the list, every transacting partner must have accepted the
          Microsoft Partner Agreement.
      "
    `);
  });
});

describe("Markdown", () => {
  const markdown = new MarkdownIt({ html: true, linkify: false });

  /** The text that a page shows, without its tags. */
  function shown(source: string): string {
    const tokens = markdown.parse(source, {}).flatMap(({ children }) => children ?? []);
    return tokens.map(({ content, type }) => (type === "softbreak" ? " " : content)).join(" ");
  }
  function typesIn(source: string): Set<string> {
    return new Set(
      markdown
        .parse(source, {})
        .flatMap(({ type, children }) => [type, ...(children ?? []).map((child) => child.type)]),
    );
  }

  it("shows every message, and links to every source", () => {
    for (const report of [...reports.slice(0, 300), ...leanReports]) {
      const source = toMarkdown(report);
      const text = shown(source);
      for (const { message } of report.findings) expect(text).toContain(message);
      const links = markdown
        .parse(source, {})
        .flatMap(({ children }) => children ?? [])
        .flatMap((token) => (token.type === "link_open" ? [token.attrGet("href")] : []));
      const urls = report.findings.flatMap((finding) =>
        "sources" in finding ? finding.sources.map(({ url }) => url) : [],
      );
      expect(new Set(links)).toEqual(new Set(urls));
      expect(source).not.toMatch(/undefined|\[object/);
    }
  });

  it("names even a key without a character", () => {
    const lenient = { asOf: "2020-09-02", onInvalid: "unknown" } as const;
    const source = toMarkdown(evaluateSync({ "": 1 } as unknown, lenient));
    expect(source).toContain('- **""**: Unknown key ""');
  });

  it("shows what comes from data as it is", () => {
    const clean = toMarkdown(reportWith("x"));
    const usual = typesIn(clean);
    const blocks = markdown.parse(clean, {}).length;
    fc.assert(
      fc.property(hostile, (text) => {
        const source = toMarkdown(reportWith(text));
        const flat = text
          .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
          .replaceAll(/\p{Bidi_Control}/gu, "")
          .trim();
        const page = shown(source);
        // markdown-it replaces what no text may hold.
        if (!/\uFFFD|[\uD800-\uDFFF]/.test(flat))
          expect(page.replaceAll("\u2060", "")).toContain(flat.replaceAll("\u2060", ""));
        // What remark and GitHub make a link of wherever it stands, escaped or not.
        expect(page).not.toMatch(/https?:\/\/|\bwww\.|[-.\w+]@[-\w]/i);
        // No format, no link, no HTML, no further block comes from it.
        for (const type of typesIn(source)) expect([...usual, "text_special"]).toContain(type);
        expect(markdown.parse(source, {})).toHaveLength(blocks);
      }),
    );
  });
});

describe("what lies ahead", () => {
  const partner: PartnerProfile = { support: { firstLevel: true } };
  const remain = { asOf: "2020-09-02", track: "remain" } as const;

  it("reads like this as text", () => {
    const plan2020 = { type: "PSfP", purchasedOn: "2019-07-01", endsOn: "2020-09-30" } as const;
    const spans = timeline(
      { support: { plan: plan2020 } },
      {
        from: "2020-09-02",
        until: "2020-10-20",
        track: "remain",
      },
    );
    expect(toText(spans)).toMatchInlineSnapshot(`
      "What happens if nothing is done

      2020-09-02 to 2020-09-30: undetermined

      2020-10-01 to 2020-10-19: ineligible
        - support-plan: met → unmet, because of support.plan.endsOn
      "
    `);
    expect(toText(questions(partner, remain).slice(0, 2))).toMatchInlineSnapshot(`
      "What to ask next

      Questions
        1. May the person who acts for the company accept legal agreements for it?
           (for legal-authority)
           - yes
           - no: ineligible
        2. May the person who acts for the company sign legal agreements for it? (for
           legal-authority)
           - yes
           - no: ineligible
      "
    `);
    const known = { ...goodProfile, support: { firstLevel: true, plan: null } };
    const located = { ...known, membership: { locationIds: [] }, services: {} };
    expect(toText(plan(located, remain))).toMatchInlineSnapshot(`
      "Possible from 2020-09-02 on; now ineligible

      Steps
        1. Active partner ID for the location: In Partner Center, add or activate a
           location MPN ID for the country of the business location. The global ID of
           the whole company does not count.
           - Location IDs: for example id 1000000, country SE, active yes (now none),
             from 2020-09-02 on
           - not before 2020-09-02
        2. Managed service, IP service or customer solution: Bring one such service to
           market: a managed service, a service built on your own intellectual
           property, or a customer solution application.
           - Managed services: 1 service, from 2020-09-02 on
           - or instead IP services: 1 service, from 2020-09-02 on
           - or instead Customer solutions: 1 application, from 2020-09-02 on
           - not before 2020-09-02
        3. Microsoft support plan: Renew the support plan, or buy Advanced Support for
           Partners (ASfP) or Premier Support for Partners (PSfP).
           - Support plan: type ASfP, purchased on 2020-09-02, ends on 2021-09-01 (now
             none), from 2020-09-02 on
           - not before 2020-09-02

      Assumed
        - Figures are taken to be reached, or found out, on the first day.
      "
    `);
    expect(toText(plan(goodProfile, remain))).toBe("Nothing to do\n");
    expect(toText(questions(goodProfile, remain))).toBe("Nothing more to ask\n");
    const suspended = { ...goodIn2025, transition: { directBillStatus: "suspended" } } as const;
    expect(toText(plan(suspended, { asOf: "2026-03-01", track: "remain" }))).toMatch(
      /^No way within two years; now ineligible\n\nIn the way\n {2}- /,
    );
  });

  it("says of one day that it is one", () => {
    const day = { outcome: "eligible", edition: "2020-10-27", statuses: {}, changes: [] } as const;
    const spans = [
      { ...day, from: "2020-11-01", until: "2020-11-02" },
      { ...day, from: "2020-11-02" },
    ];
    expect(toText({ spans } as unknown as Timeline)).toContain("On 2020-11-01: eligible");
  });

  it("writes values as people read them", () => {
    const need = { fact: "support.plan", label: "It", on: "2020-09-02" } as const;
    const text = toText({
      outcome: "on-track",
      earliest: "2020-09-02",
      blockers: [],
      notes: [],
      steps: [
        {
          ruleId: "x",
          title: "X",
          actor: "microsoft",
          text: "Wait.",
          after: [],
          needs: [
            { ...need, value: true, now: null },
            { ...need, value: [], now: false },
            { ...need, value: 3, unit: "hours" },
          ],
          alternatives: [],
          notBefore: "2020-09-02",
        },
      ],
    });
    expect(text).toContain("1. X (Microsoft decides): Wait.");
    expect(text).toContain("It: yes (now none), from");
    expect(text).toContain("It: none (now no), from");
    expect(text).toContain("It: 3 hours, from");
  });

  it("is Markdown with the same content, in which nothing from data is a format", () => {
    const hostile2 = "`*a* <b> [c](https://d.e) |";
    const own = [
      { id: "host.x", type: "text", label: hostile2, question: hostile2, values: [hostile2, "y"] },
    ] as const satisfies HostFact[];
    const house: Rule<string> = {
      ...(rules.find(
        ({ id, tracks }) => id === "legal-authority" && tracks.includes("remain"),
      ) as Rule<string>),
      id: "house",
      conditions: { all: [{ fact: "host.x", operator: "equal", value: hostile2 }] },
      remedy: hostile2,
    };
    const options = { ...remain, rules: [...rules, house], hostFacts: own };
    const outlooks = [
      timeline(goodProfile, {
        from: "2020-09-02",
        track: "remain",
        rules: options.rules,
        hostFacts: own,
      }),
      questions(goodProfile, options),
      plan(goodProfile, options),
    ];
    for (const outlook of outlooks) {
      const tokens = new MarkdownIt({ linkify: true })
        .parse(toMarkdown(outlook), {})
        .flatMap(({ children }) => children ?? []);
      expect(tokens.every(({ type }) => ["text", "text_special", "softbreak"].includes(type))).toBe(
        true,
      );
      const shown = tokens
        .map(({ content }) => content)
        .join("")
        .replaceAll("\u2060", "");
      expect(shown.replaceAll(" ", "")).toContain(
        toText(outlook).split("\n")[0]!.replaceAll(" ", ""),
      );
      expect(toText(outlook)).not.toMatch(/undefined|\[object/);
    }
    expect(toMarkdown(questions(goodProfile, options))).toContain("1. ");
  });
});

describe("JUnit XML", () => {
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
  const suitesIn = (xml: string): Suite[] =>
    (parser.parse(xml) as { testsuites: { testsuite: Suite[] } }).testsuites.testsuite;

  it("is valid, and counts as the report does", () => {
    for (const report of [...reports, ...leanReports]) {
      const xml = toJUnit(report);
      expect(XMLValidator.validate(xml)).toBe(true);
      const [suite] = suitesIn(xml);
      const count = (kind: string, status: string): number =>
        report.findings.filter((finding) => finding.kind === kind && finding.status === status)
          .length;
      const isDecidable = report.findings.some(({ kind }) => kind === "requirement");
      expect(suite!.testcase).toHaveLength(report.findings.length + (isDecidable ? 0 : 1));
      expect(Number(suite!.failures)).toBe(count("requirement", "unmet"));
      expect(Number(suite!.errors)).toBe(count("requirement", "unknown") + (isDecidable ? 0 : 1));
      // Green says that nothing is unmet and nothing unknown.
      const isGreen = Number(suite!.failures) + Number(suite!.errors) === 0;
      expect(isGreen).toBe(["eligible", "on-track"].includes(report.outcome));
      expect(xml).toContain(`<property name="outcome" value="${report.outcome}"/>`);
      expect(suite!.testcase.filter((one) => "failure" in one)).toHaveLength(
        Number(suite!.failures),
      );
      expect(suite!.testcase.filter((one) => "skipped" in one)).toHaveLength(
        Number(suite!.skipped),
      );
      expect(
        Number(suite!.tests) -
          Number(suite!.failures) -
          Number(suite!.errors) -
          Number(suite!.skipped),
      ).toBe(report.counts.met);
    }
  });

  it("is not green where no requirement is in force", () => {
    const advice = { ...rules[0]!, kind: "recommendation", from: "2020-01-01", until: undefined };
    const report = evaluateSync({}, { asOf: "2020-09-02", rules: [advice as never] });
    expect(report.outcome).toBe("undetermined");
    const [suite] = suitesIn(toJUnit(report));
    expect([suite!.tests, suite!.errors, suite!.testcase.length]).toEqual(["2", "1", 2]);
    expect(toJUnit(report)).toContain('<error message="No requirement is in force."/>');
  });

  it("tells the test cases of several reports apart", () => {
    const anonymous = evaluateSync({}, { asOf: "2020-09-02" });
    const named = ["a", "b"].map((id) => evaluateSync({ id }, { asOf: "2020-09-02" }));
    const later = evaluateSync({ id: "a" }, { asOf: "2020-09-03" });
    const suites = suitesIn(toJUnit([anonymous, anonymous, ...named, later]));
    const names = suites.flatMap(({ testcase }) =>
      testcase.map((one) => `${String(one["classname"])} ${String(one["name"])}`),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("has a suite for each of several reports, and adds them up", () => {
    const xml = toJUnit(reports.slice(0, 3));
    expect(suitesIn(xml)).toHaveLength(3);
    expect(xml).toContain(
      `<testsuites tests="${reports.slice(0, 3).reduce((sum, { findings }) => sum + findings.length, 0)}"`,
    );
    expect(toJUnit([])).toContain('tests="0"');
  });

  it("keeps what comes from data, as far as XML can hold it", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const xml = toJUnit(reportWith(text));
        expect(XMLValidator.validate(xml)).toBe(true);
        // oxlint-disable-next-line no-control-regex -- what XML 1.0 refuses
        expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
        expect(xml).toBe(Buffer.from(xml).toString());
      }),
    );
    const suite = suitesIn(toJUnit(reportWith('a<b>&"c"')))[0]!;
    expect(suite.name).toContain('a<b>&"c"');
    expect(suite.testcase.at(-1)).toHaveProperty(
      "failure.message",
      expect.stringContaining('It says a<b>&"c".'),
    );
  });
});

describe("CSV", () => {
  type Row = Record<string, string>;
  const read = (csv: string): Row[] =>
    parse(csv, { columns: true, record_delimiter: "\r\n" }) as Row[];

  it("has a row for each result, with the same columns for each question", () => {
    const profiles = [{ id: "1" }, { id: "2", oops: 1 }, "{broken"];
    const results = [...evaluateMany(profiles, { asOf: "2020-09-02", track: "remain" })];
    const rows = read(toCsv(results));
    expect(rows.map(({ index, profileId, outcome }) => [index, profileId, outcome])).toEqual([
      ["0", "1", "undetermined"],
      ["1", "2", ""],
      ["2", "", ""],
    ]);
    expect(rows[0]!["unknownRules"]).toBe(
      "partner-id legal-authority first-level-support managed-service customer-billing support-plan",
    );
    expect(rows[1]!["error"]).toBe('Invalid profile: oops: Unknown key "oops"');
    const unmet = [
      ...evaluateMany([{ support: { plan: null } }], { asOf: "2020-09-02", track: "remain" }),
    ];
    expect(read(toCsv(unmet))[0]).toMatchObject({
      unmet: "1",
      unmetRules: "support-plan",
      nextSteps: expect.stringMatching(/^Renew the support plan/),
    });
    const half = [
      ...evaluateMany([{ company: { country: "se" } }], {
        asOf: "2020-09-02",
        onInvalid: "unknown",
      }),
    ];
    expect(read(toCsv(half))[0]).toMatchObject({ ignored: "company.country", error: "" });
    expect(read(toCsv([{ index: 0, ok: true, report: reportWith("x") }]))[0]).toMatchObject({
      factErrors: "support.plan",
    });
    const later = [...evaluateMany([{}], { asOf: "2026-03-01" })];
    expect(Object.keys(read(toCsv(later))[0]!)).toEqual(Object.keys(rows[0]!));
  });

  it("can be written piece by piece", () => {
    const results = [...evaluateMany([{}, {}], { asOf: "2020-09-02", detail: "lean" })];
    const pieces = results.map((result) => toCsv([result], { header: result.index === 0 }));
    expect(pieces.join("")).toBe(toCsv(results));
    expect(toCsv([])).toMatch(/^index,[^\n]*\r\n$/);
    expect(toCsv([], { header: false })).toBe("");
  });

  const formulas = "=1 +1 -1 @x \uFF1D1 \uFF0B1 \uFF0D1 \uFF20x".split(" ");
  const hidden = ["\t1", "\r1", " =1", "\n=1", "\uFEFF=1", "\u0000=1", "\u200B=1"];
  it.each([...formulas, ...hidden])("makes no formula of %j", (id) => {
    const [row] = read(toCsv(evaluateMany([{ id }], { asOf: "2020-09-02" })));
    expect(row!["profileId"]).toBe(`'${id}`);
  });

  it("can be split at semicolons, too", () => {
    const cells = toCsv(evaluateMany([{ id: "a;b" }], { asOf: "2020-09-02" }), { header: false });
    expect(cells).toMatch(/^0,"a;b",/);
  });

  it("keeps each cell, and makes none a formula", () => {
    fc.assert(
      // A file has no place for half a character.
      fc.property(
        hostile.filter((text) => !/\p{Cs}/u.test(text)),
        (text) => {
          const results = [
            ...evaluateMany([{ id: text }, { id: text, [text]: 1 }], { asOf: "2020-09-02" }),
          ];
          const rows = read(toCsv(results));
          expect(rows).toHaveLength(2);
          for (const row of rows) {
            expect([text, `'${text}`]).toContain(row["profileId"]);
            for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@\t\r]/);
          }
        },
      ),
    );
  });
});

it("formats what evaluate returns, of both kinds", async () => {
  const report = await evaluate({}, { asOf: "2020-09-02", detail: "lean" });
  for (const write of [toText, toMarkdown, toJUnit])
    expect(write(report)).not.toContain("undefined");
});

it.each([
  ["another outcome", { outcome: "fine" }],
  ["a finding of another status", { findings: [{ ...reports[0]!.findings[0]!, status: "fine" }] }],
  [
    "a finding of another kind",
    { findings: [{ ...reports[0]!.findings[0]!, status: "unmet", kind: "x" }] },
  ],
  ["a next step that is none", { nextSteps: [null] }],
  ["a missing fact that is none", { missingFacts: ["company.country"] }],
])("refuses a report with %s", (_, change) => {
  const report = { ...reports[0]!, ...change } as never;
  for (const write of [toText, toMarkdown, toJUnit])
    expect(() => write(report)).toThrow(InvalidReportError);
});
