import type {
  ConditionResult,
  FactId,
  Finding,
  Report,
  RuleId,
  Status,
  Truth,
} from "../../src/index.ts";
import { resolveSource } from "../../src/rules/sources.ts";
import { rulesInForce } from "../../src/rules/in-force.ts";
import { parseProfile } from "../../src/schema/profile.ts";
import { factIds } from "../../src/schema/facts.ts";

// What a team would write without a rule engine, for one edition and track: the limit of speed. The
// logic is code; only the words come from the rules. It returns the very report of evaluateSync.

type Leaf = Extract<ConditionResult, { fact: FactId }>;

const edition = { id: "2018-08-31", from: "2018-08-31" } as const;

const words = new Map(
  rulesInForce({ edition: edition.id }).map((rule) => [
    rule.id,
    { rule, sources: rule.sources.map(resolveSource), inForce: { from: rule.from } },
  ]),
);

function leaf(
  fact: FactId,
  operator: string,
  expected: unknown,
  actual: unknown,
  result: Truth,
): Leaf {
  return actual === undefined
    ? { fact, operator, expected, result }
    : { fact, operator, expected, actual, result };
}

function compare(actual: unknown, expected: unknown, holds: boolean): Truth {
  if (actual === null || expected === null) return false;
  return actual === undefined || expected === undefined ? "unknown" : holds;
}

const is = (fact: FactId, actual: unknown, expected: unknown): Leaf =>
  leaf(fact, "equal", expected, actual, compare(actual, expected, actual === expected));

const isIn = (fact: FactId, actual: unknown, expected: readonly string[]): Leaf =>
  leaf(
    fact,
    "in",
    expected,
    actual,
    compare(actual, expected, expected.includes(actual as string)),
  );

const atLeast = (fact: FactId, actual: number | undefined, expected: number): Leaf =>
  leaf(
    fact,
    "greaterThanInclusive",
    expected,
    actual,
    compare(actual, expected, actual! >= expected),
  );

const against = (fact: FactId, value: unknown): object =>
  value === undefined ? { fact } : { fact, value };

function all(...children: ConditionResult[]): ConditionResult {
  let result: Truth = true;
  for (const child of children) {
    if (child.result === false) return { all: children, result: false };
    if (child.result === "unknown") result = "unknown";
  }
  return { all: children, result };
}

function any(...children: ConditionResult[]): ConditionResult {
  let result: Truth = false;
  for (const child of children) {
    if (child.result === true) return { any: children, result: true };
    if (child.result === "unknown") result = "unknown";
  }
  return { any: children, result };
}

/** The unknown leaves of a flat condition. */
function openFacts(condition: ConditionResult): FactId[] {
  const leaves = (
    "all" in condition ? condition.all : "any" in condition ? condition.any : []
  ) as Leaf[];
  const open: FactId[] = [];
  for (const { result, fact, expected, ...rest } of leaves) {
    if (result !== "unknown") continue;
    if (!("actual" in rest)) open.push(fact);
    const other = expected as { fact?: FactId; value?: unknown };
    if (other.fact !== undefined && other.value === undefined) open.push(other.fact);
  }
  return open;
}

interface Judged {
  status: Status;
  evidence: ConditionResult;
  missing: FactId[];
}

function judge(evidence: ConditionResult, due?: Truth, askDue: FactId[] = []): Judged {
  if (evidence.result === true) return { status: "met", evidence, missing: [] };
  if (due === false) return { status: "not-due", evidence, missing: [] };
  if (due !== "unknown" && evidence.result === false)
    return { status: "unmet", evidence, missing: [] };
  const open = [...(evidence.result === "unknown" ? openFacts(evidence) : []), ...askDue];
  return { status: "unknown", evidence, missing: open };
}

function finding(id: RuleId, { status, evidence, missing }: Judged): Finding {
  const { rule, sources, inForce } = words.get(id)!;
  const { title, kind, actor, messages, remedy, notes } = rule;
  return {
    ruleId: id,
    title,
    kind,
    actor,
    status,
    message: messages[status]!,
    ...(status === "met" ? {} : { remedy }),
    evidence,
    missing,
    inForce,
    ...(notes && { notes }),
    sources,
  };
}

/** The report of the first edition, track enroll. */
export function handWritten(input: unknown, asOf: string): Report {
  const profile = parseProfile(input);
  const { membership, company, authority, support, services, operations, enrollment } = profile;
  const country = company?.country;
  const locations = membership?.locationIds;
  const countries = locations && [
    ...new Set(locations.filter(({ active }) => active).map((l) => l.country)),
  ];
  const plan = support?.plan;
  const type = plan === null ? null : plan?.type;
  const purchasedOn = plan === null ? null : plan?.purchasedOn;
  const endsOn = plan === null ? null : plan?.endsOn;
  const credit = profile.creditCheck?.status ?? "not-started";
  const notifiedOn = profile.creditCheck?.notifiedOn;
  const eligibility = enrollment?.eligibility ?? "not-started";
  const business = enrollment?.businessInformation ?? "not-started";
  const decided = (status: string): boolean => status === "verified" || status === "rejected";

  const hasId = leaf(
    "membership.activeLocationCountries",
    "contains",
    against("company.country", country),
    countries,
    compare(countries, country, countries?.includes(country!) === true),
  );
  const partnerId = judge(all(hasId));
  if (partnerId.status === "unknown") {
    partnerId.missing = [
      ...(locations === undefined ? (["membership.locationIds"] as const) : []),
      ...(country === undefined ? (["company.country"] as const) : []),
    ];
  }
  const later: Truth =
    purchasedOn === notifiedOn && purchasedOn !== undefined
      ? "unknown"
      : compare(purchasedOn, notifiedOn, purchasedOn! > notifiedOn!);

  const findings: Finding[] = [
    finding("partner-id", partnerId),
    finding(
      "legal-authority",
      judge(
        all(
          is("authority.acceptAgreements", authority?.acceptAgreements, true),
          is("authority.signAgreements", authority?.signAgreements, true),
        ),
      ),
    ),
    finding("first-level-support", judge(all(is("support.firstLevel", support?.firstLevel, true)))),
    finding(
      "managed-service",
      judge(
        any(
          atLeast("services.managedServices", services?.managedServices, 1),
          atLeast("services.ipServices", services?.ipServices, 1),
          atLeast("services.customerSolutions", services?.customerSolutions, 1),
        ),
      ),
    ),
    finding(
      "customer-billing",
      judge(
        all(
          is("operations.customerBilling", operations?.customerBilling, true),
          is("operations.customerProvisioning", operations?.customerProvisioning, true),
        ),
      ),
    ),
    finding(
      "eligibility-questionnaire",
      judge(
        all(
          is("enrollment.questionnaire", enrollment?.questionnaire ?? "not-started", "completed"),
        ),
      ),
    ),
    finding(
      "enrollment-application",
      judge(
        all(is("enrollment.application", enrollment?.application ?? "not-started", "submitted")),
      ),
    ),
    finding(
      "eligibility-verification",
      judge(all(is("enrollment.eligibility", eligibility, "verified")), decided(eligibility)),
    ),
    finding(
      "business-verification",
      judge(all(is("enrollment.businessInformation", business, "verified")), decided(business)),
    ),
    finding(
      "credit-check",
      judge(
        all(is("creditCheck.status", credit, "passed")),
        credit === "passed" || credit === "failed",
      ),
    ),
    finding(
      "support-plan",
      judge(
        all(
          isIn("support.plan.type", type, ["ASfP", "PSfP"]),
          leaf(
            "support.plan.purchasedOn",
            "onOrBefore",
            { fact: "asOf", value: asOf },
            purchasedOn,
            compare(purchasedOn, asOf, purchasedOn! <= asOf),
          ),
          leaf(
            "support.plan.endsOn",
            "onOrAfter",
            { fact: "asOf", value: asOf },
            endsOn,
            compare(endsOn, asOf, endsOn! >= asOf),
          ),
        ),
        credit === "passed",
      ),
    ),
    finding(
      "support-plan-sequence",
      judge(
        all(
          is("creditCheck.status", credit, "passed"),
          leaf(
            "support.plan.purchasedOn",
            "later",
            against("creditCheck.notifiedOn", notifiedOn),
            purchasedOn,
            later,
          ),
        ),
        plan === undefined ? "unknown" : plan !== null,
        plan === undefined ? ["support.plan"] : [],
      ),
    ),
  ];
  return assemble(profile.id, asOf, findings);
}

function assemble(profileId: string | undefined, asOf: string, findings: Finding[]): Report {
  const counts = { met: 0, unmet: 0, unknown: 0, "not-due": 0, "not-applicable": 0 };
  let unmet = false;
  let unknown = false;
  let open = false;
  const neededBy = new Map<FactId, RuleId[]>();
  const nextSteps: Report["nextSteps"] = [];
  for (const { ruleId, kind, status, missing, actor, remedy } of findings) {
    counts[status] += 1;
    for (const fact of missing) neededBy.set(fact, [...(neededBy.get(fact) ?? []), ruleId]);
    if (kind === "recommendation") continue;
    if (status === "unmet") nextSteps.push({ ruleId, actor, text: remedy! });
    if (kind === "requirement") {
      unmet ||= status === "unmet";
      unknown ||= status === "unknown";
      open ||= status === "not-due";
    } else open ||= status !== "met";
  }
  const outcome = unmet ? "ineligible" : unknown ? "undetermined" : open ? "on-track" : "eligible";
  const missingFacts = [...neededBy]
    .map(([fact, rules]) => ({ fact, neededBy: rules }))
    .toSorted(
      (a, b) =>
        b.neededBy.length - a.neededBy.length || factIds.indexOf(a.fact) - factIds.indexOf(b.fact),
    );
  return {
    schemaVersion: 1,
    ...(profileId !== undefined && { profileId }),
    track: "enroll",
    asOf,
    edition,
    outcome,
    counts,
    findings,
    missingFacts,
    nextSteps,
  };
}
