/** The value at a path of a profile in dot notation; undefined if there is none. */
export function valueAt(profile: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((group, key) => (group as Record<string, unknown>)?.[key], profile);
}
