/**
 * Makes a function that does its work once for each object, and keeps the result for as long as the
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
 * Makes a function that keeps its last result, and gives it again as long as the subject is the same.
 *
 * @param copy - What to keep of a subject, so that a later change of it shows; undefined for one whose
 * result is not kept.
 * @param isSame - Whether a subject is the one whose copy was kept.
 */
export function memoizeLast<Subject, Copy, Result>(
  work: (subject: Subject) => Result,
  copy: (subject: Subject) => Copy | undefined,
  isSame: (subject: Subject, kept: Copy) => boolean,
): (subject: Subject) => Result {
  let last: { copy: Copy; result: Result } | undefined;
  return (subject) => {
    if (last !== undefined && isSame(subject, last.copy)) return last.result;
    const result = work(subject);
    const kept = copy(subject);
    if (kept !== undefined) last = { copy: kept, result };
    return result;
  };
}
