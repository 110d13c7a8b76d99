import { fullMonths } from "./calendar.ts";
import type { IsoDate } from "../input/dates.ts";
import type { FactId } from "./fact-id.ts";
import type { FactValue, FactValues } from "../profile/profile-reader.ts";
import { statedFacts } from "../profile/read-profile.ts";
import { positionOf, statedFactIds } from "./fact-table.ts";

/** What a dated event decides about other facts; `undefined` makes a fact unknown. */
type Effect = readonly (readonly [fact: FactId, value: FactValue | undefined])[];

/** An event whose day a profile states. */
export interface DatedEvent {
  /** The fact that holds its day. */
  readonly day: FactId;
  /** What it proves once it has happened. */
  readonly come: Effect;
  /** What holds instead while it lies ahead. */
  readonly ahead: Effect;
  /** What is unknown instead if it repeats an earlier one, about which the profile says nothing. */
  readonly unknownIfRepeated?: readonly FactId[];
}

const plan = statedFactIds.filter((fact) => /^support\.plan\b/.test(fact));
const revenue = statedFactIds.filter((fact) => /^trailingRevenue\..*Usd$/.test(fact));
const unknown = (facts: readonly FactId[]): Effect => facts.map((fact) => [fact, undefined]);

/**
 * The dated events of a profile; if two decide about the same fact, the later one in the list
 * wins. An event after the day asked about has not happened, so it proves nothing; a past event proves
 * its state, which need not be stated as well.
 */
export const datedEvents: readonly DatedEvent[] = [
  {
    day: "support.plan.purchasedOn",
    come: [],
    ahead: plan.map((fact) => [fact, null]),
    // The plan before the renewal is unknown; it is not known that there was none.
    unknownIfRepeated: plan,
  },
  {
    day: "support.plan.renewedOn",
    come: [],
    // Only the last renewal and its term are recorded; the term on the day asked about is unknown.
    ahead: unknown(["support.plan.renewedOn", "support.plan.endsOn"]),
  },
  {
    day: "enrollment.appliedOn",
    come: [["enrollment.application", "submitted"]],
    ahead: [
      ["enrollment.application", "not-started"],
      ["enrollment.appliedOn", undefined],
      // Microsoft's decisions and its credit check follow the application.
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
    // A partner is assessed every year: nothing is known about years before the one on record.
    unknownIfRepeated: ["capabilitiesAssessment.result"],
  },
  {
    day: "partnerAgreement.acceptedOn",
    come: [],
    ahead: [["partnerAgreement.acceptedOn", null]],
  },
];

/** States that are reached only after an application is made. */
const proofsOfApplication = [
  "enrollment.eligibility",
  "enrollment.businessInformation",
  "creditCheck.status",
] as const satisfies readonly FactId[];

/** What {@link takeAsOf} reads to decide about a fact, besides the days of the events. */
const otherDeciders: readonly (readonly [fact: FactId, decider: FactId])[] = [
  ...plan.map((fact) => [fact, "support.plan.renewedOn"] as const),
  ...datedEvents.flatMap(({ unknownIfRepeated = [] }) =>
    unknownIfRepeated.map((fact) => [fact, "enrollment.onboardedOn"] as const),
  ),
  ...proofsOfApplication.map((decider) => ["enrollment.application", decider] as const),
  ["transition.enrollment", "transition.agreementAccepted"],
  ["transition.enrollment", "transition.submittedByGlobalAdmin"],
];

/** The facts that decide whether a stated value holds on the day asked about, or that prove it. */
export function decidersOf(fact: FactId): FactId[] {
  const days = datedEvents
    .filter(({ come, ahead }) => [...come, ...ahead].some(([decided]) => decided === fact))
    .map(({ day }) => day);
  const others = otherDeciders.filter(([decided]) => decided === fact);
  return [...days, ...others.map(([, decider]) => decider)];
}

/** The same, by the positions of the facts. */
type PlacedEffect = readonly (readonly [position: number, value: FactValue | undefined])[];

function atPositions(effect: Effect): PlacedEffect {
  return effect.map(([fact, value]) => [positionOf(fact), value]);
}

/** What holds while an event lies ahead that repeats an earlier one. */
function repeatedOf({ ahead, unknownIfRepeated = [] }: DatedEvent): Effect {
  const others = ahead.filter(([fact]) => !unknownIfRepeated.includes(fact));
  return [...others, ...unknown(unknownIfRepeated)];
}

const events = datedEvents.map((event) => ({
  day: positionOf(event.day),
  come: atPositions(event.come),
  ahead: atPositions(event.ahead),
  repeated: atPositions(repeatedOf(event)),
}));

type Event = (typeof events)[number];

/** After so many months, figures of revenue say nothing about the trailing twelve. */
export const revenueExpires = 12;

const revenueEnd = positionOf("trailingRevenue.endsOn");
const noRevenueKnown = atPositions(unknown(revenue));
const agreementAccepted = positionOf("transition.agreementAccepted");
const submittedByGlobalAdmin = positionOf("transition.submittedByGlobalAdmin");
const resellerEnrollment = positionOf("transition.enrollment");
const application = positionOf("enrollment.application");
const decisions = proofsOfApplication.map((fact) => positionOf(fact));
const purchase = positionOf("support.plan.purchasedOn");
const renewal = positionOf("support.plan.renewedOn");
const nextRenewal = positionOf("support.plan.renewsOn");
const onboarding = positionOf("enrollment.onboardedOn");

function liesAhead(day: FactValue | undefined, asOf: IsoDate): boolean {
  return typeof day === "string" && day > asOf;
}

function isPartner(facts: FactValues, asOf: IsoDate): boolean {
  const onboardedOn = facts[onboarding];
  return typeof onboardedOn === "string" && onboardedOn <= asOf;
}

/** What lies ahead repeats an earlier event for a partner, and if a purchase is recorded as a renewal. */
function isRepeated(day: number, facts: FactValues, asOf: IsoDate): boolean {
  return isPartner(facts, asOf) || (day === purchase && facts[purchase] === facts[renewal]);
}

function effectOf(
  { day, come, ahead, repeated }: Event,
  facts: FactValues,
  asOf: IsoDate,
): PlacedEffect {
  if (!liesAhead(facts[day], asOf)) return come;
  return isRepeated(day, facts, asOf) ? repeated : ahead;
}

function isDecided(decision: FactValue | undefined): boolean {
  return decision !== undefined && decision !== "not-started";
}

/** Sets the states that other facts prove, even where they are not stated. */
function proveStates(facts: FactValues): void {
  // The agreement can be accepted only after the approval.
  if (facts[agreementAccepted] === true) facts[resellerEnrollment] = "approved";
  if (facts[submittedByGlobalAdmin] === true) facts[resellerEnrollment] ??= "submitted";
  // Microsoft's decisions and its credit check follow the application.
  if (decisions.some((position) => isDecided(facts[position]))) facts[application] ??= "submitted";
}

/**
 * Turns the facts that a profile states into the facts as they stood on a day. Rules need not compare
 * events with the day asked about again.
 *
 * @param facts - The stated facts by position; modified in place.
 */
export function takeAsOf(facts: FactValues, asOf: IsoDate): void {
  // The next renewal on record is that of the term which the later renewal begins.
  if (liesAhead(facts[renewal], asOf) && liesAhead(facts[nextRenewal], asOf))
    facts[nextRenewal] = undefined;
  for (const event of events) {
    if (typeof facts[event.day] !== "string") continue;
    for (const [position, value] of effectOf(event, facts, asOf)) facts[position] = value;
  }
  const end = facts[revenueEnd];
  // Twelve months that ended twelve months ago have no day in common with the trailing twelve.
  if (typeof end === "string" && fullMonths(end, asOf) >= revenueExpires)
    for (const [position, value] of noRevenueKnown) facts[position] = value;
  proveStates(facts);
}

/** Facts of which some could be anything: `facts` has no meaning where `open` is true. */
export interface PartlyOpen {
  readonly facts: FactValues;
  readonly open: boolean[];
}

/** What the absence of each fact counts as, by position. */
const absentMeans = statedFacts.map((fact): FactValue | undefined => fact.absentMeans);

/** A value of a fact, or what its absence counts as. */
function countsAs(position: number, value = absentMeans[position]): FactValue | undefined {
  return value;
}

/** What an event decides is as open as the event, unless it is so already. */
function openEffect(effect: PlacedEffect, { facts, open }: PartlyOpen): void {
  for (const [position, value] of effect)
    open[position] ||= countsAs(position, facts[position]) !== countsAs(position, value);
}

function settle(effect: PlacedEffect, { facts, open }: PartlyOpen): void {
  for (const [position, value] of effect) {
    facts[position] = value;
    open[position] = false;
  }
}

/** Terms of a plan are not before its purchase, and its last day is not before its renewal. */
const upperBounds: readonly (readonly [day: number, bounds: readonly number[]])[] = [
  [purchase, [positionOf("support.plan.endsOn"), renewal, nextRenewal]],
  [renewal, [positionOf("support.plan.endsOn")]],
];

/** Whether a day that is open can lie ahead: not if something that it precedes has come. */
function canLieAhead(day: number, { facts }: PartlyOpen, asOf: IsoDate): boolean {
  const bounds = upperBounds.find(([bounded]) => bounded === day)?.[1] ?? [];
  return !bounds.some((bound) => {
    const limit = facts[bound];
    return typeof limit === "string" && limit <= asOf;
  });
}

/** Whether an event that lies ahead repeats an earlier one; undefined if that is open. */
function mayBeRepeated(day: number, partly: PartlyOpen, asOf: IsoDate): boolean | undefined {
  const { facts, open } = partly;
  const isCertain = !open[purchase] && !open[renewal];
  if (day === purchase && isCertain && facts[purchase] === facts[renewal]) return true;
  if (open[onboarding]) return undefined;
  if (isPartner(facts, asOf)) return true;
  return day === purchase && !isCertain ? undefined : false;
}

function takeOpenEvent(
  { day, come, ahead, repeated }: Event,
  partly: PartlyOpen,
  asOf: IsoDate,
): void {
  openEffect(come, partly);
  if (!canLieAhead(day, partly, asOf)) return;
  const isAgain = mayBeRepeated(day, partly, asOf);
  if (isAgain !== true) openEffect(ahead, partly);
  if (isAgain !== false) openEffect(repeated, partly);
}

function takeEvent(event: Event, partly: PartlyOpen, asOf: IsoDate): void {
  const { day, come, ahead, repeated } = event;
  const { facts, open } = partly;
  if (open[day]) return takeOpenEvent(event, partly, asOf);
  if (typeof facts[day] !== "string") return;
  if (!liesAhead(facts[day], asOf)) return settle(come, partly);
  const isAgain = mayBeRepeated(day, partly, asOf);
  settle(isAgain === true ? repeated : ahead, partly);
  if (isAgain === undefined) openEffect(repeated, partly);
}

function proveOpenStates({ facts, open }: PartlyOpen): void {
  const isTrue = (position: number): boolean => !open[position] && facts[position] === true;
  if (isTrue(agreementAccepted)) settle([[resellerEnrollment, "approved"]], { facts, open });
  else if (facts[resellerEnrollment] === undefined && !open[resellerEnrollment]) {
    if (isTrue(submittedByGlobalAdmin)) facts[resellerEnrollment] = "submitted";
    open[resellerEnrollment] = open[agreementAccepted]! || open[submittedByGlobalAdmin]!;
  }
  if (facts[application] !== undefined || open[application]) return;
  if (decisions.some((position) => !open[position] && isDecided(facts[position])))
    facts[application] = "submitted";
  else open[application] = decisions.some((position) => open[position]);
}

/**
 * Like {@link takeAsOf}, where some facts could be anything: also finds out which others are open
 * because of them.
 *
 * @param partly - Modified in place.
 */
export function takeOpenAsOf(partly: PartlyOpen, asOf: IsoDate): void {
  const { facts, open } = partly;
  if (liesAhead(facts[nextRenewal], asOf)) {
    if (open[renewal]) open[nextRenewal] = canLieAhead(renewal, partly, asOf);
    else if (liesAhead(facts[renewal], asOf)) facts[nextRenewal] = undefined;
  }
  for (const event of events) takeEvent(event, partly, asOf);
  const end = open[revenueEnd] ? undefined : facts[revenueEnd];
  if (typeof end === "string" && fullMonths(end, asOf) >= revenueExpires)
    settle(noRevenueKnown, partly);
  proveOpenStates(partly);
}
