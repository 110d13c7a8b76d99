/** A profile nests no deeper than this: object, group, list, item. */
const deepest = 4;

/**
 * Copies the own enumerable properties of plain data and nothing inherited: a property of a
 * prototype, even of a polluted `Object.prototype`, is not a fact. Any other object (a `Date`, a
 * `Map`) becomes a symbol, which no field of a schema accepts. Values below `depth` levels are kept.
 */
export function copyOwnProperties(value: unknown, depth: number = deepest): unknown {
  if (typeof value !== "object" || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => copyOwnProperties(item, depth - 1));
  const tag = Object.prototype.toString.call(value);
  if (tag !== "[object Object]") return Symbol(tag);
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) copy[key] = copyOwnProperties(item, depth - 1);
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
