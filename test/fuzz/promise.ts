import { mostIssues } from "../../src/input/bounded.ts";
import type { Call } from "./hostile-calls.ts";
import { NotForYou } from "./hostile-values.ts";
import { InvalidInputError, type Report, evaluateSync } from "../../src/index.ts";

/** How a call ended: with what it returns, or in one of our errors. */
export type Ending = "answer" | "refused";

/** The most characters of a message. */
export const longestMessage = 4000;

function checkError(error: InvalidInputError): void {
  if (error.message.length > longestMessage)
    throw new Error(`A message of ${error.message.length} characters`);
  if (/[\n\r\p{Cc}\u2028\u2029]/u.test(error.message))
    throw new Error(`A message of more than one line: ${JSON.stringify(error.message)}`);
  if (error.issues.length === 0 || error.issues.length > mostIssues)
    throw new Error(`${error.issues.length} issues`);
  for (const { message, path, ruleId = "" } of error.issues)
    if (message.length > 400 || path.length > 400 || ruleId.length > 100)
      throw new Error(`A long issue at ${path.slice(0, 80)}`);
}

/** Fails unless a value consists of what JSON has, found by looking at its properties without running any. */
function checkPlain(value: unknown, path: string): void {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${path} is ${value}`);
  if (value === undefined || ["symbol", "bigint", "function"].includes(typeof value))
    throw new Error(`${path} is ${typeof value}`);
  if (typeof value !== "object" || value === null) return;
  for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (!("value" in property)) throw new Error(`${path}.${key} is a getter`);
    checkPlain(property.value, `${path}.${key}`);
  }
}

function checkReport(report: Report): void {
  checkPlain(report, "report");
  const text = JSON.stringify(report);
  if (JSON.stringify(JSON.parse(text)) !== text) throw new Error("Not plain JSON");
}

/**
 * Holds the library to its promise: every call ends in an answer, or in one of our errors, which is
 * short.
 */
function endingOf(call: () => void): Ending {
  try {
    call();
    return "answer";
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    checkError(error);
    return "refused";
  }
}

const tracks = ["enroll", "remain", "transition"] as const;

/** Asks about a hostile profile on some day, as careful and as lenient. */
export function endingsOf(profile: unknown, asOf: string): Ending[] {
  const track = tracks[asOf.charCodeAt(9) % tracks.length]!;
  return (["throw", "unknown"] as const).map((onInvalid) =>
    endingOf(() => checkReport(evaluateSync(profile as object, { asOf, track, onInvalid }))),
  );
}

/** Makes a call with hostile arguments. What an iterable of the host throws is passed on, and counts as refused. */
export function endingOfCall({ call, iterates }: Call, args: readonly unknown[]): Ending {
  try {
    return endingOf(() => void call(...(args as never[])));
  } catch (error) {
    if (iterates && error instanceof NotForYou) return "refused";
    throw error;
  }
}
