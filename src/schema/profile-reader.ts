import type * as z from "zod";

import { type FactValue, type FactValues, positionOf, statedFactIds } from "./facts.ts";

type Schema = z.core.$ZodType;
type Checks = readonly z.core.$ZodCheck[];

/** What zod's definition of a schema says, for the kinds of schema that a profile is made of. */
type Def =
  | GroupDef
  | { type: "array"; element: Schema; checks?: Checks }
  | { type: "optional" | "nullable"; innerType: Schema; checks?: Checks }
  | ValueDef;

interface GroupDef {
  type: "object";
  shape: Record<string, Schema>;
  checks?: Checks;
}

interface ValueDef extends CheckDef {
  /** `unclear`, and any other type, is left to zod. */
  type: "boolean" | "enum" | "string" | "number" | "unclear";
  entries?: Record<string, string>;
  checks?: Checks;
}

/** What zod's definition of a check says. */
interface CheckDef {
  check?: string;
  format?: string;
  pattern?: RegExp;
  value?: unknown;
  inclusive?: boolean;
}

/** What may stand at a place of a profile, and the fact that it states. */
interface Place {
  readonly isOptional: boolean;
  /** Where `null` may stand: the positions of the facts that are known to be none then. */
  readonly none: readonly number[] | undefined;
  /** The position of the fact stated here, if one is. */
  readonly position: number | undefined;
  /** One of these: a group of fields, a list of items, or a value. */
  readonly group: Group | undefined;
  readonly item: Place | undefined;
  readonly value: Value | undefined;
}

interface Group {
  readonly fields: Readonly<Record<string, Place>>;
  readonly required: readonly string[];
  readonly checks: Checks;
}

/** All properties are there for each type, so that one function can read them fast. */
interface Value {
  readonly type: ValueDef["type"];
  readonly options: ReadonlySet<unknown> | undefined;
  readonly pattern: RegExp | undefined;
  readonly isInteger: boolean;
  readonly least: number;
}

const unclear: ValueDef = { type: "unclear" };

/** What may have checks of its own; on any other, they are left to zod. */
const checkable: ReadonlySet<Def["type"]> = new Set([
  "object",
  "enum",
  "boolean",
  "string",
  "number",
]);

function defOf(schema: Schema): Def {
  const def = schema._zod.def as unknown as Def;
  const isUnchecked = def.checks === undefined || def.checks.length === 0;
  return isUnchecked || checkable.has(def.type) ? def : unclear;
}

/** Lays out the places of a profile by its schema. */
export function placeOf(
  schema: Schema,
  path: string = "",
  isOptional: boolean = false,
  none?: readonly number[],
): Place {
  const def = defOf(schema);
  switch (def.type) {
    case "optional":
      return placeOf(def.innerType, path, true, none);
    case "nullable":
      return placeOf(def.innerType, path, isOptional, positionsIn(path));
    default:
      return {
        isOptional,
        none,
        position: positionOf(path),
        group: def.type === "object" ? groupOf(def, path) : undefined,
        item: def.type === "array" ? placeOf(def.element, `${path}[]`) : undefined,
        value: def.type === "object" || def.type === "array" ? undefined : valueOf(def),
      };
  }
}

/** The facts that a profile states at a path and below it. */
function positionsIn(path: string): readonly number[] {
  const inside = statedFactIds.filter((fact) => fact === path || fact.startsWith(`${path}.`));
  return inside.map((fact) => positionOf(fact));
}

function groupOf({ shape, checks = [] }: GroupDef, path: string): Group {
  const fields: Record<string, Place> = Object.create(null);
  for (const [key, schema] of Object.entries(shape)) {
    fields[key] = placeOf(schema, path === "" ? key : `${path}.${key}`);
  }
  return {
    fields,
    required: Object.keys(fields).filter((key) => !fields[key]!.isOptional),
    checks,
  };
}

function valueOf(def: ValueDef): Value {
  const { type, entries, checks = [] } = def;
  const added = checks.map(({ _zod: check }): CheckDef => check.def);
  const value: Value = {
    type,
    options: entries && new Set(Object.values(entries)),
    pattern: undefined,
    isInteger: false,
    least: -Infinity,
  };
  return (def.check === undefined ? added : [def, ...added]).reduce(narrow, value);
}

/** Takes in one of the few checks that profiles have; with any other, a value is left to zod. */
function narrow(
  value: Value,
  { check, format, pattern, value: least, inclusive }: CheckDef,
): Value {
  if (check === "string_format" && (format === "date" || format === "regex") && !value.pattern) {
    return { ...value, pattern };
  }
  if (check === "number_format" && format === "safeint") return { ...value, isInteger: true };
  if (check === "greater_than" && inclusive && typeof least === "number") {
    return { ...value, least: Math.max(value.least, least) };
  }
  return { ...value, type: "unclear" };
}

/**
 * Takes what stands at a place into the facts, and tells whether it is plainly right: true means that
 * zod accepts it and that it is made of plain objects. False means only that zod has to look; what was
 * taken until then is worth nothing. Several times faster than zod, because it keeps no account of
 * what is wrong, and touches a field once to check it and to take it.
 */
export function readPlace(place: Place, value: unknown, facts: FactValues): boolean {
  if (value === undefined) return place.isOptional;
  if (value === null) return readNone(place, facts);
  if (place.item !== undefined) return readList(place.item, place.position, value, facts);
  if (place.group !== undefined) {
    if (!readGroup(place.group, value, facts)) return false;
  } else if (!accepts(place.value!, value)) return false;
  if (place.position !== undefined) facts[place.position] = value as FactValue;
  return true;
}

function readNone({ none }: Place, facts: FactValues): boolean {
  if (none === undefined) return false;
  for (const position of none) facts[position] = null;
  return true;
}

function readList(
  place: Place,
  position: number | undefined,
  value: unknown,
  facts: FactValues,
): boolean {
  if (!Array.isArray(value)) return false;
  // Lists go into reports: a copy, so that they do not change with the profile. Going by index shows
  // the holes of a sparse list.
  const items: unknown[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!readPlace(place, item, facts)) return false;
    items.push(item);
  }
  if (position !== undefined) facts[position] = items;
  return true;
}

function accepts(known: Value, value: unknown): boolean {
  switch (known.type) {
    case "boolean":
      return typeof value === "boolean";
    case "enum":
      return known.options!.has(value);
    case "string":
      return (
        typeof value === "string" && (known.pattern === undefined || known.pattern.test(value))
      );
    case "number":
      if (typeof value !== "number" || !Number.isFinite(value) || value < known.least) return false;
      return !known.isInteger || Number.isSafeInteger(value);
    default:
      return false;
  }
}

function readGroup(
  { fields, required, checks }: Group,
  value: unknown,
  facts: FactValues,
): boolean {
  if (!isPlain(value)) return false;
  for (const key in value) {
    const place = fields[key];
    if (place === undefined || !readPlace(place, value[key], facts)) return false;
  }
  for (const key of required) if (!Object.hasOwn(value, key)) return false;
  return checks.length === 0 || passes(value, checks);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function passes(value: object, checks: Checks): boolean {
  const payload: z.core.ParsePayload<never> = { value: value as never, issues: [] };
  for (const { _zod: check } of checks) {
    if (check.def.when?.(payload) ?? true) void check.check(payload);
  }
  return payload.issues.length === 0;
}
