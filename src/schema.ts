// The subpath ./schema: the zod schemas and their types, without the rules or the engine.
export type { IsoDate } from "./input/dates.ts";
export type { DerivedFactId, FactId } from "./facts/fact-id.ts";
export type {
  StatedFactId,
  LocationId,
  PartnerProfile,
  Revenue,
  SupportPlan,
  Transition,
} from "./profile/profile.ts";
export type { HostFact, HostFactId, HostFactType, HostValues } from "./profile/host-facts.ts";
export type { OperatorId } from "./rule/operators.ts";
export { partnerProfileSchema } from "./profile/profile-schema.ts";
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
} from "./rule/rule.ts";
export { ruleFileSchema, ruleSchema } from "./rule/rule-schema.ts";
export { reportSchema } from "./report/report-schema.ts";
export type { Actor, Kind, Track } from "./rule/vocabulary.ts";
export type { EditionId, RuleId } from "./rule/ids.ts";
