import { strictShape } from "../input/issues.ts";
import { type FieldWords, amount, field } from "./fields.ts";

/** Twelve months of revenue in one role. */
function revenueIn(role: string, words: Pick<FieldWords, "whenAbsent"> = {}) {
  return strictShape({
    cloudUsd: field(amount, {
      label: `Cloud revenue ${role}`,
      question: `How much cloud revenue did the company have ${role} in the twelve months?`,
      help: "Cloud subscriptions and consumption, USD.",
      unit: "USD",
      ...words,
    }),
    perpetualSoftwareUsd: field(amount, {
      label: `Perpetual software revenue ${role}`,
      question: `How much revenue from perpetual software did the company have ${role} in the twelve months?`,
      help: "Perpetual software, USD. Counts from the edition of 2025-10-01; disputed from 2024-04-10.",
      unit: "USD",
      ...words,
    }),
  }).meta({
    title: `Revenue ${role}`,
    description:
      "Twelve months of revenue in one role, transactional only, in USD. Referred revenue (CPOR, PAL) does not count.",
  });
}

export const indirectRevenueSchema = revenueIn("as an indirect reseller");
export const directRevenueSchema = revenueIn("as a direct bill partner", {
  whenAbsent:
    "Without any direct bill revenue, a company in the track `enroll` counts as having none.",
});
