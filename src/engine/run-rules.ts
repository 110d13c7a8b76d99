import { Engine, type RuleResult as EngineResult, type TopLevelCondition } from "json-rules-engine";

import { type Facts, knownFacts } from "../facts/facts.ts";
import { memoize } from "../memoize.ts";
import type { RuleSet } from "../rules/rules-in-force.ts";
import { addOperators } from "./add-operators.ts";
import { type RuleResult, ruleParts } from "./rule-result.ts";
import { type HoldsOf, readyRule, weighRule } from "./weigh.ts";

function engineFor({ rules }: RuleSet): Engine {
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

/** The most idle engines that are kept: the others of a burst of parallel runs are discarded. */
const mostIdle = 4;

/**
 * Idle engines, by the rules in them. Two parallel runs never share an engine: json-rules-engine 7
 * keeps its status on the engine, and a run that ends makes one that has just begun skip its rules.
 */
const idleEngines = memoize<RuleSet, Engine[]>(() => []);

async function runEngine(set: RuleSet, facts: Facts): Promise<EngineResult[]> {
  const idle = idleEngines(set);
  const engine = idle.pop() ?? engineFor(set);
  const { results, failureResults } = await engine.run(knownFacts(facts, set.table));
  if (idle.length < mostIdle) idle.push(engine);
  return [...results, ...failureResults];
}

/** A node of the engine's result, which mirrors the condition node it comes from. */
interface EngineNode {
  readonly all?: EngineNode[];
  readonly any?: EngineNode[];
  readonly not?: EngineNode;
  readonly result?: boolean;
}

function leavesOf(node: EngineNode): EngineNode[] {
  const children = node.all ?? node.any ?? (node.not && [node.not]);
  return children === undefined ? [node] : children.flatMap(leavesOf);
}

/** Decides each leaf as the engine did. */
function engineHolds(root: EngineNode): HoldsOf {
  const leaves = leavesOf(root).values();
  return () => {
    const holds = leaves.next().value!.result === true;
    return () => holds;
  };
}

/**
 * Runs rules on json-rules-engine. Uses only its results for the leaves and folds them into true, false
 * or unknown: the engine's own boolean is true if `not` meets missing data.
 *
 * @returns One result per rule, in the order of the rules; the engine's own is the order of completion.
 */
export async function runRules(set: RuleSet, facts: Facts): Promise<RuleResult[]> {
  const ran = new Map((await runEngine(set, facts)).map((result) => [result.name, result]));
  return set.rules.map((rule) => {
    const holdsOf = (part: string): HoldsOf =>
      engineHolds(ran.get(`${rule.id} ${part}`)!.conditions as EngineNode);
    return weighRule(readyRule(rule, set.table, holdsOf), facts);
  });
}
