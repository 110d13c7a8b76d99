import { ruleParts } from "../../src/engine/rule-result.ts";
import type { FactId } from "../../src/facts/fact-id.ts";
import { describeFact } from "../../src/facts/fact-table.ts";
import type { OperatorId } from "../../src/rule/operators.ts";
import { type Condition, type FactCondition, isFactReference } from "../../src/rule/rule.ts";

/** A subject with one change, so small that some case should notice it. */
export interface Mutant<Subject> {
  /** Where the change is: keys and positions in dot notation. */
  readonly path: string;
  /** What became of what, naming the fact: a path alone would fit another leaf once leaves move. */
  readonly change: string;
  readonly mutated: Subject;
}

/** The conditions of a version of a rule, which are what is mutated. */
interface Conditions {
  readonly conditions: Condition;
  readonly dueWhen?: Condition | undefined;
  readonly appliesWhen?: Condition | undefined;
  readonly variants?: readonly { readonly when: Condition }[] | undefined;
}

type Literal = boolean | number | string;

/** Operators that read the same facts and can be mistaken for each other. */
const alternatives: readonly (readonly OperatorId[])[] = [
  ["equal", "notEqual"],
  ["in", "notIn"],
  ["contains", "doesNotContain"],
  ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"],
  ["onOrBefore", "onOrAfter", "later"],
];

/** Facts without a value, ever: whatever a leaf asks of one, its result is unknown. */
const neverKnown: ReadonlySet<string> = new Set(["sources.settled"]);

/** The mutants of a part as mutants of the whole it is in. */
function within<Part, Whole>(
  place: string,
  mutants: readonly Mutant<Part>[],
  put: (part: Part) => Whole,
): Mutant<Whole>[] {
  return mutants.map(({ path, change, mutated }) => ({
    path: path === "" ? place : `${place}.${path}`,
    change,
    mutated: put(mutated),
  }));
}

function dayBeside(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

function isMoney(fact: FactId): boolean {
  return fact.endsWith("Usd") || fact.includes("trailingRevenue");
}

/** The values a literal can be mistaken for: its neighbours, or all others where there are few. */
function valuesBeside(fact: FactId, value: Literal): readonly Literal[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") {
    const steps = isMoney(fact) ? [1, 0.01] : [1];
    return steps.flatMap((step) => [value - step, value + step]);
  }
  const { type, values = [] } = describeFact(fact);
  if (type === "date") return [dayBeside(value, -1), dayBeside(value, 1)];
  return values.filter((other) => other !== value);
}

function valueMutants(leaf: FactCondition): Mutant<Condition>[] {
  const { fact, value } = leaf;
  if (isFactReference(value)) return [];
  if (typeof value === "object") {
    return value.map((item, index) => ({
      path: `value.${index}`,
      change: `${fact}: ${JSON.stringify(item)} dropped`,
      mutated: { ...leaf, value: value.toSpliced(index, 1) },
    }));
  }
  return valuesBeside(fact, value).map((other) => ({
    path: "value",
    change: `${fact}: ${JSON.stringify(value)} → ${JSON.stringify(other)}`,
    mutated: { ...leaf, value: other },
  }));
}

function operatorMutants(leaf: FactCondition): Mutant<Condition>[] {
  const others = alternatives
    .filter((operators) => operators.includes(leaf.operator))
    .flatMap((operators) => operators.filter((operator) => operator !== leaf.operator));
  return others.map((operator) => ({
    path: "operator",
    change: `${leaf.fact}: ${leaf.operator} → ${operator}`,
    mutated: { ...leaf, operator },
  }));
}

type GroupKey = "all" | "any";

function group(key: GroupKey, children: readonly Condition[]): Condition {
  return key === "all" ? { all: children } : { any: children };
}

function nameOf(condition: Condition): string {
  return "fact" in condition ? condition.fact : Object.keys(condition).join();
}

function groupMutants(key: GroupKey, children: readonly Condition[]): Mutant<Condition>[] {
  const inside = children.flatMap((child, index) =>
    within(`${key}.${index}`, mutantsOf(child), (mutated) =>
      group(key, children.with(index, mutated)),
    ),
  );
  // Of a single child, all and any say the same, and nothing would be left without it.
  if (children.length < 2) return inside;
  const other = key === "all" ? "any" : "all";
  const dropped = children.map((child, index) => ({
    path: `${key}.${index}`,
    change: `${nameOf(child)} dropped`,
    mutated: group(key, children.toSpliced(index, 1)),
  }));
  return [
    { path: "", change: `${key} → ${other}`, mutated: group(other, children) },
    ...dropped,
    ...inside,
  ];
}

/** Every mutant of a condition. */
export function mutantsOf(condition: Condition): Mutant<Condition>[] {
  if ("all" in condition) return groupMutants("all", condition.all);
  if ("any" in condition) return groupMutants("any", condition.any);
  if ("not" in condition) {
    const { not } = condition;
    return [
      { path: "", change: "not removed", mutated: { all: [not] } },
      ...within("not", mutantsOf(not), (mutated) => ({ not: mutated })),
    ];
  }
  if (neverKnown.has(condition.fact)) return [];
  return [...operatorMutants(condition), ...valueMutants(condition)];
}

function partMutants<Version extends Conditions>(
  version: Version,
  part: (typeof ruleParts)[number],
): Mutant<Version>[] {
  const condition = version[part];
  if (condition === undefined) return [];
  const inside = within(part, mutantsOf(condition), (mutated) => ({ ...version, [part]: mutated }));
  // A version without conditions is none.
  if (part === "conditions") return inside;
  return [{ path: part, change: "dropped", mutated: { ...version, [part]: undefined } }, ...inside];
}

function variantMutants<Version extends Conditions>(version: Version): Mutant<Version>[] {
  const { variants = [] } = version;
  return variants.flatMap((variant, index) => [
    {
      path: `variants.${index}`,
      change: "dropped",
      mutated: { ...version, variants: variants.toSpliced(index, 1) },
    },
    ...within(`variants.${index}.when`, mutantsOf(variant.when), (when) => ({
      ...version,
      variants: variants.with(index, { ...variant, when }),
    })),
  ]);
}

/** Every mutant of a version of a rule: of what meets it, when it is due, for whom it is, its variants. */
export function mutantsOfVersion<Version extends Conditions>(version: Version): Mutant<Version>[] {
  return [...ruleParts.flatMap((part) => partMutants(version, part)), ...variantMutants(version)];
}
