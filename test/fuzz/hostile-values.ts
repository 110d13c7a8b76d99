import fc from "fast-check";

// Values that no JSON has, as a host may pass them by mistake or somebody on purpose.

class Instance {
  type = "ASfP";
}

/** Makes a value anew for each run: what is changed in one must not show in the next. */
type Make = () => unknown;

function revokedProxyOf(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

export const revoked = (): object => revokedProxyOf({});
export const revokedList = (): object => revokedProxyOf([]);
export const revokedFunction = (): object => revokedProxyOf(() => 1);

/** What hostile getters and traps throw. */
export class NotForYou extends Error {}

export const thrown = (): never => {
  throw new NotForYou("Not for you");
};

const throwing = (): object =>
  new Proxy({}, { get: thrown, ownKeys: thrown, getPrototypeOf: thrown, has: thrown });

function unstable(values: readonly unknown[]): PropertyDescriptor {
  let count = 0;
  return { enumerable: true, get: () => values[count++ % values.length] };
}

class Species extends Array<unknown> {
  static override get [Symbol.species](): ArrayConstructor {
    return 1 as never;
  }
}

const sparse = (): unknown[] => {
  const list: unknown[] = [];
  list[3] = { id: "1", country: "SE", active: true };
  return list;
};

const withHidden = (): object =>
  Object.defineProperty({ id: "4731902", active: true }, "country", { value: "SE" });

/** What may stand in the place of any value. */
export const hostile: readonly Make[] = [
  () => Symbol("x"),
  () => 10n,
  () => () => "NO",
  () => new Date(0),
  () => new Map(),
  () => new Instance(),
  () => Object.create(null) as object,
  () => Object.create({ type: "ASfP", id: "1" }) as object,
  () => Number.NaN,
  () => Infinity,
  () => -0,
  () => 1e308,
  () => -1,
  () => 0.1 + 0.2,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => "",
  () => " 2020-09-02",
  () => "2019-02-29",
  () => "\ud800",
  () => "a\u2028b\nc\u0000d",
  () => "x".repeat(10_000),
  () => [],
  () => sparse(),
  () => [withHidden()],
  () => Object.setPrototypeOf([{ id: "1" }], null) as object,
  () => Species.from([{ id: "1", country: "SE", active: true }]),
  () => Object.assign([1, 2], { map: undefined }),
  () => new Proxy([], {}),
  () => new Proxy({}, {}),
  revoked,
  revokedList,
  revokedFunction,
  () => [revoked()],
  throwing,
  () => [throwing()],
  () => Object.defineProperties({}, { type: unstable(["ASfP", Symbol("y")]) }),
  () => Object.defineProperties({}, { type: { enumerable: true, get: thrown } }),
  () => Object.defineProperties([], { 0: { enumerable: true, get: thrown } }),
  () => ({ toString: thrown, valueOf: thrown, toJSON: thrown }),
  () => ({ [Symbol.toPrimitive]: thrown, [Symbol.toStringTag]: "Object" }),
  () => ({ [Symbol.toStringTag]: { toString: thrown } }),
  () => JSON.parse('{"__proto__":{"type":"ASfP"},"constructor":1}') as object,
  () => ({ constructor: { prototype: 1 }, hasOwnProperty: 1 }),
  () => Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`key${index}`, index])),
  () => Array.from({ length: 20_000 }, () => 1),
  () => {
    const circle: Record<string, unknown> = {};
    circle["support"] = circle;
    return circle;
  },
  () => Object.freeze({ plan: Object.freeze({ type: "ASfP" }) }),
  () => undefined,
  () => null,
];

/** One of them. */
export const anyHostile = fc.constantFrom(...hostile).map((make) => ({ make }));
