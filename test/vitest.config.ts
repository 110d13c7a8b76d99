import { defineConfig } from "vitest/config";

const root = new URL("..", import.meta.url).pathname;

export default defineConfig({
  test: {
    root,
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 120_000,
    coverage: {
      enabled: true,
      provider: "v8",
      // From the root on: in a clone below a folder that is named src, "src/**" would fit all files.
      include: [`${root}src/**/*.ts`],
      reporter: [["text", { skipFull: true }], "text-summary"],
      thresholds: { 100: true },
    },
  },
});
