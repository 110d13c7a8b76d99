import { dayAfter } from "./calendar.ts";
import type { IsoDate } from "../input/dates.ts";
import type { DerivedFact, Maybe } from "./derived-fact.ts";
import type { DerivedFactId } from "./fact-id.ts";
import { firstRenewalOn, isBoughtByPartner } from "./renewals.ts";

/** The facts derived from the current support plan. */
export const planFacts = {
  "support.plan.owned": {
    type: "boolean",
    label: "Support plan owned",
    needs: ["support.plan"],
    help: "Whether the company owns a support plan at all.",
    derive: (plan: Maybe<object>) => (plan === undefined ? undefined : plan !== null),
  },
  "support.plan.canCount": {
    type: "boolean",
    label: "Support plan of a type that can count",
    needs: [],
    mayRead: ["support.plan.type"],
    help: "Whether the type of the support plan is ASfP, PSfP or unknown; a plan known to be of another type cannot count.",
    derive: (type: Maybe<string>) => type === undefined || type === "ASfP" || type === "PSfP",
  },
  "support.plan.endedBeforeApplication": {
    type: "boolean",
    label: "Support plan ended before the application",
    needs: ["enrollment.applicationDay"],
    mayRead: ["support.plan.endsOn", "asOf"],
    help: "Whether the support plan is known to have ended before the day of application. Unknown if the plan has ended and an application was submitted on a day that is not given.",
    derive: (applicationDay: Maybe<IsoDate>, endsOn: Maybe<IsoDate>, asOf: IsoDate) => {
      // A plan whose last day is unknown, or that still runs, is not known to have ended.
      if (!endsOn || endsOn >= asOf) return false;
      return applicationDay ? endsOn < applicationDay : undefined;
    },
  },
  "support.plan.renewalDay": {
    type: "date",
    label: "Renewal day of the support plan",
    needs: ["support.plan.renewsOn", "support.plan.endsOn"],
    help: "The renewal date of the support plan; if it is not given, the day after its last day.",
    derive: (renewsOn: Maybe<IsoDate>, endsOn: Maybe<IsoDate>) =>
      renewsOn ?? (endsOn ? dayAfter(endsOn) : endsOn),
  },
  "support.plan.boughtAsRenewal": {
    type: "boolean",
    label: "Support plan continues an earlier one",
    needs: [],
    mayRead: ["support.plan.purchasedOn", "support.plan.renewedOn", "enrollment.onboardedOn"],
    help: "Whether the current plan is known to continue an earlier one: its purchase is recorded as a renewal, or the company was already a direct bill partner.",
    derive: (purchasedOn: Maybe<IsoDate>, renewedOn: Maybe<IsoDate>, onboardedOn: Maybe<IsoDate>) =>
      (!!renewedOn && renewedOn === purchasedOn) ||
      isBoughtByPartner(purchasedOn, onboardedOn) === true,
  },
  "support.plan.ownedAtApplication": {
    type: "boolean",
    label: "Support plan owned at the application",
    needs: ["support.plan.purchasedOn", "support.plan.endsOn", "enrollment.applicationDay"],
    mayRead: ["support.plan.boughtAsRenewal"],
    help: "Whether the company owned the support plan on the day of application. Unknown if the current plan was bought after that day as the renewal of another.",
    derive: (
      purchasedOn: Maybe<IsoDate>,
      endsOn: Maybe<IsoDate>,
      applicationDay: Maybe<IsoDate>,
      boughtAsRenewal: boolean,
    ) => {
      if (purchasedOn === null) return false;
      if (!applicationDay) return undefined;
      if (purchasedOn && purchasedOn > applicationDay) return boughtAsRenewal ? undefined : false;
      if (endsOn && endsOn < applicationDay) return false;
      return purchasedOn && endsOn ? true : undefined;
    },
  },
  "support.plan.firstRenewalOn": {
    type: "date",
    label: "First renewal since 2021-01-01",
    needs: ["support.plan.purchasedOn", "support.plan.endsOn", "enrollment.onboardedOn"],
    mayRead: ["support.plan.renewsOn", "support.plan.renewalDay", "support.plan.renewedOn", "asOf"],
    help: "The day from which the revenue standard of 2021 applies: the first known renewal since 2021-01-01 or, if there has been none, the next renewal of the current plan. Unknown if it cannot be determined whether there has been one. A renewal has happened if the plan was renewed, if its renewal date has passed, or if a direct bill partner bought the current plan; a renewal up to the day of onboarding does not count. None has happened while a plan bought before 2021 runs, or while the plan with which the partner was onboarded runs.",
    derive: (
      purchasedOn: Maybe<IsoDate>,
      endsOn: Maybe<IsoDate>,
      onboardedOn: Maybe<IsoDate>,
      renewsOn: Maybe<IsoDate>,
      renewalDay: Maybe<IsoDate>,
      renewedOn: Maybe<IsoDate>,
      asOf: IsoDate,
    ) =>
      firstRenewalOn({ asOf, purchasedOn, endsOn, renewsOn, renewalDay, renewedOn, onboardedOn }),
  },
} as const satisfies Partial<Record<DerivedFactId, DerivedFact>>;
