import { isoDateSchema } from "../input/dates.ts";
import { oneOf, strictShape } from "../input/issues.ts";
import { consistent, daysOutOfOrder } from "./contradictions.ts";
import { field } from "./fields.ts";

export const supportPlanSchema = consistent(
  strictShape({
    type: field(
      oneOf("plan type", ["ASfP", "PSfP", "Unified", "other"]),
      "Advanced Support for Partners (`ASfP`), Premier Support for Partners (`PSfP`), a Unified plan (the texts of 2025 do not say whether it counts), or any other plan.",
    ),
    purchasedOn: field(
      isoDateSchema,
      "The day the current plan was bought, for the first time or again.",
    ),
    endsOn: field(
      isoDateSchema,
      "The last day of the plan, on which it is still active. Not before `purchasedOn`.",
    ),
    renewsOn: field(
      isoDateSchema,
      "A renewal date of the plan, past or future. The revenue standard for existing partners applies from the first renewal since January 2021. If absent, the day after `endsOn` is used. Not before `purchasedOn`.",
    ),
    renewedOn: field(
      isoDateSchema,
      "The day of the most recent renewal. Where each renewal is recorded as a purchase, the same day as `purchasedOn`. Never before `purchasedOn` or after `endsOn`. Absent if no renewal is known.",
    ),
  }),
  daysOutOfOrder,
).meta({
  description:
    "The company's current Microsoft support plan. On a day before its purchase, the plan is not yet owned; to ask about a past day on which another plan was active, state that plan.",
});
