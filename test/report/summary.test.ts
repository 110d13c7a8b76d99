import { describe, expect, it } from "vitest";

import {
  type CountedResult,
  InvalidReportError,
  type Summary,
  mergeSummaries,
  summarize,
} from "../../src/index.ts";
import { noStatuses } from "../../src/findings/status.ts";
import { rejection } from "../rejection.ts";

const nothing: Summary<string> = {
  profiles: 0,
  invalid: 0,
  ignored: 0,
  outcomes: { eligible: 0, "on-track": 0, undetermined: 0, ineligible: 0 },
  rules: {},
};

const met: CountedResult<string> = {
  ok: true,
  report: { outcome: "eligible", findings: [{ ruleId: "house", status: "met" }] },
};
const unmet: CountedResult<string> = {
  ok: true,
  report: {
    outcome: "ineligible",
    findings: [
      { ruleId: "house", status: "unmet" },
      { ruleId: "other", status: "unknown" },
    ],
    ignored: [],
  },
};

const both: Summary<string> = {
  profiles: 3,
  invalid: 1,
  ignored: 1,
  outcomes: { ...nothing.outcomes, eligible: 1, ineligible: 1 },
  rules: {
    house: { ...noStatuses(), met: 1, unmet: 1 },
    other: { ...noStatuses(), unknown: 1 },
  },
};

/** What is said of an input that is refused, and what the cause was. */
async function refusalOf(call: () => unknown): Promise<unknown> {
  const error = (await rejection(call)) as InvalidReportError;
  expect(error).toBeInstanceOf(InvalidReportError);
  const [issue] = error.issues;
  return [issue!.message, (error.cause as Error | undefined)?.message];
}

describe("a summary", () => {
  it("counts profiles, outcomes, and the statuses of each rule", () => {
    expect(summarize([met, unmet, { ok: false }])).toStrictEqual(both);
    expect(summarize([])).toStrictEqual(nothing);
  });

  it("counts what arrives later in the same way", async () => {
    const later = async function* (): AsyncGenerator<CountedResult<string>> {
      yield* [met, unmet, { ok: false } as const];
    };
    expect(await summarize(later())).toStrictEqual(both);
  });

  it("of several is their sum", () => {
    const { ignored: _, ...older } = both;
    expect(mergeSummaries(both, summarize([met]), both, older)).toStrictEqual({
      profiles: 10,
      invalid: 3,
      ignored: 2,
      outcomes: { ...nothing.outcomes, eligible: 4, ineligible: 3 },
      rules: {
        house: { ...noStatuses(), met: 4, unmet: 3 },
        other: { ...noStatuses(), unknown: 3 },
      },
    });
    expect(mergeSummaries()).toStrictEqual(nothing);
  });

  it.each<[unknown, string]>([
    [{ outcome: "banana", findings: [] }, "There is no count of banana"],
    [{ outcome: "toString", findings: [] }, "There is no count of toString"],
    [
      { outcome: "eligible", findings: [{ ruleId: "house", status: "done" }] },
      "There is no count of done",
    ],
  ])("counts nothing that has no count: %j", async (report, cause) => {
    const expected = ["Expected a result, as this package makes it", cause];
    expect(await refusalOf(() => summarize([{ ok: true, report: report as never }]))).toEqual(
      expected,
    );
  });

  it("is made of what can be iterated over", async () => {
    expect(await refusalOf(() => summarize(7 as never))).toEqual([
      "Expected an iterable of results",
      undefined,
    ]);
  });

  it.each([1.5, -1, Number.NaN, Infinity, "1", 2 ** 53, undefined])(
    "of several has no sum with %s, which counts nothing",
    async (profiles) => {
      const wrong = { ...both, profiles } as never;
      const expected = ["Expected a summary, as this package makes it", "Not a count"];
      expect(await refusalOf(() => mergeSummaries(wrong))).toEqual(expected);
    },
  );
});
