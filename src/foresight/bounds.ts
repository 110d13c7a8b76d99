import type { FactId } from "../facts/fact-id.ts";
import type { Outcome } from "../report/outcome.ts";
import { candidatesFor } from "./candidates.ts";
import { outcomeAt } from "./possible.ts";
import { decidedOutcome, factsToAsk } from "./questions.ts";
import { type Situation, withAnswer, withoutAnswer } from "./situation.ts";

/**
 * The outcomes that are still possible.
 *
 * @category Foresight
 */
export interface Bounds {
  /** No outcome better than this is possible. */
  best: Outcome;
  /** No outcome worse than this is possible. */
  worst: Outcome;
  /**
   * Whether answers were found that lead to `best`, and others that lead to `worst`. If not, the true
   * bounds may lie closer together.
   */
  exact: boolean;
}

/** The most answers that a search tries. */
const mostTries = 2000;

/** How far apart the outcomes are that are still possible. */
const openness = ({ possible: { best, worst } }: Situation): number => worst - best;

/** Looks for answers that lead to one outcome. */
class Search {
  #tries = 0;
  readonly #target: number;

  constructor(target: number) {
    this.#target = target;
  }

  finds(situation: Situation): boolean {
    const { best, worst } = situation.possible;
    const isOut = this.#target < best || this.#target > worst;
    if (isOut || this.#tries > mostTries) return false;
    if (best === worst) return true;
    const next = factsToAsk(situation).slice(0, 1);
    return next.some((fact) =>
      this.#answersTo(situation, fact).some((answered) => this.finds(answered)),
    );
  }

  /**
   * The situations after each answer, and after none, those first that leave least open: of those that
   * still allow the outcome, they come closest to it.
   */
  #answersTo(situation: Situation, fact: FactId): Situation[] {
    const candidates = candidatesFor(situation, fact);
    this.#tries += candidates.length;
    const answers = candidates.flatMap((value) => withAnswer(situation, fact, value) ?? []);
    return [...answers, withoutAnswer(situation, fact)].toSorted(
      (a, b) => openness(a) - openness(b),
    );
  }
}

/** The best and the worst outcome still possible. */
export function boundsIn(situation: Situation): Bounds {
  const decided = decidedOutcome(situation);
  if (decided !== undefined) return { best: decided, worst: decided, exact: true };
  const { best, worst } = situation.possible;
  const isReached = (target: number): boolean => new Search(target).finds(situation);
  return {
    best: outcomeAt(best),
    worst: outcomeAt(worst),
    exact: isReached(best) && isReached(worst),
  };
}
