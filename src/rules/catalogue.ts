import businessVerification from "../../rules/business-verification.json" with { type: "json" };
import creditCheck from "../../rules/credit-check.json" with { type: "json" };
import customerBilling from "../../rules/customer-billing.json" with { type: "json" };
import eligibilityQuestionnaire from "../../rules/eligibility-questionnaire.json" with { type: "json" };
import eligibilityVerification from "../../rules/eligibility-verification.json" with { type: "json" };
import enrollmentApplication from "../../rules/enrollment-application.json" with { type: "json" };
import firstLevelSupport from "../../rules/first-level-support.json" with { type: "json" };
import legalAuthority from "../../rules/legal-authority.json" with { type: "json" };
import managedService from "../../rules/managed-service.json" with { type: "json" };
import partnerId from "../../rules/partner-id.json" with { type: "json" };
import supportPlanSequence from "../../rules/support-plan-sequence.json" with { type: "json" };
import supportPlan from "../../rules/support-plan.json" with { type: "json" };
import type { Rule, RuleVersion } from "../schema/rule.ts";
import { type RuleId, ruleIds } from "../schema/vocabulary.ts";
import { deepFreeze } from "./deep-freeze.ts";

const files: Record<RuleId, { title: string; versions: unknown }> = {
  "partner-id": partnerId,
  "legal-authority": legalAuthority,
  "first-level-support": firstLevelSupport,
  "managed-service": managedService,
  "customer-billing": customerBilling,
  "eligibility-questionnaire": eligibilityQuestionnaire,
  "enrollment-application": enrollmentApplication,
  "eligibility-verification": eligibilityVerification,
  "business-verification": businessVerification,
  "credit-check": creditCheck,
  "support-plan": supportPlan,
  "support-plan-sequence": supportPlanSequence,
};

/**
 * Every rule of every edition, in report order, deeply frozen. A rule with a history stands once for
 * each of its versions. The same data, a file a rule, is in `csp-direct-bill-rules/rules/*.json`.
 *
 * @example
 * ```ts
 * rules[0].id; //=> "partner-id"
 * rules.filter(({ id }) => id === "support-plan").map(({ kind }) => kind); //=> ["step", "requirement"]
 * ```
 *
 * @category Rules
 */
export const rules: readonly Rule[] = deepFreeze(
  ruleIds.flatMap((id) => {
    const { title, versions } = files[id];
    // The tests hold every file against ruleFileSchema; TypeScript reads JSON with widened types.
    return (versions as RuleVersion[]).map((version): Rule => ({ id, title, ...version }));
  }),
);
