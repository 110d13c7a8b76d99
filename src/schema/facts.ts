import {
  applicationStatuses,
  creditCheckStatuses,
  decisionStatuses,
  questionnaireStatuses,
  supportPlanTypes,
} from "./profile.ts";

/** What kind of value a fact has, which decides the operators that may read it. */
export type ValueType = "boolean" | "number" | "date" | "text" | "text list" | "record";

export interface FactDescription {
  readonly type: ValueType;
  /** The only values a text can have. */
  readonly values?: readonly string[];
  /** The value that an absent process field stands for. */
  readonly initially?: string;
  /** For a derived fact: the facts it is computed from. */
  readonly derivedFrom?: readonly string[];
}

/** Every fact a condition can read, in the order in which reports list them. */
export const factDescriptions = {
  asOf: { type: "date" },
  "membership.active": { type: "boolean" },
  "membership.locationIds": { type: "record" },
  "membership.activeLocationCountries": {
    type: "text list",
    derivedFrom: ["membership.locationIds"],
  },
  "company.country": { type: "text" },
  "authority.acceptAgreements": { type: "boolean" },
  "authority.signAgreements": { type: "boolean" },
  "support.firstLevel": { type: "boolean" },
  "support.plan": { type: "record" },
  "support.plan.owned": { type: "boolean", derivedFrom: ["support.plan"] },
  "support.plan.type": { type: "text", values: supportPlanTypes },
  "support.plan.purchasedOn": { type: "date" },
  "support.plan.endsOn": { type: "date" },
  "creditCheck.status": { type: "text", values: creditCheckStatuses, initially: "not-started" },
  "creditCheck.notifiedOn": { type: "date" },
  "services.managedServices": { type: "number" },
  "services.ipServices": { type: "number" },
  "services.customerSolutions": { type: "number" },
  "operations.customerBilling": { type: "boolean" },
  "operations.customerProvisioning": { type: "boolean" },
  "enrollment.questionnaire": {
    type: "text",
    values: questionnaireStatuses,
    initially: "not-started",
  },
  "enrollment.application": { type: "text", values: applicationStatuses, initially: "not-started" },
  "enrollment.eligibility": { type: "text", values: decisionStatuses, initially: "not-started" },
  "enrollment.businessInformation": {
    type: "text",
    values: decisionStatuses,
    initially: "not-started",
  },
} as const satisfies Record<FactId, FactDescription>;

/**
 * The id of a fact: its path in the profile (`support.plan.type`), `asOf` for the day asked about, or
 * one of the few derived facts (`membership.activeLocationCountries`, `support.plan.owned`).
 *
 * @category Rules
 */
export type FactId =
  | "asOf"
  | "membership.active"
  | "membership.locationIds"
  | "membership.activeLocationCountries"
  | "company.country"
  | "authority.acceptAgreements"
  | "authority.signAgreements"
  | "support.firstLevel"
  | "support.plan"
  | "support.plan.owned"
  | "support.plan.type"
  | "support.plan.purchasedOn"
  | "support.plan.endsOn"
  | "creditCheck.status"
  | "creditCheck.notifiedOn"
  | "services.managedServices"
  | "services.ipServices"
  | "services.customerSolutions"
  | "operations.customerBilling"
  | "operations.customerProvisioning"
  | "enrollment.questionnaire"
  | "enrollment.application"
  | "enrollment.eligibility"
  | "enrollment.businessInformation";

export const factIds = Object.keys(factDescriptions) as [FactId, ...FactId[]];

export function describeFact(id: FactId): FactDescription {
  return factDescriptions[id];
}

/** The facts that a profile states itself: all but the day asked about and the derived ones. */
export const statedFactIds: readonly FactId[] = factIds.filter(
  (id) => id !== "asOf" && describeFact(id).derivedFrom === undefined,
);

const positions: ReadonlyMap<FactId, number> = new Map(factIds.map((id, index) => [id, index]));

/** For sorting: facts in the order in which reports list them. */
export function compareFacts(a: FactId, b: FactId): number {
  return positions.get(a)! - positions.get(b)!;
}
