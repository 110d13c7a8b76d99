import { dayAfter } from "./calendar.ts";
import type { IsoDate } from "../input/dates.ts";
import type { Maybe } from "./derived-fact.ts";

/** From this day on, a renewal of the support plan makes the revenue standard due (fdba4-212). */
export const firstRenewals: IsoDate = "2021-01-01";

/** Whether the current plan was bought by a company that was already a direct bill partner. */
export function isBoughtByPartner(
  purchasedOn: Maybe<IsoDate>,
  onboardedOn: Maybe<IsoDate>,
): boolean | undefined {
  return purchasedOn && onboardedOn ? onboardedOn < purchasedOn : undefined;
}

/** What is known about the renewals of a plan. */
interface Renewals {
  readonly asOf: IsoDate;
  readonly purchasedOn: Maybe<IsoDate>;
  readonly endsOn: Maybe<IsoDate>;
  readonly renewsOn: Maybe<IsoDate>;
  readonly renewalDay: Maybe<IsoDate>;
  readonly renewedOn: Maybe<IsoDate>;
  readonly onboardedOn: Maybe<IsoDate>;
}

/** The first past renewal as a direct bill partner since the standard started, if one is known. */
function firstRenewalCome(plan: Renewals): IsoDate | undefined {
  const { asOf, renewedOn, renewalDay, purchasedOn, onboardedOn } = plan;
  const hasCome = (day: Maybe<IsoDate>): day is IsoDate =>
    !!day && day >= firstRenewals && day <= asOf && (!onboardedOn || day > onboardedOn);
  // Only a company that is known to be a partner is known to renew by a purchase.
  const days = [renewedOn, renewalDay, onboardedOn ? purchasedOn : undefined];
  return days.filter(hasCome).toSorted()[0];
}

/** The renewal that ends the first term since the standard started, if the plan is still in it. */
function renewalToCome(plan: Renewals): IsoDate | undefined {
  const { asOf, purchasedOn, endsOn, renewsOn, onboardedOn } = plan;
  if (!endsOn || endsOn < asOf || !purchasedOn) return undefined;
  if (purchasedOn >= firstRenewals && isBoughtByPartner(purchasedOn, onboardedOn) !== false)
    return undefined;
  return renewsOn && renewsOn > asOf ? renewsOn : dayAfter(endsOn);
}

/** The day from which the revenue standard of 2021 applies; undefined if it cannot be determined. */
export function firstRenewalOn(plan: Renewals): IsoDate | undefined {
  const toCome = renewalToCome(plan);
  if (plan.asOf >= firstRenewals) return firstRenewalCome(plan) ?? toCome;
  // Before the standard starts, no past renewal can make it due.
  return toCome !== undefined && toCome > firstRenewals ? toCome : firstRenewals;
}
