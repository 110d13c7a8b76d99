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

/** Files of slow tests, the slowest last: whatever a quick test notices does not wait for them. */
const slow = [
  "test/facts",
  "test/format",
  "test/report",
  "test/evaluate-sync.test.ts",
  "test/input",
  "test/profile",
  "test/fuzz",
  "test/properties.test.ts",
  "test/engine/engines.test.ts",
  "test/foresight/timeline.test.ts",
  "test/foresight/questions.test.ts",
  "test/foresight/plan.test.ts",
];

function place({ moduleId }: TestSpecification): number {
  const path = relative(config.test?.root ?? "", moduleId);
  return slow.findIndex((start) => path.startsWith(start));
}

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => place(a) - place(b));
  }
}

export default mergeConfig(config, {
  test: {
    exclude: others,
    globalSetup: [],
    coverage: { enabled: false },
    sequence: { sequencer: QuickFirst },
    // Nothing here leaves a trace for the next file, and loading `src` once a run saves most of its time.
    isolate: false,
    // A part of the generated profiles finds what all do, later.
    env: { RUNS: "0.05", FC_SEED: "1" },
  },
});
