import * as z from "zod";

import { isoDateSchema } from "../input/date-schema.ts";
import { looseObject } from "../input/interpreted.ts";
import type { AnyReport } from "./lean-report.ts";

// Later versions add fields, so objects may have more than is named here, and what was added since
// 0.1.0 may be absent. Ids are texts: a host's rules have their own, and a stored report may name a
// rule or a fact that no longer exists.

const text = z.string();
const texts = z.array(text);
const count = z.int().min(0);
const status = z.enum(["met", "unmet", "unknown", "not-due", "not-applicable"]);
const actor = z.enum(["partner", "microsoft"]);
const truth = z.union([z.boolean(), z.literal("unknown")]);
const values = z.record(text, z.json());
const period = { from: isoDateSchema, until: isoDateSchema.optional() };

const results = z.lazy(() => z.array(evidence));
const evidence: z.ZodType = z.union([
  looseObject({ all: results, result: truth }),
  looseObject({ any: results, result: truth }),
  looseObject({ not: z.lazy(() => evidence), result: truth }),
  looseObject({
    fact: text,
    operator: text,
    expected: z.unknown(),
    actual: z.unknown().optional(),
    result: truth,
  }),
]);

const source = looseObject({
  title: text,
  url: text,
  segments: texts.optional(),
  revision: isoDateSchema,
  confidence: z.enum(["primary", "secondary"]).optional(),
});

const leanFinding = looseObject({
  ruleId: text,
  title: text,
  kind: z.enum(["requirement", "recommendation", "step"]),
  origin: z.enum(["package", "host"]).optional(),
  track: z.enum(["enroll", "remain", "transition"]).optional(),
  actor,
  status,
  message: text,
  text: looseObject({ id: text, values }).optional(),
  remedy: text.optional(),
  missing: z.array(text),
  inForce: looseObject(period),
});
const finding = leanFinding.extend({
  evidence,
  due: evidence.optional(),
  applies: evidence.optional(),
  notes: texts.optional(),
  sources: z.array(source),
});

const capability = looseObject({
  id: text,
  title: text,
  whenRestricted: z.enum(["lost", "kept"]),
  notes: texts.optional(),
  sources: z.array(source),
});
const stage = looseObject({
  status: z.enum(["suspended", "revoked"]),
  afterDays: count,
  text,
  notes: texts,
  sources: z.array(source),
});
const leanConsequences = looseObject({
  status: z.enum(["restricted", "suspended", "revoked"]),
  text: text.optional(),
  wayOut: looseObject({ track: z.literal("transition"), text }),
});
const consequences = leanConsequences.extend({
  lost: z.array(capability),
  kept: z.array(capability),
  howToCheck: text,
  stages: z.array(stage).optional(),
  sources: z.array(source).optional(),
});

const issue = looseObject({
  path: text,
  message: text,
  code: text,
  values: z.record(text, z.union([text, z.number(), texts])),
  ruleId: text.optional(),
});
const edition = looseObject({ id: text, ...period });

const common = {
  schemaVersion: z.literal(1),
  package: text.optional(),
  rulesVersion: text.optional(),
  profileId: text.optional(),
  track: z.enum(["enroll", "remain", "transition"]),
  asOf: isoDateSchema,
  outcome: z.enum(["eligible", "on-track", "undetermined", "ineligible"]),
  counts: looseObject({
    met: count,
    unmet: count,
    unknown: count,
    "not-due": count,
    "not-applicable": count,
  }),
  missingFacts: z.array(looseObject({ fact: text, neededBy: texts })),
  ignored: z.array(issue).optional(),
  factErrors: z.array(looseObject({ fact: text, message: text })).optional(),
  nextChange: looseObject({
    from: isoDateSchema,
    edition: text,
    outcome: z.enum(["eligible", "on-track", "undetermined", "ineligible"]),
    statuses: z.record(text, status),
    changes: z.array(
      looseObject({
        ruleId: text,
        before: status.optional(),
        after: status.optional(),
        because: texts,
      }),
    ),
  }).optional(),
  nextSteps: z.array(looseObject({ ruleId: text, actor, text })),
};

const fullReport = looseObject({
  ...common,
  // Never written so far; without it, an error could not say which of the two reports was meant.
  detail: z.literal("full").optional(),
  edition: edition.extend({ notes: texts.optional() }),
  findings: z.array(finding),
  consequences: consequences.optional(),
});
const leanReport = looseObject({
  ...common,
  detail: z.literal("lean"),
  edition,
  findings: z.array(leanFinding),
  consequences: leanConsequences.optional(),
});

/**
 * The zod schema of a {@link Report} or {@link LeanReport}, for reports that come from a store or a
 * service. Fields that it does not know are kept; those that were added since 0.1.0 may be absent in
 * older reports. Its JSON Schema is `csp-direct-bill-rules/schemas/report.json`.
 *
 * @example
 * ```ts
 * const stored = JSON.stringify(evaluateSync({}, { asOf: "2020-09-02" }));
 * reportSchema.parse(JSON.parse(stored)).outcome; //=> "undetermined"
 * reportSchema.safeParse({ outcome: "eligible" }).success; //=> false
 * ```
 *
 * @category Schemas
 */
export const reportSchema = z.discriminatedUnion("detail", [
  leanReport,
  fullReport,
]) as unknown as z.ZodType<AnyReport<string>>;
