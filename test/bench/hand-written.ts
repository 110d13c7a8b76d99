import type {
  ConditionResult,
  FactId,
  Finding,
  PartnerProfile,
  Report,
  RuleId,
  Status,
  Truth,
} from "../../src/index.ts";
import { draftsOf } from "../../src/findings/finding.ts";
import { rulesInForce } from "../../src/rules/in-force.ts";
import { fullMonths } from "../../src/facts/calendar.ts";
import { positionOf } from "../../src/schema/facts.ts";
import { readProfile } from "../../src/schema/profile-schema.ts";

// What a team would write without a rule engine, for one edition and track: the limit of speed. The
// logic is code; only the words come from the rules. It returns the very report of evaluateSync.

type Leaf = Extract<ConditionResult, { fact: FactId }>;

const edition = { id: "2025-10-01", from: "2025-10-01" } as const;

/** What a finding says of its rule, by rule and status. */
const words = new Map<RuleId, Record<Status, Finding<string>>>(
  rulesInForce({ edition: edition.id }).map((rule) => [rule.id, draftsOf(rule)]),
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

const atMost = (fact: FactId, actual: number | undefined, expected: number): Leaf =>
  leaf(fact, "lessThanInclusive", expected, actual, compare(actual, expected, actual! <= expected));

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
  for (const { result, fact, expected, actual } of leaves) {
    if (result !== "unknown") continue;
    if (actual === undefined) open.push(fact);
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

const judged = (status: Status, evidence: ConditionResult, missing: FactId[] = []): Judged => ({
  status,
  evidence,
  missing,
});

function judge(evidence: ConditionResult, due: Truth = true, askDue: FactId[] = []): Judged {
  if (evidence.result === true) return judged("met", evidence);
  if (due === false) return judged("not-due", evidence);
  if (due === true && evidence.result === false) return judged("unmet", evidence);
  const open = evidence.result === "unknown" ? openFacts(evidence) : [];
  return judged("unknown", evidence, askDue.length === 0 ? open : [...open, ...askDue]);
}

const sorted = (facts: FactId[]): FactId[] =>
  facts.length < 2 ? facts : [...new Set(facts)].sort((a, b) => positionOf(a) - positionOf(b));

function finding(id: RuleId, { status, evidence, missing }: Judged): Finding {
  return { ...words.get(id)![status], ruleId: id, evidence, missing };
}

const notBefore = (fact: FactId, actual: unknown, other: FactId, expected: unknown): Leaf =>
  leaf(
    fact,
    "onOrAfter",
    against(other, expected),
    actual,
    compare(actual, expected, actual! >= expected!),
  );

const notAfter = (fact: FactId, actual: unknown, other: FactId, expected: unknown): Leaf =>
  leaf(
    fact,
    "onOrBefore",
    against(other, expected),
    actual,
    compare(actual, expected, actual! <= expected!),
  );

function later(fact: FactId, actual: unknown, other: FactId, expected: unknown): Leaf {
  const open = actual === expected && actual !== undefined && actual !== null;
  const result = open ? "unknown" : compare(actual, expected, actual! > expected!);
  return leaf(fact, "later", against(other, expected), actual, result);
}

function partnerId({ membership, tenant }: PartnerProfile): Judged {
  const locations = membership?.locationIds;
  const country = tenant?.country;
  const countries = locations && [
    ...new Set(locations.filter(({ active }) => active).map((location) => location.country)),
  ];
  const hasId = leaf(
    "membership.activeLocationCountries",
    "contains",
    against("tenant.country", country),
    countries,
    compare(countries, country, countries?.includes(country!) === true),
  );
  const result = judge(all(is("membership.active", membership?.active, true), hasId));
  if (result.status === "unknown") {
    result.missing = [];
    if (membership?.active === undefined) result.missing.push("membership.active");
    if (hasId.result === "unknown" && locations === undefined) {
      result.missing.push("membership.locationIds");
    }
    if (hasId.result === "unknown" && country === undefined) result.missing.push("tenant.country");
  }
  return result;
}

function revenue({ trailingRevenue }: PartnerProfile): Judged {
  const parts: [FactId, number | undefined][] = [
    ["trailingRevenue.indirectReseller.cloudUsd", trailingRevenue?.indirectReseller?.cloudUsd],
    [
      "trailingRevenue.indirectReseller.perpetualSoftwareUsd",
      trailingRevenue?.indirectReseller?.perpetualSoftwareUsd,
    ],
    ["trailingRevenue.directBill.cloudUsd", trailingRevenue?.directBill?.cloudUsd],
    [
      "trailingRevenue.directBill.perpetualSoftwareUsd",
      trailingRevenue?.directBill?.perpetualSoftwareUsd,
    ],
  ];
  const known = parts.reduce((sum, [, part]) => sum + (part ?? 0), 0);
  const open = parts.filter(([, part]) => part === undefined).map(([fact]) => fact);
  const result = judge(
    any(
      atLeast("trailingRevenue.totalUsd", open.length > 0 ? undefined : known, 1_000_000),
      atLeast("trailingRevenue.knownTotalUsd", known, 1_000_000),
    ),
  );
  if (result.status === "unknown") result.missing = open;
  return result;
}

function tenure({ indirectReseller, enrollment }: PartnerProfile, asOf: string): Judged {
  const since = indirectReseller?.transactingSince;
  const months = since && fullMonths(since, enrollment?.appliedOn ?? asOf);
  const result = judge(all(atLeast("indirectReseller.monthsAtApplication", months as number, 12)));
  if (result.status === "unknown") result.missing = ["indirectReseller.transactingSince"];
  return result;
}

function designation({ membership }: PartnerProfile): Judged {
  const count = membership?.solutionsPartnerDesignations?.length;
  const result = judge(all(atLeast("membership.designationCount", count, 1)));
  if (result.status === "unknown") result.missing = ["membership.solutionsPartnerDesignations"];
  return result;
}

function administrators({ security }: PartnerProfile): Judged {
  const accounts = security?.adminAccounts;
  const withMfa = security?.adminAccountsWithMfa;
  const protectedAccounts = leaf(
    "security.adminAccountsWithMfa",
    "greaterThanInclusive",
    against("security.adminAccounts", accounts),
    withMfa,
    compare(withMfa, accounts, withMfa! >= accounts!),
  );
  const result = judge(all(atLeast("security.adminAccounts", accounts, 1), protectedAccounts));
  result.missing = sorted(result.missing);
  return result;
}

/** The support plan of a profile, its fields null where there is known to be none. */
interface Plan {
  owned: boolean | undefined;
  type: string | null | undefined;
  purchasedOn: string | null | undefined;
  endsOn: string | null | undefined;
}

function planOf({ support }: PartnerProfile): Plan {
  const plan = support?.plan;
  if (plan === null) return { owned: false, type: null, purchasedOn: null, endsOn: null };
  const owned = plan === undefined ? undefined : true;
  return { owned, type: plan?.type, purchasedOn: plan?.purchasedOn, endsOn: plan?.endsOn };
}

function sequence(profile: PartnerProfile, plan: Plan, credit: string, asOf: string): Judged {
  const { enrollment, creditCheck } = profile;
  const submitted = enrollment?.application === "submitted";
  const day = enrollment?.appliedOn ?? (submitted ? undefined : asOf);
  const ownedThen = all(
    notAfter("support.plan.purchasedOn", plan.purchasedOn, "enrollment.applicationDay", day),
    notBefore("support.plan.endsOn", plan.endsOn, "enrollment.applicationDay", day),
  );
  const evidence = all(
    is("creditCheck.status", credit, "passed"),
    later(
      "support.plan.purchasedOn",
      plan.purchasedOn,
      "creditCheck.notifiedOn",
      creditCheck?.notifiedOn,
    ),
  );
  if (ownedThen.result === true) return judged("not-applicable", evidence);
  const due: Truth = plan.owned ?? "unknown";
  const result = judge(evidence, due, due === "unknown" ? ["support.plan"] : []);
  if (ownedThen.result === "unknown") {
    const open = evidence.result === "unknown" ? openFacts(evidence) : [];
    const asked = due === "unknown" ? (["support.plan"] as const) : [];
    const facts = [...open, ...asked, ...openFacts(ownedThen)];
    return judged("unknown", evidence, sorted(facts.map(toField)));
  }
  result.missing = sorted(result.missing);
  return result;
}

const toField = (fact: FactId): FactId =>
  fact === "enrollment.applicationDay" ? "enrollment.appliedOn" : fact;

/** The report of the edition of 2025-10-01, track enroll. */
export function handWritten(input: unknown, asOf: string): Report {
  const { profile } = readProfile(input);
  const { membership, authority, support, security, enrollment, partnerAgreement } = profile;
  const plan = planOf(profile);
  const credit = profile.creditCheck?.status ?? "not-started";
  const eligibility = enrollment?.eligibility ?? "not-started";
  const application = enrollment?.application ?? "not-started";
  const assessment = profile.capabilitiesAssessment?.result;
  const vetting = profile.vetting?.status;
  const accepted = partnerAgreement?.acceptedOn;
  const taken = compare(assessment, "", assessment === "passed" || assessment === "failed");
  const vetted = compare(vetting, "", vetting === "authorized" || vetting === "rejected");
  const agreement = judge(
    all(
      notAfter("partnerAgreement.acceptedOn", accepted, "asOf", asOf),
      notBefore(
        "partnerAgreement.acceptedOn",
        accepted,
        "support.plan.purchasedOn",
        plan.purchasedOn,
      ),
    ),
    plan.owned ?? "unknown",
    plan.owned === undefined ? ["support.plan"] : [],
  );
  agreement.missing = sorted(agreement.missing);
  const assessed = judge(all(is("capabilitiesAssessment.result", assessment, "passed")), taken);
  const authorized = judge(all(is("vetting.status", vetting, "authorized")), vetted);
  return assemble(profile.id, asOf, [
    finding("partner-id", partnerId(profile)),
    finding(
      "program-agreement",
      judge(all(is("membership.agreementSigned", membership?.agreementSigned, true))),
    ),
    finding(
      "legal-authority",
      judge(all(is("authority.acceptAgreements", authority?.acceptAgreements, true))),
    ),
    finding("first-level-support", judge(all(is("support.firstLevel", support?.firstLevel, true)))),
    finding("ttm-revenue", revenue(profile)),
    finding("indirect-reseller-tenure", tenure(profile, asOf)),
    finding("solutions-partner-designation", designation(profile)),
    finding("security-mfa", administrators(profile)),
    finding(
      "security-contact",
      judge(all(is("security.securityContact", security?.securityContact, true))),
    ),
    finding(
      "security-alert-response",
      judge(all(atMost("security.alertResponseHours", security?.alertResponseHours, 24))),
    ),
    finding(
      "enrollment-application",
      judge(all(is("enrollment.application", application, "submitted"))),
    ),
    finding(
      "assessment-submission",
      judge(all(isIn("capabilitiesAssessment.result", assessment, ["passed", "failed"]))),
    ),
    finding(
      "eligibility-verification",
      judge(
        all(is("enrollment.eligibility", eligibility, "verified")),
        eligibility === "verified" || eligibility === "rejected",
      ),
    ),
    finding("capabilities-assessment", assessed),
    finding("business-vetting", authorized),
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
          isIn("support.plan.type", plan.type, ["ASfP", "PSfP"]),
          notAfter("support.plan.purchasedOn", plan.purchasedOn, "asOf", asOf),
          notBefore("support.plan.endsOn", plan.endsOn, "asOf", asOf),
        ),
        credit === "passed",
      ),
    ),
    finding("support-plan-sequence", sequence(profile, plan, credit, asOf)),
    finding("partner-agreement", agreement),
  ]);
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
    for (const fact of missing) {
      const rules = neededBy.get(fact);
      if (rules === undefined) neededBy.set(fact, [ruleId]);
      else rules.push(ruleId);
    }
    if (kind === "recommendation") continue;
    if (status === "unmet") nextSteps.push({ ruleId, actor, text: remedy! });
    if (kind === "requirement") {
      unmet ||= status === "unmet";
      unknown ||= status === "unknown";
      open ||= status === "not-due";
    } else open ||= status !== "met" && status !== "not-applicable";
  }
  const outcome = unmet ? "ineligible" : unknown ? "undetermined" : open ? "on-track" : "eligible";
  const missingFacts = [...neededBy]
    .map(([fact, rules]) => ({ fact, neededBy: rules }))
    .toSorted(
      (a, b) => b.neededBy.length - a.neededBy.length || positionOf(a.fact) - positionOf(b.fact),
    );
  const report: Partial<Report> = { schemaVersion: 1 };
  if (profileId !== undefined) report.profileId = profileId;
  report.track = "enroll";
  report.asOf = asOf;
  report.edition = edition;
  report.outcome = outcome;
  report.counts = counts;
  report.findings = findings;
  report.missingFacts = missingFacts;
  report.nextSteps = nextSteps;
  return report as Report;
}
