import type { ConditionResult } from "csp-direct-bill-rules/sync";

import { type OperatorId, describeOperator } from "../../src/rule/operators.ts";
import { labelOf, wordsOf } from "./words.ts";

const truths = { true: "✓", false: "✗", unknown: "?" } as const;

function Truth({ result }: { result: boolean | "unknown" }) {
  const status = result === "unknown" ? "unknown" : result ? "met" : "unmet";
  const words = result === "unknown" ? "unknown" : result ? "holds" : "does not hold";
  return (
    <span class={`status ${status}`}>
      {truths[String(result) as keyof typeof truths]} <span class="visually-hidden">{words}</span>
    </span>
  );
}

function expectedWords(expected: unknown): string {
  if (typeof expected !== "object" || expected === null || !("fact" in expected))
    return wordsOf(expected);
  const { fact, value } = expected as { fact: Parameters<typeof labelOf>[0]; value?: unknown };
  return `${labelOf(fact)} (${wordsOf(value)})`;
}

/** The conditions of a rule with what they read, as a nested list. */
export function Evidence({ tree }: { tree: ConditionResult }) {
  if ("fact" in tree)
    return (
      <li>
        <Truth result={tree.result} /> {labelOf(tree.fact)}{" "}
        {describeOperator(tree.operator as OperatorId).words} {expectedWords(tree.expected)}:{" "}
        <strong>{wordsOf(tree.actual)}</strong>
      </li>
    );
  const [words, children] =
    "all" in tree
      ? (["all of", tree.all] as const)
      : "any" in tree
        ? (["at least one of", tree.any] as const)
        : (["not", [tree.not]] as const);
  return (
    <li>
      <Truth result={tree.result} /> {words}
      <ul>
        {children.map((child, index) => (
          <Evidence key={index} tree={child} />
        ))}
      </ul>
    </li>
  );
}
