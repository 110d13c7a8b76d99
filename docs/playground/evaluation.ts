import {
  InvalidInputError,
  type Issue,
  type Plan,
  type Question,
  type Report,
  type Timeline,
  evaluateSync,
  plan,
  questions,
  timeline,
} from "csp-direct-bill-rules/sync";

import type { State } from "./state.ts";

/** What a state comes to: a report, or the reasons why it has no report. */
export type Evaluation = { report: Report } | { issues: readonly Issue[] };

function optionsOf({ asOf, track, edition }: State) {
  return { asOf, track, onInvalid: "unknown", ...(edition !== undefined && { edition }) } as const;
}

/** Runs some work; what is wrong with what was typed is told, and does not break the page. */
function attempt<Result>(work: () => Result): Result | { issues: readonly Issue[] } {
  try {
    return work();
  } catch (error) {
    if (error instanceof InvalidInputError) return { issues: error.issues };
    throw error;
  }
}

/** Evaluates what was typed; a malformed field counts as unknown and is listed in the report. */
export function evaluate(state: State): Evaluation {
  return attempt(() => ({ report: evaluateSync(state.profile as object, optionsOf(state)) }));
}

/** What lies ahead of a company. */
export interface Outlook {
  questions: readonly Question[];
  timeline: Timeline | undefined;
  plan: Plan | undefined;
}

/** Looks ahead; what cannot be computed for a state is left out. */
export function lookAhead(state: State): Outlook {
  const options = optionsOf(state);
  const { asOf: from, ...others } = options;
  const asked = attempt(() => questions(state.profile as object, options));
  const ahead = attempt(() => timeline(state.profile as object, { ...others, from }));
  const way = attempt(() => plan(state.profile as object, options));
  return {
    questions: "issues" in asked ? [] : asked,
    timeline: "issues" in ahead ? undefined : ahead,
    plan: "issues" in way ? undefined : way,
  };
}
