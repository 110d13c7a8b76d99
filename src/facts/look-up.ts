import { InvalidProfileError } from "../input/errors.ts";
import type { PartnerProfile, StatedFactId } from "../profile/profile.ts";
import { type ReadProfile, readProfile } from "../profile/read-profile.ts";
import type { FactId } from "./fact-id.ts";
import { describeFact, positionOf, statedFactIds } from "./fact-table.ts";
import { withOrigins } from "./facts.ts";

/**
 * Finds out a fact that a profile does not state. Gets the profile as far as it is known; returns the
 * value, or undefined if it knows none either.
 *
 * @category Evaluate
 */
export type FactLookup = (profile: PartnerProfile) => unknown;

/**
 * Look-ups by the id of the fact they find: any field of a profile, or a group such as `support.plan`.
 * Derived facts follow from others and are not looked up.
 *
 * @category Evaluate
 */
export type FactLookups = { readonly [Fact in StatedFactId]?: FactLookup | undefined };

/**
 * Why a fact that was looked up stayed unknown.
 *
 * @category Report
 */
export interface FactError {
  fact: FactId;
  /** What the look-up rejected with, or what is wrong with its value. */
  message: string;
}

/** A profile with what was looked up in it, and what could not be. */
interface Completed extends ReadProfile {
  readonly errors: FactError[];
}

type Answer = { value: unknown } | { reason: unknown };

async function call(lookup: FactLookup, profile: PartnerProfile): Promise<Answer> {
  try {
    return { value: await lookup(profile) };
  } catch (reason) {
    return { reason };
  }
}

/** A copy of a group with a value at a path in it. */
function withValueAt(group: object, [key, ...rest]: readonly string[], value: unknown): object {
  const own = Object.hasOwn(group, key!) ? (group as Record<string, object>)[key!]! : {};
  return { ...group, [key!]: rest.length === 0 ? value : withValueAt(own, rest, value) };
}

function messageOf(reason: unknown): string {
  if (!(reason instanceof InvalidProfileError)) {
    return reason instanceof Error ? reason.message : String(reason);
  }
  return reason.issues.map(({ path, message }) => `${path}: ${message}`).join("; ");
}

/** Takes an answer into the profile if the schema accepts it there, next to all that is known. */
function accept(completed: Completed, fact: StatedFactId, answer: Answer): Completed {
  const refuse = (reason: unknown): Completed => ({
    ...completed,
    errors: [...completed.errors, { fact, message: messageOf(reason) }],
  });
  if ("reason" in answer) return refuse(answer.reason);
  try {
    const profile = withValueAt(completed.profile, fact.split("."), answer.value);
    return { ...completed, ...readProfile(profile) };
  } catch (reason) {
    return refuse(reason);
  }
}

/** Whether other facts are fields of a fact. */
function isGroup(fact: StatedFactId): boolean {
  return describeFact(fact).type === "record";
}

/** Looks up some facts at the same time, and takes in the answers one by one. */
async function lookUpEach(
  completed: Completed,
  facts: readonly StatedFactId[],
  lookups: FactLookups,
): Promise<Completed> {
  const { profile } = completed;
  const answers = await Promise.all(facts.map((fact) => call(lookups[fact]!, profile)));
  return facts.reduce((known, fact, index) => accept(known, fact, answers[index]!), completed);
}

/**
 * Looks up the facts that rules read and the profile does not state: each at most once. Groups such as
 * `support.plan` come first, for they may state the facts in them.
 *
 * @param read - The facts that the rules read.
 */
export async function lookUp(
  stated: ReadProfile,
  lookups: FactLookups,
  read: ReadonlySet<FactId>,
): Promise<Completed> {
  const all = [...withOrigins(read)];
  const isRead = (fact: FactId): boolean =>
    all.some((other) => other === fact || other.startsWith(`${fact}.`));
  const offered = statedFactIds.filter(
    (fact) => Object.hasOwn(lookups, fact) && lookups[fact] !== undefined && isRead(fact),
  );
  const missingIn = ({ stated: known }: Completed, fact: StatedFactId): boolean =>
    known[positionOf(fact)] === undefined;
  const before: Completed = { ...stated, errors: [] };
  const groups = offered.filter((fact) => isGroup(fact) && missingIn(before, fact));
  const between = await lookUpEach(before, groups, lookups);
  const fields = offered.filter((fact) => !isGroup(fact) && missingIn(between, fact));
  return lookUpEach(between, fields, lookups);
}
