import type { FactId } from "../facts/fact-id.ts";
import { originsOf } from "../facts/fact-table.ts";
import { type Facts, factsOfProfile, withOrigins } from "../facts/facts.ts";
import type { Status } from "../findings/status.ts";
import type { IsoDate } from "../input/dates.ts";
import type { ReadProfile } from "../profile/read-profile.ts";
import type { Span, SpanChange } from "../report/span.ts";
import { factsInRules } from "../rule/facts-in-conditions.ts";
import type { Rule } from "../rule/rule.ts";
import type { Inquiry } from "../rules/question.ts";
import { type Turn, addDerivedTurns, addRuleTurns, addStatedTurns } from "./turning-days.ts";
import { statusesOf, verdictOf } from "./verdict.ts";

/** An answer on one day. */
interface Answer {
  readonly question: Inquiry;
  readonly facts: Facts;
  readonly statuses: readonly Status[];
}

function answerOn(question: Inquiry, { stated, unknownAt }: ReadProfile): Answer {
  const facts = factsOfProfile(question, { stated: stated.slice(), unknownAt });
  return { question, facts, statuses: statusesOf(question.set, facts) };
}

/** Days on which an answer may change, in any order, each with the reasons. */
class TurningDays {
  readonly #turns = new Map<IsoDate, Set<Turn | "edition">>();
  readonly #until: IsoDate | undefined;

  constructor(until: IsoDate | undefined) {
    this.#until = until;
  }

  readonly add = (day: IsoDate, turn: Turn | "edition"): void => {
    if (this.#until !== undefined && day >= this.#until) return;
    const known = this.#turns.get(day);
    if (known === undefined) this.#turns.set(day, new Set([turn]));
    else known.add(turn);
  };

  /** The first turning day after a day. */
  after(day: IsoDate): IsoDate | undefined {
    let next: IsoDate | undefined;
    for (const other of this.#turns.keys())
      if (other > day && (next === undefined || other < next)) next = other;
    return next;
  }

  on(day: IsoDate): ReadonlySet<Turn | "edition"> {
    return this.#turns.get(day)!;
  }
}

/** The facts of a profile behind a turn: what a derived day follows from. */
function statedBehind(turn: Turn, facts: Facts, { table }: Inquiry): FactId[] {
  return [...withOrigins([turn])].filter(
    (fact) =>
      table.stated.includes(fact) &&
      table.describe(fact).type === "date" &&
      facts[table.positionOf(fact)!] !== undefined,
  );
}

/** Why the status of a rule changes on a day. */
function reasonsFor(
  turns: ReadonlySet<Turn | "edition">,
  [old, current]: readonly (Rule<string> | undefined)[],
  answer: Answer,
): (FactId | "edition")[] {
  if (old !== current) return ["edition"];
  const read = withOrigins(factsInRules([current!]));
  const named = [...turns].filter((turn): turn is FactId => read.has(turn as FactId));
  // What a derived day follows from has no day of its own to come where another day is named.
  const own = named.filter((turn) => originsOf(turn) === undefined);
  if (own.length > 0) return own;
  const behind = named.flatMap((turn) => statedBehind(turn, answer.facts, answer.question));
  return [...new Set(behind)];
}

function placeIn(rules: readonly Rule<string>[], id: string): number {
  return rules.findIndex((rule) => rule.id === id);
}

/** The statuses that changed, in the order of the rules now, then of those that are gone. */
function changesBetween(
  before: Answer,
  after: Answer,
  turns: ReadonlySet<Turn | "edition">,
): SpanChange<string>[] {
  const [old, current] = [before.question.set.rules, after.question.set.rules];
  const ids = new Set([...current, ...old].map(({ id }) => id));
  return [...ids].flatMap((ruleId) => {
    const [was, is] = [placeIn(old, ruleId), placeIn(current, ruleId)];
    const [earlier, later] = [before.statuses[was], after.statuses[is]];
    if (earlier === later) return [];
    return [
      {
        ruleId,
        ...(earlier !== undefined && { before: earlier }),
        ...(later !== undefined && { after: later }),
        because: reasonsFor(turns, [old[was], current[is]], after),
      },
    ];
  });
}

function spanOf({ question, statuses }: Answer, changes: SpanChange<string>[]): Span<string> {
  const { asOf, edition, set } = question;
  return {
    from: asOf,
    edition: edition.id,
    ...verdictOf(set, statuses),
    changes,
  };
}

/**
 * Divides time into the periods in which the answer to a question stays the same, if no fact changes.
 * Asks only on the days on which it can turn: those that facts, rules and editions name, and those that
 * follow from them.
 *
 * @param calendar - The days on which other rules may come into force.
 * @param most - How many spans are wanted.
 */
export function spansOf(
  ask: (asOf: IsoDate) => Inquiry,
  read: ReadProfile,
  {
    from,
    until,
    calendar,
    most = Infinity,
  }: { from: IsoDate; until?: IsoDate | undefined; calendar: readonly IsoDate[]; most?: number },
): Span<string>[] {
  const days = new TurningDays(until);
  for (const day of calendar) days.add(day, "edition");
  let last = answerOn(ask(from), read);
  const spans = [spanOf(last, [])];
  let known: Inquiry["set"] | undefined;
  for (let day: IsoDate | undefined = from; day !== undefined; day = days.after(day)) {
    const answer = day === from ? last : answerOn(ask(day), read);
    const { set, edition } = answer.question;
    if (set !== known) {
      addRuleTurns(set, days.add);
      addStatedTurns(set, read.stated, days.add);
      known = set;
    }
    addDerivedTurns(set, answer.facts, day, days.add);
    const changes = changesBetween(last, answer, days.on(day));
    if (changes.length > 0 || edition !== last.question.edition) {
      spans.at(-1)!.until = day;
      spans.push(spanOf(answer, changes));
      if (spans.length === most) break;
    }
    last = answer;
  }
  if (until !== undefined) spans.at(-1)!.until = until;
  return spans;
}
