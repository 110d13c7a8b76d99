/** The error that a promise rejects with, or a function throws. */
export async function rejection(work: Promise<unknown> | (() => unknown)): Promise<Error> {
  try {
    await (typeof work === "function" ? work() : work);
  } catch (error) {
    return error as Error;
  }
  throw new Error("Nothing was thrown");
}
