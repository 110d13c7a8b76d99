/**
 * True, false, or not decided by the known facts.
 *
 * @category Report
 */
export type Truth = boolean | "unknown";

/** Kleene's "and": false if either is false, otherwise unknown if either is unknown. */
export function and(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === true ? b : "unknown";
}

/** Kleene's "or": true if either is true, otherwise unknown if either is unknown. */
export function or(a: Truth, b: Truth): Truth {
  if (a === true || b === true) return true;
  return a === false ? b : "unknown";
}

/** Kleene's "not": the negation of unknown is unknown. */
export function not(truth: Truth): Truth {
  return truth === "unknown" ? "unknown" : !truth;
}
