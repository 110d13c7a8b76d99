import { describe, expect, it } from "vitest";
import * as z from "zod";

import { countrySchema } from "../../src/profile/country-schema.ts";
import { type FieldLayout, type StatedFact, layoutOf } from "../../src/profile/field-layout.ts";

const words = (title: string): { title: string; description: string } => ({
  title,
  description: `${title}, in a sentence.`,
});
const asked = (title: string): { title: string; description: string; question: string } => ({
  ...words(title),
  question: `${title}?`,
});

const schema = z.strictObject({
  id: z.string().optional().meta(words("Id")),
  shop: z
    .strictObject({
      open: z.boolean().optional().meta(asked("Open")),
      staff: z.int().min(1).optional().meta(asked("Staff")),
      sales: z
        .number()
        .max(9)
        .optional()
        .meta({ ...asked("Sales"), unit: "USD" }),
      since: z.iso
        .date()
        .nullable()
        .optional()
        .meta({ ...asked("Since"), nullMeans: "Never." }),
      country: countrySchema.optional().meta(asked("Country")),
      kind: z
        .enum(["small", "large"])
        .optional()
        .meta({ ...asked("Kind"), labels: { small: "Small" }, absentMeans: "small" }),
      code: z
        .string()
        .regex(/^[a-z]$/)
        .optional()
        .meta({ ...asked("Code"), whenAbsent: "No code." }),
      tags: z.array(z.string()).optional().meta(asked("Tags")),
      mail: z.email().optional().meta(asked("Mail")),
    })
    .optional()
    .meta({ title: "Shop" }),
  plan: z
    .strictObject({
      days: z
        .array(
          z.strictObject({
            on: z.iso.date().meta(words("On")),
            count: z.int().optional().meta(words("Count")),
            place: countrySchema.meta(words("Place")),
          }),
        )
        .max(10_000)
        .optional()
        .meta(asked("Days")),
      terms: z
        .strictObject({ paid: z.boolean().optional().meta(asked("Paid")) })
        .optional()
        .meta(words("Terms")),
    })
    .nullable()
    .optional()
    .meta({ ...asked("Plan"), nullMeans: "No plan." }),
});

const fact = (id: string, title: string, group: string, more: Partial<StatedFact>): StatedFact => ({
  id,
  type: "text",
  label: title,
  help: `${title}, in a sentence.`,
  question: `${title}?`,
  group,
  ...more,
});

function laidOut(): { facts: StatedFact[]; layout: FieldLayout } {
  const facts: StatedFact[] = [];
  return { layout: layoutOf(schema, facts, ""), facts };
}

describe("the facts that a schema states", () => {
  it("have what it says of them, in its order, but for the id of the profile", () => {
    expect(laidOut().facts).toEqual([
      fact("shop.open", "Open", "Shop", { type: "boolean" }),
      fact("shop.staff", "Staff", "Shop", { type: "number", isInteger: true }),
      fact("shop.sales", "Sales", "Shop", { type: "number", unit: "USD" }),
      fact("shop.since", "Since", "Shop", { type: "date", nullMeans: "Never." }),
      fact("shop.country", "Country", "Shop", { format: "country" }),
      fact("shop.kind", "Kind", "Shop", {
        values: ["small", "large"],
        labels: { small: "Small" },
        absentMeans: "small",
      }),
      fact("shop.code", "Code", "Shop", { whenAbsent: "No code." }),
      fact("shop.tags", "Tags", "Shop", { type: "text list" }),
      fact("shop.mail", "Mail", "Shop", {}),
      fact("plan", "Plan", "Plan", { type: "record", nullMeans: "No plan." }),
      fact("plan.days", "Days", "Plan", {
        type: "record list",
        fields: [
          { name: "on", type: "date", label: "On", help: "On, in a sentence." },
          {
            name: "count",
            type: "number",
            isInteger: true,
            label: "Count",
            help: "Count, in a sentence.",
          },
          {
            name: "place",
            type: "text",
            format: "country",
            label: "Place",
            help: "Place, in a sentence.",
          },
        ],
      }),
      fact("plan.terms.paid", "Paid", "Terms", { type: "boolean" }),
    ]);
  });
});

it("a fact that is in no group has none", () => {
  const facts: StatedFact[] = [];
  layoutOf(z.strictObject({ open: z.boolean().optional().meta(asked("Open")) }), facts, "");
  expect(facts).toEqual([fact("open", "Open", "", { type: "boolean" })]);
});

describe("the layout of a schema", () => {
  const fieldsOf = ({ group }: FieldLayout): Readonly<Record<string, FieldLayout>> => group!.fields;

  it("has the position of each fact, and of those that null makes known", () => {
    const { shop, plan, id } = fieldsOf(laidOut().layout);
    const { since, open } = fieldsOf(shop!);
    const { days, terms } = fieldsOf(plan!);
    const positions = [id, shop, open, since, plan, days, terms, fieldsOf(terms!)["paid"]].map(
      (field) => [field!.position, field!.knownNone],
    );
    expect(positions).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [0, undefined],
      [3, [3]],
      [9, [9, 10, 11]],
      [10, undefined],
      [undefined, undefined],
      [11, undefined],
    ]);
  });

  it("says what each value may be", () => {
    const { open, staff, sales, since, kind, code } = fieldsOf(fieldsOf(laidOut().layout)["shop"]!);
    const { MAX_VALUE } = Number;
    const any = { isInteger: false, least: -MAX_VALUE, most: MAX_VALUE };
    expect([open, staff, sales, since, kind, code].map((field) => field!.value)).toEqual([
      { ...any, type: "boolean" },
      {
        type: "number",
        isInteger: true,
        least: 1,
        most: MAX_VALUE,
      },
      { ...any, type: "number", most: 9 },
      { ...any, type: "string", pattern: expect.any(RegExp) },
      { ...any, type: "enum", options: new Set(["small", "large"]) },
      { ...any, type: "string", pattern: /^[a-z]$/ },
    ]);
    expect(since!.value!.pattern!.test("2020-02-30")).toBe(false);
  });

  it("says which fields a group must have, and what else holds for it", () => {
    const { plan } = fieldsOf(laidOut().layout);
    const { item } = fieldsOf(plan!)["days"]!;
    expect(item!.group!.required).toEqual(["on", "place"]);
    expect([plan!.group!.required, plan!.group!.checks, plan!.isOptional]).toEqual([[], [], true]);
    const days = fieldsOf(plan!)["days"]!;
    expect([plan!.value, plan!.item, days.value, item!.value]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });
});
