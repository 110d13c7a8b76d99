import { InvalidProfileError } from "../input/errors.ts";
import type { PartnerProfile, StatedFactId } from "../profile/profile.ts";
import { type ReadProfile, readProfile } from "../profile/read-profile.ts";
import type { FactId } from "./fact-id.ts";
import { describeFact, positionOf, statedFactIds } from "./fact-table.ts";
import { withOrigins } from "./facts.ts";

/**
 * Looks up a fact that a profile does not state. Receives the profile as far as it is known; returns
 * the value or a promise of it, undefined if the value is not known.
 *
 * @category Evaluate
 */
export type FactLookup = (profile: PartnerProfile) => unknown;

/**
 * Look-ups by fact id: any field of a profile, or a group such as `support.plan`.
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
  /** The reason for the rejection, or what is wrong with the value. */
  message: string;
}

/** A profile completed by look-ups, with the errors of those that failed. */
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

/** Copies a group and sets a value at a path in it. */
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

/** Adds an answer to the profile if the schema accepts it together with all that is known. */
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

/** Whether a fact is a record, of which other facts may be fields. */
function isGroup(fact: StatedFactId): boolean {
  return describeFact(fact).type === "record";
}

/** Looks up facts in parallel, and adds the answers one by one. */
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
 * Looks up the facts that rules read and the profile does not state, each at most once. Groups such as
 * `support.plan` come first, because they may state the facts in them.
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
