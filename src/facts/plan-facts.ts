import { dayAfter } from "./calendar.ts";
import type { IsoDate } from "../input/dates.ts";
import type { DerivedFact, Maybe } from "./derived-fact.ts";
import type { DerivedFactId } from "./fact-id.ts";
import { firstRenewalOn, isBoughtByPartner } from "./renewals.ts";

/** What follows from the support plan in hand. */
export const planFacts = {
  "support.plan.owned": {
    type: "boolean",
    needs: ["support.plan"],
    words: "Whether the company owns a support plan at all.",
    derive: (plan: Maybe<object>) => (plan === undefined ? undefined : plan !== null),
  },
  "support.plan.canCount": {
    type: "boolean",
    needs: [],
    mayRead: ["support.plan.type"],
    words:
      "Whether the type of the support plan is ASfP or PSfP, or not known; one that is known to be another cannot count.",
    derive: (type: Maybe<string>) => type === undefined || type === "ASfP" || type === "PSfP",
  },
  "support.plan.endedBeforeApplication": {
    type: "boolean",
    needs: ["enrollment.applicationDay"],
    mayRead: ["support.plan.endsOn", "asOf"],
    words:
      "Whether the support plan is known to have ended before the day of application. Unknown where an application is submitted on a day that is not given, and the plan has ended.",
    derive: (applicationDay: Maybe<IsoDate>, endsOn: Maybe<IsoDate>, asOf: IsoDate) => {
      // A plan whose last day nobody knows is not known to have ended, nor is one that still runs.
      if (!endsOn || endsOn >= asOf) return false;
      return applicationDay ? endsOn < applicationDay : undefined;
    },
  },
  "support.plan.renewalDay": {
    type: "date",
    needs: ["support.plan.renewsOn", "support.plan.endsOn"],
    words:
      "The renewal date of the support plan; where it is not given, the day after its last day.",
    derive: (renewsOn: Maybe<IsoDate>, endsOn: Maybe<IsoDate>) =>
      renewsOn ?? (endsOn ? dayAfter(endsOn) : endsOn),
  },
  "support.plan.boughtAsRenewal": {
    type: "boolean",
    needs: [],
    mayRead: ["support.plan.purchasedOn", "support.plan.renewedOn", "enrollment.onboardedOn"],
    words:
      "Whether the purchase of the plan in hand is known to continue an earlier one: it is recorded as a renewal, or the company was a direct bill partner before it.",
    derive: (purchasedOn: Maybe<IsoDate>, renewedOn: Maybe<IsoDate>, onboardedOn: Maybe<IsoDate>) =>
      (!!renewedOn && renewedOn === purchasedOn) ||
      isBoughtByPartner(purchasedOn, onboardedOn) === true,
  },
  "support.plan.ownedAtApplication": {
    type: "boolean",
    needs: ["support.plan.purchasedOn", "support.plan.endsOn", "enrollment.applicationDay"],
    mayRead: ["support.plan.boughtAsRenewal"],
    words:
      "Whether the company owned the support plan on the day of application. Unknown where the plan in hand was bought since as the renewal of another.",
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
    needs: ["support.plan.purchasedOn", "support.plan.endsOn", "enrollment.onboardedOn"],
    mayRead: ["support.plan.renewsOn", "support.plan.renewalDay", "support.plan.renewedOn", "asOf"],
    words:
      "The day from which the revenue standard of 2021 is owed: the first known renewal since 2021-01-01, or, where none has come, the next renewal of the plan in hand. Unknown where nobody can tell whether one has come. A renewal has come where the plan was renewed, where its renewal date has passed, or where a direct bill partner bought the plan in hand; a renewal up to the day of onboarding does not count. None has come while a plan bought before 2021 runs, or while the plan runs with which the partner came on board.",
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
