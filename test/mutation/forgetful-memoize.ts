// Stands for src/memoize.ts, and forgets between tests. Otherwise, what is computed once would be reached by
// the test that comes first, and a change of it would meet no other.
import * as kept from "../../src/memoize.ts";

const forgets: (() => void)[] = [];

function forgetful<Make extends (...args: never[]) => (subject: never) => unknown>(
  make: Make,
): Make {
  const makeAgain = (...args: Parameters<Make>): ReturnType<Make> => {
    let current = make(...args);
    forgets.push(() => {
      current = make(...args);
    });
    return ((subject: never) => current(subject)) as ReturnType<Make>;
  };
  return makeAgain as unknown as Make;
}

export const memoize = forgetful(kept.memoize);
export const memoizeLast = forgetful(kept.memoizeLast);
export const memoizeByKey = forgetful(kept.memoizeByKey);
export const memoizeEach = forgetful(kept.memoizeEach);

/** Forgets all that was kept. */
export function forgetAll(): void {
  for (const forget of forgets) forget();
}
