import type { IsoDate } from "../input/dates.ts";
import type { DerivedFact, Maybe } from "./derived-fact.ts";
import type { DerivedFactId } from "./fact-id.ts";

const indirectRevenue = [
  "trailingRevenue.indirectReseller.cloudUsd",
  "trailingRevenue.indirectReseller.perpetualSoftwareUsd",
] as const;
const directRevenue = [
  "trailingRevenue.directBill.cloudUsd",
  "trailingRevenue.directBill.perpetualSoftwareUsd",
] as const;
const cloudRevenue = [
  "trailingRevenue.indirectReseller.cloudUsd",
  "trailingRevenue.directBill.cloudUsd",
] as const;
/** The figures that sums are made of. */
export const allRevenue = [...indirectRevenue, ...directRevenue] as const;

/** Amounts are added in whole millionths of a dollar: binary fractions can just miss a threshold. */
const millionths = 1_000_000;

type Amount = number | undefined;

/** The sum of all parts; unknown while any part is. */
function sumOf(...parts: Amount[]): Amount {
  let sum = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    sum += Math.round(part * millionths);
  }
  return sum / millionths;
}

/** The sum of the known parts; the full sum is at least as large. */
function knownSumOf(...parts: Amount[]): number {
  let sum = 0;
  for (const part of parts) sum += Math.round((part ?? 0) * millionths);
  return sum / millionths;
}

/** The sums of revenue that rules compare. */
export const revenueFacts = {
  "trailingRevenue.indirectResellerUsd": {
    type: "number",
    label: "Revenue as an indirect reseller",
    unit: "USD",
    needs: indirectRevenue,
    help: "Cloud and perpetual software revenue as an indirect reseller, USD; unknown while any part is.",
    derive: sumOf,
  },
  "trailingRevenue.knownDirectBillUsd": {
    type: "number",
    label: "Known revenue as a direct bill partner",
    unit: "USD",
    needs: [],
    mayRead: directRevenue,
    help: "The known parts of cloud and perpetual software revenue as a direct bill partner, USD; 0 if none is known. The total is at least as much.",
    derive: knownSumOf,
  },
  "trailingRevenue.cloudUsd": {
    type: "number",
    label: "Cloud revenue in both roles",
    unit: "USD",
    needs: cloudRevenue,
    help: "Cloud revenue in both roles, USD; unknown while any part is.",
    derive: sumOf,
  },
  "trailingRevenue.knownCloudUsd": {
    type: "number",
    label: "Known cloud revenue in both roles",
    unit: "USD",
    needs: [],
    mayRead: cloudRevenue,
    help: "The known parts of cloud revenue in both roles, USD; 0 if none is known. The total is at least as much.",
    derive: knownSumOf,
  },
  "trailingRevenue.totalUsd": {
    type: "number",
    label: "Revenue in both roles",
    unit: "USD",
    needs: allRevenue,
    help: "Cloud and perpetual software revenue in both roles, USD; unknown while any part is.",
    derive: sumOf,
  },
  "trailingRevenue.knownTotalUsd": {
    type: "number",
    label: "Known revenue in both roles",
    unit: "USD",
    needs: [],
    mayRead: allRevenue,
    help: "The known parts of cloud and perpetual software revenue in both roles, USD; 0 if none is known. The total is at least as much.",
    derive: knownSumOf,
  },
  "trailingRevenue.applicantDirectBillUsd": {
    type: "number",
    label: "Direct bill revenue of an applicant",
    unit: "USD",
    needs: directRevenue,
    mayRead: ["enrollment.onboardedOn"],
    help: "Direct bill revenue of an applicant, USD: 0 if none is given and the company has not been onboarded as a direct bill partner.",
    derive: (cloud: Amount, perpetual: Amount, onboardedOn: Maybe<IsoDate>) => {
      // A company that is not a direct bill partner has no revenue as one.
      const hasNone = cloud === undefined && perpetual === undefined && onboardedOn === undefined;
      return hasNone ? 0 : sumOf(cloud, perpetual);
    },
  },
  "trailingRevenue.applicantUsd": {
    type: "number",
    label: "Revenue of an applicant in both roles",
    unit: "USD",
    needs: [...indirectRevenue, "trailingRevenue.applicantDirectBillUsd"],
    help: "Cloud and perpetual software revenue of an applicant in both roles, USD; unknown while any part is.",
    derive: sumOf,
  },
} as const satisfies Partial<Record<DerivedFactId, DerivedFact>>;
