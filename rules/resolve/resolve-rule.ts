import { isDeepStrictEqual } from "node:util";

import type { IsoDate } from "../../src/input/dates.ts";
import {
  type Condition,
  type RuleFile,
  type RuleSource,
  type RuleVariant,
  type RuleVersion,
  hasRemedy,
} from "../../src/rule/rule.ts";
import { ownFacts } from "../../src/facts/fact-table.ts";
import { fillText, placeholdersIn } from "../../src/rule/text.ts";
import type { Track } from "../../src/rule/vocabulary.ts";
import {
  type Shared,
  type WrittenCondition,
  type WrittenRule,
  type WrittenText,
  type WrittenVariant,
  type WrittenVersion,
  statuses,
} from "./written-rule.ts";

/** A version as written, with the content of its heading. */
interface Headed {
  readonly tracks: readonly Track[];
  readonly from: IsoDate;
  readonly until: IsoDate | undefined;
  readonly said: WrittenVersion;
}

/** A value of a rule on a day, and the source that states it. */
interface Value {
  readonly value: number | string;
  readonly source: string;
}

type Values = ReadonlyMap<string, Value>;

/** Parses a heading: "enroll and remain from 2020-10-27 until 2025-10-01". */
function readHeading(heading: string): Omit<Headed, "said"> {
  const [, tracks, from, until] = /^(.+) from (\S+)(?: until (\S+))?$/.exec(heading)!;
  return { tracks: tracks!.split(" and ") as Track[], from: from!, until };
}

/** All that a version says, including what it inherits from the version it is like. */
function inherit(rule: WrittenRule, heading: string): WrittenVersion {
  const { like, ...own } = rule.versions[heading]!;
  if (like === undefined) return own;
  const headings = Object.keys(rule.versions);
  if (headings.indexOf(like) === -1 || headings.indexOf(like) >= headings.indexOf(heading))
    throw new Error(`${rule.id}: "${heading}" is like "${like}", which does not come before it`);
  return { ...inherit(rule, like), ...own };
}

/** The written end of a version or, without one, the start of the next version of the same tracks. */
function endOf(
  { tracks, from, until }: Omit<Headed, "said">,
  all: readonly Headed[],
  id: string,
): IsoDate | undefined {
  if (until !== undefined) return until;
  const ends = tracks.map(
    (track) =>
      all
        .filter((other) => other.from > from && other.tracks.includes(track))
        .map((other) => other.from)
        .toSorted()[0],
  );
  if (new Set(ends).size > 1)
    throw new Error(`${id}: the tracks ${tracks.join(" and ")} from ${from} end on different days`);
  return ends[0];
}

/** Inserts named conditions and values, and wraps a root that is a single leaf in a group. */
class Resolver {
  readonly #rule: WrittenRule;
  readonly #shared: Shared;
  readonly #values: Values;
  /** The values that were used. */
  readonly used = new Map<string, Value>();

  constructor(rule: WrittenRule, shared: Shared, values: Values) {
    this.#rule = rule;
    this.#shared = shared;
    this.#values = values;
  }

  #fail(message: string): never {
    throw new Error(`${this.#rule.id}: ${message}`);
  }

  value(name: string): number | string {
    const found = this.#values.get(name) ?? this.#fail(`no value "${name}" on that day`);
    this.used.set(name, found);
    return found.value;
  }

  condition(written: WrittenCondition): Condition {
    if ("all" in written) return { all: written.all.map((child) => this.condition(child)) };
    if ("any" in written) return { any: written.any.map((child) => this.condition(child)) };
    if ("not" in written) return { not: this.condition(written.not) };
    if ("condition" in written) {
      const named = ownValue(this.#shared.conditions, written.condition);
      return this.condition((named ?? this.#fail(`no condition "${written.condition}"`)).condition);
    }
    const { value } = written;
    const isNamed = typeof value === "object" && value !== null && "value" in value;
    return {
      ...written,
      ...(isNamed && { value: this.value(value.value as string) }),
    } as Condition;
  }

  root(written: WrittenCondition): Condition {
    const condition = this.condition(written);
    return "fact" in condition ? { all: [condition] } : condition;
  }

  /** Resolves a text; placeholders for values are kept, because a report fills them. */
  text(written: WrittenText): string {
    const text =
      typeof written === "string"
        ? written
        : (ownValue(this.#rule.texts ?? {}, written.text) ??
          ownValue(this.#shared.texts, written.text) ??
          this.#fail(`no text "${written.text}"`));
    for (const name of placeholdersIn(text))
      if (ownFacts.positionOf(name) === undefined) this.value(name);
    return text;
  }

  /** Resolves a note and fills its placeholders, because no report does. */
  note(written: WrittenText): string {
    const text = this.text(written);
    const names = placeholdersIn(text);
    return fillText(text, Object.fromEntries(names.map((name) => [name, this.value(name)])));
  }

  variants({ when, remedy, actor, ...messages }: WrittenVariant): RuleVariant[] {
    const condition = this.root(when);
    return statuses
      .filter((status) => messages[status] !== undefined)
      .map((status) => ({
        status,
        when: condition,
        ...(messages[status] !== null && { message: this.text(messages[status]!) }),
        ...(remedy !== undefined && hasRemedy(status) && { remedy: this.text(remedy) }),
        ...(actor !== undefined && { actor }),
      }));
  }
}

function ownValue<Of>(values: Readonly<Record<string, Of>>, name: string): Of | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

type DocumentSource = Extract<RuleSource, { document: string }>;

function sourceOf(written: string): DocumentSource {
  const [document, segments] = written.split("#");
  return segments === undefined
    ? { document: document! }
    : { document: document!, segments: segments.split(",") };
}

/** Adds a source to a list: its sentences to those of the same document, if that is cited already. */
function withSource(sources: readonly RuleSource[], added: DocumentSource): RuleSource[] {
  const isSame = (source: RuleSource): source is DocumentSource =>
    "document" in source && source.document === added.document;
  if (!sources.some(isSame)) return [...sources, added];
  return sources.map((source) => {
    if (!isSame(source) || source.segments === undefined) return source;
    const segments = [...new Set([...source.segments, ...(added.segments ?? [])])].toSorted();
    return { ...source, segments };
  });
}

/** The values of a rule in force on a day. */
function valuesOn(rule: WrittenRule, day: IsoDate): Values {
  const inForce = Object.entries(rule.values ?? {}).flatMap(([name, dated]) => {
    const start = Object.keys(dated)
      .filter((from) => from <= day)
      .toSorted()
      .at(-1);
    return start === undefined ? [] : [[name, dated[start]!] as const];
  });
  return new Map(inForce);
}

function resolveVersion(
  rule: WrittenRule,
  { tracks, said }: Headed,
  period: { from: IsoDate; until: IsoDate | undefined },
  shared: Shared,
): RuleVersion {
  const resolver = new Resolver(rule, shared, valuesOn(rule, period.from));
  const messages = statuses.flatMap((status) =>
    said[status] ? [[status, resolver.text(said[status])] as const] : [],
  );
  for (const part of ["conditions", "remedy", "sources"] as const)
    if (said[part] === undefined)
      throw new Error(`${rule.id}: the version from ${period.from} has no ${part}`);
  const conditions = resolver.root(said.conditions!);
  const dueWhen = said.dueWhen && resolver.root(said.dueWhen);
  const appliesWhen = said.appliesWhen && resolver.root(said.appliesWhen);
  const remedy = resolver.text(said.remedy!);
  const variants = said.variants?.flatMap((variant) => resolver.variants(variant));
  const notes = said.notes?.map((note) => resolver.note(note));
  const { used } = resolver;
  return {
    from: period.from,
    ...(period.until !== undefined && { until: period.until }),
    tracks,
    kind: said.kind ?? rule.kind!,
    actor: said.actor ?? rule.actor!,
    ...(used.size > 0 && { values: Object.fromEntries(valuesOf(used)) }),
    conditions,
    ...(dueWhen && { dueWhen }),
    ...(appliesWhen && { appliesWhen }),
    messages: Object.fromEntries(messages) as unknown as RuleVersion["messages"],
    remedy,
    ...(variants && { variants }),
    ...(notes && { notes }),
    sources: [...used.values()]
      .map(({ source }) => sourceOf(source))
      .reduce<RuleSource[]>(withSource, said.sources!.map(sourceOf)),
  };
}

function valuesOf(used: Values): [name: string, value: number | string][] {
  return [...used].map(([name, { value }]) => [name, value]);
}

/** Joins versions of which the second says nothing new: a value changed that it does not use. */
function joinEqual(versions: readonly RuleVersion[]): RuleVersion[] {
  return versions.reduce<RuleVersion[]>((joined, version) => {
    const before = joined.at(-1);
    const { from: _from, until, ...said } = version;
    const { from, until: _until, ...saidBefore } = before ?? version;
    if (before === undefined || !isDeepStrictEqual(said, saidBefore)) return [...joined, version];
    const { tracks, ...rest } = saidBefore;
    return [...joined.slice(0, -1), { from, ...(until && { until }), tracks, ...rest }];
  }, []);
}

/** The days within a period on which a value of the rule changes. */
function changesWithin(
  rule: WrittenRule,
  { from, until }: { from: IsoDate; until: IsoDate | undefined },
): IsoDate[] {
  const days = Object.values(rule.values ?? {}).flatMap((dated) => Object.keys(dated));
  const within = days.filter((day) => day > from && (until === undefined || day < until));
  return [...new Set(within)].toSorted();
}

/**
 * Spells out a rule file as people write it: versions that are like others, named conditions and texts,
 * and dated values. A version within which a value changes becomes one version per value.
 *
 * @throws An Error that names the rule, if the file refers to something that does not exist.
 */
export function resolveRule(rule: WrittenRule, shared: Shared): RuleFile {
  const all = Object.keys(rule.versions).map((heading): Headed => ({
    ...readHeading(heading),
    said: inherit(rule, heading),
  }));
  const versions = all.flatMap((version) => {
    const until = endOf(version, all, rule.id);
    const starts = [version.from, ...changesWithin(rule, { from: version.from, until })];
    const split = starts.map((from, index) =>
      resolveVersion(rule, version, { from, until: starts[index + 1] ?? until }, shared),
    );
    return joinEqual(split);
  });
  const { id, title, after } = rule;
  return { id, title, ...(after && { after }), versions };
}
