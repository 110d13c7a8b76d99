import { InvalidProfileError } from "../errors.ts";
import { type FactId, describeFact } from "../schema/facts.ts";
import type { FactLookup, FactLookups } from "../schema/options.ts";
import { type ReadProfile, readProfile } from "../schema/profile-schema.ts";
import type { PartnerProfile } from "../schema/profile.ts";
import type { RuleVersion } from "../schema/rule.ts";
import { factsRead } from "./facts-read.ts";
import { profileFacts } from "./facts.ts";

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
  errors: FactError[];
}

type Answer = { value: unknown } | { reason: unknown };

async function ask(lookup: FactLookup, profile: PartnerProfile): Promise<Answer> {
  try {
    return { value: await lookup(profile) };
  } catch (reason) {
    return { reason };
  }
}

function put(group: object, [key, ...rest]: readonly string[], value: unknown): object {
  const own = Object.hasOwn(group, key!) ? (group as Record<string, object>)[key!]! : {};
  return { ...group, [key!]: rest.length === 0 ? value : put(own, rest, value) };
}

function messageOf(reason: unknown): string {
  if (!(reason instanceof InvalidProfileError)) {
    return reason instanceof Error ? reason.message : String(reason);
  }
  return reason.issues.map(({ path, message }) => `${path}: ${message}`).join("; ");
}

/** Takes an answer into the profile if the schema accepts it there, next to all that is known. */
function take(
  completed: Completed,
  fact: FactId,
  path: readonly string[],
  answer: Answer,
): Completed {
  try {
    if ("reason" in answer) throw answer.reason;
    return { ...completed, ...readProfile(put(completed.profile, path, answer.value)) };
  } catch (reason) {
    const error = { fact, message: messageOf(reason) };
    return { ...completed, errors: [...completed.errors, error] };
  }
}

/** Whether a fact is a group that other facts are fields of. */
function isGroup(fact: FactId): boolean {
  return describeFact(fact).type === "record";
}

/**
 * Looks up the facts that rules read and the profile does not state: each at most once, all of a round
 * at the same time. Groups such as `support.plan` come first, for they may state the facts in them.
 */
export async function lookUp(
  stated: ReadProfile,
  lookups: FactLookups,
  rules: readonly RuleVersion[],
): Promise<Completed> {
  if (Object.keys(lookups).length === 0) return { ...stated, errors: [] };
  const read = [...factsRead(rules)];
  const isRead = (fact: FactId): boolean =>
    read.some((other) => other === fact || other.startsWith(`${fact}.`));
  const lookupOf = (fact: FactId): FactLookup | undefined =>
    Object.hasOwn(lookups, fact) ? lookups[fact] : undefined;
  let completed: Completed = { ...stated, errors: [] };
  for (const groups of [true, false]) {
    const known = completed.profile;
    const asked = profileFacts
      .filter(
        ({ fact }) => isGroup(fact) === groups && lookupOf(fact) !== undefined && isRead(fact),
      )
      .filter(({ statedIn }) => statedIn(known) === undefined);
    const answers = await Promise.all(asked.map(({ fact }) => ask(lookupOf(fact)!, known)));
    asked.forEach(({ fact, path }, index) => {
      completed = take(completed, fact, path, answers[index]!);
    });
  }
  return completed;
}
