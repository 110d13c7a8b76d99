import { beginCopying, copyWhole } from "../input/copy-whole.ts";
import { InvalidProfileError, type Issue } from "../input/errors.ts";
import { isPlainObject, isRecord } from "../input/own-properties.ts";
import { unknownWord } from "../input/nearest.ts";
import { isSamePlain } from "../input/plain-data.ts";
import type { HostFactId } from "../profile/host-facts.ts";
import type { PartnerProfile, StatedFactId } from "../profile/profile.ts";
import type { FactId } from "./fact-id.ts";
import { originsOf, statedFactIds } from "./fact-table.ts";

/**
 * Values of a profile by fact id, such as `support.plan.type`, or by group, such as `support`.
 *
 * @category Profile
 */
export type ProfileValues = {
  readonly [Key in StatedFactId | HostFactId | keyof PartnerProfile]?: unknown;
};

/** Every path of a profile: facts, and the groups that they are in. */
const paths: ReadonlySet<string> = new Set([
  "id",
  "host",
  ...statedFactIds.flatMap((id) => {
    const keys = id.split(".");
    return keys.map((_, index) => keys.slice(0, index + 1).join("."));
  }),
]);

function isPath(key: string): boolean {
  return paths.has(key) || /^host\.[A-Za-z0-9]+$/.test(key);
}

function isBlank(value: unknown): boolean {
  return (
    Number.isNaN(value) ||
    (typeof value === "string" && value.trim() === "") ||
    (isRecord(value) && Object.keys(value).length === 0)
  );
}

/** Leaves out what is blank; undefined if nothing is left. An empty list says that there are none. */
function tidied(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(tidied).filter((item) => item !== undefined);
    return items.length === 0 && value.length > 0 ? undefined : items;
  }
  if (!isRecord(value)) return isBlank(value) ? undefined : value;
  const entries = Object.entries(value).map(([key, item]) => [key, tidied(item)] as const);
  const group = Object.fromEntries(entries.filter(([, item]) => item !== undefined));
  return isBlank(group) ? undefined : group;
}

type Group = Record<string, unknown>;

/** The own value of a key; what every object inherits is not a value. */
function ownValue(group: Readonly<Group>, key: string): unknown {
  return Object.hasOwn(group, key) ? group[key] : undefined;
}

/** Sets an own value, whatever the key is called. */
function setOwn(group: Group, key: string, value: unknown): void {
  Object.defineProperty(group, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

/** Sets a value at a path; returns the path of another value that it contradicts, if it cannot. */
function setAt(profile: Group, path: string, value: unknown): string | undefined {
  const keys = path.split(".");
  let group = profile;
  for (const [index, key] of keys.slice(0, -1).entries()) {
    const inner = ownValue(group, key) ?? {};
    if (!isRecord(inner) || ownValue(group, key) === null)
      return keys.slice(0, index + 1).join(".");
    setOwn(group, key, inner);
    group = inner;
  }
  return setOnce(group, keys.at(-1)!, value, path);
}

/** Sets a value, or adds it to the group that is there; returns the path of what says something else. */
function setOnce(group: Group, key: string, value: unknown, path: string): string | undefined {
  const known = ownValue(group, key);
  if (isRecord(known) && isRecord(value)) {
    for (const [name, item] of Object.entries(value)) {
      const other = setOnce(known, name, item, `${path}.${name}`);
      if (other !== undefined) return other;
    }
    return undefined;
  }
  if (known !== undefined && !Object.is(known, value) && !isSamePlain(known, value)) return path;
  setOwn(group, key, value);
  return undefined;
}

function unknownKey(key: string): Issue {
  const isDerived = key === "asOf" || originsOf(key as FactId) !== undefined;
  const message = isDerived ? derivedWords(key) : unknownWord("fact", key, [...paths]);
  return { path: key, message, code: "unknown-key", values: { key } };
}

function derivedWords(key: string): string {
  return key === "asOf"
    ? 'The day asked about is the option "asOf", not a part of a profile'
    : `Fact "${key}" follows from other facts and is not stated`;
}

function contradiction(key: string, other: string): Issue {
  const message = `Not possible together with what else is given for ${other}`;
  return { path: key, message, code: "contradiction", values: { others: [other] } };
}

/**
 * Builds a profile from values by fact id, as a form, a table or a CSV file has them; groups may be
 * nested, too. Blank means unknown: `undefined`, `NaN`, texts without a visible character, groups and
 * lists with nothing but blanks in them are left out. `null` and an empty list say "known to be none"
 * and stay. Values are not checked: evaluation does that.
 *
 * @param values - The values by fact id.
 * @returns A new profile with what is not blank.
 * @throws {@link InvalidProfileError} if it is not an object, if a key is not a fact that a profile
 * states, if a part of something that is `null` is given, or if a fact is given twice with two values. It
 * lists every such key.
 *
 * @example
 * ```ts
 * profileFrom({ "support.firstLevel": true, "support.plan.type": "", "services.ipServices": NaN });
 * //=> { support: { firstLevel: true } }
 * profileFrom({ "support.plan": null }); //=> { support: { plan: null } }
 * ```
 *
 * @category Profile
 */
export function profileFrom(values: ProfileValues): PartnerProfile {
  const profile: Group = {};
  const issues: Issue[] = [];
  // A group before its fields: the fields add to it.
  for (const [key, value] of entriesOf(values).toSorted(byDepth)) {
    if (!isPath(key)) {
      issues.push(unknownKey(key));
      continue;
    }
    const tidy = tidied(value);
    const other = tidy === undefined ? undefined : setAt(profile, key, tidy);
    if (other !== undefined) issues.push(contradiction(key, other));
  }
  if (issues.length > 0) throw new InvalidProfileError(issues);
  return profile as PartnerProfile;
}

/** Groups, lists and their items may stand below a key that is a path. */
const deepest = 5;

/** What an input states by key, each part read once. */
function entriesOf(values: unknown): [string, unknown][] {
  // Evaluation says what is wrong with a value that is no data.
  const copying = beginCopying((value) => value);
  const stated = copyWhole(values, deepest, [], copying);
  if (copying.refused.length > 0) throw new InvalidProfileError(copying.refused);
  if (!isPlainObject(stated)) throw new InvalidProfileError([noValues]);
  return Object.entries(stated);
}

const noValues: Issue = {
  path: "",
  message: "Expected an object of values by fact id",
  code: "wrong-type",
  values: { expected: "object" },
};

function byDepth([a]: [string, unknown], [b]: [string, unknown]): number {
  return a.split(".").length - b.split(".").length;
}
