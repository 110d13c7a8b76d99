import { relative } from "node:path";

import { mergeConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

import config from "../vitest.config.ts";

/** Tests of files, of types and of memory, which no changed expression in `src` can fail, or which take too long. */
const others = [
  "test/examples.test.ts",
  "test/generated.test.ts",
  "test/prose.test.ts",
  "test/purity.test.ts",
  "test/types.test.ts",
  "test/rules/mutants.test.ts",
  "test/rules/own-words.test.ts",
  "test/rules/new-rule.test.ts",
];

/** Tests that take a second and more, the slowest last. */
const slow = [
  "test/input/host-zod.test.ts",
  "test/report/lean-report.test.ts",
  "test/report/report-schema.test.ts",
  "test/properties.test.ts",
  "test/evaluate-sync.test.ts",
  "test/format/format-properties.test.ts",
  "test/fuzz/hostile.test.ts",
  "test/foresight/timeline-properties.test.ts",
  "test/foresight/questions-properties.test.ts",
  "test/foresight/plan-properties.test.ts",
];

/** The same, after those that take a few tenths: whatever a quicker one notices does not wait for them. */
const late = [
  "test/evaluate.test.ts",
  "test/facts/host-facts.test.ts",
  "test/profile/profile-reader.test.ts",
  "test/profile/read-leniently.test.ts",
  "test/rules/catalogue.test.ts",
  "test/engine/engines.test.ts",
  "test/engine/traps.test.ts",
  "test/rules/cases.test.ts",
  ...slow,
];

/** The folder whose changes are tried; its own tests come first, and but for its properties, none is left for later. */
const folder = process.env["MUTATED"] ?? "";
const isOwn = (path: string): boolean =>
  folder !== "" && path.startsWith(`test/${folder}/`) && !path.endsWith("-properties.test.ts");
const isLeft = process.env["TESTS"] === "slow";

function place({ moduleId }: TestSpecification): number {
  const path = relative(config.test?.root ?? "", moduleId);
  return isOwn(path) ? -2 : late.indexOf(path);
}

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => place(a) - place(b));
  }
}

const rest = slow.filter((path) => !isOwn(path));

const here = new URL(".", import.meta.url).pathname;

const quickest = mergeConfig(config, {
  resolve: {
    alias: [{ find: /^(?:\.\.?\/)+memoize\.ts$/, replacement: `${here}forgetful-memoize.ts` }],
  },
  test: {
    setupFiles: [`${here}setup.ts`],
    exclude: isLeft ? [] : [...others, ...rest],
    globalSetup: [],
    coverage: { enabled: false },
    sequence: { sequencer: QuickFirst },
    // Nothing here leaves a trace for the next file, and loading `src` once a run saves most of its time.
    isolate: false,
    // A part of the generated profiles finds what all do, later.
    env: { RUNS: "0.05", FC_SEED: "1" },
  },
});
// Lists are merged, but for this one.
if (isLeft) quickest["test"].include = rest;

export default quickest;
