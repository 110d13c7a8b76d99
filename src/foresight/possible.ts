import { type ReadyCondition, type ReadyRule, truthOf } from "../engine/weigh.ts";
import { type Truth, and, not, or } from "../engine/kleene.ts";
import { readyRules } from "../engine/run-rules-sync.ts";
import { type OpenFacts, onlyGrows } from "../facts/open-facts.ts";
import type { Status } from "../findings/status.ts";
import { type Outcome, outcomes } from "../report/outcome.ts";
import { memoizeEach } from "../memoize.ts";
import type { Kind } from "../rule/vocabulary.ts";
import { type RuleSet, orderOf } from "../rules/rules-in-force.ts";

/** A set of truths, one bit for each. */
export type Truths = number;

const bits = [
  [1, true],
  [2, false],
  [4, "unknown"],
] as const satisfies (readonly [Truths, Truth])[];
const anything: Truths = 7;

function bitOf(truth: Truth): Truths {
  return bits.find(([, other]) => other === truth)![0];
}

function truthsIn(truths: Truths): Truth[] {
  return bits.filter(([bit]) => (truths & bit) !== 0).map(([, truth]) => truth);
}

const sets = Array.from({ length: anything + 1 }, (_, truths) => truths);

/** What two sets of truths can come to together; all pairs, worked out once. */
function pairs(combine: (a: Truth, b: Truth) => Truth): readonly (readonly Truths[])[] {
  const come = (as: Truths, bs: Truths): Truths =>
    truthsIn(as)
      .flatMap((a) => truthsIn(bs).map((b) => bitOf(combine(a, b))))
      .reduce((all, bit) => all | bit, 0);
  return sets.map((as) => sets.map((bs) => come(as, bs)));
}

const both = pairs(and);
const either = pairs(or);
const opposite = sets.map((truths) =>
  truthsIn(truths).reduce<Truths>((all, truth) => all | bitOf(not(truth)), 0),
);

const least = new Set(["greaterThan", "greaterThanInclusive"]);

function truthsOfLeaf(leaf: ReadyCondition, { facts, open }: OpenFacts): Truths {
  const { position, other, fact, operator } = leaf;
  if (!open[position] && !open[other]) return bitOf(truthOf(leaf, facts));
  const isReached = other === -1 && onlyGrows(fact) && least.has(operator);
  return isReached && truthOf(leaf, facts) === true ? bitOf(true) : anything;
}

/** What a condition can come to, whatever the open facts turn out to be; perhaps more, never less. */
export function truthsOf(condition: ReadyCondition, facts: OpenFacts): Truths {
  const { kind, children } = condition;
  if (kind === "leaf") return truthsOfLeaf(condition, facts);
  if (kind === "not") return opposite[truthsOf(children[0]!, facts)]!;
  const combine = kind === "all" ? both : either;
  let truths = bitOf(kind === "all");
  for (let index = 0; index < children.length; index += 1)
    truths = combine[truths]![truthsOf(children[index]!, facts)]!;
  return truths;
}

/** Whether a condition can come to more than one truth. */
export function isOpen(truths: Truths): boolean {
  return truthsIn(truths).length > 1;
}

/** The kind of a rule, and what its parts can come to; what the rule lacks is true. */
interface RuleTruths {
  readonly kind: Kind;
  readonly applies: Truths;
  readonly conditions: Truths;
  readonly due: Truths;
}

function ruleTruthsOf(
  { appliesWhen, conditions, dueWhen }: ReadyRule,
  kind: Kind,
  facts: OpenFacts,
): RuleTruths {
  return {
    kind,
    applies: appliesWhen === undefined ? bitOf(true) : truthsOf(appliesWhen, facts),
    conditions: truthsOf(conditions, facts),
    due: dueWhen === undefined ? bitOf(true) : truthsOf(dueWhen, facts),
  };
}

function dueStatuses(due: Truths, isMet: Truth): Status[] {
  return truthsIn(due).map((isDue) => {
    if (isDue === false) return "not-due";
    return isDue === "unknown" || isMet === "unknown" ? "unknown" : "unmet";
  });
}

function statusesIn({ applies, conditions, due }: RuleTruths): Status[] {
  return truthsIn(applies).flatMap((isApplicable): Status[] => {
    if (isApplicable !== true) return [isApplicable === false ? "not-applicable" : "unknown"];
    return truthsIn(conditions).flatMap((isMet): Status[] =>
      isMet === true ? ["met"] : dueStatuses(due, isMet),
    );
  });
}

/** How far a status of a rule of some kind can bring the outcome down, as an index of `outcomes`. */
function harmOf(status: Status, kind: Kind): number {
  if (kind === "recommendation" || status === "met" || status === "not-applicable") return 0;
  if (kind === "step" || status === "not-due") return 1;
  return status === "unknown" ? 2 : 3;
}

/** What a rule can do to the outcome: the least and the most harm. */
interface Harm {
  readonly least: number;
  readonly most: number;
}

/** Computed once for each of the few hundred sets of truths that a rule can have. */
const harmIn = memoizeEach(
  (rule: RuleTruths): Harm => {
    const all = statusesIn(rule).map((status) => harmOf(status, rule.kind));
    return { least: Math.min(...all), most: Math.max(...all) };
  },
  ({ kind, applies, conditions, due }) => `${kind} ${applies} ${conditions} ${due}`,
);

/** What the rules of a set can come to. */
export interface Possible {
  readonly truths: readonly RuleTruths[];
  readonly harms: readonly Harm[];
  /** The best and the worst outcome, as indexes: the harm that is certain, and the most there can be. */
  readonly best: number;
  readonly worst: number;
}

/** What rules can come to, whatever the open facts turn out to be; perhaps more, never less. */
export function possibleIn(set: RuleSet, facts: OpenFacts): Possible {
  const { kinds } = orderOf(set);
  const truths = readyRules(set).map((rule, place) => ruleTruthsOf(rule, kinds[place]!, facts));
  const all = truths.map(harmIn);
  // Without a requirement, there is nothing to decide.
  const floor = kinds.includes("requirement") ? 0 : 2;
  return {
    truths,
    harms: all,
    best: Math.max(floor, ...all.map(({ least: one }) => one)),
    worst: Math.max(floor, ...all.map(({ most }) => most)),
  };
}

/** The outcome at an index of {@link Possible}. */
export function outcomeAt(index: number): Outcome {
  return outcomes[index]!;
}
