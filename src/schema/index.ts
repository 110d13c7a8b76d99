// The subpath ./schema: the zod schemas and their types, without the rules and without the engine.
export type { IsoDate } from "./dates.ts";
export type { DerivedFactId, FactId, StatedFactId } from "./facts.ts";
export type { OperatorId } from "./operators.ts";
export type { LocationId, PartnerProfile, Revenue, SupportPlan, Transition } from "./profile.ts";
export { partnerProfileSchema } from "./profile-schema.ts";
export type {
  Condition,
  ConditionValue,
  FactCondition,
  Rule,
  RuleFile,
  RuleMessages,
  RuleSource,
  RuleVariant,
  RuleVersion,
  WordedStatus,
} from "./rule.ts";
export { ruleFileSchema, ruleSchema } from "./rule-schema.ts";
export type { Actor, EditionId, Kind, RuleId, Track } from "./vocabulary.ts";
