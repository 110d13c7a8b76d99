import { isoDateSchema } from "../input/date-schema.ts";
import { strictShape } from "../input/issues.ts";
import { consistent, daysOutOfOrder } from "./contradictions.ts";
import { choice, field } from "./fields.ts";

export const supportPlanSchema = consistent(
  strictShape(
    {
      type: choice(
        "plan type",
        {
          ASfP: "Advanced Support for Partners (ASfP)",
          PSfP: "Premier Support for Partners (PSfP)",
          Unified: "Unified",
          other: "Another plan",
        },
        {
          label: "Type of support plan",
          question: "Which Microsoft support plan does the company own?",
          help: "Advanced Support for Partners (`ASfP`), Premier Support for Partners (`PSfP`), a Unified plan (the texts of 2025 do not say whether it counts), or any other plan.",
        },
      ),
      purchasedOn: field(isoDateSchema, {
        label: "Day of purchase",
        question: "On which day was the current support plan bought?",
        help: "The day the current plan was bought, for the first time or again.",
      }),
      endsOn: field(isoDateSchema, {
        label: "Last day of the plan",
        question: "What is the last day of the support plan?",
        help: "The last day of the plan, on which it is still active. Not before `purchasedOn`.",
      }),
      renewsOn: field(isoDateSchema, {
        label: "Renewal date",
        question: "On which day is, or was, the support plan to be renewed?",
        help: "A renewal date of the plan, past or future. The revenue standard for existing partners applies from the first renewal since January 2021. Not before `purchasedOn`.",
        whenAbsent: "Without it, the day after the last day of the plan is used.",
      }),
      renewedOn: field(isoDateSchema, {
        label: "Day of the last renewal",
        question: "On which day was the support plan last renewed?",
        help: "The day of the most recent renewal. Where each renewal is recorded as a purchase, the same day as `purchasedOn`. Never before `purchasedOn` or after `endsOn`.",
        whenAbsent: "Without it, no renewal of the plan is on record.",
      }),
    },
    { expected: "Expected a plan, or null if the company is known to own none" },
  ),
  daysOutOfOrder,
).meta({
  title: "Support plan",
  description:
    "The company's current Microsoft support plan. On a day before its purchase, the plan is not yet owned; to ask about a past day on which another plan was active, state that plan.",
});
