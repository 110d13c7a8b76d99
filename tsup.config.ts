import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts", sync: "src/sync.ts", schema: "src/schema/index.ts" },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // One copy of each class across the entries, in CommonJS too, so that `instanceof` holds.
  splitting: true,
  // tsup 8 injects `baseUrl`, which TypeScript 6 reports as TS5101. Drop with tsup 9 (needs Node 22).
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  sourcemap: true,
  clean: true,
});
