/** A profile nests no deeper than this: object, group, list, item. */
const deepest = 4;

/** The most keys of an object, and the most items of a list, that are looked at. */
export const mostKeys = 1000;
export const mostItems = 10_000;

/** What stands for an object with too many keys, which no field of a schema accepts. */
export const tooManyKeys: unique symbol = Symbol("too many keys");

/** What stands for an object that throws when it is read. */
export const unreadable: unique symbol = Symbol("unreadable");

/**
 * Copies the own enumerable properties of plain data and nothing inherited: a property of a
 * prototype, even of a polluted `Object.prototype`, is not a fact. Any other object (a `Date`, a
 * `Map`) becomes a symbol, and so does one that is too large or throws when it is read; no field of a
 * schema accepts a symbol. Values below `depth` levels are kept.
 */
export function copyOwnProperties(value: unknown, depth: number = deepest): unknown {
  if (typeof value !== "object" || value === null || depth === 0) return value;
  try {
    return Array.isArray(value) ? copyItems(value, depth - 1) : copyFields(value, depth - 1);
  } catch {
    // A getter or a trap of the host's, or a proxy that is revoked.
    return unreadable;
  }
}

/** One item more than is allowed is enough to refuse a list. */
function copyItems(list: readonly unknown[], depth: number): unknown[] {
  const items: unknown[] = [];
  const length = Math.min(list.length, mostItems + 1);
  for (let index = 0; index < length; index += 1) items.push(copyOwnProperties(list[index], depth));
  return items;
}

function copyFields(value: object, depth: number): unknown {
  const tag = Object.prototype.toString.call(value);
  if (tag !== "[object Object]") return Symbol(tag);
  const keys = Object.keys(value);
  if (keys.length > mostKeys) return tooManyKeys;
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of keys)
    copy[key] = copyOwnProperties((value as Record<string, unknown>)[key], depth);
  return copy;
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
