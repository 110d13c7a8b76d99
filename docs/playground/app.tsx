import { type EditionId, type Report, type Track, editions } from "csp-direct-bill-rules/sync";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { copyText } from "../site-plugin/client/copy.ts";
import { openAround } from "../site-plugin/client/folds.ts";
import { NextQuestion, WayToEligible, WhatHappens } from "./ahead.tsx";
import { Consequences, Findings, MissingFacts, NextSteps, Outcome } from "./answer.tsx";
import { Compare } from "./compare.tsx";
import { type Outlook, evaluate, lookAhead } from "./evaluation.ts";
import { Form } from "./form.tsx";
import { ProfileText } from "./profile-text.tsx";
import type { Draft } from "./profile.ts";
import { samples } from "./samples.ts";
import { type State, fragmentOf } from "./state.ts";
import { outcomeWords } from "./words.ts";

const tracks: readonly (readonly [Track, string])[] = [
  ["enroll", "May it become a direct bill partner?"],
  ["remain", "May it stay one?"],
  ["transition", "How far is its move to indirect reseller?"],
];

/** How long to wait after a key before what takes longer than a frame is computed. */
const pause = 250;

/** What lies ahead, computed once nobody types. */
function useOutlook(state: State): Outlook | undefined {
  const [outlook, setOutlook] = useState<Outlook>();
  useEffect(() => {
    const timer = setTimeout(() => setOutlook(lookAhead(state)), pause);
    return () => clearTimeout(timer);
  }, [state]);
  return outlook;
}

/** Opens the folds round a field, and puts the cursor into it. */
function goTo(fact: string): void {
  const parts = fact.split(".");
  const around = parts.map((_, index) => parts.slice(0, parts.length - index).join("."));
  const field =
    around
      .map((path) => document.getElementById(`field-${path}`))
      .find((found) => found !== null) ??
    document.querySelector(`[id^="${CSS.escape(`field-${fact}.`)}"]`) ??
    document.querySelector(".json");
  if (field === null) return;
  openAround(field);
  field.scrollIntoView({ block: "center" });
  field.querySelector<HTMLElement>("select, input, textarea")?.focus();
}

/** Code that gives the same report: what is malformed counts as unknown, as it does here. */
function codeFor({ asOf, track, edition, profile }: State): string {
  const options = { asOf, track, ...(edition !== undefined && { edition }), onInvalid: "unknown" };
  return `import { evaluateSync } from "csp-direct-bill-rules/sync";

const profile = ${JSON.stringify(profile, undefined, 2)};

const report = evaluateSync(profile, ${JSON.stringify(options)});
console.log(report.outcome, report.nextSteps);
`;
}

function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [said, setSaid] = useState(label);
  const copy = async () => {
    setSaid(await copyText(text()));
    setTimeout(() => setSaid(label), 2000);
  };
  return (
    <button type="button" onClick={() => void copy()}>
      {said}
    </button>
  );
}

/** Whether a state is an example as it is. */
const isSame = (sample: State, state: State): boolean =>
  sample.profile === state.profile && sample.asOf === state.asOf && sample.track === state.track;

interface QuestionBarProps {
  state: State;
  onChange: (state: State) => void;
  onReplace: (state: State) => void;
}

/** What is asked about the company: when, and what. */
function QuestionBar({ state, onChange, onReplace }: QuestionBarProps) {
  const { edition: _, ...ofTheDay } = state;
  return (
    <div class="row question">
      <label>
        Start from{" "}
        <select
          value={String(samples.findIndex((sample) => isSame(sample, state)))}
          onChange={(event) => {
            const { title: _title, ...sample } = samples[Number(event.currentTarget.value)]!;
            onReplace(sample);
          }}
        >
          <option value="-1" disabled>
            an example
          </option>
          {samples.map(({ title }, index) => (
            <option key={title} value={String(index)}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        Question{" "}
        <select
          value={state.track}
          onChange={(event) => onChange({ ...state, track: event.currentTarget.value as Track })}
        >
          {tracks.map(([track, question]) => (
            <option key={track} value={track}>
              {question}
            </option>
          ))}
        </select>
      </label>
      <label>
        On the day{" "}
        <input
          type="date"
          value={state.asOf}
          // A day that is half typed is empty.
          onInput={(event) => {
            if (event.currentTarget.value !== "")
              onChange({ ...state, asOf: event.currentTarget.value });
          }}
        />
      </label>
      <label>
        Edition{" "}
        <select
          value={state.edition ?? ""}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange(value === "" ? ofTheDay : { ...state, edition: value as EditionId });
          }}
        >
          <option value="">that of the day</option>
          {editions.map(({ id }) => (
            <option key={id} value={id}>
              as if {id}
            </option>
          ))}
        </select>
      </label>
      <CopyButton
        label="Copy link"
        text={() => `${location.href.split("#")[0]}#${fragmentOf(state)}`}
      />
      <CopyButton label="Copy code" text={() => codeFor(state)} />
      <button type="button" onClick={() => print()}>
        Print
      </button>
    </div>
  );
}

interface AppProps {
  initial: State;
  /** Said once, of where the state came from. */
  notice: string | undefined;
  compareWith: EditionId | undefined;
  base: string;
}

/** A company, and what the rules say of it while it is typed. */
export function App({ initial, notice, compareWith, base }: AppProps) {
  const [state, setState] = useState(initial);
  const [revision, setRevision] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const [compared, setCompared] = useState(compareWith);
  const replace = (next: State): void => {
    setState(next);
    setRevision((count) => count + 1);
  };
  const evaluation = useMemo(() => evaluate(state), [state]);
  const last = useRef<Report>(undefined);
  if ("report" in evaluation) last.current = evaluation.report;
  const report = last.current;
  const issues = "issues" in evaluation ? evaluation.issues : (evaluation.report.ignored ?? []);
  const outlook = useOutlook(state);
  const ask = (fact: string): void => {
    setIsOpen(false);
    goTo(fact);
  };
  const shared = { ...state, ...(compared !== undefined && { compare: compared }) };
  useEffect(() => {
    const timer = setTimeout(
      () => history.replaceState(undefined, "", `#${fragmentOf(shared)}`),
      pause,
    );
    return () => clearTimeout(timer);
  }, [state, compared]);

  return (
    <>
      {notice !== undefined && <p class="notice">{notice}</p>}
      <QuestionBar state={shared} onChange={setState} onReplace={replace} />
      <div class="columns">
        <div>
          <Form
            state={state}
            revision={revision}
            issues={issues}
            onChange={(profile) => setState({ ...state, profile })}
          />
          <ProfileText
            profile={state.profile as Draft}
            onReplace={(profile) => replace({ ...state, profile })}
          />
        </div>
        <section
          class={`answer${"issues" in evaluation ? " stale" : ""}${isOpen ? " open" : ""}`}
          aria-label="The answer"
        >
          <button
            type="button"
            class="sheet"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {report === undefined ? "No answer yet" : outcomeWords[report.outcome]}:{" "}
            {isOpen ? "close" : "open"} the answer
          </button>
          <p class="asked">
            {tracks.find(([track]) => track === state.track)![1]} On {state.asOf}
            {state.edition !== undefined && `, as if the edition of ${state.edition} applied`}.
          </p>
          <p class="visually-hidden" role="status">
            {report === undefined ? "" : `Outcome: ${report.outcome}`}
          </p>
          {issues.length > 0 && (
            <div class="issues">
              <p>
                {"issues" in evaluation ? "No report for what is stated:" : "Taken as unknown:"}
              </p>
              <ul>
                {issues.map(({ path, message }) => (
                  <li key={path}>
                    <button type="button" class="link" onClick={() => ask(path)}>
                      {path === "" ? "the profile" : path}
                    </button>
                    : {message}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {report !== undefined && (
            <div class="report">
              <Outcome {...report} />
              <h2>What to do next</h2>
              <NextSteps {...report} isOpen={report.outcome === "undetermined"} />
              <h2>The question that decides</h2>
              {outlook === undefined ? (
                <p>…</p>
              ) : (
                <NextQuestion questions={outlook.questions} onAsk={ask} />
              )}
              <MissingFacts missingFacts={report.missingFacts} onAsk={ask} />
              <h2>What happens if nothing is done</h2>
              {outlook === undefined ? <p>…</p> : <WhatHappens timeline={outlook.timeline} />}
              <h2>The way to eligible</h2>
              {outlook === undefined ? <p>…</p> : <WayToEligible plan={outlook.plan} />}
              <Consequences consequences={report.consequences} />
              <h2>Findings</h2>
              <Findings findings={report.findings} base={base} />
              <h2>Compare</h2>
              <Compare state={state} edition={compared} onChoose={setCompared} />
            </div>
          )}
        </section>
      </div>
    </>
  );
}
