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

/** How a call that throws ended. Fails unless that is one of our errors, which is short. */
function endingOfError(error: unknown): Ending {
  if (!(error instanceof InvalidInputError)) throw error;
  checkError(error);
  return "refused";
}

const tracks = ["enroll", "remain", "transition"] as const;

function endingOfReport(ask: () => Report): Ending {
  try {
    checkReport(ask());
    return "answer";
  } catch (error) {
    return endingOfError(error);
  }
}

/** Asks about a hostile profile on some day, as careful and as lenient. */
export function endingsOf(profile: unknown, asOf: string): Ending[] {
  const track = tracks[asOf.charCodeAt(9) % tracks.length]!;
  return (["throw", "unknown"] as const).map((onInvalid) =>
    endingOfReport(() => evaluateSync(profile as object, { asOf, track, onInvalid })),
  );
}

/**
 * Makes a call with hostile arguments, and holds the library to its promise: it ends in an answer, or in
 * one of our errors. What an iterable or a signal of the host throws is passed on, and counts as refused.
 */
export async function endingOfCall(
  { call, passesOn, answers }: Call,
  args: readonly unknown[],
): Promise<Ending> {
  try {
    const answer = await call(...(args as never[]));
    if (answers === "data") checkPlain(answer, "answer");
    return "answer";
  } catch (error) {
    if (passesOn && error instanceof NotForYou) return "refused";
    return endingOfError(error);
  }
}
