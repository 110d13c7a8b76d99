import {
  type EvaluateOptions,
  type Need,
  type PartnerProfile,
  type Plan,
  type Question,
  type Timeline,
  type Track,
  bounds,
  plan,
  questions,
  timeline,
} from "../../src/index.ts";
import { withValueAt } from "../../src/profile/with-value-at.ts";
import { lateApplicant, smallPartner } from "../foresight/nearly-there.ts";
import { goodCases, goodIn2025, goodProfile, newApplicant } from "../profiles.ts";

/** A company, and a question about it. */
interface Company {
  readonly name: string;
  readonly profile: PartnerProfile;
  readonly options: EvaluateOptions & { readonly asOf: string };
}

const json = (value: unknown): string => JSON.stringify(value) ?? "absent";

/** A profile with some facts changed; undefined removes one. */
function withFacts(profile: PartnerProfile, facts: Readonly<Record<string, unknown>>) {
  return Object.entries(facts).reduce<PartnerProfile>(
    (known, [fact, value]) => withValueAt(known, fact, value),
    profile,
  );
}

const unknown: Company[] = goodCases.map(({ asOf, track }) => ({
  name: `Nothing is known, ${track} on ${asOf}`,
  profile: {},
  options: { asOf, track },
}));

const complete: Company[] = goodCases.map(({ asOf, track, profile }) => ({
  name: `Everything is met, ${track} on ${asOf}`,
  profile,
  options: { asOf, track },
}));

type Row = [name: string, profile: PartnerProfile, facts: Record<string, unknown>];

/** Companies in the list of a day, each with what is different about it. */
function on(asOf: string, track: Track, rows: readonly Row[]): Company[] {
  return rows.map(([name, profile, facts]) => ({
    name: `${name}, ${track} on ${asOf}`,
    profile: withFacts(profile, facts),
    options: { asOf, track },
  }));
}

const { onboardedOn: _, ...application } = goodProfile.enrollment;
const applied: PartnerProfile = { ...goodProfile, enrollment: application };

const move: PartnerProfile = {
  transition: {
    profileCurrent: true,
    tenant: "existing",
    directBillStatus: "active",
    customers: { total: 5 },
    subscriptions: { transferable: 3, notTransferable: 2 },
  },
};

/** Companies, each in the list of a day: some meet everything, most are short of something, of some nothing is known. */
export const companies: readonly Company[] = [
  ...complete,
  ...on("2020-09-02", "enroll", [
    ["Nothing of the procedure is started", newApplicant, {}],
    [
      "The credit check is pending",
      applied,
      { creditCheck: { status: "pending" }, "support.plan": null },
    ],
    ["The credit check failed", applied, { creditCheck: { status: "failed" } }],
    ["The notice has no day", applied, { creditCheck: { status: "passed" } }],
    [
      "The plan was bought with the notice",
      applied,
      { "support.plan.purchasedOn": "2020-08-28", "support.plan.renewedOn": undefined },
    ],
    [
      "The plan was bought on an unknown day",
      applied,
      { "support.plan": { type: "ASfP", endsOn: "2021-08-28" } },
    ],
    [
      "The plan ends before the notice comes",
      applied,
      {
        creditCheck: { status: "pending" },
        "support.plan": { type: "ASfP", purchasedOn: "2019-10-01", endsOn: "2020-09-30" },
      },
    ],
    [
      "The plan is to be bought later",
      applied,
      { "support.plan": { type: "PSfP", purchasedOn: "2020-10-05", endsOn: "2021-10-04" } },
    ],
    [
      "The plan does not count",
      applied,
      { "support.plan": { type: "Unified", purchasedOn: "2020-09-01", endsOn: "2021-08-31" } },
    ],
    ["Only the day of the application is unknown", applied, { "enrollment.appliedOn": undefined }],
    [
      "The location lies in another country",
      applied,
      { "membership.locationIds": [{ id: "1000000", country: "NO", active: true }] },
    ],
  ]),
  ...on("2020-11-02", "enroll", [
    [
      "The revenue is too low",
      applied,
      { "trailingRevenue.indirectReseller": { cloudUsd: 100_000, perpetualSoftwareUsd: 20_000 } },
    ],
    [
      "The revenue is not known in full",
      applied,
      { "trailingRevenue.indirectReseller.perpetualSoftwareUsd": undefined },
    ],
  ]),
  ...on("2021-06-15", "enroll", [
    [
      "The first transaction is eight months ago",
      applied,
      { "indirectReseller.transactingSince": "2020-10-15" },
    ],
    ["There has been no transaction", newApplicant, { "indirectReseller.transactingSince": null }],
  ]),
  ...on("2025-12-10", "enroll", [
    ["The plan and the agreement are missing", lateApplicant, {}],
    ["The assessment failed", lateApplicant, { "capabilitiesAssessment.result": "failed" }],
    [
      "The assessment was before the application",
      lateApplicant,
      { "capabilitiesAssessment.on": "2025-11-01" },
    ],
    [
      "The application is to be made",
      lateApplicant,
      { enrollment: {}, creditCheck: undefined, capabilitiesAssessment: undefined },
    ],
    ["The security is unknown", lateApplicant, { security: undefined }],
    ["The vetting has begun", lateApplicant, { "vetting.status": "pending" }],
  ]),
  ...on("2020-09-02", "remain", [
    ["Each part of the operations is unknown", goodProfile, { operations: undefined }],
    [
      "There is no service",
      goodProfile,
      { services: { managedServices: 0, ipServices: 0, customerSolutions: 0 } },
    ],
    ["The country is unknown", goodProfile, { company: undefined }],
    [
      "No location is active",
      goodProfile,
      { "membership.locationIds": [{ id: "1000000", country: "SE", active: false }] },
    ],
    [
      "The plan ends in a month",
      goodProfile,
      { "support.plan": { type: "ASfP", purchasedOn: "2019-10-01", endsOn: "2020-10-01" } },
    ],
  ]),
  ...on("2026-03-01", "remain", [
    ["The plan is one that the sources leave open", goodIn2025, { "support.plan.type": "Unified" }],
    ["Four of fifty accounts are protected", goodIn2025, { "security.adminAccounts": 50 }],
    ["Alerts are answered too late", goodIn2025, { "security.alertResponseHours": 40 }],
    [
      "The day of onboarding is unknown",
      goodIn2025,
      { "enrollment.onboardedOn": undefined, security: {} },
    ],
    ["The tenant is suspended", goodIn2025, { "transition.directBillStatus": "suspended" }],
    ["The revenue is unknown", goodIn2025, { trailingRevenue: { endsOn: "2026-02-28" } }],
    ["The revenue has no day", goodIn2025, { "trailingRevenue.endsOn": undefined }],
    ["There is no designation", goodIn2025, { "membership.solutionsPartnerDesignations": [] }],
  ]),
  ...on("2025-11-20", "remain", [["A small partner", smallPartner, {}]]),
  ...on("2025-12-10", "transition", [
    ["The move is not asked for", move, {}],
    [
      "The move is approved",
      move,
      {
        "transition.tenant": undefined,
        "transition.directBillStatus": "restricted",
        "transition.enrollment": "approved",
      },
    ],
    [
      "Half of the customers are moved",
      move,
      {
        "transition.directBillStatus": "restricted",
        "transition.enrollment": "approved",
        "transition.providerAccepted": true,
        "transition.customers": { total: 5, consented: 2, extended: 1 },
        "transition.subscriptions": {
          transferable: 3,
          transferred: 1,
          notTransferable: 2,
          boughtAgain: 0,
        },
      },
    ],
    [
      "There is nothing to move",
      move,
      {
        "transition.customers.total": 0,
        "transition.subscriptions": { transferable: 0, notTransferable: 0 },
      },
    ],
  ]),
  ...unknown,
];

function renderQuestion({ fact, neededBy, answers, settles }: Question): string[] {
  const head = `ask ${fact} for ${neededBy.join(" ")}${settles ? ", which settles it" : ""}`;
  return [
    head,
    ...answers.map(({ label, outcome, ranges, ...rest }) => {
      const range = ranges === undefined ? "" : ` in ${json(ranges)}`;
      return `  "${label}" = ${json("value" in rest ? rest.value : undefined)}${range}: ${outcome ?? "open"}`;
    }),
  ];
}

const renderNeed = ({ fact, now, value, on: day }: Need): string =>
  `${fact} from ${json(now)} to ${json(value)} on ${day}`;

function renderPlan({ outcome, earliest, steps, blockers, notes }: Plan): string[] {
  return [
    `plan from ${outcome} to eligible on ${earliest ?? "no day"}`,
    ...steps.flatMap(({ ruleId, actor, text, after, needs, alternatives, notBefore }) => [
      `  ${ruleId} by ${actor} on ${notBefore}${after.length > 0 ? ` after ${after.join(" ")}` : ""}: ${text}`,
      ...needs.map((need) => `    ${renderNeed(need)}`),
      ...alternatives.map((need) => `    or ${renderNeed(need)}`),
    ]),
    ...blockers.map(({ ruleId, text }) => `  blocked by ${ruleId}: ${text}`),
    ...notes.map((note) => `  note: ${note}`),
  ];
}

function renderTimeline({ spans }: Timeline): string[] {
  return spans.flatMap(({ from, until, edition, outcome, changes }) => [
    `from ${from} until ${until ?? "further notice"}: ${outcome} in ${edition}`,
    ...changes.map(
      ({ ruleId, before, after, because }) =>
        `  ${ruleId} from ${before ?? "nothing"} to ${after ?? "nothing"} because of ${because.join(" ")}`,
    ),
  ]);
}

/** What lies ahead of a company. */
export function renderOutlook({ profile, options }: Company): string {
  const { best, worst, exact } = bounds(profile, options);
  const { asOf: from, ...rest } = options;
  return [
    `bounds ${best} to ${worst}${exact ? ", found" : ""}`,
    ...questions(profile, options).flatMap(renderQuestion),
    ...renderPlan(plan(profile, options)),
    ...renderTimeline(timeline(profile, { from, ...rest })),
  ].join("\n");
}

/** What lies ahead of all of them, in sections. */
export function renderOutlooks(): string {
  const sections = companies.map(
    (company) => `## ${company.name}\n\n\`\`\`text\n${renderOutlook(company)}\n\`\`\`\n`,
  );
  return `# What lies ahead of some companies\n\n${sections.join("\n")}`;
}

/** What such a page says of a company; undefined if it does not name it. */
export function sectionOf(page: string, name: string): string | undefined {
  const [, section] = page.split(`## ${name}\n\n\`\`\`text\n`);
  return section?.split("\n```\n")[0];
}
