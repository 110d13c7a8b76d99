import fc from "fast-check";

type Fields = Record<string, unknown>;

/** What is put where. */
export interface Spoil {
  /** A path; empty for the whole. */
  place: string;
  /** Makes the value anew, as what is changed in one must not show in the next. */
  hostile: { make: () => unknown };
  how: "set" | "hidden" | "getter" | "symbol";
}

/** How a value is put there: mostly as one puts it. */
export const waysToSpoil = fc.constantFrom<Spoil["how"]>(
  "set",
  "set",
  "set",
  "hidden",
  "getter",
  "symbol",
);

function put(group: object, key: string, { hostile: { make }, how }: Spoil): void {
  const value = make();
  try {
    if (how === "hidden") Object.defineProperty(group, key, { value, configurable: true });
    else if (how === "getter")
      Object.defineProperty(group, key, { get: () => value, enumerable: true, configurable: true });
    else if (how === "symbol") (group as Record<symbol, unknown>)[Symbol(key)] = value;
    else (group as Fields)[key] = value;
  } catch {
    // What was put around it takes nothing in.
  }
}

/** Puts a value at a place, as far as what is there allows it. */
export function spoilAt(whole: unknown, one: Spoil): unknown {
  if (one.place === "") return one.hostile.make();
  const path = one.place.split(".");
  let group: unknown = whole;
  for (const key of path.slice(0, -1)) {
    if (typeof group !== "object" || group === null) return whole;
    try {
      const fields = group as Fields;
      fields[key] ??= {};
      group = fields[key];
    } catch {
      return whole;
    }
  }
  if (typeof group === "object" && group !== null) put(group, path.at(-1)!, one);
  return whole;
}
