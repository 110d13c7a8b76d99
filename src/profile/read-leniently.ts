import type * as z from "zod";

import { InvalidProfileError, type Issue } from "../input/errors.ts";
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

/**
 * Whether a key is the host's own, not one of ours misspelled: it stands beside the groups of a profile,
 * is no group, and is like no key of a profile.
 */
function isForeign(profile: unknown, path: Path): boolean {
  const [key] = path;
  if (path.length > 1 || typeof key !== "string" || key.includes(".")) return false;
  const value = (profile as Record<string, unknown>)[key];
  return (typeof value !== "object" || value === null) && nearest(key, keys) === undefined;
}

/** A misspelled key may mean any field of its group, so that what the group lacks is unknown. */
function unknownPaths(issue: z.core.$ZodIssue, path: Path, profile: unknown): string[] {
  if (issue.code !== "unrecognized_keys") return [path.map(String).join(".")];
  return isForeign(profile, path) ? [] : [withoutItem(issue.path).map(String).join(".")];
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
    if (parsed.success) return { ...readValid(parsed.data, shape), ignored, unknownAt };
    ignored.push(...issuesOf(parsed.error));
    for (const issue of parsed.error.issues) {
      for (const path of doubtfulPaths(issue)) {
        if (path.length === 0) throw new InvalidProfileError(ignored);
        unknownAt.push(...unknownPaths(issue, path, rest));
        remove(rest, path);
      }
    }
  }
}
