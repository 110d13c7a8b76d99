import { fullMonths } from "./calendar.ts";
import type { IsoDate } from "../input/dates.ts";
import type { FactId } from "./fact-id.ts";
import type { FactValue, FactValues } from "../profile/profile-reader.ts";
import { positionOf, statedFactIds } from "./fact-table.ts";

/** What a dated event decides about other facts; `undefined` makes a fact unknown. */
type Effect = readonly (readonly [fact: FactId, value: FactValue | undefined])[];

/** An event that a profile gives the day of. */
export interface DatedEvent {
  /** The fact that gives its day. */
  readonly day: FactId;
  /** What it proves once it has come. */
  readonly come: Effect;
  /** What holds instead while it lies ahead. */
  readonly ahead: Effect;
}

const plan = statedFactIds.filter((fact) => /^support\.plan\b/.test(fact));
const revenue = statedFactIds.filter((fact) => /^trailingRevenue\..*Usd$/.test(fact));
const unknown = (facts: readonly FactId[]): Effect => facts.map((fact) => [fact, undefined]);

/**
 * The dated events of a profile; where two decide about one fact, the later in the list has the last
 * word. An event that lies after the day asked about has not happened, so what it would prove is not
 * proved; a past one proves its state, which need not be stated too.
 */
export const datedEvents: readonly DatedEvent[] = [
  {
    day: "support.plan.purchasedOn",
    come: [],
    ahead: plan.map((fact) => [fact, null]),
  },
  { day: "support.plan.renewedOn", come: [], ahead: unknown(["support.plan.renewedOn"]) },
  {
    day: "enrollment.appliedOn",
    come: [["enrollment.application", "submitted"]],
    ahead: [
      ["enrollment.application", "not-started"],
      ["enrollment.appliedOn", undefined],
      // Microsoft decides on an application, and checks credit for it.
      ["enrollment.eligibility", "not-started"],
      ["enrollment.businessInformation", "not-started"],
      ["creditCheck.status", "not-started"],
    ],
  },
  {
    day: "creditCheck.notifiedOn",
    come: [["creditCheck.status", "passed"]],
    ahead: [
      ["creditCheck.status", "not-started"],
      ["creditCheck.notifiedOn", undefined],
    ],
  },
  { day: "enrollment.onboardedOn", come: [], ahead: unknown(["enrollment.onboardedOn"]) },
  {
    day: "indirectReseller.transactingSince",
    come: [],
    ahead: [["indirectReseller.transactingSince", null]],
  },
  { day: "trailingRevenue.endsOn", come: [], ahead: unknown(revenue) },
  {
    day: "capabilitiesAssessment.on",
    come: [],
    ahead: [
      ["capabilitiesAssessment.result", "not-taken"],
      ["capabilitiesAssessment.on", undefined],
    ],
  },
  {
    day: "partnerAgreement.acceptedOn",
    come: [],
    ahead: [["partnerAgreement.acceptedOn", null]],
  },
];

/** What {@link takeAsOf} reads of other facts, beside the days of the events. */
const otherDeciders: readonly (readonly [fact: FactId, decider: FactId])[] = [
  ...plan.flatMap((fact) => [
    [fact, "support.plan.renewedOn"] as const,
    [fact, "enrollment.onboardedOn"] as const,
  ]),
  ["transition.enrollment", "transition.agreementAccepted"],
];

/** The facts that decide whether what is stated of a fact holds on the day asked about, or prove it. */
export function decidersOf(fact: FactId): FactId[] {
  const days = datedEvents
    .filter(({ come, ahead }) => [...come, ...ahead].some(([decided]) => decided === fact))
    .map(({ day }) => day);
  const others = otherDeciders.filter(([decided]) => decided === fact);
  return [...days, ...others.map(([, decider]) => decider)];
}

const events = datedEvents.map(({ day, come, ahead }) => ({
  day: positionOf(day),
  come: come.map(([fact, value]) => [positionOf(fact), value] as const),
  ahead: ahead.map(([fact, value]) => [positionOf(fact), value] as const),
}));

const revenueEnd = positionOf("trailingRevenue.endsOn");
const revenueParts = revenue.map((fact) => positionOf(fact));
const agreementAccepted = positionOf("transition.agreementAccepted");
const resellerEnrollment = positionOf("transition.enrollment");

const purchase = positionOf("support.plan.purchasedOn");
const renewal = positionOf("support.plan.renewedOn");
const onboarding = positionOf("enrollment.onboardedOn");
const planParts = plan.map((fact) => positionOf(fact));

/** Whether a purchase that lies ahead renews a plan, of which the profile then tells nothing more. */
function isRenewalAhead(facts: FactValues, asOf: IsoDate): boolean {
  const purchasedOn = facts[purchase];
  if (typeof purchasedOn !== "string" || purchasedOn <= asOf) return false;
  const onboardedOn = facts[onboarding];
  const isPartner = typeof onboardedOn === "string" && onboardedOn <= asOf;
  return isPartner || purchasedOn === facts[renewal];
}

/**
 * Turns the facts that a profile states into the facts as they stood on a day. Rules need not compare
 * events with the day asked about again.
 *
 * @param facts - What is stated, by position; written to.
 */
export function takeAsOf(facts: FactValues, asOf: IsoDate): void {
  // The plan before the renewal is not known, nor that there was none.
  if (isRenewalAhead(facts, asOf)) for (const position of planParts) facts[position] = undefined;
  for (const { day, come, ahead } of events) {
    const date = facts[day];
    if (typeof date !== "string") continue;
    for (const [position, value] of date > asOf ? ahead : come) facts[position] = value;
  }
  const end = facts[revenueEnd];
  // Twelve months that ended twelve months ago have no day in common with the trailing ones.
  if (typeof end === "string" && fullMonths(end, asOf) >= 12)
    for (const position of revenueParts) facts[position] = undefined;
  // The agreement can be accepted only after the approval.
  if (facts[agreementAccepted] === true) facts[resellerEnrollment] = "approved";
}
