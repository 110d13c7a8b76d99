/** Where results are kept: a `Map`, or a `WeakMap` for as long as their keys live. */
interface Results<Key, Result> {
  get: (key: Key) => Result | undefined;
  set: (key: Key, result: Result) => unknown;
}

function keepIn<Subject, Key, Result extends object>(
  results: Results<Key, Result>,
  work: (subject: Subject) => Result,
  keyOf: (subject: Subject) => Key,
): (subject: Subject) => Result {
  return (subject) => {
    const key = keyOf(subject);
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = work(subject);
    results.set(key, result);
    return result;
  };
}

/**
 * Creates a function that does its work once per object and keeps the result for as long as the
 * object lives.
 */
export function memoize<Subject extends object, Result extends object>(
  work: (subject: Subject) => Result,
): (subject: Subject) => Result {
  return keepIn(new WeakMap<Subject, Result>(), work, (subject) => subject);
}

/**
 * Creates a function that keeps its last result and returns it while the subject stays the same.
 *
 * @param work - Does the work for a copy, so that what it is kept for is what it was done for.
 * @param copy - Copies a subject, reading each part of it once.
 * @param isSame - Whether a subject matches the copy that was kept. One that throws when it is looked at
 * does not.
 * @param isKept - Whether the copy says all that there is to say of the subject, at any time.
 */
export function memoizeLast<Subject, Copy, Result>(
  work: (copy: Copy) => Result,
  copy: (subject: Subject) => Copy,
  isSame: (subject: Subject, kept: Copy) => boolean,
  isKept: (copy: Copy) => boolean = () => true,
): (subject: Subject) => Result {
  let last: { copy: Copy; result: Result } | undefined;
  const matches = (subject: Subject, kept: Copy): boolean => {
    try {
      return isSame(subject, kept);
    } catch {
      return false;
    }
  };
  return (subject) => {
    if (last !== undefined && matches(subject, last.copy)) return last.result;
    const stated = copy(subject);
    const result = work(stated);
    if (isKept(stated)) last = { copy: stated, result };
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

/** Creates a function that does its work once per key and keeps each result: for keys of which there are few. */
export function memoizeEach<Subject, Result extends object>(
  work: (subject: Subject) => Result,
  keyOf: (subject: Subject) => string,
): (subject: Subject) => Result {
  return keepIn(new Map<string, Result>(), work, keyOf);
}
