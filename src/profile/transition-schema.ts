import { oneOf, strictShape } from "../input/issues.ts";
import { agreementWithoutApproval, consistent, partsBeyond } from "./contradictions.ts";
import { count, field, flag, process } from "./fields.ts";

const customersSchema = consistent(
  strictShape({
    total: field(count, "Number of direct bill customers to move."),
    consented: field(count, "Number that have consented. Not more than `total`."),
    extended: field(
      count,
      "Number whose reseller relationship is extended to the provider. Not more than `total`.",
    ),
    agreementsAccepted: field(
      count,
      "Number whose Microsoft Customer Agreement is in place with the provider. Not more than `total`.",
    ),
    cloudAgreements: field(
      count,
      "Number under the Microsoft Cloud Agreement, which was valid until 2020-01-31. Not more than `total`.",
    ),
  }),
  partsBeyond(
    "transition.customers.total",
    "consented",
    "extended",
    "agreementsAccepted",
    "cloudAgreements",
  ),
);

const subscriptionsSchema = consistent(
  strictShape({
    transferable: field(count, "Number that can be transferred."),
    transferred: field(count, "Number transferred. Not more than `transferable`."),
    notTransferable: field(
      count,
      "Number that cannot be transferred and must be cancelled and bought again.",
    ),
    boughtAgain: field(count, "Number bought again. Not more than `notTransferable`."),
  }),
  partsBeyond("transition.subscriptions.transferable", "transferred"),
  partsBeyond("transition.subscriptions.notTransferable", "boughtAgain"),
);

export const transitionSchema = consistent(
  strictShape({
    profileCurrent: field(
      flag,
      "Whether the partner profile and the partner ID in Partner Center are current.",
    ),
    consequencesConsidered: field(
      flag,
      "Whether the company has considered the consequences that cannot be undone.",
    ),
    tenant: field(
      oneOf("tenant", ["existing", "new"]),
      "The tenant to be used as indirect reseller: the direct bill tenant or a new one (2025-10-01).",
    ),
    directBillStatus: field(
      oneOf("direct bill status", ["active", "restricted", "suspended", "revoked"]),
      "Direct bill status of the existing tenant in Partner Center (2025-10-01). In the track `remain`, absent counts as active.",
    ),
    enrollment: process(
      "enrollment status",
      ["submitted", "approved", "rejected"],
      "The enrollment as indirect reseller.",
    ),
    submittedByGlobalAdmin: field(flag, "Whether a global administrator submitted the enrollment."),
    agreementAccepted: field(
      flag,
      "Whether the indirect reseller agreement is accepted, which proves that the enrollment was approved.",
    ),
    providerAccepted: field(
      flag,
      "Whether the partnership invitation of an indirect provider is accepted.",
    ),
    customers: field(customersSchema, "The direct bill customers to move, as counts."),
    subscriptions: field(subscriptionsSchema, "Their direct bill subscriptions, as counts."),
  }),
  agreementWithoutApproval,
).meta({ description: "Progress of the move from direct bill to indirect reseller." });
