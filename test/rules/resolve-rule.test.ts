import { describe, expect, it } from "vitest";

import { resolveRule } from "../../rules/resolve/resolve-rule.ts";
import {
  type Shared,
  type WrittenRule,
  writtenRuleSchema,
} from "../../rules/resolve/written-rule.ts";

const shared: Shared = {
  conditions: {
    first: {
      words: "first",
      condition: { fact: "support.firstLevel", operator: "equal", value: true },
    },
    both: { words: "both", condition: { all: [{ condition: "first" }, { condition: "first" }] } },
  },
  texts: { common: "Common." },
};

const leaf = { fact: "support.firstLevel", operator: "equal", value: true };

const base = {
  conditions: { condition: "first" },
  met: "Met.",
  unmet: "Unmet.",
  unknown: "Unknown.",
  remedy: "Do it.",
  sources: ["article#a-1,a-2", "page"],
};

function written(versions: object, more: object = {}): WrittenRule {
  return writtenRuleSchema.parse({
    $schema: "./written-rule.schema.json",
    id: "mine",
    title: "Mine",
    kind: "requirement",
    actor: "partner",
    versions,
    ...more,
  });
}

const resolve = (versions: object, more: object = {}): ReturnType<typeof resolveRule> =>
  resolveRule(written(versions, more), shared);

describe("a written rule", () => {
  it("is spelled out", () => {
    const { versions } = resolve(
      {
        "enroll and remain from 2020-01-01": {
          ...base,
          dueWhen: { condition: "both" },
          "not-due": { text: "common" },
          notes: [{ text: "own" }],
        },
      },
      { texts: { own: "Own." }, after: ["other"] },
    );
    expect(versions).toEqual([
      {
        from: "2020-01-01",
        tracks: ["enroll", "remain"],
        kind: "requirement",
        actor: "partner",
        conditions: { all: [leaf] },
        dueWhen: { all: [leaf, leaf] },
        messages: { met: "Met.", unmet: "Unmet.", unknown: "Unknown.", "not-due": "Common." },
        remedy: "Do it.",
        notes: ["Own."],
        sources: [{ document: "article", segments: ["a-1", "a-2"] }, { document: "page" }],
      },
    ]);
  });

  it("ends where the next version of its tracks starts, or where its heading says", () => {
    const { versions } = resolve({
      "enroll from 2020-01-01": base,
      "enroll from 2022-01-01 until 2023-01-01": base,
      "remain from 2021-01-01": base,
    });
    expect(versions.map(({ from, until }) => [from, until])).toEqual([
      ["2020-01-01", "2022-01-01"],
      ["2022-01-01", "2023-01-01"],
      ["2021-01-01", undefined],
    ]);
  });

  it("says only the differences from a version that it is like", () => {
    const [, second] = resolve({
      "enroll from 2020-01-01": { ...base, dueWhen: { condition: "first" }, "not-due": "Not due." },
      "remain from 2020-01-01": {
        like: "enroll from 2020-01-01",
        kind: "recommendation",
        actor: "microsoft",
        met: "Well met.",
        dueWhen: null,
        "not-due": null,
      },
    }).versions;
    expect(second).toMatchObject({ kind: "recommendation", actor: "microsoft", remedy: "Do it." });
    expect(second!.messages).toEqual({ met: "Well met.", unmet: "Unmet.", unknown: "Unknown." });
    expect(second).not.toHaveProperty("dueWhen");
  });

  it("splits where a value changes", () => {
    const { versions } = resolve(
      {
        "enroll from 2020-01-01": {
          ...base,
          conditions: {
            fact: "security.adminAccounts",
            operator: "greaterThanInclusive",
            value: { value: "least" },
          },
          unmet: "Fewer than {least}.",
          notes: ["At least {least}."],
        },
      },
      {
        values: {
          least: {
            "2020-01-01": { value: 1000, source: "page" },
            "2021-01-01": { value: 2000, source: "page#p-1" },
          },
        },
      },
    );
    expect(
      versions.map(({ from, until, values, conditions, messages, notes }) => ({
        from,
        until,
        values,
        conditions,
        unmet: messages.unmet,
        notes,
      })),
    ).toEqual(
      [
        ["2020-01-01", "2021-01-01", 1000, "At least 1,000."],
        ["2021-01-01", undefined, 2000, "At least 2,000."],
      ].map(([from, until, value, note]) => ({
        from,
        until,
        values: { least: value },
        conditions: {
          all: [{ fact: "security.adminAccounts", operator: "greaterThanInclusive", value }],
        },
        unmet: "Fewer than {least}.",
        notes: [note],
      })),
    );
  });

  it("cites the source of a value where it is used, and does not split where it is not", () => {
    const count = (value: object): object => ({
      fact: "security.adminAccounts",
      operator: "greaterThanInclusive",
      value,
    });
    const { versions } = resolve(
      {
        "enroll from 2020-01-01": base,
        "remain from 2020-01-01": { ...base, conditions: count({ value: "least" }) },
      },
      {
        values: {
          least: {
            "2020-01-01": { value: 1, source: "article#a-0" },
            "2021-01-01": { value: 2, source: "letter#l-1" },
          },
        },
      },
    );
    expect(versions.map(({ tracks, from, until }) => [tracks[0], from, until])).toEqual([
      ["enroll", "2020-01-01", undefined],
      ["remain", "2020-01-01", "2021-01-01"],
      ["remain", "2021-01-01", undefined],
    ]);
    const article = { document: "article", segments: ["a-1", "a-2"] };
    const page = { document: "page" };
    expect(versions.map(({ sources }) => sources)).toEqual([
      [article, page],
      [{ document: "article", segments: ["a-0", "a-1", "a-2"] }, page],
      [article, page, { document: "letter", segments: ["l-1"] }],
    ]);
  });

  it("gives each status of a variant its words, and a remedy only where one is shown", () => {
    const [version] = resolve({
      "enroll from 2020-01-01": {
        ...base,
        variants: [
          {
            when: { condition: "first" },
            met: "Well met.",
            unmet: null,
            remedy: "Ask.",
            actor: "microsoft",
          },
          { when: { not: { condition: "first" } }, unknown: { text: "common" } },
        ],
      },
    }).versions;
    const when = { all: [leaf] };
    expect(version!.variants).toEqual([
      { status: "met", when, message: "Well met.", actor: "microsoft" },
      { status: "unmet", when, remedy: "Ask.", actor: "microsoft" },
      { status: "unknown", when: { not: leaf }, message: "Common." },
    ]);
  });

  it.each([
    [
      "a version that comes later",
      {
        "enroll from 2020-01-01": { like: "enroll from 2021-01-01" },
        "enroll from 2021-01-01": base,
      },
      /does not come before it/,
    ],
    [
      "a version that does not exist",
      { "enroll from 2020-01-01": { like: "remain from 2021-01-01" } },
      /does not come before it/,
    ],
    [
      "tracks that end on different days",
      { "enroll and remain from 2020-01-01": base, "enroll from 2021-01-01": base },
      /end on different days/,
    ],
    [
      "an unknown condition",
      { "enroll from 2020-01-01": { ...base, conditions: { condition: "none" } } },
      /no condition "none"/,
    ],
    [
      "an unknown text",
      { "enroll from 2020-01-01": { ...base, met: { text: "none" } } },
      /no text "none"/,
    ],
    [
      "a version without conditions",
      { "enroll from 2020-01-01": { ...base, conditions: undefined } },
      /has no conditions/,
    ],
    [
      "a condition of Object",
      { "enroll from 2020-01-01": { ...base, conditions: { condition: "constructor" } } },
      /no condition "constructor"/,
    ],
    [
      "a text of Object",
      { "enroll from 2020-01-01": { ...base, met: { text: "toString" } } },
      /no text "toString"/,
    ],
    [
      "a fact in a note, which no report fills",
      { "enroll from 2020-01-01": { ...base, notes: ["{support.plan.type}."] } },
      /no value "support.plan.type"/,
    ],
    [
      "an unknown value",
      { "enroll from 2020-01-01": { ...base, met: "{none}." } },
      /no value "none"/,
    ],
  ])("is refused with %s, and named", (_, versions, message) => {
    expect(() => resolve(versions)).toThrow(message);
    expect(() => resolve(versions)).toThrow(/^mine: /);
  });
});
