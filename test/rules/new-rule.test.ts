import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { resolveRule } from "../../rules/resolve/resolve-rule.ts";
import { writtenRuleSchema } from "../../rules/resolve/written-rule.ts";
import { ruleFileSchema } from "../../src/index.ts";
import { shared } from "../generate/resolved-rules.ts";

const script = resolve("rules/resolve/new-rule.mjs");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "new-rule-"));
  cpSync("rules", join(folder, "rules"), { recursive: true });
  mkdirSync(join(folder, "test/cases"), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

function start(...words: string[]): string {
  return execFileSync(process.execPath, [script, ...words], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

const read = (path: string): string => readFileSync(join(folder, path), "utf8");

describe("npm run new", () => {
  it("starts a rule with its cases and its line of order", () => {
    start("rule", "incident-plan", "operations.customerBilling", "remain");
    const written = writtenRuleSchema.parse(JSON.parse(read("rules/incident-plan.json")));
    expect(() => ruleFileSchema.parse(resolveRule(written, shared))).not.toThrow();
    expect((JSON.parse(read("rules/order.json")) as string[]).at(-1)).toBe("incident-plan");
    const { cases } = JSON.parse(read("test/cases/incident-plan.json")) as { cases: unknown[] };
    expect(cases).toMatchObject([{ status: "met" }, { status: "unmet" }, { status: "unknown" }]);
  });

  it.each([
    ["no id", ["rule"], /Usage/],
    ["an id that is not in kebab case", ["rule", "incidentPlan"], /kebab case/],
    ["an id that exists", ["rule", "support-plan"], /exists/],
    ["a fact that does not exist", ["rule", "x", "support.bogus"], /not a boolean field/],
    ["a fact that is not boolean", ["rule", "x", "enrollment.appliedOn"], /not a boolean field/],
    ["a track that does not exist", ["rule", "x", "support.firstLevel", "leave"], /no track/],
  ])("writes nothing for %s", (_, words, complaint) => {
    const order = read("rules/order.json");
    expect(() => start(...words)).toThrow(complaint);
    expect(read("rules/order.json")).toBe(order);
    expect(() => read("rules/x.json")).toThrow(/ENOENT/);
  });
});
