import type * as z from "zod";

import { InvalidProfileError, type Issue } from "../input/errors.ts";
import { bounded } from "../input/bounded.ts";
import { issuesOf } from "../input/issues.ts";
import { nearest } from "../input/nearest.ts";
import { copyOwnProperties } from "../input/own-properties.ts";
import { conflictsOf } from "./contradictions.ts";
import { type ProfileShape, type ReadProfile, readValid, statedFacts } from "./read-profile.ts";

type Path = readonly PropertyKey[];

/** An item that is left out of a list would change what the rest says, so the list is left out. */
function withoutItem(path: Path): Path {
  const item = path.findIndex((key) => typeof key === "number");
  return item === -1 ? path : path.slice(0, item);
}

/** What cannot be relied on: the field itself and, of a contradiction, what it contradicts. */
function doubtfulPaths(issue: z.core.$ZodIssue): Path[] {
  const path = withoutItem(issue.path);
  if (issue.code === "unrecognized_keys") {
    // An item of a list with an unknown key is left out with its list.
    return path.length < issue.path.length ? [path] : issue.keys.map((key) => [...path, key]);
  }
  const group = path.slice(0, -1);
  return [path, ...conflictsOf(issue).map((field) => [...group, field])];
}

/** Removes what is at a path of a copied profile. */
function remove(profile: unknown, path: Path): void {
  const group = path
    .slice(0, -1)
    .reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], profile);
  delete (group as Record<PropertyKey, unknown>)[path.at(-1)!];
}

/** Every key of a profile, wherever it is. */
const keys: readonly string[] = [...new Set(statedFacts.flatMap(({ id }) => id.split(".")))];

/** The words of a key, such as `direct`, `bill` and `status`; the shortest say too little. */
function wordsIn(key: string): string[] {
  const words = key.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? [];
  return words.filter((word) => word.length > 3);
}

const words: readonly string[] = [...new Set(keys.flatMap(wordsIn))];

/** Whether a key, or a word of it, is like one of a profile: it may be one that is misspelled or misplaced. */
function isLikeOurs(key: string): boolean {
  const isNear = nearest(key, keys) !== undefined;
  return isNear || wordsIn(key).some((word) => nearest(word, words) !== undefined);
}

/** The path below which everything that is not stated may be what an unknown key means; undefined if nothing. */
function doubtfulGroup(issue: z.core.$ZodIssue, path: Path, profile: unknown): string | undefined {
  const group = withoutItem(issue.path);
  const around = group.reduce<unknown>((value, key) => (value as Fields)[key], profile);
  const key = String(path.at(-1));
  const value = (around as Fields)[path.at(-1)!];
  const isGroup = typeof value === "object" && value !== null;
  // Next to the groups, a group may be any of them, and a value whose key is like no other is the host's.
  if (group.length === 0) return isGroup || isLikeOurs(key) ? "" : undefined;
  const siblings = keysIn(group.join("."));
  const isMisplaced = nearest(key, siblings) === undefined && (isGroup || isLikeOurs(key));
  return isMisplaced ? "" : group.map(String).join(".");
}

type Fields = Readonly<Record<PropertyKey, unknown>>;

/** The keys of a group of a profile. */
function keysIn(group: string): string[] {
  const below = statedFacts.filter(({ id }) => id.startsWith(`${group}.`));
  return below.map(({ id }) => id.slice(group.length + 1).split(".")[0]!);
}

/** A misspelled key may mean any field of its group, so that what the group lacks is unknown. */
function unknownPaths(issue: z.core.$ZodIssue, path: Path, profile: unknown): string[] {
  // A field that is malformed; or an item, which is left out with its list.
  if (path.length < issue.path.length + 1) return [path.map(String).join(".")];
  const group = doubtfulGroup(issue, path, profile);
  return group === undefined ? [] : [group];
}

/**
 * Reads a profile and takes what is malformed as unknown, however many fields that is. Throws an
 * {@link InvalidProfileError} only if the input is no profile at all.
 */
export function readLeniently(input: unknown, shape: ProfileShape): ReadProfile {
  const rest = copyOwnProperties(input);
  const ignored: Issue[] = [];
  const unknownAt: string[] = [];
  for (;;) {
    const parsed = shape.schema.safeParse(rest, { reportInput: true });
    if (parsed.success)
      return { ...readValid(parsed.data, shape), ignored: bounded(ignored), unknownAt };
    for (const issue of issuesOf(parsed.error)) ignored.push(issue);
    for (const issue of parsed.error.issues) {
      for (const path of doubtfulPaths(issue)) {
        if (path.length === 0) throw new InvalidProfileError(ignored);
        for (const unknown of unknownPaths(issue, path, rest)) unknownAt.push(unknown);
        remove(rest, path);
      }
    }
  }
}
