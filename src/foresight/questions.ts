import { decidersOf } from "../facts/as-of.ts";
import type { FactId } from "../facts/fact-id.ts";
import { originsOf } from "../facts/fact-table.ts";
import { parentOf } from "../facts/parents.ts";
import { type ReadyCondition } from "../engine/weigh.ts";
import { readyRules } from "../engine/run-rules-sync.ts";
import { type AnswerClass, type Classes, answerClassesOf } from "./answer-classes.ts";
import { isOpen, outcomeAt, truthsOf } from "./possible.ts";
import type { Outcome } from "../report/outcome.ts";
import type { RuleId } from "../rule/ids.ts";
import { type Situation, withoutAnswer } from "./situation.ts";

/**
 * A fact to ask for.
 *
 * @typeParam Id - The ids of the rules asked for.
 *
 * @category Foresight
 */
export interface Question<Id extends string = RuleId> {
  /** The fact; its id is its path in the profile. */
  fact: FactId;
  label: string;
  /** How to ask for it. */
  question: string;
  /** What it means. */
  help: string;
  /** The rules that need it to be decided, in rule order. */
  neededBy: Id[];
  /** The answers that the rules tell apart, and what each leads to. */
  answers: AnswerClass[];
  /** Whether each of these answers decides the outcome. */
  settles: boolean;
}

/** Facts that could decide a rule, each once, in the order in which its conditions read them. */
class Asked {
  readonly facts = new Set<FactId>();
  readonly #situation: Situation;

  constructor(situation: Situation) {
    this.#situation = situation;
  }

  #isIn(list: readonly boolean[], fact: FactId): boolean {
    return list[this.#situation.inquiry.table.positionOf(fact)!] === true;
  }

  /** Adds the leaves of a condition that keep it open. */
  add(condition: ReadyCondition): void {
    const { facts } = this.#situation;
    if (!isOpen(truthsOf(condition, facts))) return;
    const { ids } = this.#situation.inquiry.table;
    // A condition that reads no fact has nothing to ask for.
    this.#addFact(ids[condition.position]!);
    this.#addFact(ids[condition.other]!);
    for (const child of condition.children) this.add(child);
  }

  /** Adds a fact that is open, or what keeps it open. */
  #addFact(fact: FactId): void {
    const { facts } = this.#situation;
    if (!this.#isIn(facts.open, fact)) return;
    if (this.#isIn(facts.unstated, fact)) this.#addWithParent(fact);
    for (const origin of originsOf(fact) ?? []) this.#addFact(origin);
    for (const decider of decidersOf(fact))
      if (this.#isIn(facts.unstated, decider)) this.#addWithParent(decider);
  }

  /** What comes first is asked first. */
  #addWithParent(fact: FactId): void {
    const parent = parentOf(fact);
    if (parent !== undefined && this.#isIn(this.#situation.facts.unstated, parent))
      this.#addWithParent(parent);
    else this.facts.add(fact);
  }
}

/**
 * The facts that could decide each rule that can do more harm than is certain anyway.
 *
 * @param floor - The harm that is certain.
 */
function factsByRule(
  situation: Situation,
  floor: number,
): (readonly [place: number, facts: Set<FactId>])[] {
  const { inquiry, possible } = situation;
  return readyRules(inquiry.set).flatMap((rule, place) => {
    // What is certain to happen elsewhere cannot be made worse by less.
    if (possible.harms[place]!.most <= floor) return [];
    const asked = new Asked(situation);
    if (rule.appliesWhen !== undefined) asked.add(rule.appliesWhen);
    asked.add(rule.conditions);
    // Whether a step is due makes no difference to the outcome: it is open as long as it is not done.
    const kind = inquiry.set.rules[place]!.kind;
    if (rule.dueWhen !== undefined && kind === "requirement") asked.add(rule.dueWhen);
    return [[place, asked.facts] as const];
  });
}

/** The facts that could decide the outcome, in the order in which rules need them. */
export function factsToAsk(
  situation: Situation,
  floor: number = situation.possible.best,
): readonly FactId[] {
  return [...new Set(factsByRule(situation, floor).flatMap(([, facts]) => [...facts]))];
}

interface Ranked extends Classes {
  readonly fact: FactId;
  readonly neededBy: readonly number[];
}

/** How large a part of the answers decides the outcome. */
function decisiveness({ classes }: Ranked): number {
  const decisive = classes.filter(({ outcome }) => outcome !== undefined).length;
  return decisive / Math.max(classes.length, 1);
}

/**
 * First what tells anything, then what decides most, then what most rules need; otherwise in the order
 * of the profile, which the sort keeps.
 */
function compare(a: Ranked, b: Ranked): number {
  return (
    Number(b.matters) - Number(a.matters) ||
    decisiveness(b) - decisiveness(a) ||
    b.neededBy.length - a.neededBy.length
  );
}

/** The facts that could decide the outcome, with what each answer leads to. */
function rankedIn(situation: Situation): Ranked[] {
  const { possible, inquiry } = situation;
  const byRule = factsByRule(situation, possible.best);
  const asked = inquiry.table.stated.filter((fact) => byRule.some(([, facts]) => facts.has(fact)));
  return asked
    .map((fact): Ranked => {
      const neededBy = byRule.filter(([, facts]) => facts.has(fact)).map(([place]) => place);
      return { fact, neededBy, ...answerClassesOf(situation, fact) };
    })
    .filter(({ classes }) => classes.length > 0);
}

/** The outcome to which every answer to a question leads, and no answer too; undefined if they differ. */
function outcomeWhateverAnswered(
  situation: Situation,
  { fact, classes }: Ranked,
): Outcome | undefined {
  const { outcome } = classes[0]!;
  if (classes.some((one) => one.outcome !== outcome)) return undefined;
  const { best, worst } = withoutAnswer(situation, fact).possible;
  return [best, worst].every((one) => outcomeAt(one) === outcome) ? outcome : undefined;
}

/** The outcome that is decided, though no rule by itself shows it: whatever is answered leads to it. */
export function decidedOutcome(situation: Situation): Outcome | undefined {
  for (const ranked of rankedIn(situation)) {
    const outcome = outcomeWhateverAnswered(situation, ranked);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}

/** What to ask next, best first; empty once the outcome is decided. */
export function questionsIn(situation: Situation): Question<string>[] {
  const { table, set } = situation.inquiry;
  const ranked = rankedIn(situation);
  if (ranked.some((one) => outcomeWhateverAnswered(situation, one) !== undefined)) return [];
  return ranked.toSorted(compare).map(({ fact, neededBy, classes }) => {
    const { label, question = label, help } = table.describe(fact);
    return {
      fact,
      label,
      question,
      help,
      neededBy: neededBy.map((place) => set.rules[place]!.id),
      answers: classes,
      settles: classes.every(({ outcome }) => outcome !== undefined),
    };
  });
}
