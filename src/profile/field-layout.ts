import * as z from "zod";

import { mostItems } from "../input/own-properties.ts";
import { isCountrySchema } from "./country-schema.ts";

type CheckDef = z.core.$ZodChecks["_zod"]["def"];
type Checks = readonly z.core.$ZodCheck[];

/**
 * The kind of value a fact has; it decides which operators may read the fact. Only derived facts read
 * a record, which is a group of fields, or a list of records.
 *
 * @category Rules
 */
export type ValueType =
  "boolean" | "number" | "date" | "text" | "text list" | "record" | "record list";

/** What is known of a value besides its type. */
export interface FieldDescription {
  readonly type: ValueType;
  readonly label: string;
  /** What it means. */
  readonly help: string;
  /** The only values a text can have. */
  readonly values?: readonly string[] | undefined;
  /** The values of a text that are too many to list. */
  readonly format?: "country" | undefined;
  /** Whether a number counts things. */
  readonly isInteger?: boolean | undefined;
}

/** A fact that a profile states: a field, or a group that may be `null`. */
export interface StatedFact extends FieldDescription {
  /** Its path in the profile. */
  readonly id: string;
  readonly question: string;
  /** The unit of a number. */
  readonly unit?: string | undefined;
  /** The label of each of `values`. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** What `null` says, if it is allowed. */
  readonly nullMeans?: string | undefined;
  /** The value that an absent process field counts as. */
  readonly absentMeans?: string | undefined;
  /** What is taken if it is absent, in a sentence, if that is more than that it is unknown. */
  readonly whenAbsent?: string | undefined;
  /** The label of the innermost group of fields that it is in. */
  readonly group: string;
  /** The fields of each record of a list. */
  readonly fields?: readonly (FieldDescription & { readonly name: string })[] | undefined;
}

/** What a field of a profile may hold, and the fact that it states. */
export interface FieldLayout {
  readonly isOptional: boolean;
  /** If `null` is allowed, the positions of the facts that it makes known to be none. */
  readonly knownNone: readonly number[] | undefined;
  /** The position of the fact that the field states, if any. */
  readonly position: number | undefined;
  /** Exactly one of the following is set: a group of fields, a list item, or a value. */
  readonly group: GroupLayout | undefined;
  readonly item: FieldLayout | undefined;
  readonly value: ValueLayout | undefined;
}

export interface GroupLayout {
  readonly fields: Readonly<Record<string, FieldLayout>>;
  readonly required: readonly string[];
  readonly checks: Checks;
}

/** All properties are present for each type, so that one function can read them fast. */
export interface ValueLayout {
  /** `unclear` is left to zod. */
  readonly type: "boolean" | "enum" | "string" | "number" | "unclear";
  readonly options: ReadonlySet<unknown> | undefined;
  readonly pattern: RegExp | undefined;
  readonly isInteger: boolean;
  readonly least: number;
  readonly most: number;
}

/** A schema without its wrappers. */
interface Unwrapped {
  readonly schema: z.core.$ZodTypes;
  readonly isOptional: boolean;
  readonly isNullable: boolean;
}

function hasChecks({ checks = [] }: z.core.$ZodTypeDef): boolean {
  return checks.length > 0;
}

function unwrap(schema: z.core.$ZodType, isOptional = false, isNullable = false): Unwrapped {
  const known = schema as z.core.$ZodTypes;
  const { def } = known._zod;
  // A wrapper with checks of its own is left to zod.
  if (hasChecks(def)) return { schema: known, isOptional, isNullable };
  if (def.type === "optional") return unwrap(def.innerType, true, isNullable);
  if (def.type === "nullable") return unwrap(def.innerType, isOptional, true);
  return { schema: known, isOptional, isNullable };
}

function typeOf(schema: z.core.$ZodTypes): ValueType {
  const { def } = schema._zod;
  switch (def.type) {
    case "boolean":
    case "number":
      return def.type;
    case "array":
      return typeOf(unwrap(def.element).schema) === "text" ? "text list" : "record list";
    case "object":
      return "record";
    default:
      return "format" in def && def.format === "date" ? "date" : "text";
  }
}

interface Words {
  title: string;
  description: string;
  question: string;
  unit?: string;
  labels?: Record<string, string>;
  nullMeans?: string;
  absentMeans?: string;
  whenAbsent?: string;
}

function wordsOf(schema: z.core.$ZodType): Words {
  return z.globalRegistry.get(schema as z.ZodType) as unknown as Words;
}

function describeField(outer: z.core.$ZodType, schema: z.core.$ZodTypes): FieldDescription {
  const { title, description } = wordsOf(outer);
  const { def } = schema._zod;
  const isCountry = isCountrySchema(schema);
  const isChoice = def.type === "enum" && !isCountry;
  const described: FieldDescription = {
    type: typeOf(schema),
    label: title,
    help: description,
    values: isChoice ? Object.values(def.entries).map(String) : undefined,
  };
  if (isCountry) return { ...described, format: "country" };
  return def.type === "number" && "check" in def ? { ...described, isInteger: true } : described;
}

/** The fields of the records in a list. */
function fieldsOf({ _zod: { def } }: z.core.$ZodTypes): StatedFact["fields"] {
  const item = def.type === "array" ? unwrap(def.element).schema._zod.def : def;
  if (def.type !== "array" || item.type !== "object") return undefined;
  return Object.entries(item.shape).map(([name, field]) => ({
    name,
    ...describeField(field, unwrap(field).schema),
  }));
}

function factOf(
  id: string,
  outer: z.core.$ZodType,
  { schema }: Unwrapped,
  group: string,
): StatedFact {
  const { question, unit, labels, nullMeans, absentMeans, whenAbsent } = wordsOf(outer);
  return {
    id,
    ...describeField(outer, schema),
    question,
    unit,
    labels,
    nullMeans,
    absentMeans,
    whenAbsent,
    group,
    fields: fieldsOf(schema),
  };
}

function rangeOf(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/**
 * Lays out a profile from its schema, in one walk for both the facts it states and the reader.
 *
 * @param facts - Receives every fact in order; its index is its position.
 * @param path - Path of what is laid out; undefined within list items, which state no facts.
 * @param around - The label of the group that it is in.
 */
export function layoutOf(
  outer: z.core.$ZodType,
  facts: StatedFact[],
  path: string | undefined,
  around = "",
): FieldLayout {
  const unwrapped = unwrap(outer);
  const { schema, isOptional, isNullable } = unwrapped;
  const { def } = schema._zod;
  const start = facts.length;
  const isFact = path !== undefined && path !== "id" && (def.type !== "object" || isNullable);
  const label = def.type === "object" ? (wordsOf(outer)?.title ?? around) : around;
  if (isFact) facts.push(factOf(path, outer, unwrapped, label));
  const group = def.type === "object" ? groupOf(def, facts, path, label) : undefined;
  const item =
    def.type === "array" && isOnlyLimited(def)
      ? layoutOf(def.element, facts, undefined)
      : undefined;
  return {
    isOptional,
    knownNone: isNullable ? rangeOf(start, facts.length) : undefined,
    position: isFact ? start : undefined,
    group,
    item,
    value: group === undefined && item === undefined ? valueOf(schema) : undefined,
  };
}

/** Whether a list is limited in nothing but its length, and no more than all are. */
function isOnlyLimited({ checks = [] }: z.core.$ZodTypeDef): boolean {
  return checks.every((check) => {
    const def = check._zod.def as CheckDef;
    return def.check === "max_length" && def.maximum >= mostItems;
  });
}

function within(path: string | undefined, key: string): string | undefined {
  if (path === undefined) return undefined;
  return path === "" ? key : `${path}.${key}`;
}

function groupOf(
  { shape, checks = [] }: z.core.$ZodObjectDef,
  facts: StatedFact[],
  path: string | undefined,
  label: string,
): GroupLayout {
  const fields: Record<string, FieldLayout> = Object.create(null);
  for (const [key, schema] of Object.entries(shape)) {
    fields[key] = layoutOf(schema, facts, within(path, key), label);
  }
  return {
    fields,
    required: Object.keys(fields).filter((key) => !fields[key]!.isOptional),
    checks,
  };
}

const unclear: ValueLayout = {
  type: "unclear",
  options: undefined,
  pattern: undefined,
  isInteger: false,
  // What is not finite is left to zod.
  least: -Number.MAX_VALUE,
  most: Number.MAX_VALUE,
};

function valueOf({ _zod: { def } }: z.core.$ZodTypes): ValueLayout {
  // A format, such as a date, is a check that the definition itself carries.
  const own = "check" in def ? [def as unknown as CheckDef] : [];
  const checks = (def.checks ?? []).map((check) => check._zod.def as CheckDef);
  return [...own, ...checks].reduce<ValueLayout>(narrow, plainValueOf(def));
}

/** What a value may be, before any check. */
function plainValueOf(def: z.core.$ZodTypes["_zod"]["def"]): ValueLayout {
  switch (def.type) {
    case "boolean":
    case "string":
    case "number":
      return { ...unclear, type: def.type };
    case "enum":
      return { ...unclear, type: "enum", options: new Set(Object.values(def.entries)) };
    default:
      return unclear;
  }
}

/** Applies one of the few checks that profiles use; a value with any other check is left to zod. */
function narrow(value: ValueLayout, check: CheckDef): ValueLayout {
  if (check.check === "string_format" && !value.pattern) {
    const { format, pattern } = check;
    if ((format === "date" || format === "regex") && pattern) return { ...value, pattern };
  }
  if (check.check === "number_format" && check.format === "safeint")
    return { ...value, isInteger: true };
  if (check.check === "greater_than" && check.inclusive && typeof check.value === "number")
    return { ...value, least: Math.max(value.least, check.value) };
  if (check.check === "less_than" && check.inclusive && typeof check.value === "number")
    return { ...value, most: Math.min(value.most, check.value) };
  return unclear;
}
