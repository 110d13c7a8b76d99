import { shown } from "../input/bounded.ts";
import { isInvalidInput } from "../input/errors.ts";
import { hasOwn } from "../input/own-properties.ts";
import type { HostFactId } from "../profile/host-facts.ts";
import type { PartnerProfile, StatedFactId } from "../profile/profile.ts";
import { type ReadProfile, readProfile } from "../profile/read-profile.ts";
import { withValueAt } from "../profile/with-value-at.ts";
import type { FactId } from "./fact-id.ts";
import type { FactTable } from "./fact-table.ts";
import { withOrigins } from "./facts.ts";

/**
 * What this library uses of an `AbortSignal`, so that its types need neither those of a browser nor
 * those of Node.js.
 *
 * @category Evaluate
 */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  /** Calls a listener once the signal aborts. */
  addEventListener(type: "abort", listener: () => void): void;
  /** Calls it no more. */
  removeEventListener(type: "abort", listener: () => void): void;
}

/** Whether a value can be used as an `AbortSignal`. */
export function isAbortSignal(value: unknown): boolean {
  try {
    const { aborted, addEventListener, removeEventListener } = value as AbortSignalLike;
    const listening: readonly unknown[] = [addEventListener, removeEventListener];
    return typeof aborted === "boolean" && listening.every((one) => typeof one === "function");
  } catch {
    // No object, or a signal that cannot be asked whether it has aborted.
    return false;
  }
}

/**
 * What a look-up gets besides the profile.
 *
 * @category Evaluate
 */
export interface LookupContext {
  /** The option `signal`, for the look-up to end its own work. */
  readonly signal?: AbortSignalLike | undefined;
}

/**
 * Looks up a fact that a profile does not state. Receives the profile as far as it is known; returns
 * the value or a promise of it, undefined if the value is not known.
 *
 * @category Evaluate
 */
export type FactLookup = (profile: PartnerProfile, context: LookupContext) => unknown;

/**
 * Look-ups by fact id: any field of a profile, a group such as `support.plan`, or a fact of the host.
 * Derived facts follow from others and are not looked up.
 *
 * @category Evaluate
 */
export type FactLookups = {
  readonly [Fact in StatedFactId | HostFactId]?: FactLookup | undefined;
};

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

/** What ends all look-ups of a profile early. */
interface Abortion {
  readonly signal: AbortSignalLike | undefined;
  /** Rejects once the signal aborts. */
  readonly aborted: Promise<never>;
}

/** Does work that a signal can end, with one listener however many look-ups there are. */
async function abortable<Result>(
  signal: AbortSignalLike | undefined,
  work: (abortion: Abortion) => Promise<Result>,
): Promise<Result> {
  // The executor of a promise runs at once.
  let abort!: () => void;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal?.reason as Error);
  });
  // A signal may abort when nothing waits for it any more.
  aborted.catch(() => {});
  signal?.addEventListener("abort", abort);
  try {
    return await work({ signal, aborted });
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}

async function call(
  lookup: FactLookup,
  profile: PartnerProfile,
  { signal, aborted }: Abortion,
): Promise<Answer> {
  if (signal?.aborted === true) return { reason: signal.reason };
  try {
    return { value: await Promise.race([lookup(profile, { signal }), aborted]) };
  } catch (reason) {
    return { reason };
  }
}

/** The text of whatever a look-up threw, which may be anything. */
function textOf(reason: unknown): string {
  if (reason === undefined || reason === null) return "Rejected without a reason";
  try {
    const text: unknown = typeof reason === "object" ? (reason as Error).message : reason;
    return text === undefined ? noText : String(text);
  } catch {
    return noText;
  }
}

const noText = "Rejected with a value that has no text";

function messageOf(reason: unknown): string {
  if (!isInvalidInput(reason)) return shown(textOf(reason));
  return shown(reason.issues.map(({ path, message }) => `${path}: ${message}`).join("; "));
}

/** What to look up where. */
export interface Lookups {
  readonly lookups: FactLookups;
  readonly signal: AbortSignalLike | undefined;
  readonly table: FactTable;
  /** The facts that the rules read. */
  readonly read: ReadonlySet<FactId>;
}

/** Adds an answer to the profile if the schema accepts it together with all that is known. */
function accept(
  completed: Completed,
  fact: StatedFactId,
  answer: Answer,
  { shape }: FactTable,
): Completed {
  const refuse = (reason: unknown): Completed => ({
    ...completed,
    errors: [...completed.errors, { fact, message: messageOf(reason) }],
  });
  if (hasOwn(answer, "reason")) return refuse(answer.reason);
  try {
    const more = withValueAt(completed.profile, fact, answer.value);
    const { profile, stated } = readProfile(more, shape);
    return { ...completed, profile, stated };
  } catch (reason) {
    return refuse(reason);
  }
}

/** Looks up facts in parallel, and adds the answers one by one. */
async function lookUpEach(
  completed: Completed,
  facts: readonly StatedFactId[],
  { lookups, table }: Lookups,
  abortion: Abortion,
): Promise<Completed> {
  const { profile } = completed;
  const answers = await Promise.all(facts.map((fact) => call(lookups[fact]!, profile, abortion)));
  return facts.reduce(
    (known, fact, index) => accept(known, fact, answers[index]!, table),
    completed,
  );
}

/**
 * Looks up the facts that rules read and the profile does not state, each at most once. Groups such as
 * `support.plan` come first, because they may state the facts in them.
 */
export async function lookUp(before: ReadProfile, options: Lookups): Promise<Completed> {
  const { lookups, table, read } = options;
  const all = [...withOrigins(read)];
  const isRead = (fact: FactId): boolean =>
    all.some((other) => other === fact || other.startsWith(`${fact}.`));
  const offered = (table.stated as readonly StatedFactId[]).filter(
    (fact) => Object.hasOwn(lookups, fact) && lookups[fact] !== undefined && isRead(fact),
  );
  const isGroup = (fact: FactId): boolean => table.describe(fact).type.startsWith("record");
  const missingIn = ({ stated }: ReadProfile, fact: FactId): boolean =>
    stated[table.positionOf(fact)!] === undefined;
  const groups = offered.filter((fact) => isGroup(fact) && missingIn(before, fact));
  return abortable(options.signal, async (abortion) => {
    const between = await lookUpEach({ ...before, errors: [] }, groups, options, abortion);
    const fields = offered.filter((fact) => !isGroup(fact) && missingIn(between, fact));
    return lookUpEach(between, fields, options, abortion);
  });
}
