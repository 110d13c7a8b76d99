import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The guards themselves are tested: each line below, put into src, would stop the build or the lint.

const root = fileURLToPath(new URL("../", import.meta.url));

describe("does not compile in src", () => {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) =>
    readFileSync(path, "utf8"),
  );
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);

  function diagnose(code: string): string[] {
    const name = join(root, "src/impure.ts");
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (path, version) =>
      path === name ? ts.createSourceFile(path, code, version) : read(path, version);
    const program = ts.createProgram([name], options, host);
    return ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  }

  it.each([
    ["fetch", 'export const page = fetch("https://example.org");'],
    ["process", "export const env = process.env;"],
    ["node:fs", 'import { readFileSync } from "node:fs"; export { readFileSync };'],
    ["console", 'console.log("x"); export {};'],
    ["setTimeout", "setTimeout(() => {}, 1); export {};"],
    ["crypto", "export const id = crypto.randomUUID();"],
  ])("%s", (name, code) => {
    expect(diagnose(code)).toEqual([expect.stringMatching(new RegExp(`'${name}'`))]);
  });

  it("unlike code that is pure", () => {
    expect(diagnose("export const sum = (a: number, b: number): number => a + b;")).toEqual([]);
  });
});

/** The rooms in the order of the data. */
const rooms = [
  "input",
  "profile",
  "facts",
  "rule",
  "options",
  "rules",
  "engine",
  "findings",
  "report",
];

/** What no room may import: a later room, a pipeline, an entry, a file of its parent by a detour. */
const forbidden = rooms.flatMap((room, index): [room: string, target: string][] => [
  ...rooms.slice(index + 1).map((later): [string, string] => [room, `../${later}/x.ts`]),
  [room, "../evaluate.ts"],
  [room, "../evaluate-sync.ts"],
  [room, "../index.ts"],
  [room, "../sync.ts"],
  [room, "../schema.ts"],
  [room, `../../src/${rooms.at(-1)}/x.ts`],
  [room, "../../rules/resolve/resolve-rule.ts"],
  [room, "../../test/profiles.ts"],
  [room, "lodash"],
]);

/** Imports that each room is made for. */
const harmless = [
  ["src/facts/harmless.ts", 'export { readProfile } from "../profile/read-profile.ts";'],
  ["src/report/harmless.ts", 'export { statusOf } from "../findings/status.ts";'],
  ["src/rules/harmless.ts", 'export { memoize } from "../memoize.ts";'],
  ["src/engine/harmless.ts", 'export { Engine } from "json-rules-engine";'],
  ["src/input/harmless.ts", 'export * as z from "zod";'],
  ["src/harmless.ts", 'export { reportOf } from "./report/report.ts";'],
] as const;

describe("does not pass the lint in src", () => {
  const offences: [name: string, path: string, code: string, complaint: RegExp][] = [
    ["Date.now", "src/facts/a.ts", "export const now = Date.now();", /no-restricted-globals/],
    ["new Date()", "src/facts/b.ts", "export const now = new Date();", /no-restricted-globals/],
    ["globalThis", "src/facts/c.ts", "export const now = globalThis;", /no-restricted-globals/],
    ["eval", "src/facts/d.ts", 'export const two = eval("1 + 1");', /no-eval/],
    [
      "new Function",
      "src/facts/e.ts",
      'export const two = new Function("return 2");',
      /no-new-func/,
    ],
    [
      "node:fs",
      "src/facts/f.ts",
      'export { readFileSync } from "node:fs";',
      /no-restricted-imports/,
    ],
    [
      "zod outside the rooms that check input",
      "src/facts/g.ts",
      'export { z } from "zod";',
      /no-restricted-imports/,
    ],
    [
      "the engine outside engine",
      "src/report/h.ts",
      'export { Engine } from "json-rules-engine";',
      /no-restricted-imports/,
    ],
    [
      "the engine beside the rooms",
      "src/i.ts",
      'export { Engine } from "json-rules-engine";',
      /no-restricted-imports/,
    ],
    [
      "a folder that has no list",
      "src/newroom/n.ts",
      'export { reportOf } from "../report/report.ts";',
      /no-restricted-imports/,
    ],
    ...[
      'export type { Report } from "../report/report.ts";',
      'export * from "../report/report.ts";',
      'import "../report/report.ts";',
    ].map((code, index): [string, string, string, RegExp] => [
      code,
      `src/input/k${index}.ts`,
      code,
      /no-restricted-imports/,
    ]),
    ...forbidden.map(([room, target], index): [string, string, string, RegExp] => [
      `${target} from ${room}`,
      `src/${room}/j${index}.ts`,
      `export { x } from "${target}";`,
      /no-restricted-imports/,
    ]),
  ];
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  let complaints: { filename: string; code: string }[] = [];

  beforeAll(() => {
    const files = offences.map(([, path, code]) => [path, code] as const);
    files.push(...harmless);
    for (const [path, code] of files) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), `${code}\n`);
    }
    writeFileSync(join(folder, ".oxlintrc.json"), readFileSync(join(root, ".oxlintrc.json")));
    complaints = lint();
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function lint(): typeof complaints {
    const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
    try {
      execFileSync(process.execPath, [oxlint, "--format=json"], { cwd: folder, encoding: "utf8" });
    } catch (error) {
      return (
        JSON.parse((error as { stdout: string }).stdout) as { diagnostics: typeof complaints }
      ).diagnostics;
    }
    return [];
  }

  it.each(offences)("%s", (_, path, _code, complaint) => {
    const codes = complaints.filter(({ filename }) => filename === path).map(({ code }) => code);
    expect(codes.join()).toMatch(complaint);
  });

  it.each(harmless)("unlike %s", (path) => {
    expect(complaints.map(({ filename }) => filename)).not.toContain(path);
  });
});
