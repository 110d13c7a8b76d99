import { afterEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";

// zod belongs to the host as well: what we do must not show there, nor what the host does here. No
// static import of ours, so that the first test sees what happens while our schemas are made.

const asOf = "2020-09-02";

/** Wrong values at every path of profile, options and rules. */
const wrong = [5, "x", "", -1, 0.5, true, null, [], {}, [{}], ["x"], Number.NaN, 1e300];

async function malformedCalls(): Promise<(() => unknown)[]> {
  const { evaluateSync, facts, profileFrom, rules } = await import("../../src/index.ts");
  const inProfile = facts
    .filter(({ question }) => question !== undefined)
    .flatMap(({ id }) =>
      wrong.map((value) => () => evaluateSync(profileFrom({ [id]: value }), { asOf })),
    );
  const items = wrong.flatMap((value) => [
    () => evaluateSync({ id: value } as unknown, { asOf }),
    () => evaluateSync({ membership: { locationIds: [value] } } as unknown, { asOf }),
    () => evaluateSync({ membership: { locationIds: [{ id: value }] } } as unknown, { asOf }),
    () =>
      evaluateSync({ membership: { solutionsPartnerDesignations: [value] } } as unknown, { asOf }),
    () => evaluateSync({ support: value } as unknown, { asOf }),
    () => evaluateSync(value as unknown, { asOf }),
  ]);
  const options = ["asOf", "track", "edition", "rules", "hostFacts", "onInvalid", "detail", "x"];
  const inOptions = options.flatMap((name) =>
    wrong.map((value) => () => evaluateSync({}, { asOf, [name]: value } as never)),
  );
  const declaration = { id: "host.x", type: "text", label: "X" };
  const inDeclarations = [
    ...Object.keys(declaration),
    "question",
    "unit",
    "values",
    "nullable",
  ].flatMap((name) =>
    wrong.map(
      (value) => () =>
        evaluateSync({}, { asOf, hostFacts: [{ ...declaration, [name]: value }] } as never),
    ),
  );
  const rule = { ...rules[0]!, id: "mine" };
  const fields = [...Object.keys(rule), "until", "dueWhen", "variants", "notes", "values", "after"];
  const inRules = fields.flatMap((name) =>
    wrong.map(
      (value) => () => evaluateSync({}, { asOf, rules: [{ ...rule, [name]: value }] as never }),
    ),
  );
  const parts = [
    "all",
    "any",
    "not",
    "fact",
    "operator",
    "value",
    "status",
    "when",
    "message",
    "document",
    "url",
  ];
  const inParts = parts.flatMap((name) =>
    wrong.flatMap((value) => {
      const part = { [name]: value };
      const leaf = { fact: "company.country", operator: "equal", value: "SE", ...part };
      return [
        { conditions: part },
        { conditions: { all: [leaf] } },
        { variants: [part] },
        { sources: [part] },
      ].map((change) => () => evaluateSync({}, { asOf, rules: [{ ...rule, ...change }] as never }));
    }),
  );
  return [...inProfile, ...items, ...inOptions, ...inDeclarations, ...inRules, ...inParts];
}

/** The issues of all calls; undefined where a call is valid after all. */
async function allIssues(): Promise<unknown[]> {
  return (await malformedCalls()).map((call) => {
    try {
      call();
      return undefined;
    } catch (error) {
      expect(error).toHaveProperty("issues");
      return (error as { issues: unknown }).issues;
    }
  });
}

/** `Function`, telling when it is called to generate code. */
function watched(tell: () => void): FunctionConstructor {
  return new Proxy(Function, {
    construct: (target, args, newTarget) => {
      tell();
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
}

const before = { ...z.config() };
afterEach(() => {
  vi.unstubAllGlobals();
  const config = z.config() as Record<string, unknown>;
  for (const key of Object.keys(config)) delete config[key];
  z.config(before);
});

describe("a host's zod", () => {
  it("is not asked to generate code, and keeps its configuration", async () => {
    // zod sets its own defaults when it makes a first schema, which is this one of the host.
    z.object({});
    const config = { ...z.config() };
    const tried = vi.fn();
    vi.stubGlobal("Function", watched(tried));
    const { evaluate, evaluateMany, evaluateSync, rules, reportSchema } =
      await import("../../src/index.ts");
    evaluateSync({}, { asOf });
    reportSchema.parse(await evaluate({}, { asOf, rules: [...rules] }));
    expect([...evaluateMany([{ oops: 1 }], { asOf })]).toHaveLength(1);
    await allIssues();
    expect(tried).not.toHaveBeenCalled();
    expect(z.config()).toStrictEqual(config);
    expect(Object.keys(z.config())).toEqual(Object.keys(config));
  });

  it("still generates code for the schemas of the host", async () => {
    await import("../../src/index.ts");
    const tried = vi.fn();
    vi.stubGlobal("Function", watched(tried));
    expect(z.object({ a: z.string() }).parse({ a: "x" })).toEqual({ a: "x" });
    expect(tried).toHaveBeenCalled();
  });

  it("keeps a flag that the host has set", async () => {
    const { evaluateSync } = await import("../../src/index.ts");
    const hostFacts = [{ id: "host.x", type: "number", label: "X" }] as const;
    for (const jitless of [true, false]) {
      z.config({ jitless });
      evaluateSync({ host: { x: 1 } }, { asOf, hostFacts: [...hostFacts] });
      expect(z.config().jitless).toBe(jitless);
    }
  });

  it.each([
    ["in another language", () => z.config(z.locales.sv())],
    ["with its own messages", () => z.config({ customError: () => "LEAK" })],
  ])("%s does not show in our issues", async (_, configure) => {
    const expected = await allIssues();
    const malformed = expected.filter((issues) => issues !== undefined).flat() as {
      message: string;
    }[];
    expect(malformed.length).toBeGreaterThan(1000);
    const texts = [...new Set(malformed.map(({ message }) => message))];
    // What zod says by itself.
    expect(texts.filter((text) => /^(Invalid|Too|Unrecognized)\b/.test(text))).toEqual([]);
    configure();
    expect(await allIssues()).toEqual(expected);
  });
});
