import { type Finding, type Report, type Status, helpUrl } from "csp-direct-bill-rules/sync";

import { Evidence } from "./evidence.tsx";
import { labelOf, outcomeMeanings, outcomeWords } from "./words.ts";
import { statusWords } from "./status-words.ts";

const order: readonly Status[] = ["unmet", "unknown", "not-due", "met", "not-applicable"];

/** The outcome and how many findings have each status. */
export function Outcome({ outcome, counts }: Pick<Report, "outcome" | "counts">) {
  return (
    <>
      <p class={`verdict outcome ${outcome}`}>
        <strong>{outcomeWords[outcome]}</strong> {outcomeMeanings[outcome]}
      </p>
      <p class="counts">
        {order
          .filter((status) => counts[status] > 0)
          .map((status) => `${counts[status]} ${statusWords[status].replace(/^\S+ /, "")}`)
          .join(" · ")}
      </p>
    </>
  );
}

const actors = { partner: "The company", microsoft: "Microsoft" } as const;

/** What to do next, and who. */
export function NextSteps({ nextSteps, isOpen }: Pick<Report, "nextSteps"> & { isOpen: boolean }) {
  if (nextSteps.length === 0)
    return <p>{isOpen ? "Answer the questions below first." : "Nothing is to be done now."}</p>;
  return (
    <ol>
      {nextSteps.map(({ ruleId, actor, text }) => (
        <li key={ruleId}>
          <small>{actors[actor]}</small> {text}
        </li>
      ))}
    </ol>
  );
}

/** What is not known, each leading to its field. */
export function MissingFacts({
  missingFacts,
  onAsk,
}: Pick<Report, "missingFacts"> & { onAsk: (fact: string) => void }) {
  if (missingFacts.length === 0) return null;
  return (
    <details>
      <summary>
        {missingFacts.length === 1 ? "1 fact is" : `${missingFacts.length} facts are`} missing for a
        finding
      </summary>
      <ul>
        {missingFacts.map(({ fact, neededBy }) => (
          <li key={fact}>
            <button type="button" class="link" data-fact={fact} onClick={() => onAsk(fact)}>
              {labelOf(fact)}
            </button>{" "}
            <small>for {neededBy.join(", ")}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

function FindingItem({ finding, base }: { finding: Finding; base: string }) {
  const { ruleId, title, status, message, remedy, evidence, due, applies, sources } = finding;
  const sections = [
    ["Met when", evidence],
    ["Due when", due],
    ["Applies when", applies],
  ] as const;
  return (
    <li class="finding" data-rule={ruleId} data-status={status}>
      <span class={`status ${status}`}>{statusWords[status]}</span>{" "}
      <a href={helpUrl(finding, base)!}>{title}</a>
      <p>{message}</p>
      {remedy !== undefined && <p class="remedy">{remedy}</p>}
      <details>
        <summary>Why, and who says so</summary>
        {sections.map(
          ([words, tree]) =>
            tree !== undefined && (
              <div key={words}>
                <p>{words}</p>
                <ul class="evidence">
                  <Evidence tree={tree} />
                </ul>
              </div>
            ),
        )}
        <p>Sources</p>
        <ul>
          {sources.map((source) => (
            <li key={source.url}>
              <a href={source.url}>{source.title}</a>, {source.revision}
              {source.segments !== undefined && `: ${source.segments.join(", ")}`}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** What each rule says, what is wrong first. */
export function Findings({ findings, base }: { findings: readonly Finding[]; base: string }) {
  return (
    <ul class="findings">
      {order.flatMap((status) =>
        findings
          .filter((finding) => finding.status === status)
          .map((finding) => <FindingItem key={finding.ruleId} finding={finding} base={base} />),
      )}
    </ul>
  );
}

/** What an ineligible partner may lose, and keeps. */
export function Consequences({
  consequences,
}: {
  consequences: Report["consequences"] | undefined;
}) {
  if (consequences === undefined) return null;
  const { text, lost, kept, howToCheck, wayOut } = consequences;
  return (
    <details>
      <summary>What that costs</summary>
      <p>{text}</p>
      {lost.length > 0 && <p>No longer possible:</p>}
      <ul>
        {lost.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      {kept.length > 0 && <p>Still possible:</p>}
      <ul>
        {kept.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      <p>{howToCheck}</p>
      <p>{wayOut.text}</p>
    </details>
  );
}
