import { dayBefore } from "../facts/calendar.ts";
import type { Need, Plan } from "../foresight/plan.ts";
import type { Question } from "../foresight/questions.ts";
import type { AnyReport } from "../report/lean-report.ts";
import type { Span, SpanChange } from "../report/span.ts";

/**
 * What `timeline`, `questions` or `plan` returns.
 *
 * @category Format
 */
export type Outlook =
  { spans: readonly Span<string>[] } | readonly Question<string>[] | Plan<string>;

/** An item of a list, and what is said below it. */
interface OutlookItem {
  readonly text: string;
  readonly details: readonly string[];
}

/** What an outlook says, without a format. */
export interface OutlookPage {
  readonly title: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly isNumbered: boolean;
    readonly items: readonly OutlookItem[];
  }[];
}

export function isOutlook(subject: AnyReport<string> | Outlook): subject is Outlook {
  return !("findings" in subject);
}

function changeText({ ruleId, before, after, because }: SpanChange<string>): string {
  const [was, is] = [before ?? "not in force", after ?? "no longer in force"];
  return `${ruleId}: ${was} → ${is}, because of ${because.join(", ")}`;
}

function periodOf({ from, until }: Span<string>): string {
  if (until === undefined) return `From ${from} on`;
  const last = dayBefore(until);
  return last === from ? `On ${from}` : `${from} to ${last}`;
}

function timelinePage({ spans }: { spans: readonly Span<string>[] }): OutlookPage {
  return {
    title: "What happens if nothing is done",
    sections: spans.map((span) => ({
      heading: `${periodOf(span)}: ${span.outcome}`,
      isNumbered: false,
      items: span.changes.map((change) => ({ text: changeText(change), details: [] })),
    })),
  };
}

function questionsPage(questions: readonly Question<string>[]): OutlookPage {
  const items = questions.map(({ question, neededBy, answers }) => ({
    text: `${question} (for ${neededBy.join(", ")})`,
    details: answers.map(({ label, outcome }) =>
      // A label may be a sentence.
      outcome === undefined ? label : `${label.replace(/\.$/, "")}: ${outcome}`,
    ),
  }));
  return {
    title: items.length === 0 ? "Nothing more to ask" : "What to ask next",
    sections: items.length === 0 ? [] : [{ heading: "Questions", isNumbered: true, items }],
  };
}

/** The words of a key: `purchasedOn` is "purchased on". */
function wordsOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A value of a fact as people read it: an object is an item of a list, and has none in it. */
function valueText(value: unknown, depth = 0): string {
  if (depth > 2) throw new TypeError("A value of a fact nests less deep");
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value))
    return value.map((item) => valueText(item, depth + 1)).join("; ") || "none";
  if (typeof value !== "object") return String(value);
  const parts = Object.entries(value).map(
    ([key, part]) => `${wordsOf(key)} ${valueText(part, depth + 1)}`,
  );
  return parts.join(", ");
}

/** What a company has its own of: the value is one that does. */
export const isExample = (fact: string): boolean => /locationIds|\.country|Designations/.test(fact);

/** The unit of a value, after it: "1 service", "2 services"; nothing if it has none. */
export function unitOf({ unit, value }: Need): string {
  if (unit === undefined) return "";
  return ` ${value === 1 ? unit.replace(/s$/, "") : unit}`;
}

function needText(need: Need): string {
  const { fact, label, now, value, on } = need;
  const before = now === undefined ? "" : ` (now ${valueText(now)})`;
  const example = isExample(fact) ? "for example " : "";
  return `${label}: ${example}${valueText(value)}${unitOf(need)}${before}, from ${on} on`;
}

function planPage({ outcome, earliest, steps, blockers, notes }: Plan<string>): OutlookPage {
  const way = steps.map(({ title, actor, text, needs, alternatives, notBefore }) => ({
    text: `${title}${actor === "microsoft" ? " (Microsoft decides)" : ""}: ${text}`,
    details: [
      ...needs.map(needText),
      ...alternatives.map((need) => `or instead ${needText(need)}`),
      `not before ${notBefore}`,
    ],
  }));
  const isReached = earliest !== undefined && steps.length === 0;
  const possible =
    earliest === undefined ? "No way within two years" : `Possible from ${earliest} on`;
  return {
    title: isReached ? "Nothing to do" : `${possible}; now ${outcome}`,
    sections: [
      { heading: "Steps", isNumbered: true, items: way },
      {
        heading: "In the way",
        isNumbered: false,
        items: blockers.map(({ title, text }) => ({ text: `${title}: ${text}`, details: [] })),
      },
      {
        heading: "Assumed",
        isNumbered: false,
        items: notes.map((text) => ({ text, details: [] })),
      },
    ].filter(({ items }) => items.length > 0),
  };
}

/** What an outlook says. */
export function outlookPage(outlook: Outlook): OutlookPage {
  if ("spans" in outlook) return timelinePage(outlook);
  return "steps" in outlook ? planPage(outlook) : questionsPage(outlook);
}
