import { Engine, type RuleResult as EngineResult, type TopLevelCondition } from "json-rules-engine";

import { type Facts, knownFacts } from "../facts/facts.ts";
import { remember } from "../remember.ts";
import type { Condition, Rule } from "../schema/rule.ts";
import { type ConditionResult, allOf, anyOf, leafReader, notOf } from "./condition-result.ts";
import { addOperators } from "./operators.ts";
import { type RuleResult, ruleParts } from "./rule-result.ts";

function engineFor(rules: readonly Rule<string>[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  addOperators(engine);
  for (const rule of rules) {
    for (const part of ruleParts) {
      const conditions = rule[part] as TopLevelCondition | undefined;
      if (conditions === undefined) continue;
      engine.addRule({ name: `${rule.id} ${part}`, conditions, event: { type: rule.id } });
    }
  }
  return engine;
}

/**
 * Engines that are not running, by the rules in them. An engine is never shared by two runs at once:
 * json-rules-engine 7 keeps its status on the engine, and a run that ends makes another one that has
 * just begun skip its rules.
 */
const idleEngines = remember<readonly Rule<string>[], Engine[]>(() => []);

async function runEngine(rules: readonly Rule<string>[], facts: Facts): Promise<EngineResult[]> {
  const idle = idleEngines(rules);
  const engine = idle.pop() ?? engineFor(rules);
  const { results, failureResults } = await engine.run(knownFacts(facts));
  idle.push(engine);
  return [...results, ...failureResults];
}

/** A node of the engine's result, which mirrors the node of the condition it was made from. */
interface Ran {
  readonly all?: Ran[];
  readonly any?: Ran[];
  readonly not?: Ran;
  readonly result?: boolean;
}

function read(condition: Condition, ran: Ran, facts: Facts): ConditionResult {
  if ("all" in condition) {
    return allOf(condition.all.map((child, index) => read(child, ran.all![index]!, facts)));
  }
  if ("any" in condition) {
    return anyOf(condition.any.map((child, index) => read(child, ran.any![index]!, facts)));
  }
  if ("not" in condition) return notOf(read(condition.not, ran.not!, facts));
  return leafReader(condition, () => ran.result === true)(facts);
}

/**
 * Runs rules on json-rules-engine. Takes only the results of the leaves from it, and folds them into
 * true, false or unknown: the engine's own boolean says yes where `not` meets missing data.
 *
 * @returns One result a rule, in the order of the rules; the engine's own order is that of completion.
 */
export async function runRules(
  rules: readonly Rule<string>[],
  facts: Facts,
): Promise<RuleResult[]> {
  const ran = new Map((await runEngine(rules, facts)).map((result) => [result.name, result]));
  const resultOf = (rule: Rule<string>, part: keyof RuleResult): ConditionResult =>
    read(rule[part]!, ran.get(`${rule.id} ${part}`)!.conditions as Ran, facts);
  return rules.map((rule) => ({
    conditions: resultOf(rule, "conditions"),
    ...(rule.dueWhen && { dueWhen: resultOf(rule, "dueWhen") }),
    ...(rule.appliesWhen && { appliesWhen: resultOf(rule, "appliesWhen") }),
  }));
}
