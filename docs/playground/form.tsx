import { type Fact, type Issue, facts, factsFor } from "csp-direct-bill-rules/sync";
import type { ComponentChildren } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";

import { Field } from "./field.tsx";
import { type Draft, isBelowNone, valueIn, withValue } from "./profile.ts";
import type { State } from "./state.ts";

interface FormProps {
  state: State;
  /** Counts how often the profile was replaced as a whole: fields are then written anew. */
  revision: number;
  issues: readonly Issue[];
  onChange: (profile: Draft) => void;
}

/** The facts that the rules in force read, and the others that a profile can state. */
function fieldsOf({ asOf, track, edition }: State): {
  asked: readonly Fact[];
  others: readonly Fact[];
} {
  const stated = facts.filter(({ question }) => question !== undefined);
  try {
    const asked = factsFor(edition === undefined ? { asOf, track } : { edition, track });
    const ids = new Set(asked.map(({ id }) => id));
    return { asked, others: stated.filter(({ id }) => !ids.has(id)) };
  } catch {
    // The day is before the first edition, which the answer says.
    return { asked: stated, others: [] };
  }
}

function groupsOf(fields: readonly Fact[]): [group: string, fields: Fact[]][] {
  const groups = new Map<string, Fact[]>();
  for (const fact of fields) groups.set(fact.group, [...(groups.get(fact.group) ?? []), fact]);
  return [...groups];
}

interface GroupProps {
  title: string;
  known: number;
  all: number;
  isFirst: boolean;
  children: ComponentChildren;
}

/** A group of fields. What is known of it opens it at first; after that, only the reader folds it. */
function Group({ title, known, all, isFirst, children }: GroupProps) {
  const [isOpen, setIsOpen] = useState(isFirst || known > 0);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {title} <small>{`${known} of ${all} known`}</small>
      </summary>
      {children}
    </details>
  );
}

/** The questions about the company, grouped as the profile is. */
export function Form({ state, revision, issues, onChange }: FormProps) {
  const { asOf, track, edition } = state;
  const { asked, others } = useMemo(() => fieldsOf(state), [asOf, track, edition]);
  const draft = state.profile as Draft;
  const issueOf = (id: string): string | undefined =>
    issues.find(({ path }) => path === id || path.startsWith(`${id}.`))?.message;
  // A group that is known not to exist may exist after all: what was said of it is kept.
  const kept = useRef(new Map<string, unknown>());
  const change = (fact: Fact, value: unknown): void => {
    const now = valueIn(draft, fact.id);
    if (fact.type === "record" && value === null) kept.current.set(fact.id, now);
    const next = fact.type === "record" && value === undefined ? kept.current.get(fact.id) : value;
    onChange(withValue(draft, fact.id, next));
  };
  const renderGroup = ([group, fields]: [string, Fact[]], index: number) => {
    const shown = fields.filter(({ id }) => !isBelowNone(draft, id));
    if (shown.length === 0) return null;
    const known = shown.filter(({ id }) => valueIn(draft, id) !== undefined).length;
    return (
      <Group
        key={`${group} ${revision}`}
        title={group}
        known={known}
        all={shown.length}
        isFirst={index === 0}
      >
        {shown.map((fact) => (
          <Field
            key={`${fact.id} ${revision}`}
            fact={fact}
            value={valueIn(draft, fact.id)}
            issue={issueOf(fact.id)}
            onChange={(value) => change(fact, value)}
          />
        ))}
      </Group>
    );
  };
  return (
    <form class="company" aria-label="The company" onSubmit={(event) => event.preventDefault()}>
      {groupsOf(asked).map(renderGroup)}
      {others.length > 0 && (
        <details class="others">
          <summary>
            Not asked on this day and in this track <small>{others.length} facts</small>
          </summary>
          {groupsOf(others).map(([group, fields]) => renderGroup([group, fields], 1))}
        </details>
      )}
    </form>
  );
}
