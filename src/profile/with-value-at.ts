/** Copies a profile and sets a value at a path in it, such as `support.plan.type`. */
export function withValueAt(profile: object, path: string, value: unknown): object {
  return setIn(profile, path.split("."), value);
}

function setIn(group: object, [key, ...rest]: readonly string[], value: unknown): object {
  const own =
    (Object.hasOwn(group, key!) ? (group as Record<string, object>)[key!] : undefined) ?? {};
  return { ...group, [key!]: rest.length === 0 ? value : setIn(own, rest, value) };
}
