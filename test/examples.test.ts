import { readFileSync, readdirSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

import * as format from "../src/format.ts";
import * as main from "../src/index.ts";

// Every example of the README, the guides and the doc comments compiles, runs, and gives what it says
// it gives.

const library = { ...main, ...format };

const root = new URL("../", import.meta.url);

function filesBelow(folder: string, extension: string): string[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(extension) && !name.startsWith("site"))
    .map((name) => folder + name);
}

const pages = ["README.md", ...filesBelow("docs/", ".md")];
const sources = filesBelow("src/", ".ts");

const fence = /^```ts\n([\s\S]*?)^```$/gm;
const hasResult = (code: string): boolean => code.includes("//=>");

function fencesOf(text: string): string[] {
  return [...text.matchAll(fence)].map(([, code]) => code!);
}

/** The examples of a page build on each other; those of a doc comment stand alone. */
function examplesOf(path: string): string[] {
  const text = readFileSync(new URL(path, root), "utf8");
  if (path.endsWith(".md")) return [fencesOf(text).join("\n")].filter(hasResult);
  const comments = text.replaceAll(/^ *\* ?/gm, "");
  return fencesOf(comments).filter(hasResult);
}

/** Turns `expression; //=> result` into a check. */
function instrument(code: string): string {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ESNext, true);
  return file.statements
    .filter((statement) => !ts.isImportDeclaration(statement))
    .map((statement) => {
      const after = code.slice(statement.getEnd());
      const expected = /^\s*\/\/=> (.*)/.exec(after)?.[1];
      if (expected === undefined || !ts.isExpressionStatement(statement))
        return statement.getText();
      const { expression } = statement;
      const expectation = expected.startsWith("rejects: ")
        ? `{ error: ${JSON.stringify(expected.slice("rejects: ".length))} }`
        : expected;
      return `await check(async () => (${expression.getText()}), ${expectation});`;
    })
    .join("\n");
}

async function run(code: string): Promise<number> {
  let checks = 0;
  const check = async (work: () => Promise<unknown>, expected: unknown): Promise<void> => {
    checks += 1;
    const actual = await work().catch((error: Error) => ({ error: error.message }));
    expect(actual).toEqual(expected);
  };
  const options = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext };
  const javascript = ts.transpile(instrument(code), options);
  const names = Object.keys(library);
  const body = `return (async () => {\n${javascript}\n})()`;
  // eslint-disable-next-line no-new-func -- the examples are ours.
  const example = new Function("check", ...names, body) as (...values: unknown[]) => Promise<void>;
  await example(check, ...Object.values(library));
  return checks;
}

const examples = [...pages, ...sources].flatMap((path) =>
  examplesOf(path).map((code, index) => ({ path, index: index + 1, code })),
);

/** The examples as modules, which import what they use. */
function modulesOf(names: readonly string[]): Map<string, string> {
  const used = (code: string): string[] =>
    names.filter((name) => new RegExp(String.raw`\b${name}\b(?!\s*:)`).test(code));
  const withoutImports = (code: string): string => code.replaceAll(/^import [\s\S]*?;$/gm, "");
  return new Map(
    examples.map(({ path, index, code }) => {
      const from = `import { ${used(withoutImports(code)).join(", ")} } from "../exports.ts";`;
      const name = `${root.pathname}test/examples/${path.replaceAll("/", "-")}-${index}.ts`;
      // In a block, so that a name of its own may be one that the package has, too.
      return [name, `${from}\nexport {};\n{\n${withoutImports(code)}\n}`];
    }),
  );
}

/** What the compiler says about the examples, as strictly as it can. */
function diagnose(): string[] {
  const exports = `${root.pathname}test/exports.ts`;
  const files = new Map([
    [exports, 'export * from "../src/index.ts";\nexport * from "../src/format.ts";'],
  ]);
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    noEmit: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, version) => {
    const code = files.get(path);
    return code === undefined
      ? getSourceFile(path, version)
      : ts.createSourceFile(path, code, version);
  };
  const first = ts.createProgram([exports], options, host);
  const symbol = first.getTypeChecker().getSymbolAtLocation(first.getSourceFile(exports)!)!;
  const names = first
    .getTypeChecker()
    .getExportsOfModule(symbol)
    .map(({ name }) => name);
  for (const [path, code] of modulesOf(names)) files.set(path, code);
  const program = ts.createProgram([...files.keys()], options, host, first);
  return [...files.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText, start = 0 }) => {
        const line = file.text.slice(start).split("\n")[0];
        return `${path.split("/").at(-1)}: ${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
      },
    );
  });
}

it("the examples compile in strict TypeScript", () => {
  expect(diagnose()).toEqual([]);
});

describe("the examples in", () => {
  it.each(examples)("$path ($index) give what they say", async ({ code }) => {
    expect(await run(code)).toBe(code.match(/\/\/=> /g)!.length);
  });

  it("README.md include the first one a reader sees", () => {
    expect(examples[0]?.path).toBe("README.md");
  });
});
