import { type EditionId, compareReports, editions } from "csp-direct-bill-rules/sync";
import { useState } from "preact/hooks";

import { evaluate } from "./evaluation.ts";
import type { State } from "./state.ts";
import { outcomeWords } from "./words.ts";
import { statusWords } from "./status-words.ts";

interface CompareProps {
  state: State;
  edition: EditionId | undefined;
  onChoose: (edition: EditionId | undefined) => void;
}

/** The same company in another edition, or on another day. */
export function Compare({ state, edition, onChoose }: CompareProps) {
  const [day, setDay] = useState("");
  const { edition: _, ...rest } = state;
  const other: State | undefined =
    edition !== undefined ? { ...rest, edition } : day === "" ? undefined : { ...rest, asOf: day };
  return (
    <>
      <p class="row">
        <label>
          Another edition{" "}
          <select
            value={edition ?? ""}
            onChange={(event) =>
              onChoose((event.currentTarget.value || undefined) as EditionId | undefined)
            }
          >
            <option value="">choose</option>
            {editions.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </label>
        <label>
          or another day{" "}
          <input
            type="date"
            value={day}
            onInput={(event) => {
              onChoose(undefined);
              setDay(event.currentTarget.value);
            }}
          />
        </label>
      </p>
      {other !== undefined && <Difference state={state} other={other} />}
    </>
  );
}

function Difference({ state, other }: { state: State; other: State }) {
  const [before, after] = [evaluate(state), evaluate(other)];
  if ("issues" in before) return <p>Cannot be compared as it is.</p>;
  if ("issues" in after) return <p>{after.issues.map(({ message }) => message).join("; ")}.</p>;
  const { outcome, rules } = compareReports(before.report, after.report);
  const changed = rules.filter((rule) => rule.changed);
  return (
    <>
      <p>
        {outcomeWords[outcome.before]} → {outcomeWords[outcome.after]}
      </p>
      {changed.length === 0 && <p>No rule says anything else.</p>}
      <ul>
        {changed.map(({ ruleId, title, before: was, after: is }) => (
          <li key={ruleId}>
            {title}: {was === undefined ? "not in force" : statusWords[was]} →{" "}
            {is === undefined ? "not in force" : statusWords[is]}
          </li>
        ))}
      </ul>
    </>
  );
}
