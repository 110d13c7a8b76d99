/**
 * Makes a function that does its work once for each object, and remembers the result for as long as
 * the object lives.
 */
export function remember<Subject extends object, Result extends object>(
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
