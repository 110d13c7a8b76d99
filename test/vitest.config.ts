import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 120_000,
    coverage: {
      enabled: true,
      provider: "v8",
      include: ["src/**/*.ts"],
      // The pattern above also fits the tests of a clone below a folder that is named src.
      exclude: ["test/**"],
      reporter: ["text-summary"],
      thresholds: { 100: true },
    },
  },
});
