import type { PartnerProfile } from "../src/index.ts";

type Group = Record<string, unknown>;

/** The same day a year later, or a day that never comes where there is none. */
function aYearAfter(date: unknown): string {
  return typeof date === "string" ? `${Number(date.slice(0, 4)) + 1}${date.slice(4)}` : "9999";
}

/**
 * A profile with every event after a day taken out by hand, one by one: what somebody would have
 * written down on that day. Written without the code that it checks.
 */
export function asItStood(profile: PartnerProfile, day: string): PartnerProfile {
  const before = structuredClone(profile) as Record<string, Group>;
  const liesAhead = (date: unknown): boolean => typeof date === "string" && date > day;
  const { support, creditCheck, enrollment, indirectReseller } = before;
  const { trailingRevenue, capabilitiesAssessment, partnerAgreement } = before;

  const plan = support?.["plan"] as Group | null | undefined;
  if (liesAhead(plan?.["purchasedOn"])) {
    // A partner that buys a plan has had one before, of which nothing is known.
    const onboardedOn = enrollment?.["onboardedOn"];
    const isPartner = typeof onboardedOn === "string" && onboardedOn <= day;
    if (isPartner || plan!["renewedOn"] === plan!["purchasedOn"]) delete support!["plan"];
    else support!["plan"] = null;
  }
  if (liesAhead(plan?.["renewedOn"])) {
    // The record is that of the term which the renewal began.
    delete plan!["renewedOn"];
    delete plan!["endsOn"];
    if (liesAhead(plan!["renewsOn"])) delete plan!["renewsOn"];
  }

  if (liesAhead(creditCheck?.["notifiedOn"])) {
    delete creditCheck!["notifiedOn"];
    delete creditCheck!["status"];
  }
  if (liesAhead(enrollment?.["appliedOn"])) {
    delete enrollment!["appliedOn"];
    enrollment!["application"] = "not-started";
    // Microsoft decides on an application, and checks credit for it, unless a notice says that it did.
    delete enrollment!["eligibility"];
    delete enrollment!["businessInformation"];
    if (creditCheck?.["notifiedOn"] === undefined) delete creditCheck?.["status"];
  }
  if (liesAhead(enrollment?.["onboardedOn"])) delete enrollment!["onboardedOn"];
  if (liesAhead(indirectReseller?.["transactingSince"]))
    indirectReseller!["transactingSince"] = null;
  // Twelve months that lie ahead in part, or a year and more back, say nothing about the day.
  const end = trailingRevenue?.["endsOn"];
  if (liesAhead(end) || !(aYearAfter(end) > day)) delete before["trailingRevenue"];
  if (liesAhead(capabilitiesAssessment?.["on"])) {
    // A partner is assessed every year, and was before, with a result of which nothing is known.
    const onboardedOn = enrollment?.["onboardedOn"];
    const isPartner = typeof onboardedOn === "string" && onboardedOn <= day;
    before["capabilitiesAssessment"] = isPartner ? {} : { result: "not-taken" };
  }
  if (liesAhead(partnerAgreement?.["acceptedOn"])) partnerAgreement!["acceptedOn"] = null;
  return before as PartnerProfile;
}

/** A profile without the states that its past days prove. */
export function withoutWhatDaysProve(profile: PartnerProfile, day: string): PartnerProfile {
  const less = structuredClone(profile) as Record<string, Group>;
  const hasCome = (date: unknown): boolean => typeof date === "string" && date <= day;
  if (hasCome(less["creditCheck"]?.["notifiedOn"])) delete less["creditCheck"]!["status"];
  if (hasCome(less["enrollment"]?.["appliedOn"])) delete less["enrollment"]!["application"];
  if (less["transition"]?.["agreementAccepted"] === true) delete less["transition"]["enrollment"];
  return less as PartnerProfile;
}
