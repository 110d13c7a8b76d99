import { dayAfter, dayBefore, fullMonths, monthsAfter } from "../facts/calendar.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { FactTable } from "../facts/fact-table.ts";
import { isIsoDate } from "../input/date-schema.ts";
import type { IsoDate } from "../input/dates.ts";
import type { LocationId } from "../profile/profile.ts";
import type { FactValue, FactValues } from "../profile/profile-reader.ts";
import type { Track } from "../rule/vocabulary.ts";
import { candidatesFor, isUsual, limitsOf } from "./candidates.ts";
import { type Situation, withAnswer } from "./situation.ts";

/** Facts that no act is taken to change once they are known: places, history, and what is to be counted. */
const fixed: ReadonlySet<FactId> = new Set([
  "company.country",
  "tenant.country",
  "enrollment.onboardedOn",
  "security.alerts",
  "transition.customers.total",
  "transition.subscriptions.transferable",
  "transition.subscriptions.notTransferable",
]);

/** Days of what can happen again: applying, being assessed, counting revenue, extending a plan. */
const repeatable: ReadonlySet<FactId> = new Set([
  "enrollment.appliedOn",
  "capabilitiesAssessment.on",
  "trailingRevenue.endsOn",
  "support.plan.endsOn",
]);

/** Facts that stay absent if they are: what their absence means is taken to hold. */
const absent: ReadonlySet<FactId> = new Set([
  "transition.directBillStatus",
  "support.plan.renewsOn",
  "support.plan.renewedOn",
]);

/** Wholes whose parts a move is about: that there are none would be a guess. */
const wholes = /^transition\.(customers\.total|subscriptions\.(notT|t)ransferable)$/;

/** The state that shows that an event has happened, even where its day is not known. */
const states: Readonly<Partial<Record<FactId, readonly [state: FactId, FactValue]>>> = {
  "creditCheck.notifiedOn": ["creditCheck.status", "passed"],
  "enrollment.appliedOn": ["enrollment.application", "submitted"],
};

/** The events of an enrollment in their order. */
const procedure: readonly FactId[] = [
  "indirectReseller.transactingSince",
  "enrollment.appliedOn",
  "capabilitiesAssessment.on",
  "creditCheck.notifiedOn",
  "support.plan.purchasedOn",
  "partnerAgreement.acceptedOn",
];

/** Values, those first that leave the fewest rules open or unmet. */
function bySettled(situation: Situation, fact: FactId, values: readonly unknown[]): unknown[] {
  const openAfter = (value: unknown): number => {
    const { harms } = withAnswer(situation, fact, value)?.possible ?? {};
    return harms === undefined ? Infinity : harms.filter(({ most }) => most > 0).length;
  };
  return values
    .map((value) => ({ value, open: openAfter(value) }))
    .toSorted((a, b) => a.open - b.open)
    .map(({ value }) => value);
}

/** What a plan is about. */
export interface Start {
  readonly table: FactTable;
  readonly asOf: IsoDate;
  readonly track: Track;
}

/** How a search goes about it: most ways are found by keeping what is known and inventing no history. */
export interface Manner {
  /** Whether what settles most comes first even where something else is known. */
  readonly settlesFirst: boolean;
  /** Whether days of unknown history may be what suits. */
  readonly guessesHistory: boolean;
  /** Whether a plan that is still to be bought may be bought on another day than is planned. */
  readonly movesPurchase: boolean;
}

/** What can still become otherwise by a day, and how. */
export class Changeable {
  readonly #stated: Readonly<FactValues>;
  readonly #start: Start;
  readonly #day: IsoDate;
  /** How the search goes about it. */
  readonly manner: Manner;
  /** Whether another plan can be bought: none is owned yet, it has ended, or its type does not count. */
  readonly isPlanReplaceable: boolean;
  /** The facts that can change, or are to be found out. */
  readonly facts: readonly FactId[];

  constructor(stated: Readonly<FactValues>, start: Start, day: IsoDate, manner: Manner) {
    this.#stated = stated;
    this.#start = start;
    this.#day = day;
    this.manner = manner;
    const [type, endsOn, purchasedOn] = (["type", "endsOn", "purchasedOn"] as const).map((part) =>
      this.now(`support.plan.${part}`),
    );
    this.isPlanReplaceable =
      (this.now("support.plan") ?? null) === null ||
      (isIsoDate(endsOn) && endsOn < day) ||
      (isIsoDate(purchasedOn) && purchasedOn > (manner.movesPurchase ? start.asOf : day)) ||
      type === "other" ||
      type === "Unified";
    this.facts = start.table.stated.filter((fact) => this.#canChange(fact));
  }

  /** What the profile states now. */
  now(fact: FactId): FactValue | undefined {
    return this.#stated[this.#start.table.positionOf(fact)!];
  }

  /** Whether the company applies for enrollment: its procedure has an order. */
  get isApplicant(): boolean {
    return this.#start.track === "enroll";
  }

  #canChange(fact: FactId): boolean {
    const value = this.now(fact);
    // An applicant is not on board yet, and bills nobody directly.
    if (this.isApplicant && (fact === "enrollment.onboardedOn" || fact.includes(".directBill.")))
      return false;
    if (fact === "transition.directBillStatus")
      return this.#start.track === "transition" && (value ?? "active") === "active";
    if (value === undefined && this.#isHistory(fact)) return this.manner.guessesHistory;
    if (value === undefined) return !absent.has(fact);
    if (fixed.has(fact)) return false;
    // The accounts there are stay as they are; a company without any has been counted wrongly.
    if (fact === "security.adminAccounts") return value === 0;
    if (fact === "support.plan" || fact.startsWith("support.plan."))
      return (this.isPlanReplaceable && !absent.has(fact)) || fact === "support.plan.endsOn";
    const hasHappened = isIsoDate(value) && value <= this.#start.asOf;
    return !hasHappened || repeatable.has(fact);
  }

  /** Whether a fact can have a value on the day, by what happens until then. */
  #allows(fact: FactId, value: unknown): boolean {
    const now = this.now(fact);
    if (fact.startsWith("host.")) return true;
    if (wholes.test(fact)) return (value as number) > 0;
    if (!isIsoDate(value))
      return typeof now !== "number" || (value as number) >= now || fact.startsWith("security.");
    if (this.#isPast(fact)) return value <= this.#start.asOf;
    if (fact === "support.plan.purchasedOn" && this.#isBeforeTheEndOfTheLast(value)) return false;
    return value >= this.#start.asOf && value <= this.#day;
  }

  /** A plan that counts is not bought again while it runs. */
  #isBeforeTheEndOfTheLast(day: IsoDate): boolean {
    const [type, endsOn] = [this.now("support.plan.type"), this.now("support.plan.endsOn")];
    const counts = type !== "other" && type !== "Unified";
    return counts && !this.#isPurchaseAhead && isIsoDate(endsOn) && day <= endsOn;
  }

  /** Whether a plan is to be bought on a day to come. */
  get #isPurchaseAhead(): boolean {
    const purchasedOn = this.now("support.plan.purchasedOn");
    return isIsoDate(purchasedOn) && purchasedOn > this.#start.asOf;
  }

  /** Whether the day of something that has happened is to be found out; who applies anew knows it. */
  #isPast(fact: FactId): boolean {
    if (this.now(fact) !== undefined || !this.#isHistory(fact)) return false;
    return fact !== "enrollment.appliedOn" || !this.manner.settlesFirst;
  }

  /** Whether something may have happened on a day that is not known. */
  #isHistory(fact: FactId): boolean {
    const [state, value] = states[fact] ?? [];
    if (state !== undefined) return this.now(state) === value;
    if (fact === "support.plan.purchasedOn") return !this.isPlanReplaceable;
    return fact === "enrollment.onboardedOn" || fact === "indirectReseller.transactingSince";
  }

  /**
   * The values that a fact can have. What it is now comes first, for the fewer changes the better; what
   * is not known is best what settles most.
   */
  valuesFor(situation: Situation, fact: FactId): unknown[] {
    if (fact === "support.plan") return [{}];
    // The tenant is restricted on request, as the first step of a move.
    if (fact === "transition.directBillStatus") return ["restricted", "active"];
    const now = this.#isOfLastPlan(fact) ? undefined : this.now(fact);
    if (fact === "support.plan.endsOn") return this.#lastDays(situation, now);
    const others = this.#othersFor(situation, fact).filter(
      (value) => this.#allows(fact, value) && this.#isInOrder(situation, fact, value),
    );
    const values = others.flatMap((value) => this.#asStated(fact, value));
    if (now === undefined) return bySettled(situation, fact, values);
    const changes = values.filter((value) => value !== now);
    const next = typeof now === "number" ? nearestFirst(now, changes as number[]) : changes;
    if (!this.manner.settlesFirst) return [now, ...next];
    // Who applies again does not stay with the day of the last application.
    const all = fact === "enrollment.appliedOn" ? [...next, now] : [now, ...next];
    return bySettled(situation, fact, all);
  }

  /** Whether a fact is one of a plan that another replaces; one bought on another day is of the type that was planned. */
  #isOfLastPlan(fact: FactId): boolean {
    if (!fact.startsWith("support.plan.") || !this.isPlanReplaceable) return false;
    return fact !== "support.plan.type" || !this.#isPurchaseAhead;
  }

  /** What a fact can become, what is most natural first: what is named, as soon as it can be. */
  #othersFor(situation: Situation, fact: FactId): unknown[] {
    const candidates = candidatesFor(situation, fact);
    const { type } = this.#start.table.describe(fact);
    if (type === "number") {
      const named = [...limitsOf(situation, fact), ...candidates, ...this.#numbersBeside(fact)];
      // As many as the parts need, rather than more than anybody states.
      return [...new Set([...named.filter(isUsual), ...named])];
    }
    if (type !== "date") return [...candidates];
    const { asOf } = this.#start;
    const days = [...new Set([...(candidates as IsoDate[]), asOf, dayAfter(asOf)])]
      .filter((day) => isIsoDate(day))
      .toSorted();
    // What has happened is taken to have happened lately.
    return this.#isPast(fact) ? days.toReversed() : days;
  }

  /** The numbers in the group of a number: a whole is no less than its parts. */
  #numbersBeside(fact: FactId): number[] {
    const group = fact.slice(0, fact.lastIndexOf(".") + 1);
    return this.#start.table.stated
      .filter((other) => other !== fact && other.startsWith(group))
      .map((other) => this.now(other))
      .filter((value) => typeof value === "number");
  }

  /** The last day of a plan: as it is, or after as many years, or terms of what was planned, as it takes. */
  #lastDays({ stated, inquiry }: Situation, now: unknown): IsoDate[] {
    const bought = stated[inquiry.table.positionOf("support.plan.purchasedOn")!];
    const begin = [bought, this.#start.asOf].find((day) => isIsoDate(day))!;
    let last = isIsoDate(now) ? now : dayBefore(begin);
    const days = isIsoDate(now) ? [now] : [];
    const months = isIsoDate(now) ? 12 : this.#plannedMonths;
    do last = monthsAfter(last, months);
    while (isIsoDate(last) && last < this.#day);
    // The calendar ends with the year 9999.
    return [...days, isIsoDate(last) ? last : "9999-12-31"];
  }

  /** For how many months a plan that is still to be bought is to last; a year at least. */
  get #plannedMonths(): number {
    const end = this.now("support.plan.endsOn");
    if (!this.#isPurchaseAhead || !isIsoDate(end)) return 12;
    const begin = this.now("support.plan.purchasedOn") as IsoDate;
    return Math.max(12, fullMonths(begin, dayAfter(end)));
  }

  /** Whether an event of an enrollment comes after those before it, and before those after it. */
  #isInOrder({ stated, inquiry }: Situation, fact: FactId, value: unknown): boolean {
    const place = this.isApplicant ? procedure.indexOf(fact) : -1;
    if (place === -1) return true;
    return procedure.every((other, index) => {
      const planned = stated[inquiry.table.positionOf(other)!];
      if (other === fact || !isIsoDate(planned) || planned === this.now(other)) return true;
      // What has happened may belong to an application made before.
      if (this.#isPast(fact) !== this.#isPast(other)) return true;
      const [first, second] = index < place ? [planned, String(value)] : [String(value), planned];
      // A plan is bought later than the notice: two events on one day have no known order.
      const isPurchase = [fact, other].includes("support.plan.purchasedOn");
      const isNotice = [fact, other].includes("creditCheck.notifiedOn");
      return isPurchase && isNotice ? first < second : first <= second;
    });
  }

  /** A value as it would be stated: what comes to a list of ours comes on top of what is there. */
  #asStated(fact: FactId, value: unknown): unknown[] {
    const now = this.now(fact);
    if (fact.startsWith("host.") || !Array.isArray(now) || !Array.isArray(value)) return [value];
    if (fact !== "membership.locationIds") return [[...(now as unknown[]), ...value]];
    return withLocation(now as LocationId[], value as LocationId[]);
  }
}

/** Numbers, those first that are the least change. */
function nearestFirst(now: number, values: readonly number[]): number[] {
  return values.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now));
}

/** Location IDs with one more in a country: one that is there and inactive, or a new one. */
function withLocation(now: readonly LocationId[], [added]: readonly LocationId[]): LocationId[][] {
  if (added === undefined) return [];
  const inactive = now.findIndex(({ country, active }) => country === added.country && !active);
  const activated =
    inactive === -1 ? [] : [now.with(inactive, { ...now[inactive]!, active: true })];
  let id = Number(added.id);
  while (now.some((location) => location.id === String(id))) id += 1;
  return [...activated, [...now, { ...added, id: String(id) }]];
}
