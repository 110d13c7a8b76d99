import { inDigits } from "./bounded.ts";

/** A profile nests no deeper than this: object, group, list, item. */
const deepest = 4;

/** The most keys of an object, the most items of a list, and the most of both in all, that are looked at. */
export const mostKeys = 1000;
export const mostItems = 10_000;
export const mostValues = 250_000;

/** What to say of what goes beyond them, or cannot be read. */
export const tooMuch = {
  keys: `Expected at most ${inDigits(mostKeys)} keys`,
  items: `Expected at most ${inDigits(mostItems)} items`,
  values: `Expected at most ${inDigits(mostValues)} values in all`,
} as const;
export const readingFails = "Expected data; reading it fails";

/** What stands for an object with too many keys, which no field of a schema accepts. */
export const tooManyKeys: unique symbol = Symbol("too many keys");

/** What stands for data with too many values in all, as where one list is used in many places. */
export const tooManyValues: unique symbol = Symbol("too many values");

/** What stands for an object that throws when it is read. */
export const unreadable: unique symbol = Symbol("unreadable");

/** What stands for a function: data has none, and one that is a proxy may throw wherever it is looked at. */
export const aFunction: unique symbol = Symbol("function");

/** A symbol that says what an object is. No schema accepts it, while the object could pass for its fields. */
export function symbolOf(other: object): symbol {
  return Symbol(Object.prototype.toString.call(other));
}

/** What a copy may still take in. */
interface Copying {
  left: number;
}

/**
 * Copies the own enumerable properties of plain data and nothing inherited: a property of a
 * prototype, even of a polluted `Object.prototype`, is not a fact. Any other object (a `Date`, a
 * `Map`) and any function becomes a symbol, and so does what is too large or throws when it is read; no
 * field of a schema accepts a symbol. Of a list that is too long, one item more is copied than a schema
 * accepts. Values below `depth` levels are kept, functions too.
 */
export function copyOwnProperties(value: unknown, depth: number = deepest): unknown {
  const copying: Copying = { left: mostValues };
  const copy = copyOf(value, depth, copying);
  return copying.left < 0 ? tooManyValues : copy;
}

function copyOf(value: unknown, depth: number, copying: Copying): unknown {
  if (depth === 0) return value;
  if (typeof value === "function") return aFunction;
  if (typeof value !== "object" || value === null) return value;
  try {
    return Array.isArray(value)
      ? copyItems(value, depth - 1, copying)
      : copyFields(value, depth - 1, copying);
  } catch {
    // A getter or a trap of the host's, or a proxy that is revoked.
    return unreadable;
  }
}

function copyItems(list: readonly unknown[], depth: number, copying: Copying): unknown[] {
  const items: unknown[] = [];
  const length = Math.min(list.length, mostItems + 1);
  copying.left -= length;
  for (let index = 0; index < length && copying.left >= 0; index += 1)
    items.push(copyOf(list[index], depth, copying));
  return items;
}

function copyFields(value: object, depth: number, copying: Copying): unknown {
  if (!isRecord(value)) return symbolOf(value);
  const keys = Object.keys(value);
  if (keys.length > mostKeys) return tooManyKeys;
  const copy: Record<string, unknown> = Object.create(null);
  copying.left -= keys.length;
  if (copying.left < 0) return copy;
  for (const key of keys)
    copy[key] = copyOf((value as Record<string, unknown>)[key], depth, copying);
  return copy;
}

/** Whether a value is a list that can be read, of no more items than are looked at. */
export function isReadableList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value) && value.length <= mostItems;
  } catch {
    return false;
  }
}

/** Whether an object has a property of its own, which tells it from the others of a union. */
export function hasOwn<Value extends object, Key extends PropertyKey>(
  value: Value,
  key: Key,
): value is Extract<Value, { readonly [Name in Key]: unknown }> {
  return Object.hasOwn(value, key);
}

/** Whether a value is an object that inherits nothing but what every object does. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Whether a value is an object with properties of its own, of whatever class and realm: no list, no date. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** Whether plain objects inherit enumerable properties added to `Object.prototype`. */
export function isPrototypePolluted(): boolean {
  for (const _ in {}) return true;
  return false;
}
