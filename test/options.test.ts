import { describe, expect, it } from "vitest";

import {
  type InvalidOptionsError,
  evaluate,
  evaluateMany,
  evaluateSync,
  questions,
  rulesInForce,
  timeline,
} from "../src/index.ts";
import { rejection } from "./rejection.ts";

const asOf = "2020-09-02";

type Problem = readonly [path: string, code: string];

async function problemsOf(call: () => unknown): Promise<Problem[]> {
  const { issues } = (await rejection(call)) as InvalidOptionsError;
  return issues.map(({ path, code }) => [path, code]);
}

describe("options", () => {
  it.each<[string, unknown, Problem[]]>([
    ["nothing", undefined, [["", "missing"]]],
    ["a text", "2020-09-02", [["", "wrong-type"]]],
    ["no day", {}, [["asOf", "missing"]]],
    ["a number as the day", { asOf: 20200902 }, [["asOf", "wrong-type"]]],
    ["a day that does not exist", { asOf: "2020-02-30" }, [["asOf", "wrong-format"]]],
    ["an unknown track", { asOf, track: "leave" }, [["track", "unknown-value"]]],
    ["a number as the track", { asOf, track: 1 }, [["track", "unknown-value"]]],
    [
      "each problem at once",
      { track: "leave", edition: "2019", on: "2020" },
      [
        ["asOf", "missing"],
        ["track", "unknown-value"],
        ["edition", "unknown-value"],
        ["on", "unknown-key"],
      ],
    ],
    [
      "what throws when it is read",
      {
        asOf,
        hostFacts: [
          {
            get id(): string {
              throw new Error("not now");
            },
          },
        ],
      },
      [["hostFacts.0", "rejected"]],
    ],
  ])("with %s are refused", async (_, options, problems) => {
    expect(await problemsOf(() => evaluateSync({}, options as never))).toEqual(problems);
  });

  it("of look-ups are an object of functions", async () => {
    const problems = (facts: unknown): Promise<Problem[]> =>
      problemsOf(() => evaluate({}, { asOf, facts: facts as never }));
    expect(await problems(5)).toEqual([["facts", "wrong-type"]]);
    expect(await problems({ "support.firstLevel": true })).toEqual([
      ["facts.support.firstLevel", "wrong-type"],
    ]);
    expect(await problems({ "support.firstLevl": () => true })).toEqual([
      ["facts.support.firstLevl", "unknown-key"],
    ]);
  });

  it.each(["facts", "signal"])("with %s are not for evaluateSync, which says whose", (key) => {
    expect(() => evaluateSync({}, { asOf, [key]: {} } as never)).toThrow(
      `Unknown key "${key}": evaluate and evaluateMany look up facts`,
    );
  });

  it("with another unknown key say nothing of look-ups", () => {
    expect(() => evaluateSync({}, { asOf, on: asOf } as never)).toThrow(/Unknown key "on"$/);
  });

  it("of a query for rules have a day or an edition", () => {
    expect(() => rulesInForce({ track: "remain" } as never)).toThrow(
      "Invalid options: asOf: Expected asOf or edition",
    );
    expect(rulesInForce({ asOf })).toBe(rulesInForce({ edition: "2018-08-31" }));
  });

  it("of questions skip facts, by their ids", () => {
    const skipping = (skip: unknown) => () => questions({}, { asOf, skip } as never);
    expect(skipping(["support.firstLevl"])).toThrow(
      'Invalid options: skip.0: Unknown fact "support.firstLevl"; did you mean "support.firstLevel"?',
    );
    expect(skipping("support.firstLevel")).toThrow("skip: Expected a list of facts");
    expect(skipping([5])).toThrow("skip.0: Expected the id of a fact");
    expect(skipping(["support.firstLevel"])).not.toThrow();
  });

  it("of a timeline end after they begin", () => {
    const until = (day: string): unknown[] => [...timeline({}, { from: asOf, until: day }).spans];
    expect(() => until(asOf)).toThrow("Invalid options: until: Expected a day after from");
    expect(() => until("2020-09-01")).toThrow("until: Expected a day after from");
    expect(until("2020-09-03")).toHaveLength(1);
  });

  it("with a signal make a portfolio wait, even if nothing is looked up", async () => {
    const { signal } = new AbortController();
    const results = evaluateMany([{}], { asOf, signal });
    expect(Symbol.asyncIterator in results).toBe(true);
    const all: unknown[] = [];
    for await (const result of results) all.push(result);
    expect(all).toEqual([...evaluateMany([{}], { asOf })]);
  });
});
