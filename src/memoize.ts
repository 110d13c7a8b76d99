/**
 * Creates a function that does its work once per object and keeps the result for as long as the
 * object lives.
 */
export function memoize<Subject extends object, Result extends object>(
  work: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const results = new WeakMap<Subject, Result>();
  return (subject) => {
    const known = results.get(subject);
    if (known !== undefined) return known;
    const result = work(subject);
    results.set(subject, result);
    return result;
  };
}

/**
 * Creates a function that keeps its last result and returns it while the subject stays the same.
 *
 * @param copy - Copies what identifies a subject, so that a later change to it is detected; returns
 * undefined if the result is not to be kept.
 * @param isSame - Whether a subject matches the copy that was kept. A subject that throws when it is
 * looked at does not, and none of it is kept: what it is worth is for `work` to say.
 */
export function memoizeLast<Subject, Copy, Result>(
  work: (subject: Subject) => Result,
  copy: (subject: Subject) => Copy | undefined,
  isSame: (subject: Subject, kept: Copy) => boolean,
): (subject: Subject) => Result {
  let last: { copy: Copy; result: Result } | undefined;
  const known = (subject: Subject): Result | undefined => {
    try {
      return last !== undefined && isSame(subject, last.copy) ? last.result : undefined;
    } catch {
      return undefined;
    }
  };
  const keep = (subject: Subject, result: Result): void => {
    try {
      const kept = copy(subject);
      if (kept !== undefined) last = { copy: kept, result };
    } catch {
      // The last one is still the last that was kept.
    }
  };
  return (subject) => {
    const kept = known(subject);
    if (kept !== undefined) return kept;
    const result = work(subject);
    keep(subject, result);
    return result;
  };
}

/**
 * Creates a function that does its work once per key and keeps the results of the keys used last.
 *
 * @param most - How many results to keep.
 */
export function memoizeByKey<Subject, Result>(
  work: (subject: Subject) => Result,
  keyOf: (subject: Subject) => string,
  most: number,
): (subject: Subject) => Result {
  const results = new Map<string, Result>();
  return (subject) => {
    const key = keyOf(subject);
    const known = results.get(key);
    const result = known ?? work(subject);
    // A map is in order of insertion: what was used last comes last, what was not used for longest first.
    results.delete(key);
    results.set(key, result);
    if (results.size > most) results.delete(results.keys().next().value!);
    return result;
  };
}
