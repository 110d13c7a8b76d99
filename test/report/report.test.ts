import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

import { evaluateSync } from "../../src/index.ts";
import { caseFiles } from "../case-files.ts";

/** The members of an interface, as its source declares them. */
function membersOf(path: string, name: string): { key: string; isOptional: boolean }[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ESNext);
  const found = source.statements.find(
    (node): node is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(node) && node.name.text === name,
  )!;
  return found.members.map((member) => ({
    key: (member.name as ts.Identifier).text,
    isOptional: member.questionToken !== undefined,
  }));
}

const shapes = [
  ["Report", membersOf("src/report/report.ts", "Report")],
  ["Finding", membersOf("src/findings/finding.ts", "Finding")],
] as const;

const reports = caseFiles.flatMap(({ cases }) =>
  cases.map(({ profile, asOf, track }) => evaluateSync(profile, { asOf, track })),
);
const examples: Record<"Report" | "Finding", object[]> = {
  Report: reports,
  Finding: reports.flatMap(({ findings }) => findings),
};

describe.each(shapes)("a %s", (name, members) => {
  const declared = new Set(members.map(({ key }) => key));
  const required = members.filter(({ isOptional }) => !isOptional).map(({ key }) => key);

  it("has every field that its interface promises, and no other", () => {
    for (const example of examples[name]) {
      const keys = new Set(Object.keys(example));
      for (const key of required) if (!keys.has(key)) expect.fail(`no ${key}`);
      for (const key of keys) if (!declared.has(key)) expect.fail(`undeclared ${key}`);
      if (Object.values(example).includes(undefined)) expect.fail("a value is undefined");
    }
  });

  it("has each of its fields explained in the guide", () => {
    const guide = readFileSync("docs/reading-a-report.md", "utf8");
    for (const key of declared) expect(guide, key).toMatch(new RegExp(`\`${key}[\`.]`));
  });
});

/** The order in which the guide says that a status is decided. */
it("the guide tells the order of statuses that the code has", () => {
  const guide = readFileSync("docs/reading-a-report.md", "utf8");
  const [section] = /## A status[\s\S]*?(?=\n## )/.exec(guide)!;
  const order = [...section.matchAll(/^\d\. .*: `([a-z-]+)`/gm)].map(([, status]) => status);
  // test/findings/status.test.ts holds the code to the same order.
  expect(order).toEqual(["not-applicable", "unknown", "met", "not-due", "unknown", "unmet"]);
});
