import fc from "fast-check";

import { type Report, evaluate, evaluateSync } from "../../src/index.ts";
import { anyDay, completeProfile, partialProfile } from "../generate/profiles.ts";
import { anyRules } from "../generate/rules.ts";

/** A company and generated rules, on a day: what both engines are asked. */
export const askedOfBoth = fc.tuple(fc.oneof(partialProfile, completeProfile), anyRules, anyDay);

type Asked = typeof askedOfBoth extends fc.Arbitrary<infer Value> ? Value : never;

/** The report of our own engine, and that of json-rules-engine. */
export async function bothReports([profile, rules, asOf]: Asked): Promise<
  [own: Report<string>, other: Report<string>]
> {
  const options = { asOf, rules };
  return [evaluateSync(profile, options), await evaluate(profile, options)];
}
