/** Freezes a value of plain data and everything in it; a primitive is returned as it is. */
export function deepFreeze<Value>(value: Value): Value {
  if (Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value) as object).forEach(deepFreeze);
  return value;
}
