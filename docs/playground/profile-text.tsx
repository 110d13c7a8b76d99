import { useEffect, useRef, useState } from "preact/hooks";

import type { Draft } from "./profile.ts";

/** The profile as JSON, both ways: it follows the form, and what is put in fills the form. */
export function ProfileText({
  profile,
  onReplace,
}: {
  profile: Draft;
  onReplace: (profile: Draft) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const own = useRef(profile);
  useEffect(() => {
    if (own.current === profile) return;
    // It was changed elsewhere, so what is typed here is no longer about it.
    own.current = profile;
    setTyped(undefined);
    setProblem(undefined);
  }, [profile]);
  const read = (text: string): void => {
    setTyped(text);
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value !== "object" || value === null || Array.isArray(value))
        throw new Error("A profile is an object");
      setProblem(undefined);
      own.current = value as Draft;
      onReplace(own.current);
    } catch (error) {
      // The last profile stays.
      setProblem((error as Error).message);
    }
  };
  return (
    <details class="json">
      <summary>Profile as JSON</summary>
      <label>
        <span class="visually-hidden">Profile as JSON</span>
        <textarea
          rows={16}
          spellcheck={false}
          value={typed ?? JSON.stringify(profile, undefined, 2)}
          aria-invalid={problem !== undefined}
          onInput={(event) => read(event.currentTarget.value)}
          onBlur={() => {
            if (problem === undefined) setTyped(undefined);
          }}
        />
      </label>
      {problem !== undefined && <p class="issue">{problem}</p>}
    </details>
  );
}
