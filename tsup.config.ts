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
    /^(capabilities|editions|order|sources|rule-file\.schema|partner-profile\.schema)\.json$/;
  for (const name of readdirSync("rules").filter((file) => asTheyAre.test(file)))
    copyFileSync(`rules/${name}`, `dist/rules/${name}`);
}

export default defineConfig({
  entry: { index: "src/index.ts", sync: "src/sync.ts", schema: "src/schema.ts" },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // One copy of each class across the entries, in CommonJS too, so that `instanceof` holds.
  splitting: true,
  // tsup 8 injects `baseUrl`, which TypeScript 6 reports as TS5101. Drop with tsup 9 (needs Node 22).
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  sourcemap: true,
  clean: true,
  onSuccess: async () => writeRules(),
});
