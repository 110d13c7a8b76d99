import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { defineConfig } from "tsup";

/** Rule files as hosts read them, one for each rule, beside the data and the schemas that they refer to. */
function writeRules(): void {
  mkdirSync("dist/rules", { recursive: true });
  const resolved = JSON.parse(readFileSync("src/rules/resolved-rules.json", "utf8")) as {
    id: string;
  }[];
  for (const rule of resolved) {
    const file = { $schema: "./rule-file.schema.json", ...rule };
    writeFileSync(`dist/rules/${rule.id}.json`, `${JSON.stringify(file, undefined, 2)}\n`);
  }
  const asTheyAre =
    /^(capabilities|editions|order|sources|(rule-file|partner-profile|report)\.schema)\.json$/;
  for (const name of readdirSync("rules").filter((file) => asTheyAre.test(file)))
    copyFileSync(`rules/${name}`, `dist/rules/${name}`);
  copyFileSync("src/rules/facts.json", "dist/rules/facts.json");
}

const entries = {
  index: "src/index.ts",
  sync: "src/sync.ts",
  schema: "src/schema.ts",
  format: "src/format.ts",
};

export default defineConfig({
  entry: {
    ...entries,
    // Not entries of the package, but chunks of their own: who imports one of them from an entry gets
    // no more than it needs. What is left in dist/parts is not shipped.
    "parts/evaluate": "src/evaluate.ts",
    "parts/create-engine": "src/engine/create-engine.ts",
    "parts/evaluate-sync": "src/evaluate-sync.ts",
    "parts/compare-reports": "src/report/compare-reports.ts",
    "parts/summary": "src/report/summary.ts",
    "parts/capabilities": "src/rules/capabilities.ts",
    "parts/editions": "src/rules/editions.ts",
    "parts/fact-catalogue": "src/rules/fact-catalogue.ts",
    "parts/profile-from": "src/facts/profile-from.ts",
    "parts/rules": "src/rules/catalogue.ts",
  },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // One copy of each class across the entries, in CommonJS too, so that `instanceof` holds.
  splitting: true,
  // tsup 8 injects `baseUrl`, which TypeScript 6 reports as TS5101. Drop with tsup 9 (needs Node 22).
  dts: { entry: entries, compilerOptions: { ignoreDeprecations: "6.0" } },
  sourcemap: true,
  clean: true,
  onSuccess: async () => writeRules(),
});
