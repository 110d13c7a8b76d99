import type { EditionId, Track } from "csp-direct-bill-rules/sync";

/** What the playground shows: all of it is in its address. */
export interface State {
  asOf: string;
  track: Track;
  /** Absent if it is that of the day. */
  edition?: EditionId;
  profile: unknown;
  /** The edition that it is compared with; absent if it is compared with none. */
  compare?: EditionId;
}

/** A text as base64 that needs no escapes in an address. */
function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function decode(text: string): string {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.codePointAt(0)!);
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

/** The fragment of an address: `track=remain&asOf=2020-09-02&profile=…`. It is sent to no server. */
export function fragmentOf({ asOf, track, edition, profile, compare }: State): string {
  const fields = new URLSearchParams({ track, asOf });
  if (edition !== undefined) fields.set("edition", edition);
  if (compare !== undefined) fields.set("compare", compare);
  fields.set("profile", encode(JSON.stringify(profile)));
  return fields.toString();
}

/**
 * Reads a fragment.
 *
 * @returns What it says, unchecked; undefined if it is not one of ours, or broken.
 */
export function readFragment(fragment: string): Partial<Record<keyof State, unknown>> | undefined {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const encoded = fields.get("profile");
  if (encoded === null) return undefined;
  try {
    return {
      asOf: fields.get("asOf") ?? undefined,
      track: fields.get("track") ?? undefined,
      edition: fields.get("edition") ?? undefined,
      compare: fields.get("compare") ?? undefined,
      profile: JSON.parse(decode(encoded)) as unknown,
    };
  } catch {
    return undefined;
  }
}
