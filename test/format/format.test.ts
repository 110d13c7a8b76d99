import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";

import { toCsv, toJUnit, toMarkdown, toText } from "../../src/format.ts";
import {
  type HostFact,
  InvalidReportError,
  type PartnerProfile,
  type Plan,
  type PlanStep,
  type Question,
  type Report,
  type Rule,
  type Span,
  evaluate,
  evaluateMany,
  evaluateSync,
  plan,
  questions,
  rules,
  type Timeline,
  timeline,
} from "../../src/index.ts";
import { goodIn2025, goodProfile } from "../profiles.ts";
import { reportOfEverything } from "./everything.ts";
import { reportWith, rowsIn, suitesIn } from "./readers.ts";

describe("a report of everything", () => {
  it("reads like this as text", () => {
    expect(toText(reportOfEverything)).toMatchInlineSnapshot(`
      "ineligible: a requirement is unmet
      A & B, track remain, as of 2020-09-02, edition 2018-08-31

      UNMET
        Unmet (requirement of your own)
          It is unmet.
          > Do | this.

      OPEN
        Open (step)
          It is unmet.
          > 1. Start.

      RECOMMENDED
        Recommended (recommendation)
          It is unmet.
          > - Try.

      UNKNOWN
        Unknown (requirement)
          It is unknown.
          > Ask <them>.
        Unsure (step)
          It is unknown.
          > Ask again.

      NOT DUE YET
        Later (requirement)
          It is not-due.
          > Wait for GH-12.

      MET
        Met (requirement)
          It is met.

      NOT APPLICABLE
        Elsewhere (requirement)
          It is not-applicable.

      CONSEQUENCES
        It is restricted.
        - lost: Buy
        - kept: Keep
        - suspended after 30 days: Then more.
        Look.
        Move.

      NEXT STEPS
        1. partner: Do | this.
        2. microsoft: 1. Start.

      TO ASK
        - company.country, for unknown, unsure
        - tenant.country, for unknown

      IGNORED BECAUSE MALFORMED
        - "": Nothing here
        - b: Nor here

      NOT LOOKED UP
        - support.plan: No :way: in
        - tenant.country: See www.example.org

      NOTES ON THE EDITION
        - One note
        - - another
      "
    `);
  });

  it("reads like this in Markdown", () => {
    expect(toMarkdown(reportOfEverything)).toMatchInlineSnapshot(`
      "# ineligible: a requirement is unmet

      A \\& B · track remain · as of 2020-09-02 · edition 2018-08-31

      ## Unmet

      | Rule | Kind | Finding | What to do |
      | --- | --- | --- | --- |
      | Unmet | requirement of your own | It is unmet. | Do \\| this. |

      ## Open

      | Rule | Kind | Finding | What to do |
      | --- | --- | --- | --- |
      | Open | step | It is unmet. | 1\\. Start. |

      ## Recommended

      | Rule | Kind | Finding | What to do |
      | --- | --- | --- | --- |
      | Recommended | recommendation | It is unmet. | \\- Try. |

      ## Unknown

      | Rule | Kind | Finding | What to do |
      | --- | --- | --- | --- |
      | Unknown | requirement | It is unknown. | Ask \\<them\\>. |
      | Unsure | step | It is unknown. | Ask again. |

      ## Not due yet

      | Rule | Kind | Finding | What to do |
      | --- | --- | --- | --- |
      | Later | requirement | It is not-due. | Wait for GH\\-12. |

      ## Met

      | Rule | Kind | Finding | What to do |
      | --- | --- | --- | --- |
      | Met | requirement | It is met. |  |

      ## Not applicable

      | Rule | Kind | Finding | What to do |
      | --- | --- | --- | --- |
      | Elsewhere | requirement | It is not-applicable. |  |

      ## Consequences

      It is restricted. Move.

      ## Next steps

      1. partner: Do \\| this.
      2. microsoft: 1\\. Start.

      ## To ask

      - **company.country**: for unknown, unsure
      - **tenant.country**: for unknown

      ## Ignored because malformed

      - **""**: Nothing here
      - **b**: Nor here

      ## Not looked up

      - **support.plan**: No \\:way: in
      - **tenant.country**: See www⁠.example.org

      ## Notes on the edition

      - One note
      - \\- another

      ## Sources

      - [List](<https://example.org/a%20b%3Cc%3E%5Cd>), 2020-01-01
      - [Page](<https://example.org/a%20b%3Cc%3E%5Cd>), 2020-01-01
      "
    `);
  });

  it("reads like this as JUnit XML", () => {
    expect(toJUnit(reportOfEverything)).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites tests="8" failures="1" errors="1" skipped="5">
        <testsuite name="A &amp; B, track remain, as of 2020-09-02, edition 2018-08-31" tests="8" failures="1" errors="1" skipped="5">
          <properties><property name="outcome" value="ineligible"/></properties>
          <testcase classname="csp-direct-bill-rules.A &amp; B.remain.2020-09-02" name="Met (met)"/>
          <testcase classname="csp-direct-bill-rules.A &amp; B.remain.2020-09-02" name="Unmet (unmet)"><failure message="Unmet: It is unmet. Do | this."/></testcase>
          <testcase classname="csp-direct-bill-rules.A &amp; B.remain.2020-09-02" name="Open (open)"><skipped message="Open: It is unmet. 1. Start."/></testcase>
          <testcase classname="csp-direct-bill-rules.A &amp; B.remain.2020-09-02" name="Recommended (recommended)"><skipped message="Recommended: It is unmet. - Try."/></testcase>
          <testcase classname="csp-direct-bill-rules.A &amp; B.remain.2020-09-02" name="Unknown (unknown)"><error message="Unknown: It is unknown. Ask &lt;them&gt;."/></testcase>
          <testcase classname="csp-direct-bill-rules.A &amp; B.remain.2020-09-02" name="Unsure (unsure)"><skipped message="Unknown: It is unknown. Ask again."/></testcase>
          <testcase classname="csp-direct-bill-rules.A &amp; B.remain.2020-09-02" name="Later (later)"><skipped message="Not due yet: It is not-due. Wait for GH-12."/></testcase>
          <testcase classname="csp-direct-bill-rules.A &amp; B.remain.2020-09-02" name="Elsewhere (elsewhere)"><skipped message="Not applicable: It is not-applicable."/></testcase>
          <system-out>Ignored because malformed: &quot;&quot;: Nothing here&#10;Ignored because malformed: b: Nor here&#10;Not looked up: support.plan: No :way: in&#10;Not looked up: tenant.country: See www.example.org</system-out>
        </testsuite>
      </testsuites>
      "
    `);
  });

  it("reads like this as CSV", () => {
    const rows = rowsIn(toCsv([{ index: 7, ok: true, report: reportOfEverything }]));
    expect(rows).toMatchInlineSnapshot(`
      [
        {
          "asOf": "2020-09-02",
          "edition": "2018-08-31",
          "error": "",
          "factErrors": "support.plan tenant.country",
          "ignored": " b",
          "index": "7",
          "met": "1",
          "missingFacts": "company.country tenant.country",
          "nextSteps": "Do | this. 1. Start.",
          "not-applicable": "1",
          "not-due": "1",
          "outcome": "ineligible",
          "profileId": "",
          "track": "remain",
          "unknown": "2",
          "unknownRules": "unknown unsure",
          "unmet": "3",
          "unmetRules": "unmet open recommended",
        },
      ]
    `);
  });

  it("is shorter without what a report may lack", () => {
    const { profileId: _id, ignored: _ignored, factErrors: _errors, ...rest } = reportOfEverything;
    const bare = { ...rest, findings: [], missingFacts: [], nextSteps: [] };
    const { consequences: _consequences, ...least } = {
      ...bare,
      edition: { ...rest.edition, notes: [] },
    };
    const head = [
      "ineligible: a requirement is unmet",
      "track remain, as of 2020-09-02, edition 2018-08-31",
    ];
    expect(toText(least)).toBe(`${head.join("\n")}\n`);
    const { notes: _notes, ...edition } = least.edition;
    expect(toText({ ...least, edition } as never)).toBe(toText(least));
    expect(toJUnit(least).split("\n").slice(2)).toEqual([
      `  <testsuite name="${head[1]}" tests="1" failures="0" errors="1" skipped="0">`,
      '    <properties><property name="outcome" value="ineligible"/></properties>',
      '    <testcase classname="csp-direct-bill-rules.1.remain.2020-09-02" name="Requirements"><error message="No requirement is in force."/></testcase>',
      "  </testsuite>",
      "</testsuites>",
      "",
    ]);
    const [row] = rowsIn(toCsv([{ index: 0, ok: true, report: least }]));
    expect(row).toMatchObject({ ignored: "", factErrors: "" });
    expect(toMarkdown(least)).toBe(`# ${head.join("\n\n").replaceAll(", ", " · ")}\n`);
  });

  it("of 0.1.0, which had no text of its own on the consequences, says the way out", () => {
    const { text: _, ...consequences } = reportOfEverything.consequences!;
    const old = { ...reportOfEverything, consequences } as Report<string>;
    expect(toText(old)).toContain("CONSEQUENCES\n  - lost: Buy\n");
    expect(toMarkdown(old)).toContain("## Consequences\n\nMove.\n");
    const { track, text } = reportOfEverything.consequences!.wayOut;
    const lean = {
      ...reportOfEverything,
      consequences: { status: "restricted", wayOut: { track, text } },
    };
    expect(toText(lean as never)).toContain("CONSEQUENCES\n  Move.\n");
  });
});

describe("text", () => {
  const bare: Report<string> = {
    ...reportOfEverything,
    edition: { id: "2018-08-31", from: "2018-08-31", notes: [] },
    findings: [],
    missingFacts: [],
    nextSteps: [],
  };
  const said = (profileId: string): string[] => {
    const { ignored: _i, factErrors: _f, consequences: _c, ...rest } = bare;
    return toText({ ...rest, profileId })
      .split("\n")
      .slice(1, -1);
  };
  const question = "track remain, as of 2020-09-02, edition 2018-08-31";

  it("fills lines to 80 characters, and breaks no word", () => {
    const fits = "x".repeat(80 - question.length - 2);
    expect(said(fits)).toEqual([`${fits}, ${question}`]);
    expect(said(`${fits}x`)).toEqual([
      `${fits}x, ${question.replace(" 2018-08-31", "")}`,
      "2018-08-31",
    ]);
    const long = "y".repeat(100);
    expect(said(`a ${long} b`)).toEqual(["a", long, `b, ${question}`]);
    expect(said(`${long} b`)).toEqual([long, `b, ${question}`]);
  });

  it("begins no line with a blank, whatever the text", () => {
    const lines = said(`  x  y ${"z".repeat(80)}  `);
    expect(lines).toEqual(["x y", "z".repeat(80), `, ${question}`]);
  });

  it("is on one line, without what turns its direction", () => {
    expect(said("a\n\r\u2028b \u202Ec")).toEqual([`a b c, ${question}`]);
  });

  it("names a key of blanks, too", () => {
    const ignored = [{ path: " \n", message: "No", code: "rejected", values: {} }] as const;
    expect(toText({ ...bare, ignored: [...ignored] })).toContain('  - "": No');
  });

  it("indents what follows as far as the words before it", () => {
    const steps = Array.from({ length: 10 }, (_, index) => ({
      ruleId: "a",
      actor: "partner",
      text: index < 9 ? "Do." : `${"word ".repeat(20)}end.`,
    })) as Report<string>["nextSteps"];
    const lines = toText({ ...bare, nextSteps: steps }).split("\n");
    expect(lines.filter((line) => /^ *\d+\. /.test(line)).slice(8)).toEqual([
      "  9. partner: Do.",
      ` 10. partner: ${"word ".repeat(13).trim()}`,
    ]);
    expect(lines).toContain(`     ${"word ".repeat(7)}end.`);
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
  it.each([
    ["https://a.b", "https:/\u2060/a.b"],
    ["see www.a.b", "see www\u2060.a.b"],
    ["a@b", "a\u2060\\@b"],
    [" a ", "a"],
    ["a\n\rb", "a b"],
    ["12. a", "12\\. a"],
    ["3) a", "3\\) a"],
    ["a 1. b", "a 1. b"],
    ["+ a", "\\+ a"],
    ["GH-1 and xGH-1", "GH\\-1 and xGH-1"],
    [":a: b", "\\:a: b"],
  ])("writes %j as %j", (profileId, written) => {
    expect(toMarkdown({ ...reportOfEverything, profileId }).split("\n")[2]).toBe(
      `${written} · track remain · as of 2020-09-02 · edition 2018-08-31`,
    );
  });

  it("names even a key without a character", () => {
    const lenient = { asOf: "2020-09-02", onInvalid: "unknown" } as const;
    const source = toMarkdown(evaluateSync({ "": 1 } as unknown, lenient));
    expect(source).toContain('- **""**: Unknown key ""');
  });
});

describe("what lies ahead", () => {
  const partner: PartnerProfile = { support: { firstLevel: true } };
  const remain = { asOf: "2020-09-02", track: "remain" } as const;

  const day: Omit<Span<string>, "from"> = {
    outcome: "eligible",
    edition: "2020-10-27",
    statuses: {},
    changes: [],
  };
  const spans: Timeline<string> = {
    spans: [
      { ...day, from: "2020-11-01", until: "2020-11-02" },
      {
        ...day,
        from: "2020-11-02",
        until: "2020-11-04",
        changes: [
          {
            ruleId: "a",
            before: "met",
            after: "unmet",
            because: ["support.plan.endsOn", "edition"],
          },
          { ruleId: "b", after: "not-due", because: ["edition"] },
          { ruleId: "c", before: "unknown", because: ["edition"] },
        ],
      },
      { ...day, from: "2020-11-04" },
    ],
  };
  const question = { label: "It", help: "Help.", settles: false } as const;
  const asked: Question<string>[] = [
    {
      ...question,
      fact: "support.plan",
      question: "Is there one?",
      neededBy: ["a", "b"],
      answers: [
        { label: "there is one" },
        { label: "There is none. So be it.", value: null, outcome: "ineligible" },
      ],
    },
    {
      ...question,
      fact: "support.firstLevel",
      question: "And help?",
      neededBy: ["c"],
      answers: [],
    },
  ];
  const need = { fact: "support.plan", label: "It", on: "2020-09-02" } as const;
  const step: Omit<PlanStep<string>, "ruleId" | "needs"> = {
    title: "X",
    actor: "partner",
    text: "Do it.",
    after: [],
    alternatives: [],
    notBefore: "2020-09-02",
  };
  const way: Plan<string> = {
    outcome: "on-track",
    earliest: "2020-09-03",
    blockers: [{ ruleId: "z", title: "Z", text: "It is late." }],
    notes: ["One.", "Two."],
    steps: [
      {
        ...step,
        ruleId: "x",
        actor: "microsoft",
        needs: [
          { ...need, value: true, now: null },
          { ...need, value: [], now: false },
          { ...need, value: 3, unit: "hours" },
          { ...need, value: 1, now: 2, unit: "services" },
          { ...need, value: { type: "ASfP", purchasedOn: "2020-09-02" } },
        ],
      },
      {
        ...step,
        ruleId: "y",
        title: "Y",
        needs: [
          { ...need, fact: "company.country", value: "SE" },
          { ...need, fact: "membership.solutionsPartnerDesignations", value: ["a", "b"] },
        ],
        alternatives: [
          {
            ...need,
            fact: "membership.locationIds",
            value: [
              { id: "1", active: true },
              { id: "2", active: false },
            ],
          },
        ],
      },
    ],
  };

  it("reads like this as text", () => {
    const plan2020 = { type: "PSfP", purchasedOn: "2019-07-01", endsOn: "2020-09-30" } as const;
    const until2021 = timeline(
      { support: { plan: plan2020 } },
      {
        from: "2020-09-02",
        until: "2020-10-20",
        track: "remain",
      },
    );
    expect(toText(until2021)).toMatchInlineSnapshot(`
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

  it("reads like this as Markdown", () => {
    expect(toMarkdown(spans)).toMatchInlineSnapshot(`
      "# What happens if nothing is done

      ## On 2020-11-01: eligible

      ## 2020-11-02 to 2020-11-03: eligible

      - a: met → unmet, because of support.plan.endsOn, edition
      - b: not in force → not-due, because of edition
      - c: unknown → no longer in force, because of edition

      ## From 2020-11-04 on: eligible
      "
    `);
    expect(toMarkdown(asked)).toMatchInlineSnapshot(`
      "# What to ask next

      ## Questions

      1. Is there one? (for a, b)
         - there is one
         - There is none. So be it: ineligible
      2. And help? (for c)
      "
    `);
    expect(toMarkdown(way)).toMatchInlineSnapshot(`
      "# Possible from 2020-09-03 on; now on-track

      ## Steps

      1. X (Microsoft decides): Do it.
         - It: yes (now none), from 2020-09-02 on
         - It: none (now no), from 2020-09-02 on
         - It: 3 hours, from 2020-09-02 on
         - It: 1 service (now 2), from 2020-09-02 on
         - It: type ASfP, purchased on 2020-09-02, from 2020-09-02 on
         - not before 2020-09-02
      2. Y: Do it.
         - It: for example SE, from 2020-09-02 on
         - It: for example a; b, from 2020-09-02 on
         - or instead It: for example id 1, active yes; id 2, active no, from 2020-09-02 on
         - not before 2020-09-02

      ## In the way

      - Z: It is late.

      ## Assumed

      - One.
      - Two.
      "
    `);
  });

  it("says what each change is, of one day and of several", () => {
    expect(toText(spans)).toMatchInlineSnapshot(`
      "What happens if nothing is done

      On 2020-11-01: eligible

      2020-11-02 to 2020-11-03: eligible
        - a: met → unmet, because of support.plan.endsOn, edition
        - b: not in force → not-due, because of edition
        - c: unknown → no longer in force, because of edition

      From 2020-11-04 on: eligible
      "
    `);
  });

  it("puts an outcome behind an answer, even one that is a sentence", () => {
    expect(toText(asked)).toMatchInlineSnapshot(`
      "What to ask next

      Questions
        1. Is there one? (for a, b)
           - there is one
           - There is none. So be it: ineligible
        2. And help? (for c)
      "
    `);
  });

  it("writes values as people read them", () => {
    expect(toText(way)).toMatchInlineSnapshot(`
      "Possible from 2020-09-03 on; now on-track

      Steps
        1. X (Microsoft decides): Do it.
           - It: yes (now none), from 2020-09-02 on
           - It: none (now no), from 2020-09-02 on
           - It: 3 hours, from 2020-09-02 on
           - It: 1 service (now 2), from 2020-09-02 on
           - It: type ASfP, purchased on 2020-09-02, from 2020-09-02 on
           - not before 2020-09-02
        2. Y: Do it.
           - It: for example SE, from 2020-09-02 on
           - It: for example a; b, from 2020-09-02 on
           - or instead It: for example id 1, active yes; id 2, active no, from
             2020-09-02 on
           - not before 2020-09-02

      In the way
        - Z: It is late.

      Assumed
        - One.
        - Two.
      "
    `);
  });

  it("has no value that nests without end", () => {
    const nesting = (value: unknown): Plan<string> => ({
      ...way,
      steps: [{ ...step, ruleId: "x", needs: [{ ...need, value }] }],
    });
    expect(toText(nesting([{ id: [] }]))).toContain("It: id none");
    expect(() => toText(nesting([{ id: ["a"] }]))).toThrow(
      expect.objectContaining({
        cause: expect.objectContaining({ message: "A value of a fact nests less deep" }),
      }),
    );
  });

  it("is nothing where nothing is to be done or asked", () => {
    const done: Plan<string> = { ...way, steps: [], blockers: [], notes: [] };
    expect(toText(done)).toBe("Nothing to do\n");
    const { earliest: _earliest, ...never } = done;
    expect(toMarkdown(never)).toBe("# No way within two years; now on-track\n");
    expect(toMarkdown([])).toBe("# Nothing more to ask\n");
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
  it("is not green where no requirement is in force", () => {
    const advice = { ...rules[0]!, kind: "recommendation", from: "2020-01-01", until: undefined };
    const report = evaluateSync({}, { asOf: "2020-09-02", rules: [advice as never] });
    expect(report.outcome).toBe("undetermined");
    const [suite] = suitesIn(toJUnit(report));
    expect([suite!.tests, suite!.errors, suite!.testcase.length]).toEqual(["2", "1", 2]);
    expect(toJUnit(report)).toContain('<error message="No requirement is in force."/>');
  });

  it("replaces what XML cannot hold, and names a report without a company by its place", () => {
    const { profileId: _, ...nameless } = reportOfEverything;
    const xml = toJUnit([{ ...nameless, profileId: "a\u0000\tb" }, nameless, nameless]);
    expect(xml).toContain('classname="csp-direct-bill-rules.a\uFFFD&#9;b.remain.2020-09-02"');
    expect(xml).not.toContain('classname="csp-direct-bill-rules.1.');
    expect(xml).toContain('classname="csp-direct-bill-rules.2.remain.2020-09-02"');
    expect(xml).toContain('classname="csp-direct-bill-rules.3.remain.2020-09-02"');
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
    const advice = reportOfEverything.findings.filter(({ kind }) => kind === "recommendation");
    const xml = toJUnit([reportOfEverything, { ...reportOfEverything, findings: advice }]);
    expect(suitesIn(xml)).toHaveLength(2);
    expect(xml).toContain('<testsuites tests="10" failures="1" errors="2" skipped="6">');
    expect(toJUnit([])).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites tests="0" failures="0" errors="0" skipped="0">',
        "</testsuites>",
        "",
      ].join("\n"),
    );
  });
});

describe("CSV", () => {
  it("has a row for each result, with the same columns for each question", () => {
    const profiles = [{ id: "1" }, { id: "2", oops: 1 }, "{broken"];
    const results = [...evaluateMany(profiles, { asOf: "2020-09-02", track: "remain" })];
    const rows = rowsIn(toCsv(results));
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
    expect(rowsIn(toCsv(unmet))[0]).toMatchObject({
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
    expect(rowsIn(toCsv(half))[0]).toMatchObject({ ignored: "company.country", error: "" });
    expect(rowsIn(toCsv([{ index: 0, ok: true, report: reportWith("x") }]))[0]).toMatchObject({
      factErrors: "support.plan",
    });
    const later = [...evaluateMany([{}], { asOf: "2026-03-01" })];
    expect(Object.keys(rowsIn(toCsv(later))[0]!)).toEqual(Object.keys(rows[0]!));
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
    const [row] = rowsIn(toCsv(evaluateMany([{ id }], { asOf: "2020-09-02" })));
    expect(row!["profileId"]).toBe(`'${id}`);
  });

  it("has these columns", () => {
    const header =
      "index,profileId,track,asOf,edition,outcome,met,unmet,unknown,not-due,not-applicable," +
      "unmetRules,unknownRules,missingFacts,nextSteps,ignored,factErrors,error\r\n";
    expect(toCsv([])).toBe(header);
    const failed = { index: 3, ok: false, error: new Error("x".repeat(6000)) } as const;
    const row = `3,${",".repeat(16)}${"x".repeat(4999)}…\r\n`;
    expect(toCsv([failed])).toBe(`${header}${row}`);
    expect(toCsv([failed, failed], { header: false })).toBe(`${row}${row}`);
  });

  it.each([
    ["a,b", '"a,b"'],
    // Some readers split at semicolons.
    ["a;b", '"a;b"'],
    ['a"b"', '"a""b"""'],
    [" a", '" a"'],
    ["a ", '"a "'],
    ["a\u0001b", '"a\u0001b"'],
    ["a b'c", "a b'c"],
    ["a=b", "a=b"],
    ["a\t=b", '"a\t=b"'],
    ["\t\u200B\u0000 @a", '"\'\t\u200B\u0000 @a"'],
  ])("writes %j as %j", (profileId, written) => {
    const error = new Error("failed");
    const [line] = toCsv([{ index: 0, profileId, ok: false, error }], { header: false }).split(
      "\r\n",
    );
    expect(line).toBe(`0,${written}${",".repeat(16)}failed`);
  });

  it("refuses options that are none, and what is no list", () => {
    const message = "Expected { header: true } or { header: false }";
    const unreadable = {
      get header(): boolean {
        throw new Error("no");
      },
    };
    for (const options of [null, unreadable])
      expect(() => toCsv([], options as never)).toThrow(
        expect.objectContaining({
          name: "InvalidOptionsError",
          issues: [{ path: "", message, code: "wrong-type", values: { expected: "object" } }],
        }),
      );
    expect(() => toCsv(5 as never)).toThrow("Expected an iterable of results");
  });
});

it("formats what evaluate returns, of both kinds", async () => {
  const report = await evaluate({}, { asOf: "2020-09-02", detail: "lean" });
  for (const write of [toText, toMarkdown, toJUnit])
    expect(write(report)).not.toContain("undefined");
});

const [aFinding] = reportOfEverything.findings;
/** What fails, in a word. */
function causeOf(what: string): RegExp {
  if (what.includes("outcome")) return /outcome/;
  return what.includes("finding") ? /status/ : /listed/;
}
it.each([
  ["another outcome", { outcome: "fine" }],
  ["an outcome that every object has", { outcome: "toString" }],
  ["a finding of another status", { findings: [aFinding, { ...aFinding, status: "fine" }] }],
  ["a finding of another kind", { findings: [{ ...aFinding, status: "unmet", kind: "x" }] }],
  ["a next step that is none", { nextSteps: [null] }],
  ["a missing fact that is none", { missingFacts: ["company.country"] }],
  ["something ignored that is none", { ignored: [undefined] }],
  ["an error that is none", { factErrors: ["Failed"] }],
])("refuses a report with %s", (what, change) => {
  const report = { ...reportOfEverything, ...change } as never;
  for (const write of [toText, toMarkdown, toJUnit])
    expect(() => write(report)).toThrow(InvalidReportError);
  const csv = (): string => toCsv([{ index: 0, ok: true, report }]);
  expect(csv).toThrow(
    expect.objectContaining({
      name: "InvalidReportError",
      cause: expect.objectContaining({ message: expect.stringMatching(causeOf(what)) }),
    }),
  );
});

it.each<[string, (value: never) => string]>([
  ["a report, a timeline, questions or a plan", toText],
  ["a report, a timeline, questions or a plan", toMarkdown],
  ["a report or a list of reports", toJUnit],
  ["a result", (value) => toCsv([value])],
])("says that it expected %s", (expected, write) => {
  for (const value of [null, 5, { ok: true }])
    expect(() => write(value as never)).toThrow(`Expected ${expected}, as this package makes it`);
});
