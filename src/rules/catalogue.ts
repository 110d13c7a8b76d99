import assessmentSubmission from "../../rules/assessment-submission.json" with { type: "json" };
import businessVerification from "../../rules/business-verification.json" with { type: "json" };
import businessVetting from "../../rules/business-vetting.json" with { type: "json" };
import capabilitiesAssessment from "../../rules/capabilities-assessment.json" with { type: "json" };
import creditCheck from "../../rules/credit-check.json" with { type: "json" };
import customerAgreements from "../../rules/customer-agreements.json" with { type: "json" };
import customerBilling from "../../rules/customer-billing.json" with { type: "json" };
import customerConsent from "../../rules/customer-consent.json" with { type: "json" };
import customerRelationships from "../../rules/customer-relationships.json" with { type: "json" };
import eligibilityQuestionnaire from "../../rules/eligibility-questionnaire.json" with { type: "json" };
import eligibilityVerification from "../../rules/eligibility-verification.json" with { type: "json" };
import enrollmentApplication from "../../rules/enrollment-application.json" with { type: "json" };
import firstLevelSupport from "../../rules/first-level-support.json" with { type: "json" };
import indirectResellerTenure from "../../rules/indirect-reseller-tenure.json" with { type: "json" };
import legalAuthority from "../../rules/legal-authority.json" with { type: "json" };
import managedService from "../../rules/managed-service.json" with { type: "json" };
import partnerAgreement from "../../rules/partner-agreement.json" with { type: "json" };
import partnerId from "../../rules/partner-id.json" with { type: "json" };
import programAgreement from "../../rules/program-agreement.json" with { type: "json" };
import providerPartnership from "../../rules/provider-partnership.json" with { type: "json" };
import resellerAgreement from "../../rules/reseller-agreement.json" with { type: "json" };
import resellerApproval from "../../rules/reseller-approval.json" with { type: "json" };
import resellerEnrollment from "../../rules/reseller-enrollment.json" with { type: "json" };
import securityAlertResponse from "../../rules/security-alert-response.json" with { type: "json" };
import securityContact from "../../rules/security-contact.json" with { type: "json" };
import securityMfa from "../../rules/security-mfa.json" with { type: "json" };
import solutionsPartnerDesignation from "../../rules/solutions-partner-designation.json" with { type: "json" };
import subscriptionRepurchase from "../../rules/subscription-repurchase.json" with { type: "json" };
import subscriptionTransfer from "../../rules/subscription-transfer.json" with { type: "json" };
import supportPlan from "../../rules/support-plan.json" with { type: "json" };
import supportPlanSequence from "../../rules/support-plan-sequence.json" with { type: "json" };
import tenantStatus from "../../rules/tenant-status.json" with { type: "json" };
import transitionNoWayBack from "../../rules/transition-no-way-back.json" with { type: "json" };
import transitionProfile from "../../rules/transition-profile.json" with { type: "json" };
import transitionTenant from "../../rules/transition-tenant.json" with { type: "json" };
import ttmRevenue from "../../rules/ttm-revenue.json" with { type: "json" };
import vettingSubmission from "../../rules/vetting-submission.json" with { type: "json" };
import type { Rule, RuleVersion } from "../schema/rule.ts";
import { type RuleId, ruleIds } from "../schema/vocabulary.ts";
import { deepFreeze } from "./deep-freeze.ts";

const files: Record<RuleId, { title: string; after?: string[]; versions: unknown }> = {
  "partner-id": partnerId,
  "program-agreement": programAgreement,
  "legal-authority": legalAuthority,
  "first-level-support": firstLevelSupport,
  "managed-service": managedService,
  "customer-billing": customerBilling,
  "ttm-revenue": ttmRevenue,
  "indirect-reseller-tenure": indirectResellerTenure,
  "solutions-partner-designation": solutionsPartnerDesignation,
  "security-mfa": securityMfa,
  "security-contact": securityContact,
  "security-alert-response": securityAlertResponse,
  "eligibility-questionnaire": eligibilityQuestionnaire,
  "enrollment-application": enrollmentApplication,
  "assessment-submission": assessmentSubmission,
  "eligibility-verification": eligibilityVerification,
  "capabilities-assessment": capabilitiesAssessment,
  "business-verification": businessVerification,
  "vetting-submission": vettingSubmission,
  "business-vetting": businessVetting,
  "credit-check": creditCheck,
  "support-plan": supportPlan,
  "support-plan-sequence": supportPlanSequence,
  "partner-agreement": partnerAgreement,
  "tenant-status": tenantStatus,
  "transition-profile": transitionProfile,
  "transition-no-way-back": transitionNoWayBack,
  "transition-tenant": transitionTenant,
  "reseller-enrollment": resellerEnrollment,
  "reseller-approval": resellerApproval,
  "reseller-agreement": resellerAgreement,
  "provider-partnership": providerPartnership,
  "customer-consent": customerConsent,
  "customer-relationships": customerRelationships,
  "customer-agreements": customerAgreements,
  "subscription-transfer": subscriptionTransfer,
  "subscription-repurchase": subscriptionRepurchase,
};

/**
 * Every rule of every edition, in report order, deeply frozen. A rule with a history stands once for
 * each of its versions. The same data, a file a rule, is in `csp-direct-bill-rules/rules/*.json`.
 *
 * @example
 * ```ts
 * rules[0].id; //=> "partner-id"
 * rules.filter(({ id }) => id === "ttm-revenue").map(({ from, tracks }) => [from, tracks[0]]);
 * //=> [["2020-10-27", "enroll"], ["2020-10-27", "remain"], ["2025-10-01", "enroll"], ["2025-10-01", "remain"]]
 * ```
 *
 * @category Rules
 */
export const rules: readonly Rule[] = deepFreeze(
  ruleIds.flatMap((id) => {
    const { title, after, versions } = files[id];
    // The tests hold every file against ruleFileSchema; TypeScript reads JSON with widened types.
    return (versions as RuleVersion[]).map((version): Rule => ({
      id,
      title,
      ...(after && { after }),
      ...version,
    }));
  }),
);
