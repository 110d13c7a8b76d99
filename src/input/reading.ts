import { InvalidReportError, isInvalidInput } from "./errors.ts";

function refusal(expected: string, options?: ErrorOptions): InvalidReportError {
  const message = `Expected ${expected}`;
  return new InvalidReportError(
    [{ path: "", message, code: "wrong-type", values: { expected } }],
    options,
  );
}

/**
 * Reads what the package has made earlier and a host passes in again: a report, a result, a summary.
 * What fails at it is no such thing.
 *
 * @param expected - What it should be, in words.
 * @throws {@link InvalidReportError}, whose `cause` is what failed.
 */
export function reading<Result>(expected: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    if (isInvalidInput(cause)) throw cause;
    throw refusal(`${expected}, as this package makes it`, { cause });
  }
}

/** Whether an object has a function that makes an iterator, which may be asynchronous. */
export function isIterable(value: unknown, by: symbol = Symbol.iterator): boolean {
  try {
    if (typeof value !== "object" || value === null) return false;
    return typeof (value as Readonly<Record<symbol, unknown>>)[by] === "function";
  } catch {
    // A proxy that is revoked.
    return false;
  }
}

/** Returns what can be iterated over, or throws an {@link InvalidReportError}; what its iterator throws is passed on. */
export function iterating<Item>(expected: string, items: Iterable<Item>): Iterable<Item> {
  if (!isIterable(items)) throw refusal(`an iterable of ${expected}`);
  return items;
}
