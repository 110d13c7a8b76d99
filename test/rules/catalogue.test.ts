import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

import {
  InvalidOptionsError,
  type RuleSource,
  editions,
  ruleFileSchema,
  rules,
  rulesInForce,
} from "../../src/index.ts";
import { resolveRule } from "../../rules/resolve/resolve-rule.ts";
import { readWrittenRule, shared } from "../generate/resolved-rules.ts";
import { dayAfter } from "../../src/facts/calendar.ts";
import { documentIds, documents } from "../../src/rule/documents.ts";
import { capabilitiesFileSchema, editionsFileSchema, sourcesFileSchema } from "./data-files.ts";
import { ruleIds } from "../../src/rule/ids.ts";
import { tracks } from "../../src/rule/vocabulary.ts";

const folder = new URL("../../rules/", import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const notRules = /^(capabilities|conditions|editions|order|sources|texts)\.json$|\.schema\.json$/;
const ruleFiles = readdirSync(folder).filter(
  (name) => name.endsWith(".json") && !notRules.test(name),
);

/** Every text that is written somewhere in rules/, in the order of the files. */
const writtenTexts = [...ruleFiles, "texts.json"].flatMap((name) => textsIn(readJson(name)));

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value.includes(" ") && value.endsWith(".") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe("rules/", () => {
  it.each(ruleFiles)(
    "%s keeps to the grammar, as written and resolved, under its own name",
    (name) => {
      const written = readWrittenRule(name.replace(".json", ""));
      expect(`${written.id}.json`).toBe(name);
      const file = resolveRule(written, shared);
      expect(ruleFileSchema.parse(file)).toEqual(file);
    },
  );

  it("holds a file for each rule id, and no other", () => {
    expect(ruleFiles.toSorted()).toEqual(ruleIds.map((id) => `${id}.json`).toSorted());
  });

  it("gives each leaf of a condition one line", () => {
    for (const name of [...ruleFiles, "conditions.json"])
      expect(readFileSync(new URL(name, folder), "utf8"), name).not.toMatch(/^\s*"fact":/m);
  });

  it("says no text twice", () => {
    const twice = writtenTexts.filter((text, index) => writtenTexts.indexOf(text) !== index);
    expect(twice).toEqual([]);
  });

  it.each(ruleFiles)("%s uses every value and text that it names", (name) => {
    const { values = {}, texts = {}, versions } = readWrittenRule(name.replace(".json", ""));
    const used = JSON.stringify([versions, texts, shared.conditions]);
    for (const text of Object.keys(texts)) expect(used).toContain(`"text":"${text}"`);
    for (const value of Object.keys(values))
      expect(used).toMatch(new RegExp(`"value":"${value}"|\\{${value}\\}`));
  });

  it("shares texts that several rules name, and no condition that none names", () => {
    const all = ruleFiles.map((name) => readFileSync(new URL(name, folder), "utf8"));
    for (const name of Object.keys(shared.texts)) {
      const users = all.filter((text) => text.includes(`"text": "${name}"`));
      expect(users.length, name).toBeGreaterThan(1);
    }
    const conditions = [...all, readFileSync(new URL("conditions.json", folder), "utf8")].join();
    for (const name of Object.keys(shared.conditions))
      expect(conditions, name).toContain(`"condition": "${name}"`);
  });

  it("registers every source, and cites every registered one", () => {
    sourcesFileSchema.parse(readJson("sources.json"));
    editionsFileSchema.parse(readJson("editions.json"));
    const effects = capabilitiesFileSchema.parse(readJson("capabilities.json"));
    const cited = [...rules, ...effects.capabilities, ...effects.checks, ...effects.stages]
      .flatMap(({ sources }): readonly RuleSource[] => sources)
      .map((source) => ("document" in source ? source.document : source.title));
    expect(new Set(cited)).toEqual(new Set(documentIds));
    expect(documents.some(({ confidence }) => confidence === "secondary")).toBe(true);
  });

  it("speaks in whole sentences", () => {
    for (const { messages, remedy, notes = [] } of rules) {
      for (const text of [...Object.values(messages), remedy, ...notes])
        expect(text).toMatch(/^[A-Z0-9{].*\.$/);
    }
  });
});

describe("rules", () => {
  it("stand in report order, each version with id and title", () => {
    const order = [...new Set(rules.map(({ id }) => id))];
    expect(order).toEqual(ruleIds);
    for (const { id, title } of rules) expect(title, id).toBeTruthy();
  });

  it("are deeply frozen", () => {
    const isDeeplyFrozen = (value: unknown): boolean =>
      typeof value !== "object" ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen));
    expect(isDeeplyFrozen(rules)).toBe(true);
    expect(isDeeplyFrozen(editions)).toBe(true);
    expect(Object.isFrozen(rulesInForce({ asOf: "2020-09-02" }))).toBe(true);
  });

  it("change only when an edition starts", () => {
    const starts = new Set<string>(editions.map(({ from }) => from));
    for (const { id, from, until } of rules) {
      expect(starts, id).toContain(from);
      if (until !== undefined) expect(starts, id).toContain(until);
    }
  });
});

describe("editions", () => {
  it("follow each other without gap or overlap, the last one open", () => {
    editions.forEach(({ id, from, until }, index) => {
      expect(from).toBe(id);
      expect(until).toBe(editions[index + 1]?.from);
    });
  });
});

describe("every day from 2018-08-31 to the end of 2030", () => {
  it("has exactly one edition, and its rules", () => {
    const bySize = new Map(editions.map(({ id }) => [id, rulesInForce({ edition: id })]));
    for (let day = "2018-08-31"; day <= "2030-12-31"; day = dayAfter(day)) {
      const current = editions.filter(({ from, until }) => from <= day && !(until && day >= until));
      expect(current, day).toHaveLength(1);
      expect(rulesInForce({ asOf: day })).toBe(bySize.get(current[0]!.id));
    }
  });
});

describe("rulesInForce", () => {
  it.each(editions.flatMap(({ id }) => tracks.map((track) => ({ id, track }))))(
    "names each rule once in $id, $track",
    ({ id, track }) => {
      const ids = rulesInForce({ edition: id, track }).map((rule) => rule.id);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(ruleIds.filter((ruleId) => ids.includes(ruleId)));
    },
  );

  it("says of each edition what is missing or uncertain", () => {
    for (const { notes, sources, title } of editions) {
      for (const { text } of notes) expect(text).toMatch(/^[A-Z].*\.$/);
      expect([notes.length > 0, sources.length > 0, title !== ""]).toEqual([true, true, true]);
    }
  });

  it("lists the rules of an edition by its name as by its first day, each of its track", () => {
    for (const { id } of editions) {
      for (const track of tracks) {
        const named = rulesInForce({ edition: id, track });
        expect(named).toBe(rulesInForce({ asOf: id, track }));
        expect(named.filter((rule) => !rule.tracks.includes(track))).toEqual([]);
        expect(named.length).toBeGreaterThan(0);
      }
    }
  });

  it.each<[string, unknown]>([
    ["neither day nor edition", {}],
    ["a day before the first edition", { asOf: "2018-08-30" }],
    ["an unknown track", { asOf: "2020-01-01", track: "leave" }],
    ["an unknown edition", { edition: "2018" }],
    ["an unknown key", { asOf: "2020-01-01", day: 1 }],
    ["nothing", undefined],
  ])("refuses %s", (_, query) => {
    expect(() => rulesInForce(query as never)).toThrow(InvalidOptionsError);
  });
});
