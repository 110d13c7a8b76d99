import { readFileSync, readdirSync } from "node:fs";

import { fillText } from "../src/rule/text.ts";
import type { Actor, Finding, Rule, Status, Track } from "../src/index.ts";

/** What a case file says of the finding of its rule. */
export interface Case {
  name: string;
  track: Track;
  asOf: string;
  profile: unknown;
  status: Status;
  /** None where absent. */
  missing?: string[];
  /** Words of the message, where it is that of a variant. */
  says?: string;
  /** Words of the remedy, where it is that of a variant. */
  advises?: string;
  /** Where it is not the rule's own. */
  actor?: Actor;
}

/** The cases of one rule. */
export interface CaseFile {
  /** Name of the file. */
  file: string;
  ruleId: string;
  cases: Case[];
}

// From the folder of the project, where npm runs scripts.
const folder = "test/cases";

/** Every case file, in the order of their names. */
export const caseFiles: readonly CaseFile[] = readdirSync(folder)
  .toSorted()
  .map((file) => ({ file, ...JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) }) as CaseFile);

/** What a case expects of a finding, and what the finding is: equal where the case holds. */
export function comparisonOf(
  { status, missing = [], says, advises, actor }: Case,
  rule: Rule,
  finding: Finding<string>,
): [expected: object, actual: object] {
  const { message, remedy, text } = finding;
  const filled = (template: string): string =>
    fillText(template, { ...rule.values, ...text.values });
  const isClosed = status === "met" || status === "not-applicable";
  return [
    {
      status,
      missing,
      message: says ?? filled(rule.messages[status]!),
      remedy: isClosed ? undefined : (advises ?? filled(rule.remedy)),
      actor: actor ?? rule.actor,
    },
    {
      status: finding.status,
      missing: finding.missing,
      message: says !== undefined && message.includes(says) ? says : message,
      remedy: advises !== undefined && remedy?.includes(advises) ? advises : remedy,
      actor: finding.actor,
    },
  ];
}
