import type { FactId } from "../facts/fact-id.ts";
import { isIsoDate } from "../input/date-schema.ts";
import type { IsoDate } from "../input/dates.ts";
import { factsIn } from "../rule/facts-in-conditions.ts";
import type { Rule } from "../rule/rule.ts";
import { readersOf } from "./candidates.ts";
import type { Changeable } from "./changeable.ts";
import type { Need, PlanStep } from "./plan.ts";
import type { PlanRequest } from "./plan-request.ts";
import { knownSituation } from "./situation.ts";
import { type Change, changed, isDone, isFine, verdictOn } from "./way.ts";

/** The events that a fact belongs to, its own first. */
const events: Readonly<Partial<Record<FactId, readonly FactId[]>>> = {
  "creditCheck.status": ["creditCheck.notifiedOn", "enrollment.appliedOn"],
  "enrollment.application": ["enrollment.appliedOn"],
  "enrollment.eligibility": ["enrollment.appliedOn"],
  "enrollment.businessInformation": ["enrollment.appliedOn"],
  "vetting.status": ["enrollment.appliedOn"],
  "capabilitiesAssessment.result": ["capabilitiesAssessment.on"],
};

/** The day of the event that a state shows. */
const ownDays: Readonly<Partial<Record<FactId, FactId>>> = {
  "creditCheck.status": "creditCheck.notifiedOn",
  "enrollment.application": "enrollment.appliedOn",
  "capabilitiesAssessment.result": "capabilitiesAssessment.on",
};

const applyAgain = "Apply again for enrollment.";

/** The day of the event that makes a change. */
function eventDay({ fact, value }: Change, changes: readonly Change[]): unknown {
  if (fact === "support.plan") return (value as { purchasedOn?: unknown }).purchasedOn;
  // The last day of a plan is a term, not an event.
  if (fact === "support.plan.endsOn") return undefined;
  const own = events[fact] ?? [fact];
  return own
    .map((event) => changes.find((change) => change.fact === event)?.value)
    .find((day) => isIsoDate(day));
}

/** Days between two, both included. */
interface Days {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** The day from which a profile can state a change. One after all is done is a term, stated at once. */
function dayOf(change: Change, changes: readonly Change[], { first, last }: Days): IsoDate {
  const day = eventDay(change, changes);
  return isIsoDate(day) && day > first && day <= last ? day : first;
}

/** A step whose alternatives are not known yet. */
type Draft = Omit<PlanStep<string>, "alternatives">;

/** Makes a plan from the changes that lead to the outcome on a day. */
export class Planner {
  readonly #request: PlanRequest;
  readonly #changeable: Changeable;
  readonly #day: IsoDate;
  readonly #needs: readonly Need[];

  constructor(
    request: PlanRequest,
    changeable: Changeable,
    day: IsoDate,
    changes: readonly Change[],
  ) {
    this.#request = request;
    this.#changeable = changeable;
    this.#day = day;
    this.#needs = changes.map((change) => this.#needFor(change, changes));
  }

  #needFor(change: Change, changes: readonly Change[]): Need {
    const { fact, value } = change;
    const now = this.#changeable.now(fact);
    const { label, unit } = this.#request.ask(this.#day).table.describe(fact);
    return {
      fact,
      label,
      ...(unit !== undefined && { unit }),
      ...(now !== undefined && { now }),
      value,
      on: dayOf(change, changes, { first: this.#request.asOf, last: this.#day }),
    };
  }

  /** For each rule, the first of some days from which it is met and stays so: what is dated counts from its day on. */
  #firstDays(days: readonly IsoDate[]): (ruleId: string) => IsoDate {
    const { ask, profile } = this.#request;
    const done = changed(profile, this.#needs);
    const verdicts = days.map((day) => verdictOn(ask(day), done)!);
    return (ruleId) => {
      const last = verdicts.findLastIndex(({ statuses }) => !isFine(statuses[ruleId]));
      return days[last + 1]!;
    };
  }

  /** The changes without which a rule is not met; of those that hang together, the ones that it reads. */
  #needsOf(ruleId: string, place: number): Need[] {
    const { ask, profile } = this.#request;
    const inquiry = ask(this.#day);
    return this.#needs.filter((need) => {
      const others = this.#needs.filter((one) => one !== need);
      const verdict = verdictOn(inquiry, changed(profile, others));
      if (verdict === undefined) return readersOf(inquiry.set)(need.fact).includes(place);
      return !isFine(verdict.statuses[ruleId]);
    });
  }

  /** A step with the days of the events that it speaks of, and what does as well; who applies anew is told so. */
  #inFull(step: Draft): PlanStep<string> {
    const days = step.needs.map(({ fact }) => ownDays[fact]);
    const needs = this.#needs.filter(
      (need) => step.needs.includes(need) || days.includes(need.fact),
    );
    const isNewApplication = needs.some((need) => this.#isNewApplication(need));
    const { notBefore, ...rest } = step;
    return {
      ...rest,
      text: isNewApplication ? applyAgain : step.text,
      needs,
      alternatives: this.#alternativesTo(step.ruleId, needs),
      notBefore,
    };
  }

  /** Whether a company that has applied applies anew. */
  #isNewApplication({ fact, value }: Need): boolean {
    if (fact !== "enrollment.appliedOn") return false;
    const hasApplied = this.#changeable.now("enrollment.application") === "submitted";
    return (
      (hasApplied || this.#changeable.now(fact) !== undefined) &&
      String(value) >= this.#request.asOf
    );
  }

  /** Other single changes that do as well as the needs of a rule. */
  #alternativesTo(ruleId: string, needs: readonly Need[]): Need[] {
    const { ask, profile } = this.#request;
    const inquiry = ask(this.#day);
    const place = inquiry.set.rules.findIndex(({ id }) => id === ruleId);
    const others = this.#needs.filter((need) => !needs.includes(need));
    const rest = changed(profile, others);
    const situation = knownSituation(inquiry, rest);
    // Without its needs, what is left may contradict itself, or prove that nothing else is needed.
    if (situation === undefined || isDone(inquiry, rest)) return [];
    const read = this.#changeable.facts
      .filter((fact) => readersOf(inquiry.set)(fact).includes(place))
      .filter(
        (fact) => !needs.some((need) => fact === need.fact || fact.startsWith(`${need.fact}.`)),
      );
    return read.flatMap((fact) => {
      const change = this.#changeable
        .valuesFor(situation, fact)
        .map((value) => ({ fact, value }))
        .find((one) => isDone(inquiry, changed(rest, [one])));
      return change === undefined ? [] : [this.#needFor(change, [change])];
    });
  }

  /**
   * The steps, in order.
   *
   * @param days - The days on which something may become possible.
   */
  steps(days: readonly IsoDate[]): PlanStep<string>[] {
    const { ask, asOf, profile, wordsFor } = this.#request;
    const [now, then] = [wordsFor(asOf, profile), wordsFor(this.#day, profile)];
    const { rules } = ask(this.#day).set;
    // What a rule says where it is open: on the day asked about or, if that comes later, when all is done.
    const words = new Map(
      [...then, ...now].filter(({ status }) => !isFine(status)).map((one) => [one.ruleId, one]),
    );
    const open = rules.filter(({ id, kind }) => kind !== "recommendation" && words.has(id));
    const ids = new Set(open.map(({ id }) => id));
    const tried = [...new Set([...days, ...this.#needs.map(({ on }) => on)])]
      .filter((day) => day <= this.#day)
      .toSorted();
    const firstDayOf = this.#firstDays(tried);
    const steps = inOrder(open, rules).map((rule): Draft => {
      const { id, title } = rule;
      const { actor, remedy } = words.get(id)!;
      const needs = this.#needsOf(id, rules.indexOf(rule));
      return {
        ruleId: id,
        title,
        actor,
        text: remedy!,
        after: stepsBefore(rule, rules, ids),
        needs,
        notBefore: firstDayOf(id),
      };
    });
    return inTime(this.#withEachNeed(steps).map((step) => this.#inFull(step)));
  }

  /** What no single rule needs by itself is said at the first step that reads it. */
  #withEachNeed(steps: Draft[]): Draft[] {
    const { set } = this.#request.ask(this.#day);
    for (const need of this.#needs) {
      if (steps.some(({ needs }) => needs.includes(need))) continue;
      const readers = readersOf(set)(need.fact).map((place) => set.rules[place]!);
      // The rule that reads little besides is the one that it is about.
      const direct = readers
        .filter(({ conditions }) => factsIn(conditions).includes(need.fact))
        .toSorted((a, b) => factsIn(a.conditions).length - factsIn(b.conditions).length);
      const [step] = [...direct, ...readers, ...set.rules].flatMap(({ id }) =>
        steps.filter(({ ruleId }) => ruleId === id),
      );
      step!.needs.push(need);
    }
    return steps;
  }
}

/** Steps with days on which they come after their needs and after the steps that they wait for. */
function inTime(steps: readonly PlanStep<string>[]): PlanStep<string>[] {
  const days = new Map<string, IsoDate>();
  return steps.map((step) => {
    const waitsFor = step.after.map((id) => days.get(id)!);
    const from = [step.notBefore, ...step.needs.map(({ on }) => on), ...waitsFor].toSorted();
    const notBefore = from.at(-1)!;
    days.set(step.ruleId, notBefore);
    return { ...step, notBefore };
  });
}

/** The steps that come before a rule: those that it names, or those before rules that are done. */
function stepsBefore(
  { after = [] }: Rule<string>,
  rules: readonly Rule<string>[],
  steps: ReadonlySet<string>,
): string[] {
  const before = after.flatMap((id) => {
    if (steps.has(id)) return [id];
    const rule = rules.find((other) => other.id === id);
    return rule === undefined ? [] : stepsBefore(rule, rules, steps);
  });
  return [...new Set(before)];
}

/** Rules, each after those that come before it; otherwise in the order of the rules. */
function inOrder(open: readonly Rule<string>[], rules: readonly Rule<string>[]): Rule<string>[] {
  const ids = new Set(open.map(({ id }) => id));
  const placed: Rule<string>[] = [];
  const place = (rule: Rule<string>): void => {
    if (placed.includes(rule)) return;
    for (const id of stepsBefore(rule, rules, ids)) place(open.find((other) => other.id === id)!);
    placed.push(rule);
  };
  for (const rule of open) place(rule);
  return placed;
}
