import type {
  ConditionResult,
  FactId,
  Finding,
  PartnerProfile,
  Report,
  Rule,
  RuleId,
  Status,
} from "../../src/index.ts";
import { periodOf } from "../../src/input/dates.ts";
import { regionOf } from "../../src/facts/regions.ts";
import { fillText } from "../../src/rule/text.ts";
import { choicesOf } from "../../src/findings/finding.ts";
import { noStatuses } from "../../src/findings/status.ts";
import { editionOn, notesOn } from "../../src/rules/editions.ts";
import { rulesInForce } from "../../src/rules/rules-in-force.ts";
import { ownFacts, positionOf } from "../../src/facts/fact-table.ts";
import { packageVersion } from "../../src/report/version.ts";
import { rulesVersionOf } from "../../src/rules/rules-version.ts";
import { readProfile } from "../../src/profile/read-profile.ts";
import {
  type Amount,
  type Day,
  type Leaf,
  all,
  any,
  asManyAs,
  atLeast,
  atMost,
  below,
  contains,
  is,
  isIn,
  isUnknown,
  later,
  not,
  notAfter,
  notBefore,
  settled,
  statusOf,
} from "./hand-written-evidence.ts";
import {
  type Application,
  type Known,
  type Plan,
  type Revenue,
  asOf,
  canCount,
  come,
  ended,
  knownOf,
  monthsAtApplication,
  monthsSince,
  revenueOf,
} from "./hand-written-known.ts";

// What a team would write without a rule engine, for one question: the limit of speed. The logic is
// code; only the words come from the rules. It returns the very report of evaluateSync.
//
// Each rule copies its words in an expression of its own: V8 remembers four shapes of objects for one,
// and one shared by all rules, which sees more, would make the whole report take twice as long.

/** What a rule says in a status: in general, and in the states that have words of their own. */
interface Draft {
  readonly finding: Finding;
  readonly variants: readonly { readonly finding: Finding }[];
}

type Words = Readonly<Record<Status, Draft>>;

/** What is said, with a place for the evidence, so that each finding of a rule has its keys in one order. */
function draftOf(said: object, { dueWhen, appliesWhen }: Rule): Finding {
  const undecided = { all: [], result: "unknown" };
  const trees = {
    evidence: undecided,
    due: dueWhen && undecided,
    applies: appliesWhen && undecided,
  };
  const { facts: _, ...words } = { facts: undefined, ...said };
  const entries = Object.entries({ ...words, ...trees, missing: [] });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as never;
}

/** Fills the texts that name facts. */
function filled(said: Finding, facts: Record<string, unknown>): Finding {
  const values = { ...said.text.values, ...facts } as Finding["text"]["values"];
  const { message, remedy, text } = said;
  return {
    ...said,
    message: fillText(message, values),
    text: { id: text.id, values },
    ...(remedy !== undefined && { remedy: fillText(remedy, values) }),
  };
}

function wordsOf(rule: Rule): Words {
  const statuses = Object.entries(choicesOf(rule, { table: ownFacts, track: "enroll" })).map(
    ([status, { general, variants }]) => [
      status,
      {
        finding: draftOf(general, rule),
        variants: variants.map(({ words: said }) => ({ finding: draftOf(said, rule) })),
      },
    ],
  );
  return Object.fromEntries(statuses) as Words;
}

const words = Object.fromEntries(
  rulesInForce({ asOf }).map((rule) => [rule.id, wordsOf(rule)]),
) as unknown as Readonly<Record<RuleId, Words>>;

const variant = (draft: Draft, place: number): Finding => draft.variants[place]!.finding;

/** A rule of one fact that is due at any time. */
function single(rule: Words, condition: Leaf, asked: FactId = condition.fact): Finding {
  const status = statusOf(condition);
  const missing = status === "unknown" ? [asked] : [];
  return { ...rule[status].finding, evidence: all(condition), missing };
}

/** A decision of Microsoft, due once it is made. */
function decision(
  rule: Words,
  fact: FactId,
  actual: string | undefined,
  decided: readonly [good: string, bad: string],
  toCome: Finding = rule["not-due"].finding,
): Finding {
  const evidence = all(is(fact, actual, decided[0]));
  const due = all(isIn(fact, actual, decided));
  const status = statusOf(evidence, due.result);
  let said = rule[status].finding;
  if (status === "unmet") said = variant(rule.unmet, 0);
  if (status === "not-due") said = toCome;
  return { ...said, evidence, due, missing: status === "unknown" ? [fact] : [] };
}

function partnerId({ membership, tenant }: PartnerProfile): Finding {
  const rule = words["partner-id"];
  const active = membership?.active;
  const locations = membership?.locationIds?.filter((location) => location.active);
  const regions = locations && [...new Set(locations.map(({ country }) => regionOf(country)))];
  const region = tenant?.country && regionOf(tenant.country);
  const isThere = contains("membership.activeLocationRegions", regions, "tenant.region", region);
  const inRegion = any(isThere, is("tenant.sameRegion", tenant?.sameRegion, true));
  const evidence = all(
    is("membership.active", active, true),
    is("membership.hasActiveLocation", locations && locations.length > 0, true),
    inRegion,
  );
  const status = statusOf(evidence);
  const missing: FactId[] = [];
  let said = rule[status].finding;
  if (status === "unknown") {
    if (active === undefined) missing.push("membership.active");
    if (locations === undefined) missing.push("membership.locationIds");
    if (isUnknown(inRegion) && region === undefined) missing.push("tenant.country");
    if (isUnknown(inRegion) && tenant?.sameRegion === undefined) missing.push("tenant.sameRegion");
    if (active === true && isThere.result === false) said = variant(rule.unknown, 0);
  }
  return { ...said, evidence, missing };
}

/** Amounts are added in whole millionths of a dollar, which keeps sums right to the cent. */
const millionths = (usd: number): number => Math.round(usd * 1_000_000);

function revenueAsked({ cloud, software, ...direct }: Revenue): FactId[] {
  const missing: FactId[] = [];
  if (cloud === undefined) missing.push("trailingRevenue.indirectReseller.cloudUsd");
  if (software === undefined) missing.push("trailingRevenue.indirectReseller.perpetualSoftwareUsd");
  if (!direct.hasDirect) return missing;
  if (direct.directCloud === undefined) missing.push("trailingRevenue.directBill.cloudUsd");
  if (direct.directSoftware === undefined)
    missing.push("trailingRevenue.directBill.perpetualSoftwareUsd");
  return missing;
}

function ttmRevenue(profile: PartnerProfile): Finding {
  const rule = words["ttm-revenue"];
  const revenue = revenueOf(profile);
  const { cloud = 0, software = 0, directCloud = 0, directSoftware = 0 } = revenue;
  const sum =
    millionths(cloud) + millionths(software) + millionths(directCloud) + millionths(directSoftware);
  const known = sum / 1_000_000;
  const asked = revenueAsked(revenue);
  const evidence = any(
    atLeast("trailingRevenue.applicantUsd", asked.length > 0 ? undefined : known, 1_000_000),
    atLeast("trailingRevenue.knownTotalUsd", known, 1_000_000),
  );
  const status = statusOf(evidence);
  const missing = status === "unknown" ? asked : [];
  let said = rule[status].finding;
  if (status === "unmet") said = filled(said, { "trailingRevenue.applicantUsd": known });
  return { ...said, evidence, missing };
}

function tenureWords(
  status: Status,
  since: Day,
  months: number,
  atApplication: Amount,
  application: Application,
): Finding {
  const rule = words["indirect-reseller-tenure"];
  const isToApply = application.status === "not-started";
  if (status === "met" && isToApply) return variant(rule.met, 0);
  if (status === "unknown" && months >= 12) return variant(rule.unknown, 0);
  if (status !== "unmet") return rule[status].finding;
  if (since === null) return variant(rule.unmet, 0);
  const byNow = { "indirectReseller.months": months };
  if (isToApply) return filled(variant(rule.unmet, 1), byNow);
  if (months < 12) return filled(variant(rule.unmet, 2), byNow);
  return filled(variant(rule.unmet, 3), { "indirectReseller.monthsAtApplication": atApplication });
}

function tenure({ indirectReseller }: PartnerProfile, { application }: Known): Finding {
  const since = come(indirectReseller?.transactingSince);
  const months = monthsSince(since);
  const atApplication = monthsAtApplication(since, application, months);
  const evidence = all(
    atLeast("indirectReseller.monthsAtApplication", atApplication, 12),
    atLeast("indirectReseller.months", months, 12),
  );
  const status = statusOf(evidence);
  const missing: FactId[] = [];
  if (status === "unknown") {
    if (since === undefined) missing.push("indirectReseller.transactingSince");
    if (application.day === undefined) missing.push("enrollment.appliedOn");
  }
  return { ...tenureWords(status, since, months!, atApplication, application), evidence, missing };
}

function designation({ membership }: PartnerProfile): Finding {
  const names = membership?.solutionsPartnerDesignations;
  const count = names && new Set(names.map((name) => name.trim())).size;
  return single(
    words["solutions-partner-designation"],
    atLeast("membership.designationCount", count, 1),
    "membership.solutionsPartnerDesignations",
  );
}

function administrators({ security }: PartnerProfile): Finding {
  const rule = words["security-mfa"];
  const accounts = security?.adminAccounts;
  const withMfa = security?.adminAccountsWithMfa;
  const evidence = all(
    atLeast("security.adminAccounts", accounts, 1),
    asManyAs("security.adminAccountsWithMfa", withMfa, "security.adminAccounts", accounts),
  );
  const status = statusOf(evidence);
  const missing: FactId[] = [];
  if (status === "unknown") {
    if (accounts === undefined) missing.push("security.adminAccounts");
    if (withMfa === undefined) missing.push("security.adminAccountsWithMfa");
  }
  let said = rule[status].finding;
  if (status === "unmet")
    said =
      accounts === 0
        ? variant(rule.unmet, 0)
        : filled(said, {
            "security.adminAccountsWithMfa": withMfa,
            "security.adminAccounts": accounts,
          });
  return { ...said, evidence, missing };
}

function alertResponse({ security }: PartnerProfile): Finding {
  const rule = words["security-alert-response"];
  const hours = security?.alertResponseHours;
  const alerts = security?.alerts;
  const noAlerts = alerts === undefined && hours === undefined ? undefined : alerts === 0;
  const evidence = any(
    atMost("security.alertResponseHours", hours, 24),
    is("security.noAlerts", noAlerts, true),
  );
  const status = statusOf(evidence);
  const missing: FactId[] = [];
  if (status === "unknown") {
    missing.push("security.alertResponseHours");
    if (noAlerts === undefined) missing.push("security.alerts");
  }
  let said = noAlerts === true ? variant(rule.met, 0) : rule[status].finding;
  if (status === "unmet") said = filled(said, { "security.alertResponseHours": hours });
  return { ...said, evidence, missing };
}

const verified = ["verified", "rejected"] as const;
const authorized = ["authorized", "rejected"] as const;
const passed = ["passed", "failed"] as const;
const submitted = ["pending", "authorized", "rejected"] as const;
const accepted = ["ASfP", "PSfP"] as const;

function capabilities({ assessment: { result, on } }: Known): Finding {
  const rule = words["capabilities-assessment"];
  const evidence = all(
    is("capabilitiesAssessment.result", result, "passed"),
    any(below("capabilitiesAssessment.monthsSince", monthsSince(on), 12), settled()),
  );
  const due = all(isIn("capabilitiesAssessment.result", result, passed));
  const status = statusOf(evidence, due.result);
  const missing: FactId[] = [];
  let said = status === "unmet" ? variant(rule.unmet, 0) : rule[status].finding;
  if (status === "unknown") {
    if (result === undefined) missing.push("capabilitiesAssessment.result");
    else said = variant(rule.unknown, on === undefined ? 1 : 0);
    if (on === undefined) missing.push("capabilitiesAssessment.on");
  }
  return { ...said, evidence, due, missing };
}

function businessVerification({ application: { businessInformation } }: Known): Finding {
  const rule = words["business-verification"];
  const isRejected = (): Leaf =>
    is("enrollment.businessInformation", businessInformation, "rejected");
  const applies = all(isRejected());
  const said = applies.result === true ? rule.unmet : rule["not-applicable"];
  return { ...said.finding, evidence: not(isRejected()), applies, missing: [] };
}

function vettingDecision({ vetting }: Known): Finding {
  const rule = words["business-vetting"];
  const toCome = vetting === "not-started" ? variant(rule["not-due"], 0) : rule["not-due"].finding;
  return decision(rule, "vetting.status", vetting, authorized, toCome);
}

function supportPlan({ plan, credit }: Known): Finding {
  const { type, purchasedOn, endsOn } = plan;
  const rule = words["support-plan"];
  const evidence = all(
    isCounting(plan),
    notAfter("support.plan.purchasedOn", purchasedOn, "asOf", asOf),
    notBefore("support.plan.endsOn", endsOn, "asOf", asOf),
  );
  const due = all(is("creditCheck.status", credit, "passed"));
  const status = statusOf(evidence, due.result);
  const missing: FactId[] = [];
  let said = rule[status].finding;
  if (status === "not-due" && credit === "failed") said = variant(rule["not-due"], 0);
  if (status === "unknown") {
    if (type === undefined) missing.push("support.plan.type");
    if (purchasedOn === undefined) missing.push("support.plan.purchasedOn");
    if (endsOn === undefined) missing.push("support.plan.endsOn");
    if (type === "Unified" && missing.length === 0) said = variant(rule.unknown, 0);
  }
  return { ...said, evidence, due, missing };
}

const isOwnedThen = ({ ownedThen }: Known): Leaf =>
  is("support.plan.ownedAtApplication", ownedThen, true);

/** Whether the type of a plan counts; no text says so of a Unified plan. */
const isCounting = ({ type }: Plan): ConditionResult =>
  any(
    isIn("support.plan.type", type, accepted),
    all(is("support.plan.type", type, "Unified"), settled()),
  );

interface Sequence {
  evidence: ConditionResult;
  due: ConditionResult;
  applies: ConditionResult;
  renewed: ConditionResult;
}

function judgeSequence(known: Known): Sequence {
  const { plan, credit, notifiedOn, application } = known;
  const { owned, type, purchasedOn } = plan;
  const fact = "support.plan.purchasedOn";
  const isLater = (): Leaf => later(fact, purchasedOn, "creditCheck.notifiedOn", notifiedOn);
  const renewed = all(
    not(notAfter(fact, purchasedOn, "enrollment.applicationDay", application.day)),
    is("creditCheck.status", credit, "passed"),
    isLater(),
  );
  return {
    evidence: all(is("creditCheck.status", credit, "passed"), isLater()),
    due: all(
      is("support.plan.owned", owned, true),
      is("support.plan.endedBeforeApplication", ended(plan, application), false),
      any(
        is("support.plan.canCount", canCount(plan), true),
        all(is("support.plan.type", type, "Unified"), settled()),
      ),
    ),
    applies: any(not(isOwnedThen(known)), renewed),
    renewed,
  };
}

function sequenceStatus({ evidence, due, applies }: Sequence): Status {
  if (applies.result === false) return "not-applicable";
  return applies.result === "unknown" ? "unknown" : statusOf(evidence, due.result);
}

function sequenceWords(status: Status, { plan, credit, notifiedOn, application }: Known): Finding {
  const rule = words["support-plan-sequence"];
  const { owned, type, purchasedOn } = plan;
  switch (status) {
    case "unmet":
      if (purchasedOn && notifiedOn && purchasedOn <= notifiedOn) return variant(rule.unmet, 0);
      return credit === "failed" ? variant(rule.unmet, 1) : rule.unmet.finding;
    case "unknown":
      if (notifiedOn !== undefined && notifiedOn === purchasedOn) return variant(rule.unknown, 0);
      return type === "Unified" ? variant(rule.unknown, 1) : rule.unknown.finding;
    case "not-due":
      if (owned === false) return variant(rule["not-due"], 0);
      if (ended(plan, application) === true) return variant(rule["not-due"], 1);
      return canCount(plan) ? rule["not-due"].finding : variant(rule["not-due"], 2);
    case "not-applicable":
      if (application.status === "not-started") return variant(rule["not-applicable"], 0);
      return rule["not-applicable"].finding;
    default:
      return rule.met.finding;
  }
}

function sequenceAsked(judged: Sequence, known: Known): FactId[] {
  const { plan, notifiedOn, application } = known;
  const isOpen = isUnknown(judged.evidence);
  const isDueOpen = isUnknown(judged.due);
  const isThenOpen = isUnknown(judged.applies) && known.ownedThen === undefined;
  const isOrderOpen = isOpen || (isUnknown(judged.applies) && isUnknown(judged.renewed));
  const isEndOpen = isDueOpen && ended(plan, application) === undefined;
  const missing: FactId[] = [];
  if (isDueOpen && plan.owned === undefined) missing.push("support.plan");
  if ((isOrderOpen || isThenOpen) && plan.purchasedOn === undefined)
    missing.push("support.plan.purchasedOn");
  if (isThenOpen && plan.endsOn === undefined) missing.push("support.plan.endsOn");
  if (isOrderOpen && notifiedOn === undefined) missing.push("creditCheck.notifiedOn");
  if ((isThenOpen || isEndOpen) && application.day === undefined)
    missing.push("enrollment.appliedOn");
  return missing;
}

function sequence(known: Known): Finding {
  const judged = judgeSequence(known);
  const { evidence, due, applies } = judged;
  const status = sequenceStatus(judged);
  const missing = status === "unknown" ? sequenceAsked(judged, known) : [];
  return { ...sequenceWords(status, known), evidence, due, applies, missing };
}

const isAccepted = (acceptedOn: Day): Leaf =>
  notAfter("partnerAgreement.acceptedOn", acceptedOn, "asOf", asOf);
const isPassed = ({ credit }: Known): Leaf => is("creditCheck.status", credit, "passed");
const isVetted = ({ vetting }: Known): Leaf => is("vetting.status", vetting, "authorized");

/** The conditions of the agreement, with the parts of them that decide what to ask. */
interface Agreement {
  evidence: ConditionResult;
  counts: ConditionResult;
  afterPlan: ConditionResult;
  whileRuns: ConditionResult;
  afterNotice: ConditionResult;
  ownedThen: ConditionResult;
  inOrder: ConditionResult;
  due: ConditionResult;
  turn: ConditionResult;
  runs: ConditionResult;
  early: ConditionResult;
  exempt: ConditionResult;
}

function judgeAgreement(known: Known, acceptedOn: Day): Agreement {
  const { plan } = known;
  const fact = "partnerAgreement.acceptedOn";
  const afterPlan = (): ConditionResult =>
    any(
      notBefore(fact, acceptedOn, "support.plan.purchasedOn", plan.purchasedOn),
      is("support.plan.boughtAsRenewal", known.boughtAsRenewal, true),
    );
  const whileRuns = (): Leaf => notAfter(fact, acceptedOn, "support.plan.endsOn", plan.endsOn);
  const afterNotice = notBefore(fact, acceptedOn, "creditCheck.notifiedOn", known.notifiedOn);
  const ownedThen = isOwnedThen(known);
  const inOrder = any(afterNotice, ownedThen);
  // Those of the conditions also decide what to ask; `due` has trees of its own, as in a report.
  const counts = isCounting(plan);
  const isAfterPlan = afterPlan();
  const isWhileRuns = whileRuns();
  const evidence = all(isPassed(known), isVetted(known), counts, isAfterPlan, isWhileRuns, inOrder);
  const runs = notBefore("support.plan.endsOn", plan.endsOn, "asOf", asOf);
  const turn = all(isCounting(plan), runs, isPassed(known), isVetted(known));
  const exempt = all(isOwnedThen(known), isCounting(plan), afterPlan(), whileRuns());
  const early = all(isAccepted(acceptedOn), not(exempt));
  return {
    evidence,
    counts,
    afterPlan: isAfterPlan,
    whileRuns: isWhileRuns,
    inOrder,
    afterNotice,
    ownedThen,
    due: any(turn, early),
    turn,
    runs,
    early,
    exempt,
  };
}

function agreementAsked(judged: Agreement, known: Known, acceptedOn: Day): FactId[] {
  const { plan, application, notifiedOn, vetting } = known;
  const isOpen = isUnknown(judged.evidence);
  const isTurnOpen = isUnknown(judged.due) && isUnknown(judged.turn);
  const isEarlyOpen = isUnknown(judged.due) && isUnknown(judged.early);
  const isExemptOpen = isEarlyOpen && isUnknown(judged.exempt);
  const isOrderOpen = isOpen && isUnknown(judged.inOrder);
  const isThenOpen = (isOrderOpen || isExemptOpen) && isUnknown(judged.ownedThen);
  const isTypeOpen = (isOpen || isTurnOpen || isExemptOpen) && isUnknown(judged.counts);
  const isStartOpen = (isOpen || isExemptOpen) && isUnknown(judged.afterPlan);
  const isEndOpen =
    ((isOpen || isExemptOpen) && isUnknown(judged.whileRuns)) ||
    (isTurnOpen && isUnknown(judged.runs));
  const isNoticeOpen = isOrderOpen && isUnknown(judged.afterNotice);
  const missing: FactId[] = [];
  if (isTypeOpen && plan.type === undefined) missing.push("support.plan.type");
  if ((isThenOpen || isStartOpen) && plan.purchasedOn === undefined)
    missing.push("support.plan.purchasedOn");
  if ((isThenOpen || isEndOpen) && plan.endsOn === undefined) missing.push("support.plan.endsOn");
  if (isNoticeOpen && notifiedOn === undefined) missing.push("creditCheck.notifiedOn");
  if (isThenOpen && application.day === undefined) missing.push("enrollment.appliedOn");
  if ((isOpen || isTurnOpen) && vetting === undefined) missing.push("vetting.status");
  if ((isOpen || isEarlyOpen) && acceptedOn === undefined)
    missing.push("partnerAgreement.acceptedOn");
  return missing;
}

function partnerAgreement({ partnerAgreement: agreement }: PartnerProfile, known: Known): Finding {
  const rule = words["partner-agreement"];
  const acceptedOn = come(agreement?.acceptedOn);
  const judged = judgeAgreement(known, acceptedOn);
  const { evidence, due } = judged;
  const status = statusOf(evidence, due.result);
  const missing = status === "unknown" ? agreementAsked(judged, known, acceptedOn) : [];
  const isTooSoon = acceptedOn && (status === "unmet" || status === "not-due");
  const said = isTooSoon ? variant(rule[status], 0) : rule[status].finding;
  return { ...said, evidence, due, missing };
}

function isTaken({ result, on }: Known["assessment"]): boolean | undefined {
  if (result !== undefined) return result !== "not-taken";
  return on ? true : undefined;
}

function findingsOf(profile: PartnerProfile, known: Known): Finding[] {
  const { membership, authority, support, security } = profile;
  const { application, assessment, vetting, credit } = known;
  return [
    partnerId(profile),
    single(
      words["program-agreement"],
      is("membership.agreementSigned", membership?.agreementSigned, true),
    ),
    single(
      words["legal-authority"],
      is("authority.acceptAgreements", authority?.acceptAgreements, true),
    ),
    single(words["first-level-support"], is("support.firstLevel", support?.firstLevel, true)),
    ttmRevenue(profile),
    tenure(profile, known),
    designation(profile),
    administrators(profile),
    single(
      words["security-contact"],
      is("security.securityContact", security?.securityContact, true),
    ),
    alertResponse(profile),
    single(
      words["enrollment-application"],
      is("enrollment.application", application.status, "submitted"),
    ),
    single(
      words["assessment-submission"],
      is("capabilitiesAssessment.taken", isTaken(assessment), true),
      "capabilitiesAssessment.result",
    ),
    decision(
      words["eligibility-verification"],
      "enrollment.eligibility",
      application.eligibility,
      verified,
    ),
    capabilities(known),
    businessVerification(known),
    single(words["vetting-submission"], isIn("vetting.status", vetting, submitted)),
    vettingDecision(known),
    decision(words["credit-check"], "creditCheck.status", credit, passed),
    supportPlan(known),
    sequence(known),
    partnerAgreement(profile, known),
  ];
}

function outcomeOf(findings: readonly Finding[]): Report["outcome"] {
  let isUndetermined = false;
  let isOpen = false;
  for (const { kind, status } of findings) {
    if (status === "met" || status === "not-applicable") continue;
    if (kind === "requirement" && status === "unmet") return "ineligible";
    isUndetermined ||= kind === "requirement" && status === "unknown";
    isOpen = true;
  }
  if (isUndetermined) return "undetermined";
  return isOpen ? "on-track" : "eligible";
}

function countsOf(findings: readonly Finding[]): Report["counts"] {
  const counts = noStatuses();
  for (const { status } of findings) counts[status] += 1;
  return counts;
}

function missingFactsOf(findings: readonly Finding[]): Report["missingFacts"] {
  const needs: (Report["missingFacts"][number] | undefined)[] = [];
  for (const { missing, ruleId } of findings) {
    for (const fact of missing) {
      const position = positionOf(fact);
      const need = needs[position];
      if (need === undefined) needs[position] = { fact, neededBy: [ruleId] };
      else need.neededBy.push(ruleId);
    }
  }
  const asked = needs.filter((need) => need !== undefined);
  return asked.sort((a, b) => b.neededBy.length - a.neededBy.length);
}

/** The requirements that the vetting does not wait for, though they stand before it. */
const besideVetting: ReadonlySet<RuleId> = new Set([
  "eligibility-verification",
  "business-verification",
]);

/** What is unmet, but for steps that wait for a requirement before them. */
function nextStepsOf(findings: readonly Finding[]): Report["nextSteps"] {
  const steps: Report["nextSteps"] = [];
  let isWaiting = false;
  let isVettingWaiting = false;
  for (const { ruleId, kind, status, actor, remedy } of findings) {
    if (status !== "unmet" && status !== "unknown") continue;
    const waits = ruleId === "vetting-submission" ? isVettingWaiting : isWaiting;
    if (kind === "requirement") {
      isWaiting = true;
      isVettingWaiting ||= !besideVetting.has(ruleId);
    }
    if (status === "unmet" && (kind === "requirement" || !waits))
      steps.push({ ruleId, actor, text: remedy! });
  }
  return steps;
}

const rulesVersion = rulesVersionOf({
  track: "enroll",
  rules: rulesInForce({ asOf }),
  table: ownFacts,
}).version;
const published = editionOn(asOf)!;
const edition = {
  id: published.id,
  ...periodOf(published),
  notes: notesOn(published, asOf),
};

/** The report of the one question. */
export function handWritten(input: unknown): Report {
  const { profile } = readProfile(input);
  const findings = findingsOf(profile, knownOf(profile));
  const report: Partial<Report> = { schemaVersion: 1, package: packageVersion, rulesVersion };
  if (profile.id !== undefined) report.profileId = profile.id;
  report.track = "enroll";
  report.asOf = asOf;
  report.edition = edition;
  report.outcome = outcomeOf(findings);
  report.counts = countsOf(findings);
  report.findings = findings;
  report.missingFacts = missingFactsOf(findings);
  report.nextSteps = nextStepsOf(findings);
  return report as Report;
}
