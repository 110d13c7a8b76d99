import {
  type Need,
  type Plan,
  type Question,
  type Timeline,
  rules,
} from "csp-direct-bill-rules/sync";

import { isExample, unitOf } from "../../src/format/outlook.ts";
import { labelOf, outcomeWords, wordsOf } from "./words.ts";
import { statusWords } from "./status-words.ts";

/** The question that decides, with what each answer leads to. */
export function NextQuestion({
  questions,
  onAsk,
}: {
  questions: readonly Question[];
  onAsk: (fact: string) => void;
}) {
  const [first, ...more] = questions;
  if (first === undefined) return <p>Nothing more has to be asked: the outcome is decided.</p>;
  return (
    <>
      <p>
        <strong>{first.question}</strong>{" "}
        <button type="button" onClick={() => onAsk(first.fact)}>
          Answer it
        </button>
      </p>
      <ul class="answers">
        {first.answers.map(({ label, outcome }) => (
          <li key={label}>
            {label.replace(/\.$/, "")}
            {outcome === undefined ? (
              ": more has to be asked"
            ) : (
              <>
                {": "}
                <span class={`status outcome ${outcome}`}>{outcomeWords[outcome]}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {more.length > 0 && (
        <details>
          <summary>
            {more.length === 1 ? "1 more question" : `${more.length} more questions`}
          </summary>
          <ul>
            {more.map(({ fact, question }) => (
              <li key={fact}>
                <button type="button" class="link" onClick={() => onAsk(fact)}>
                  {question}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const titles = new Map<string, string>(rules.map(({ id, title }) => [id, title]));
const titleOf = (id: string): string => titles.get(id) ?? id;

const width = 640;

/** The spans of a timeline as a bar; the list below says the same in words. */
function TimelinePicture({ spans }: Timeline) {
  const first = Date.parse(spans[0]!.from);
  const starts = spans.map(({ from }) => (Date.parse(from) - first) / 86_400_000);
  const whole = Math.max(starts.at(-1)! * 1.15, 30);
  const placeOf = (days: number): number => Math.round((days / whole) * width);
  return (
    <svg
      class="spans"
      viewBox={`0 0 ${width} 34`}
      role="img"
      aria-label="The outcome over time, as listed below"
    >
      {spans.map(({ outcome, from }, index) => {
        const x = placeOf(starts[index]!);
        const next = starts[index + 1];
        return (
          <rect
            key={from}
            class={`outcome ${outcome}`}
            x={x}
            y="3"
            width={Math.max((next === undefined ? width : placeOf(next)) - x - 1, 2)}
            height="28"
          />
        );
      })}
    </svg>
  );
}

/** What happens if nobody does anything, and because of what. */
export function WhatHappens({ timeline }: { timeline: Timeline | undefined }) {
  if (timeline === undefined) return <p>Cannot be determined for what is stated.</p>;
  const [now, ...later] = timeline.spans;
  if (later.length === 0)
    return (
      <p>
        Nothing changes: it stays {outcomeWords[now!.outcome].replace(/^\S+ /, "")}, as far as the
        rules are known.
      </p>
    );
  return (
    <>
      <TimelinePicture {...timeline} />
      <ol class="spans">
        {timeline.spans.map(({ from, outcome, changes }) => (
          <li key={from}>
            From {from}: <span class={`status outcome ${outcome}`}>{outcomeWords[outcome]}</span>
            {changes.length > 0 && (
              <ul>
                {changes.map(({ ruleId, before, after, because }) => (
                  <li key={ruleId}>
                    {titleOf(ruleId)}: {before === undefined ? "not in force" : statusWords[before]}{" "}
                    → {after === undefined ? "no longer in force" : statusWords[after]}, because of{" "}
                    {because.map((fact) => labelOf(fact)).join(", ")}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function NeedText(need: Need) {
  const { fact, label, value, now, on } = need;
  return (
    <>
      {label}: {isExample(fact) && "for example "}
      <strong>{wordsOf(value)}</strong>
      {unitOf(need)}
      {now !== undefined && ` (now ${wordsOf(now)})`}, from {on} on
    </>
  );
}

/** What it takes to become eligible, and how soon it can be. */
export function WayToEligible({ plan }: { plan: Plan | undefined }) {
  if (plan === undefined) return <p>Cannot be determined for what is stated.</p>;
  const { earliest, steps, blockers, notes } = plan;
  return (
    <>
      {earliest !== undefined && steps.length === 0 && <p>There is nothing to do.</p>}
      {earliest !== undefined && steps.length > 0 && (
        <p>
          Possible from <strong>{earliest}</strong> on.
        </p>
      )}
      {earliest === undefined && blockers.length > 0 && (
        <p>No way was found within two years. In the way:</p>
      )}
      <ul>
        {blockers.map(({ ruleId, title, text }) => (
          <li key={ruleId}>
            <strong>{title}.</strong> {text}
          </li>
        ))}
      </ul>
      <ol>
        {steps.map(({ ruleId, title, actor, text, needs, alternatives, notBefore }) => (
          <li key={ruleId}>
            <strong>
              {title}
              {actor === "microsoft" && " (Microsoft decides)"}.
            </strong>{" "}
            {text} <small>Not before {notBefore}.</small>
            <ul>
              {needs.map((need) => (
                <li key={need.fact}>
                  <NeedText {...need} />
                </li>
              ))}
              {alternatives.map((need) => (
                <li key={`or ${need.fact}`}>
                  or instead <NeedText {...need} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {notes.map((note) => (
        <p key={note}>
          <small>{note}</small>
        </p>
      ))}
    </>
  );
}
