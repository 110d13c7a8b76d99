import type { PartnerProfile, SupportPlan } from "../../src/index.ts";
import { fullMonths } from "../../src/facts/calendar.ts";
import type { Amount, Day } from "./hand-written-evidence.ts";

/** The day of the one question; its edition is that of 2025-10-01, its track enroll. */
export const asOf = "2025-11-15";
const yearBefore = "2024-11-15";

/** What several rules read, as it stood on the day: what lies ahead has not happened. */
export interface Known {
  plan: Plan;
  credit: string;
  notifiedOn: string | undefined;
  application: Application;
  boughtAsRenewal: boolean;
  ownedThen: boolean | undefined;
  assessment: Assessment;
  vetting: string | undefined;
}

/** The support plan in hand; its fields are null where there is known to be none. */
export interface Plan {
  owned: boolean | undefined;
  type: string | null | undefined;
  purchasedOn: Day;
  endsOn: Day;
  renewedOn: Day;
}

export interface Application {
  status: string;
  /** Who has not applied yet would apply on the day of the question. */
  day: string | undefined;
  eligibility: string;
  businessInformation: string;
}

interface Assessment {
  result: string | undefined;
  on: string | undefined;
}

/** The parts of the revenue; unknown where the twelve months are not the trailing ones. */
export interface Revenue {
  cloud: number | undefined;
  software: number | undefined;
  directCloud: number | undefined;
  directSoftware: number | undefined;
  /** Whether the company is a direct bill partner, or states revenue as one. */
  hasDirect: boolean;
}

const noPlan: Plan = {
  owned: false,
  type: null,
  purchasedOn: null,
  endsOn: null,
  renewedOn: null,
};

const notApplied: Application = {
  status: "not-started",
  day: asOf,
  eligibility: "not-started",
  businessInformation: "not-started",
};

const isAhead = (day: Day): boolean => typeof day === "string" && day > asOf;

/** A day that is known to be none while it lies ahead. */
export const come = (day: Day): Day => (isAhead(day) ? null : day);

const unknownPlan: Plan = {
  owned: undefined,
  type: undefined,
  purchasedOn: undefined,
  endsOn: undefined,
  renewedOn: undefined,
};

/** Whether a purchase that lies ahead renews a plan, of which nothing is known then. */
function isRenewalAhead(
  { purchasedOn, renewedOn }: SupportPlan,
  enrollment: PartnerProfile["enrollment"],
): boolean {
  const onboardedOn = enrollment?.onboardedOn;
  return purchasedOn === renewedOn || (onboardedOn !== undefined && onboardedOn <= asOf);
}

function planOf({ support, enrollment }: PartnerProfile): Plan {
  const plan = support?.plan;
  if (plan === null) return noPlan;
  if (isAhead(plan?.purchasedOn)) return isRenewalAhead(plan!, enrollment) ? unknownPlan : noPlan;
  return {
    owned: plan === undefined ? undefined : true,
    type: plan?.type,
    purchasedOn: plan?.purchasedOn,
    endsOn: isAhead(plan?.renewedOn) ? undefined : plan?.endsOn,
    renewedOn: isAhead(plan?.renewedOn) ? undefined : plan?.renewedOn,
  };
}

function creditOf({ creditCheck, enrollment }: PartnerProfile): string {
  const notifiedOn = creditCheck?.notifiedOn;
  if (notifiedOn !== undefined) return isAhead(notifiedOn) ? "not-started" : "passed";
  return isAhead(enrollment?.appliedOn) ? "not-started" : (creditCheck?.status ?? "not-started");
}

function noticeOf({ creditCheck }: PartnerProfile): string | undefined {
  const notifiedOn = creditCheck?.notifiedOn;
  return isAhead(notifiedOn) ? undefined : notifiedOn;
}

function applicationOf({ enrollment = {} }: PartnerProfile, credit: string): Application {
  const { appliedOn, application, eligibility, businessInformation } = enrollment;
  const eligible = eligibility ?? "not-started";
  const information = businessInformation ?? "not-started";
  if (isAhead(appliedOn)) return notApplied;
  const isDecided =
    eligible !== "not-started" || information !== "not-started" || credit !== "not-started";
  const stated = application ?? (isDecided ? "submitted" : "not-started");
  const status = appliedOn === undefined ? stated : "submitted";
  return {
    status,
    day: appliedOn ?? (status === "not-started" ? asOf : undefined),
    eligibility: eligible,
    businessInformation: information,
  };
}

function assessmentOf({ capabilitiesAssessment, enrollment }: PartnerProfile): Assessment {
  const on = capabilitiesAssessment?.on;
  const onboardedOn = enrollment?.onboardedOn;
  const isPartner = onboardedOn !== undefined && onboardedOn <= asOf;
  if (isAhead(on)) return { result: isPartner ? undefined : "not-taken", on: undefined };
  return { result: capabilitiesAssessment?.result, on };
}

export function knownOf(profile: PartnerProfile): Known {
  const plan = planOf(profile);
  const credit = creditOf(profile);
  const application = applicationOf(profile, credit);
  const boughtAsRenewal = isRenewal(plan, profile.enrollment?.onboardedOn);
  return {
    plan,
    credit,
    notifiedOn: noticeOf(profile),
    application,
    boughtAsRenewal,
    ownedThen: ownedAtApplication(plan, application, boughtAsRenewal),
    assessment: assessmentOf(profile),
    vetting: profile.vetting?.status,
  };
}

export function revenueOf({ trailingRevenue, enrollment }: PartnerProfile): Revenue {
  const end = trailingRevenue?.endsOn;
  const isTrailing = end === undefined || (end > yearBefore && end <= asOf);
  const indirect = isTrailing ? trailingRevenue?.indirectReseller : undefined;
  const direct = isTrailing ? trailingRevenue?.directBill : undefined;
  const onboardedOn = enrollment?.onboardedOn;
  return {
    cloud: indirect?.cloudUsd,
    software: indirect?.perpetualSoftwareUsd,
    directCloud: direct?.cloudUsd,
    directSoftware: direct?.perpetualSoftwareUsd,
    hasDirect:
      direct?.cloudUsd !== undefined ||
      direct?.perpetualSoftwareUsd !== undefined ||
      (onboardedOn !== undefined && onboardedOn <= asOf),
  };
}

/** Whole months from a day that has come to the day of the question. */
export function monthsSince(day: Day): Amount {
  if (day === null || day === undefined) return day;
  const months = (2025 - Number(day.slice(0, 4))) * 12 + 11 - Number(day.slice(5, 7));
  return day.slice(8) <= "15" ? months : months - 1;
}

export function monthsAtApplication(since: Day, { day }: Application, months: Amount): Amount {
  if (!since || day === asOf) return months;
  return day === undefined ? undefined : fullMonths(since, day);
}

/** Whether the plan had ended before the application; one that runs on the day had not. */
export function ended({ endsOn }: Plan, { day }: Application): boolean | undefined {
  if (!endsOn || endsOn >= asOf) return false;
  return day === undefined ? undefined : endsOn < day;
}

export const canCount = ({ type }: Plan): boolean =>
  type === undefined || type === "ASfP" || type === "PSfP";

/** Whether the plan in hand was owned on the day of the application. */
function ownedAtApplication(
  { purchasedOn, endsOn }: Plan,
  { day }: Application,
  boughtAsRenewal: boolean,
): boolean | undefined {
  if (purchasedOn === null) return false;
  if (day === undefined) return undefined;
  if (purchasedOn && purchasedOn > day) return boughtAsRenewal ? undefined : false;
  if (endsOn && endsOn < day) return false;
  return purchasedOn && endsOn ? true : undefined;
}

/** Whether the plan in hand was bought by a company that was a direct bill partner already. */
function isRenewal({ purchasedOn, renewedOn }: Plan, onboardedOn: Day): boolean {
  if (!purchasedOn) return false;
  return renewedOn === purchasedOn || (!!onboardedOn && onboardedOn < purchasedOn);
}
