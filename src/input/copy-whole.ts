import { mostIssues } from "./bounded.ts";
import type { Issue } from "./errors.ts";
import {
  aFunction,
  isPlainObject,
  isRecord,
  mostItems,
  mostKeys,
  mostValues,
  readingFails,
  symbolOf,
  tooMuch,
} from "./own-properties.ts";

/** Copies that belong together: what they may still take in, and what of them could not be copied. */
export interface Copying {
  left: number;
  readonly refused: Issue[];
  /** What stands for an object that is no plain data, such as a `Date`. */
  readonly standIn: (other: object) => unknown;
}

/** Starts copies that belong together. */
export function beginCopying(standIn: Copying["standIn"] = symbolOf): Copying {
  return { left: mostValues, refused: [], standIn };
}

/**
 * Copies the own enumerable properties of plain data, each read once, or says what cannot be copied: what
 * is too large, nests too deep or throws when it is read. A copy of which something is refused is not to
 * be used. What becomes of an object that is no plain data, `standIn` says; a function becomes a symbol.
 *
 * @param depth - How many levels of objects and lists there may be.
 * @param path - Where the value is.
 */
export function copyWhole(
  value: unknown,
  depth: number,
  path: readonly PropertyKey[],
  copying: Copying,
): unknown {
  if (typeof value === "function") return aFunction;
  if (typeof value !== "object" || value === null) return value;
  try {
    if (Array.isArray(value)) return copyItems(value, depth, path, copying);
    const isData = isRecord(value) || isPlainObject(value);
    return isData ? copyFields(value, depth, path, copying) : copying.standIn(value);
  } catch {
    // A getter or a trap of the host's, or a proxy that is revoked.
    refuse(path, readingFails, copying);
    return undefined;
  }
}

function copyItems(
  list: readonly unknown[],
  depth: number,
  path: readonly PropertyKey[],
  copying: Copying,
): unknown[] {
  const { length } = list;
  const items: unknown[] = [];
  if (!hasRoom(length, { most: mostItems, beyond: tooMuch.items }, depth, path, copying))
    return items;
  for (let index = 0; index < length && copying.left >= 0; index += 1)
    items.push(copyWhole(list[index], depth - 1, [...path, index], copying));
  return items;
}

function copyFields(
  fields: object,
  depth: number,
  path: readonly PropertyKey[],
  copying: Copying,
): object {
  const keys = Object.keys(fields);
  const copy: Record<string, unknown> = Object.create(null);
  if (!hasRoom(keys.length, { most: mostKeys, beyond: tooMuch.keys }, depth, path, copying))
    return copy;
  for (const key of keys) {
    const value = (fields as Readonly<Record<string, unknown>>)[key];
    copy[key] = copyWhole(value, depth - 1, [...path, key], copying);
  }
  return copy;
}

/** Whether there is room for so many values, here and in all; says once that nothing is left in all. */
function hasRoom(
  count: number,
  { most, beyond }: { most: number; beyond: string },
  depth: number,
  path: readonly PropertyKey[],
  copying: Copying,
): boolean {
  if (copying.left < 0) return false;
  copying.left -= count;
  if (depth === 0) refuse(path, "Expected data that nests less deep", copying);
  else if (count > most) refuse(path, beyond, copying);
  else if (copying.left < 0) refuse([path[0]!], tooMuch.values, copying);
  else return true;
  return false;
}

function refuse(path: readonly PropertyKey[], message: string, { refused }: Copying): void {
  if (refused.length > mostIssues) return;
  refused.push({ path: path.map(String).join("."), message, code: "rejected", values: {} });
}
