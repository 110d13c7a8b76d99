import { Engine, type EngineResult } from "json-rules-engine";
import { describe, expect, it } from "vitest";

import { InvalidOptionsError, createEngine, evaluate, rulesInForce } from "../../src/index.ts";
import { knownFacts } from "../../src/facts/facts.ts";
import { tracks } from "../../src/rule/vocabulary.ts";
import { factsOf } from "../bare-engine.ts";
import { goodProfile, newApplicant } from "../profiles.ts";
import { ownFacts } from "../../src/facts/fact-table.ts";

const asOf = "2020-09-02";
const unlawful = { ...goodProfile, authority: { acceptAgreements: true, signAgreements: false } };

describe.each(tracks)("createEngine (%s)", (track) => {
  it.each([goodProfile, newApplicant, unlawful])(
    "raises an event for what is met",
    async (profile) => {
      const { events } = await createEngine({ asOf, track }).run(profile);
      const { findings } = await evaluate(profile, { asOf, track });
      const met = findings.filter(({ status }) => status === "met").map(({ ruleId }) => ruleId);
      expect(events.map(({ type }) => type).toSorted()).toEqual(met.toSorted());
    },
  );

  it("takes facts by id as well", async () => {
    const engine = createEngine({ edition: "2018-08-31", track });
    const rules = rulesInForce({ asOf, track });
    const flat = await engine.run(knownFacts(factsOf(goodProfile, asOf, rules), ownFacts));
    const nested = await createEngine({ asOf, track }).run(goodProfile);
    const types = ({ events }: EngineResult): string[] => events.map(({ type }) => type).toSorted();
    expect(types(flat)).toEqual(types(nested));
  });
});

describe("createEngine", () => {
  it.each([
    ["nothing with a number", "indirectReseller.transactingSince", "lessThan", 5],
    ["true with a number", "support.firstLevel", "lessThan", 5],
    ["a text with a number", "support.plan.type", "greaterThan", "x"],
  ])("compares as json-rules-engine does: not %s", async (_, fact, operator, value) => {
    const engine = createEngine({ asOf });
    engine.addRule({ conditions: { all: [{ fact, operator, value }] }, event: { type: "odd" } });
    const { events } = await engine.run({
      indirectReseller: { transactingSince: null },
      support: { firstLevel: true, plan: { type: "ASfP" } },
    });
    expect(events.map(({ type }) => type)).not.toContain("odd");
  });

  it("is an Engine of json-rules-engine, new each time and open to more", async () => {
    const engine = createEngine({ asOf });
    expect(engine).toBeInstanceOf(Engine);
    expect(createEngine({ asOf })).not.toBe(engine);
    const seen: string[] = [];
    engine.on<{ title: string }>("legal-authority", ({ title }) => {
      seen.push(title);
    });
    engine.addRule({
      conditions: { all: [{ fact: "support.plan.owned", operator: "equal", value: true }] },
      event: { type: "plan-owned" },
    });
    const { events } = await engine.run(goodProfile);
    expect(engine.getFact("asOf")).toBeDefined();
    expect(createEngine({ edition: "2018-08-31" }).getFact("asOf")).toBeUndefined();
    expect(seen).toEqual(["Authority to enter into agreements"]);
    expect(events.map(({ type }) => type)).toContain("plan-owned");
  });

  it("carries what to say and to do with each event", async () => {
    const { failureEvents } = await createEngine({ asOf, track: "remain" }).run(unlawful);
    expect(failureEvents).toEqual([
      {
        type: "legal-authority",
        params: {
          title: "Authority to enter into agreements",
          kind: "requirement",
          actor: "partner",
          messages: expect.objectContaining({ unmet: expect.any(String) }),
          values: {},
          remedy: expect.any(String),
        },
      },
    ]);
  });

  it("runs on what is known, and on nothing", async () => {
    const { events } = await createEngine({ asOf }).run({});
    expect(events).toEqual([]);
  });

  it("takes nothing inherited for a fact", async () => {
    const support = Object.create({ firstLevel: true });
    const { events } = await createEngine({ asOf, track: "remain" }).run({ support });
    expect(events).toEqual([]);
  });

  it("refuses a wrong query", () => {
    expect(() => createEngine({ asOf: "2018-08-30" })).toThrow(InvalidOptionsError);
  });
});
