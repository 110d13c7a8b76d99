import type { FactId } from "../facts/fact-id.ts";
import { factsOfProfile } from "../facts/facts.ts";
import { allRevenue } from "../facts/revenue-facts.ts";
import { memoize } from "../memoize.ts";
import type { PartnerProfile } from "../profile/profile.ts";
import type { Verdict } from "../report/span.ts";
import { withValueAt } from "../profile/with-value-at.ts";
import type { Status } from "../findings/status.ts";
import type { Inquiry } from "../rules/question.ts";
import type { RuleSet } from "../rules/rules-in-force.ts";
import type { Changeable } from "./changeable.ts";
import { readersOf } from "./candidates.ts";
import { factsToAsk } from "./questions.ts";
import { type Situation, knownSituation, situationOf, statedIn, withAnswer } from "./situation.ts";
import { statusesOf, verdictOf } from "./verdict.ts";

/** A fact that becomes another. */
export interface Change {
  readonly fact: FactId;
  readonly value: unknown;
}

/** What the rules of a day say of a profile; undefined if it contradicts itself. */
export function verdictOn(inquiry: Inquiry, profile: PartnerProfile): Verdict<string> | undefined {
  const stated = statedIn(inquiry, profile);
  if (stated === undefined) return undefined;
  const facts = factsOfProfile(inquiry, { stated, unknownAt: [] });
  return verdictOf(inquiry.set, statusesOf(inquiry.set, facts));
}

/** A profile after some changes; a group comes before what is in it. */
export function changed(profile: PartnerProfile, changes: readonly Change[]): PartnerProfile {
  return changes.reduce<PartnerProfile>(
    (known, { fact, value }) => withValueAt(known, fact, value),
    profile,
  );
}

/** What has to be settled before what would prove it. */
const beforehand: ReadonlySet<FactId> = new Set([
  "transition.tenant",
  "transition.directBillStatus",
]);

/** The most values that a search tries on one day. */
const mostTries = 400;

/** The situation in which everything that can change is open, and nothing else. */
function openSituation(
  inquiry: Inquiry,
  profile: PartnerProfile,
  changeable: Changeable,
): Situation {
  const { facts } = changeable;
  const open = changed(
    profile,
    // What is not there stays so: a group comes before what is in it.
    facts
      .filter((fact) => changeable.now(fact) !== undefined)
      .map((fact) => ({ fact, value: undefined })),
  );
  const closed = new Set(inquiry.table.stated.filter((fact) => !facts.includes(fact)));
  return situationOf(inquiry, open, statedIn(inquiry, open)!, closed);
}

/** Looks for changes after which the outcome on a day is `eligible`. */
class Search {
  #tries = 0;
  readonly #changeable: Changeable;
  readonly #inquiry: Inquiry;
  readonly #profile: PartnerProfile;

  constructor(inquiry: Inquiry, profile: PartnerProfile, changeable: Changeable) {
    this.#inquiry = inquiry;
    this.#profile = profile;
    this.#changeable = changeable;
  }

  /** The changes; undefined if none were found. */
  find(situation: Situation, settled: readonly Change[] = []): Change[] | undefined {
    const { harms } = situation.possible;
    if (this.#tries > mostTries || harms.some(({ least }) => least > 0)) return undefined;
    if (harms.every(({ most }) => most === 0)) return this.#confirmed(settled);
    for (const change of this.#nextChanges(situation)) {
      this.#tries += 1;
      if (!this.#goesWithTheRest([...settled, change])) continue;
      const next = withAnswer(situation, change.fact, change.value);
      const found = next && this.find(next, [...settled, change]);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What the first open fact that rules need can become. */
  #nextChanges(situation: Situation): Change[] {
    const asked = factsToAsk(situation, 0);
    const inOrder = [...asked.filter((fact) => beforehand.has(fact)), ...asked];
    return inOrder.slice(0, 1).flatMap((fact) => {
      const values = this.#changeable.valuesFor(situation, fact);
      return values.map((value) => ({ fact, value }));
    });
  }

  /** Whether what is settled goes together with the rest as it is; another plan has no rest. */
  #goesWithTheRest(settled: readonly Change[]): boolean {
    if (settled.at(-1)!.fact.startsWith("support.plan")) return true;
    const apart = settled.filter((change) => !change.fact.startsWith("support.plan"));
    return statedIn(this.#inquiry, changed(this.#profile, apart)) !== undefined;
  }

  /** The changes among what was settled, if they go together with what the profile states besides. */
  #confirmed(settled: readonly Change[]): Change[] | undefined {
    const all = this.#changeable.isPlanReplaceable ? withNewPlan(settled) : settled;
    const changes = all.filter(
      ({ fact, value }) => JSON.stringify(this.#changeable.now(fact)) !== JSON.stringify(value),
    );
    return [changes].find((some) => isDone(this.#inquiry, changed(this.#profile, some)));
  }
}

/** Whether every requirement that applies is met on a day, and every step done. */
export function isDone(inquiry: Inquiry, profile: PartnerProfile): boolean {
  const verdict = verdictOn(inquiry, profile);
  if (verdict === undefined) return false;
  return inquiry.set.rules.every(
    ({ id, kind }) => kind === "recommendation" || isFine(verdict.statuses[id]),
  );
}

/** Whether a rule asks for nothing more; one that is not in force asks for nothing. */
export function isFine(status: Status | undefined): boolean {
  return status === undefined || status === "met" || status === "not-applicable";
}

/** Another plan is one change: it has nothing of the last one. */
function withNewPlan(settled: readonly Change[]): Change[] {
  const isPart = ({ fact }: Change): boolean => fact.startsWith("support.plan.");
  const parts = settled.filter(isPart);
  const plan = Object.fromEntries(
    parts.map(({ fact, value }) => [fact.slice("support.plan.".length), value]),
  );
  const last = parts.at(-1);
  return settled.flatMap((change): Change[] => {
    if (change === last) return [{ fact: "support.plan", value: plan }];
    return isPart(change) ? [] : [change];
  });
}

/** States that others prove, but that have to be reached all the same. */
const milestones: ReadonlySet<FactId> = new Set([
  "enrollment.application",
  "creditCheck.status",
  "transition.enrollment",
  "transition.directBillStatus",
  "transition.tenant",
  "creditCheck.notifiedOn",
]);

/** Leaves out every change without which the outcome is the same. */
function fewest(inquiry: Inquiry, profile: PartnerProfile, changes: readonly Change[]): Change[] {
  const now = verdictOn(inquiry, profile)!;
  // A milestone is kept where a rule that speaks of it is open.
  const isReached = (fact: FactId): boolean =>
    readersOf(inquiry.set)(fact).every((place) =>
      isFine(now.statuses[inquiry.set.rules[place]!.id]),
    );
  return changes.reduceRight<Change[]>(
    (kept, change) => {
      const rest = kept.filter((one) => one !== change);
      const isOwed = milestones.has(change.fact) && !isReached(change.fact);
      return !isOwed && isDone(inquiry, changed(profile, rest)) ? rest : kept;
    },
    [...changes],
  );
}

const figures: ReadonlySet<FactId> = new Set(allRevenue);

/** How much a number grows that is known. */
const growthOf = (changeable: Changeable, { fact, value }: Change): number =>
  (value as number) - (changeable.now(fact) as number);

/** Revenue grows by one figure, by what is missing, rather than by figures that only name limits. */
function withOneFigure(
  inquiry: Inquiry,
  profile: PartnerProfile,
  changeable: Changeable,
  changes: readonly Change[],
): Change[] {
  const isKnownFigure = (fact: FactId): boolean =>
    figures.has(fact) && changeable.now(fact) !== undefined;
  const others = changes.filter(({ fact }) => !isKnownFigure(fact));
  if (others.length === changes.length) return [...changes];
  const rest = changed(profile, others);
  // Figures contradict nothing, so that what goes with them goes without them, too.
  const known = knownSituation(inquiry, rest)!;
  const [one] = changeable.facts
    .filter(isKnownFigure)
    .flatMap((fact) => {
      const values = changeable.valuesFor(known, fact).map((value) => ({ fact, value }));
      return values.find((change) => isDone(inquiry, changed(rest, [change]))) ?? [];
    })
    .toSorted((a, b) => growthOf(changeable, a) - growthOf(changeable, b));
  return one === undefined ? [...changes] : [...others, one];
}

const oneByOne = memoize((set: RuleSet): readonly RuleSet[] =>
  set.rules.map((rule) => ({ ...set, rules: [rule] })),
);

/** What proves other states by itself, though they have to be reached before it. */
const proofs: ReadonlySet<FactId> = new Set(["transition.agreementAccepted"]);

/** One change that is enough, if there is one: most that falls short, falls short in one thing. */
function singleChange(
  inquiry: Inquiry,
  profile: PartnerProfile,
  changeable: Changeable,
): Change | undefined {
  const known = knownSituation(inquiry, profile)!;
  const open = known.possible.harms.flatMap(({ most }, place) => (most > 0 ? [place] : []));
  return changeable.facts
    .filter((fact) => !fact.startsWith("support.plan") && !proofs.has(fact))
    .filter((fact) => open.every((place) => readersOf(inquiry.set)(fact).includes(place)))
    .flatMap((fact) => changeable.valuesFor(known, fact).map((value) => ({ fact, value })))
    .find((change) => isDone(inquiry, changed(profile, [change])));
}

function search(
  inquiry: Inquiry,
  profile: PartnerProfile,
  changeable: Changeable,
): Change[] | undefined {
  if (isDone(inquiry, profile)) return [];
  const single = singleChange(inquiry, profile, changeable);
  if (single !== undefined) return [single];
  const situation = openSituation(inquiry, profile, changeable);
  return new Search(inquiry, profile, changeable).find(situation);
}

/** Whether there is a way to meet every rule of a day. */
export function hasWay(
  inquiry: Inquiry,
  profile: PartnerProfile,
  changeables: readonly Changeable[],
): boolean {
  return changeables.some((one) => search(inquiry, profile, one) !== undefined);
}

/** The rules that no changes meet on a day, not even one rule by itself. */
export function unreachableOn(
  inquiry: Inquiry,
  profile: PartnerProfile,
  changeables: readonly Changeable[],
): string[] {
  return oneByOne(inquiry.set)
    .filter((set) => !hasWay({ ...inquiry, set }, profile, changeables))
    .map(({ rules }) => rules[0]!.id);
}

/** What to change, and what can change besides. */
export interface Way {
  /** The fewest changes after which every rule of a day is met, in the order in which rules need them. */
  readonly changes: Change[];
  readonly changeable: Changeable;
}

/** The first way that is found to meet every rule of a day, one manner of searching after another. */
export function wayTo(
  inquiry: Inquiry,
  profile: PartnerProfile,
  changeables: readonly Changeable[],
): Way | undefined {
  for (const changeable of changeables) {
    const found = search(inquiry, profile, changeable);
    if (found === undefined) continue;
    const few = fewest(inquiry, profile, found);
    return { changes: withOneFigure(inquiry, profile, changeable, few), changeable };
  }
  return undefined;
}
