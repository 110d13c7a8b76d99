import {
  type EditionId,
  type PartnerProfile,
  type Track,
  editions,
  evaluateSync,
  rulesInForce,
} from "../src/index.ts";
import { tracks } from "../src/rule/vocabulary.ts";
import { type Case, caseFiles } from "./case-files.ts";

/** A day in each edition on which the companies below meet everything; its first where none is given. */
const days: Partial<Record<EditionId, string>> = {
  "2018-08-31": "2020-09-02",
  "2020-10-27": "2020-11-02",
  "2021-04-15": "2021-05-03",
  "2025-10-01": "2025-11-15",
};

function dayIn(edition: EditionId): string {
  return days[edition] ?? edition;
}

type Group = Record<string, unknown>;

/** What one object says, and what another says besides. */
function withMore(known: unknown, more: unknown): unknown {
  const isGroup = (value: unknown): value is Group =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isGroup(known) || !isGroup(more)) return known ?? more;
  const keys = [...new Set([...Object.keys(known), ...Object.keys(more)])];
  return Object.fromEntries(keys.map((key) => [key, withMore(known[key], more[key])]));
}

/** The profile of a case in which a rule is met, in an edition and a track. */
function metProfile(ruleId: string, edition: EditionId, track: Track): unknown {
  const { cases } = caseFiles.find((file) => file.ruleId === ruleId)!;
  const isMet = (stated: Case): boolean =>
    stated.status === "met" &&
    stated.track === track &&
    rulesInForce({ asOf: stated.asOf, track }) === rulesInForce({ edition, track });
  // A rule without one fails a test of its own.
  return cases.find(isMet)?.profile ?? {};
}

/** A company as an applicant: not on board yet. */
function applicant({ enrollment, ...rest }: PartnerProfile): PartnerProfile {
  const { onboardedOn: _, ...application } = enrollment!;
  return { ...rest, enrollment: application };
}

/** A profile with what new rules ask, from the cases in which they are met. */
function completed<Profile extends PartnerProfile>(
  profile: Profile,
  ids: readonly EditionId[],
): Profile {
  const questions = ids.flatMap((edition) => tracks.map((track) => ({ edition, track })));
  return questions.reduce<Profile>((known, { edition, track }) => {
    const asked = track === "enroll" ? applicant(known) : known;
    const { findings } = evaluateSync(asked, { asOf: dayIn(edition), track });
    const open = findings.filter(({ status }) => status !== "met" && status !== "not-applicable");
    return open.reduce<Profile>(
      (more, { ruleId }) => withMore(metProfile(ruleId, edition, track), more) as Profile,
      known,
    );
  }, profile);
}

const partner = {
  id: "acme",
  membership: {
    active: true,
    agreementSigned: true,
    locationIds: [{ id: "4000001", country: "SE", active: true }],
    solutionsPartnerDesignations: ["Modern Work"],
  },
  company: { country: "SE" },
  tenant: { country: "SE", sameRegion: true },
  authority: { acceptAgreements: true, signAgreements: true },
  support: {
    firstLevel: true,
    plan: {
      type: "ASfP",
      purchasedOn: "2020-08-29",
      endsOn: "2021-08-28",
      renewsOn: "2021-08-29",
      renewedOn: "2020-08-29",
    },
  },
  creditCheck: { status: "passed", notifiedOn: "2020-08-28" },
  services: { managedServices: 1, ipServices: 0, customerSolutions: 0 },
  operations: { customerBilling: true, customerProvisioning: true },
  indirectReseller: { transactingSince: "2018-01-15" },
  trailingRevenue: {
    endsOn: "2020-08-27",
    indirectReseller: { cloudUsd: 300_000, perpetualSoftwareUsd: 50_000 },
    directBill: { cloudUsd: 950_000, perpetualSoftwareUsd: 50_000 },
  },
  security: {
    adminAccounts: 4,
    adminAccountsWithMfa: 4,
    securityContact: true,
    alertResponseHours: 24,
    alerts: 2,
  },
  enrollment: {
    questionnaire: "completed",
    application: "submitted",
    eligibility: "verified",
    businessInformation: "verified",
    appliedOn: "2020-08-01",
    onboardedOn: "2018-11-05",
  },
  capabilitiesAssessment: { result: "passed", on: "2020-08-10" },
  vetting: { status: "authorized" },
  partnerAgreement: { acceptedOn: "2020-08-30" },
  transition: {
    profileCurrent: true,
    consequencesConsidered: true,
    tenant: "existing",
    directBillStatus: "restricted",
    enrollment: "approved",
    submittedByGlobalAdmin: true,
    agreementAccepted: true,
    providerAccepted: true,
    customers: {
      total: 12,
      consented: 12,
      extended: 12,
      agreementsAccepted: 12,
      cloudAgreements: 0,
    },
    subscriptions: { transferable: 40, transferred: 40, notTransferable: 7, boughtAgain: 7 },
  },
} as const satisfies PartnerProfile;

/** A company that meets every requirement on any day from 30 August 2020 to 28 August 2021. */
export const goodProfile = completed(partner, ["2018-08-31", "2020-10-27", "2021-04-15"]);

const partnerIn2025 = {
  ...goodProfile,
  support: {
    firstLevel: true,
    plan: { type: "PSfP", purchasedOn: "2025-10-21", endsOn: "2026-10-20" },
  },
  creditCheck: { status: "passed", notifiedOn: "2025-10-20" },
  enrollment: { ...goodProfile.enrollment, appliedOn: "2025-10-05" },
  trailingRevenue: { ...goodProfile.trailingRevenue, endsOn: "2025-10-31" },
  capabilitiesAssessment: { result: "passed", on: "2025-10-21" },
  partnerAgreement: { acceptedOn: "2025-10-22" },
} as const satisfies PartnerProfile;

/** The same company in the list of 2025, on any day from 22 October 2025 to 20 October 2026. */
export const goodIn2025 = completed(partnerIn2025, ["2025-10-01"]);

/** Company facts all known and good, nothing of the procedure started. */
export const newApplicant = {
  membership: goodProfile.membership,
  company: goodProfile.company,
  tenant: goodProfile.tenant,
  authority: goodProfile.authority,
  support: { firstLevel: true, plan: null },
  services: goodProfile.services,
  operations: goodProfile.operations,
} as const satisfies PartnerProfile;

/** A company that meets every rule of an edition in a track on a day. */
export interface GoodCase {
  readonly edition: EditionId;
  readonly track: Track;
  readonly asOf: string;
  readonly profile: PartnerProfile;
}

/** One for each edition and track. */
export const goodCases: readonly GoodCase[] = editions.flatMap(({ id: edition }) =>
  tracks.map((track) => {
    const isNew = edition > "2025-10-01";
    const known: PartnerProfile = edition < "2025-10-01" ? goodProfile : goodIn2025;
    const good = isNew ? completed(known, [edition]) : known;
    const profile = track === "enroll" ? applicant(good) : good;
    return { edition, track, asOf: dayIn(edition), profile };
  }),
);
