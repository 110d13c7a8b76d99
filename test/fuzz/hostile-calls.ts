import fc from "fast-check";

import {
  type HostFact,
  type Rule,
  bounds,
  compareEditions,
  compareReports,
  createEngine,
  decide,
  evaluate,
  evaluateMany,
  evaluateSync,
  factsFor,
  helpUrl,
  mergeSummaries,
  plan,
  profileFrom,
  questions,
  rules,
  rulesInForce,
  summarize,
  timeline,
} from "../../src/index.ts";
import { toCsv, toJUnit, toMarkdown, toText } from "../../src/format.ts";
import { houseRule } from "../house-rule.ts";
import { anyHostile } from "./hostile-values.ts";
import { spoilAt, waysToSpoil } from "./spoil.ts";

const hostFacts: HostFact[] = [
  { id: "host.vip", type: "boolean", label: "Important customer" },
  { id: "host.tier", type: "text", label: "Tier", values: ["gold", "silver"], nullable: true },
];

const isVip = {
  all: [
    { fact: "host.vip", operator: "equal", value: true },
    { any: [{ not: { fact: "host.tier", operator: "in", value: ["gold"] } }] },
  ],
} as const satisfies Rule["conditions"];

const ownRule = (): Rule<string> => structuredClone(houseRule(isVip, {})) as Rule<string>;

const day = { asOf: "2025-11-20", track: "remain", edition: "2025-10-01", onInvalid: "unknown" };
const own = () => ({ rules: [rules[0]!, ownRule()], hostFacts: structuredClone(hostFacts) });
const report = () => structuredClone(evaluateSync({ id: "acme" }, { asOf: "2020-09-02" }));

/** What is called with something hostile: right arguments, and what is done with them. */
export interface Call {
  name: string;
  args: () => unknown[];
  call: (...args: never[]) => unknown;
  /** Whether it runs an iterable or a signal of the host, and passes on what that throws. */
  passesOn?: true;
  /** Whether its answer has nothing but what JSON has. */
  answers?: "data";
}

const company = () => ({ id: "acme", host: { vip: true }, support: { plan: null } });
const asked = () => ({ ...day, ...own() });
const lookups = () => ({ "support.firstLevel": async () => true, "company.country": () => "NO" });
const query = () => ({ asOf: "2025-11-20", track: "remain" });

export const calls: readonly Call[] = [
  {
    name: "evaluateSync",
    args: () => [company(), { ...asked(), nextChange: true, detail: "lean" }],
    call: evaluateSync,
    answers: "data",
  },
  {
    name: "evaluate",
    args: () => [company(), { ...asked(), facts: lookups(), signal: new AbortController().signal }],
    call: evaluate,
    passesOn: true,
    answers: "data",
  },
  { name: "decide", args: () => [company(), asked()], call: decide, answers: "data" },
  {
    name: "timeline",
    args: () => [company(), { from: "2020-01-01", until: "2026-01-01", track: "remain", ...own() }],
    call: timeline,
    answers: "data",
  },
  {
    name: "questions",
    args: () => [company(), { ...asked(), skip: ["support.firstLevel"] }],
    call: questions,
    answers: "data",
  },
  {
    name: "bounds",
    args: () => [company(), { ...asked(), skip: ["support.firstLevel"] }],
    call: bounds,
    answers: "data",
  },
  { name: "plan", args: () => [company(), asked()], call: plan, answers: "data" },
  {
    name: "evaluateMany",
    args: () => [[company(), "{", null], asked()],
    call: (profiles: never, options: never) => [...evaluateMany(profiles, options)],
    passesOn: true,
  },
  {
    name: "evaluateMany with look-ups",
    args: () => [[company(), null], { ...asked(), facts: lookups() }],
    call: async (profiles: never, options: never) => {
      for await (const result of evaluateMany(profiles, options)) void result;
    },
    passesOn: true,
  },
  { name: "createEngine", args: () => [query()], call: (one: never) => void createEngine(one) },
  { name: "rulesInForce", args: () => [query()], call: rulesInForce },
  { name: "factsFor", args: () => [query()], call: factsFor },
  {
    name: "compareEditions",
    args: () => ["2018-08-31", "2025-10-01", { track: "remain" }],
    call: compareEditions,
  },
  {
    name: "profileFrom",
    args: () => [{ "support.plan.type": "ASfP", "host.vip": true, id: "acme" }],
    call: profileFrom,
  },
  { name: "compareReports", args: () => [report(), report()], call: compareReports },
  {
    name: "summarize",
    args: () => [[{ ok: true, report: report() }]],
    call: summarize,
    passesOn: true,
  },
  {
    name: "mergeSummaries",
    args: () => [summarize([{ ok: true, report: report() }]), summarize([])],
    call: mergeSummaries,
  },
  { name: "toText", args: () => [report()], call: toText },
  { name: "toMarkdown", args: () => [report()], call: toMarkdown },
  { name: "toJUnit", args: () => [report()], call: toJUnit },
  {
    name: "toCsv",
    args: () => [[{ index: 0, ok: true, profileId: "acme", report: report() }], { header: true }],
    call: toCsv,
    passesOn: true,
  },
  { name: "helpUrl", args: () => [report().findings[0], "https://example.org"], call: helpUrl },
];

/** Every path in a value of plain data. */
function pathsIn(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) => pathsIn(item, `${path}.${key}`));
  return [path, ...inner, `${path}.unknown`];
}

/** Arguments of a call of which some parts are what no host should pass. */
export function hostileArgsOf({ args }: Call): fc.Arbitrary<{ make: () => unknown[] }> {
  const places = args().flatMap((value, index) => pathsIn(value, `${index}`));
  // A report has a thousand places, an argument is one of two: each depth is as likely as any other.
  const depthOf = (path: string): number => path.split(".").length;
  const depths = [...new Set(places.map(depthOf))];
  const place = fc.oneof(
    ...depths.map((depth) => fc.constantFrom(...places.filter((path) => depthOf(path) === depth))),
  );
  return fc
    .array(fc.record({ place, hostile: anyHostile, how: waysToSpoil }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((spoils) => ({
      make: () => spoils.reduce<unknown>(spoilAt, args()) as unknown[],
    }));
}
