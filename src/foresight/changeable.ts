import { dayBefore, monthsAfter } from "../facts/calendar.ts";
import type { FactId } from "../facts/fact-id.ts";
import type { FactTable } from "../facts/fact-table.ts";
import { isIsoDate } from "../input/date-schema.ts";
import type { IsoDate } from "../input/dates.ts";
import type { FactValue, FactValues } from "../profile/profile-reader.ts";
import type { Track } from "../rule/vocabulary.ts";
import { candidatesFor } from "./candidates.ts";
import { type Situation, withAnswer } from "./situation.ts";

/** Facts that no act of the company or of Microsoft is taken to change: places, and what is history. */
const fixed: ReadonlySet<FactId> = new Set([
  "company.country",
  "tenant.country",
  "enrollment.onboardedOn",
  "transition.directBillStatus",
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

/** What can still become otherwise, and how. */
export class Changeable {
  readonly #stated: Readonly<FactValues>;
  readonly #table: FactTable;
  readonly #asOf: IsoDate;
  /** Whether another plan can be bought: none is owned, it has ended, or its type does not count. */
  readonly isPlanReplaceable: boolean;
  readonly #track: Track;

  constructor(
    stated: Readonly<FactValues>,
    { table, asOf, track }: { table: FactTable; asOf: IsoDate; track: Track },
  ) {
    this.#stated = stated;
    this.#table = table;
    this.#asOf = asOf;
    this.#track = track;
    const [type, endsOn, purchasedOn] = (["type", "endsOn", "purchasedOn"] as const).map((part) =>
      this.now(`support.plan.${part}`),
    );
    this.isPlanReplaceable =
      (this.now("support.plan") ?? null) === null ||
      (isIsoDate(endsOn) && endsOn < asOf) ||
      (isIsoDate(purchasedOn) && purchasedOn > asOf) ||
      type === "other" ||
      type === "Unified";
  }

  /** What the profile states now. */
  now(fact: FactId): FactValue | undefined {
    return this.#stated[this.#table.positionOf(fact)!];
  }

  /** The facts that can change, or are to be found out. */
  facts(): FactId[] {
    return this.#table.stated.filter((fact) => this.#canChange(fact));
  }

  #canChange(fact: FactId): boolean {
    const value = this.now(fact);
    if (value === undefined) {
      // An applicant is not on board yet.
      if (fact === "enrollment.onboardedOn") return this.#track !== "enroll";
      return !absent.has(fact);
    }
    if (fixed.has(fact)) return false;
    if (fact === "support.plan" || fact.startsWith("support.plan."))
      return (this.isPlanReplaceable && !absent.has(fact)) || fact === "support.plan.endsOn";
    const hasHappened = isIsoDate(value) && value <= this.#asOf;
    return !hasHappened || repeatable.has(fact);
  }

  /** Whether a fact can have a value on a day to come, by what happens until then. */
  #allows(fact: FactId, value: unknown, day: IsoDate): boolean {
    const now = this.now(fact);
    if (!isIsoDate(value))
      return typeof now !== "number" || (value as number) >= now || fact.startsWith("security.");
    if (now === undefined && this.#isHistory(fact)) return value <= day;
    return value >= this.#asOf && value <= day;
  }

  /** Whether an event is known to have happened on a day that is not known. */
  #isHistory(fact: FactId): boolean {
    const [state, value] = states[fact] ?? [];
    if (state !== undefined) return this.now(state) === value;
    if (fact === "support.plan.purchasedOn")
      return typeof this.now("support.plan") === "object" && !this.isPlanReplaceable;
    return fact === "enrollment.onboardedOn";
  }

  /**
   * The values that a fact can have on a day. What it is now comes first, for the fewer changes the
   * better; what is not known is best what settles most.
   */
  valuesFor(situation: Situation, fact: FactId, day: IsoDate): unknown[] {
    if (fact === "support.plan") return [{}];
    // Another plan has nothing of the last one.
    const isOfLastPlan = fact.startsWith("support.plan.") && this.isPlanReplaceable;
    const now = isOfLastPlan ? undefined : this.now(fact);
    if (fact === "support.plan.endsOn") return this.#lastDays(situation, now, day);
    const others = [...candidatesFor(situation, fact), ...this.#numbersBeside(fact)]
      .filter((value) => this.#allows(fact, value, day) && this.#isInOrder(situation, fact, value))
      .map((value) => this.#onTop(fact, value));
    return now === undefined ? bySettled(situation, fact, others) : [now, ...others];
  }

  /** The numbers in the group of a number: a whole is no less than its parts. */
  #numbersBeside(fact: FactId): number[] {
    if (this.#table.describe(fact).type !== "number") return [];
    const group = fact.slice(0, fact.lastIndexOf(".") + 1);
    return this.#table.stated
      .filter((other) => other !== fact && other.startsWith(group))
      .map((other) => this.now(other))
      .filter((value) => typeof value === "number");
  }

  /** The last day of a plan: as it is, or after as many years more as it takes. */
  #lastDays(situation: Situation, now: unknown, day: IsoDate): IsoDate[] {
    const { stated, inquiry } = situation;
    const bought = stated[inquiry.table.positionOf("support.plan.purchasedOn")!];
    let last = isIsoDate(now) ? now : dayBefore(isIsoDate(bought) ? bought : this.#asOf);
    const days = isIsoDate(now) ? [now] : [];
    do last = monthsAfter(last, 12);
    while (last < day);
    return [...days, last];
  }

  /** Whether an event of an enrollment comes after those before it, and before those after it. */
  #isInOrder(situation: Situation, fact: FactId, value: unknown): boolean {
    const place = this.#track === "enroll" ? procedure.indexOf(fact) : -1;
    if (place === -1) return true;
    const { stated, inquiry } = situation;
    return procedure.every((other, index) => {
      const planned = stated[inquiry.table.positionOf(other)!];
      if (!isIsoDate(planned) || planned === this.now(other)) return true;
      return index < place ? planned <= String(value) : planned >= String(value);
    });
  }

  /** A value as it would be stated: what comes to a list comes on top of what is there. */
  #onTop(fact: FactId, value: unknown): unknown {
    const now = this.now(fact);
    return Array.isArray(now) && Array.isArray(value) ? [...(now as unknown[]), ...value] : value;
  }
}
