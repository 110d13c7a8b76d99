import { isPlainObject } from "./own-properties.ts";

/** Whether a value cannot change and equals what looks the same. */
function isPrimitive(value: unknown): boolean {
  return (
    value === null ||
    ["boolean", "string", "undefined"].includes(typeof value) ||
    Number.isFinite(value)
  );
}

/** Whether a value is still what was copied from it. */
export function isSamePlain(value: unknown, copy: unknown): boolean {
  if (isPrimitive(copy)) return value === copy;
  if (Array.isArray(copy)) {
    if (!Array.isArray(value) || value.length !== copy.length) return false;
    return copy.every((item, index) => isSamePlain(value[index], item));
  }
  if (!isPlainObject(value)) return false;
  const kept = copy as Readonly<Record<string, unknown>>;
  let size = 0;
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(kept, key) || !isSamePlain(value[key], kept[key])) return false;
    size += 1;
  }
  return size === Object.keys(kept).length;
}

const frozen = new WeakSet<object>();

/** Whether nothing in a value of plain data can ever change; not of one that throws when it is read. */
export function isDeepFrozen(value: unknown): boolean {
  try {
    return isFrozenThroughout(value);
  } catch {
    return false;
  }
}

function isFrozenThroughout(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value !== "function";
  if (frozen.has(value)) return true;
  const isFrozen =
    (Array.isArray(value) || isPlainObject(value)) &&
    Object.isFrozen(value) &&
    Object.values(Object.getOwnPropertyDescriptors(value)).every(
      (property) => "value" in property && isFrozenThroughout(property.value),
    );
  if (isFrozen) frozen.add(value);
  return isFrozen;
}
