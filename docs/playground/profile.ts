/** A profile while it is typed: fields may be malformed, and are then listed in the report. */
export type Draft = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Draft =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a draft says at a path. */
export function valueIn(draft: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (group, key) => (isGroup(group) && Object.hasOwn(group, key) ? group[key] : undefined),
      draft,
    );
}

/** A draft with a value at a path; without a value, the field goes, and with it groups left empty. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  const [key, ...rest] = path.split(".") as [string, ...string[]];
  const own = draft[key];
  const next =
    rest.length === 0 ? value : withValue(isGroup(own) ? own : {}, rest.join("."), value);
  const isEmpty =
    next === undefined || (rest.length > 0 && isGroup(next) && Object.keys(next).length === 0);
  if (!isEmpty) return { ...draft, [key]: next };
  return Object.fromEntries(Object.entries(draft).filter(([name]) => name !== key));
}

/** Whether a group above a path is known not to exist. */
export function isBelowNone(draft: Draft, path: string): boolean {
  const parts = path.split(".");
  return parts
    .slice(1)
    .some((_, index) => valueIn(draft, parts.slice(0, index + 1).join(".")) === null);
}
