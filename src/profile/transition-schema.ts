import { strictShape } from "../input/issues.ts";
import { agreementWithoutApproval, consistent, partsBeyond } from "./contradictions.ts";
import { choice, count, field, flag, group, process } from "./fields.ts";

const customersSchema = consistent(
  strictShape({
    total: field(count, {
      label: "Customers to move",
      question: "How many direct bill customers are to be moved?",
      help: "Number of direct bill customers to move.",
      unit: "customers",
    }),
    consented: field(count, {
      label: "Customers that have consented",
      question: "How many of these customers have consented to the move?",
      help: "Number of customers to move that have consented. Not more than `total`.",
      unit: "customers",
    }),
    extended: field(count, {
      label: "Customers with an extended relationship",
      question: "For how many customers is the reseller relationship extended to the provider?",
      help: "Number of customers to move whose reseller relationship is extended to the provider. Not more than `total`.",
      unit: "customers",
    }),
    agreementsAccepted: field(count, {
      label: "Customers with an agreement through the provider",
      question:
        "For how many customers is the Microsoft Customer Agreement in place with the provider?",
      help: "Number of customers to move whose Microsoft Customer Agreement is in place with the provider. Not more than `total`.",
      unit: "customers",
    }),
    cloudAgreements: field(count, {
      label: "Customers under the Microsoft Cloud Agreement",
      question: "How many customers are under the Microsoft Cloud Agreement?",
      help: "Number of customers to move under the Microsoft Cloud Agreement, which was valid until 2020-01-31. Not more than `total`.",
      unit: "customers",
    }),
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
    transferable: field(count, {
      label: "Subscriptions that can be transferred",
      question: "How many subscriptions can be transferred to the provider?",
      help: "Number of subscriptions of these customers that can be transferred to the provider.",
      unit: "subscriptions",
    }),
    transferred: field(count, {
      label: "Subscriptions transferred",
      question: "How many of these subscriptions are transferred?",
      help: "Number of subscriptions already transferred. Not more than `transferable`.",
      unit: "subscriptions",
    }),
    notTransferable: field(count, {
      label: "Subscriptions that cannot be transferred",
      question: "How many subscriptions cannot be transferred?",
      help: "Number of subscriptions that cannot be transferred, and are to be cancelled and bought again.",
      unit: "subscriptions",
    }),
    boughtAgain: field(count, {
      label: "Subscriptions bought again",
      question: "How many of these subscriptions have been bought again through the provider?",
      help: "Number of subscriptions bought again through the provider. Not more than `notTransferable`.",
      unit: "subscriptions",
    }),
  }),
  partsBeyond("transition.subscriptions.transferable", "transferred"),
  partsBeyond("transition.subscriptions.notTransferable", "boughtAgain"),
);

export const transitionSchema = consistent(
  strictShape({
    profileCurrent: field(flag, {
      label: "Partner profile and ID current",
      question: "Are the partner profile and the partner ID in Partner Center current?",
      help: "Whether the partner profile and the partner ID in Partner Center are current.",
    }),
    consequencesConsidered: field(flag, {
      label: "Consequences considered",
      question: "Has the company considered the consequences that cannot be undone?",
      help: "Whether the company has considered the consequences that cannot be undone.",
    }),
    tenant: choice(
      "tenant",
      { existing: "The direct bill tenant", new: "A new tenant" },
      {
        label: "Tenant for the indirect reseller",
        question: "Which tenant will the company use as an indirect reseller?",
        help: "The tenant to be used as indirect reseller: the direct bill tenant or a new one (2025-10-01).",
      },
    ),
    directBillStatus: choice(
      "direct bill status",
      { active: "Active", restricted: "Restricted", suspended: "Suspended", revoked: "Revoked" },
      {
        label: "Direct bill status of the tenant",
        question: "Which direct bill status does Partner Center show for the tenant?",
        help: "Direct bill status of the existing tenant in Partner Center (2025-10-01).",
        whenAbsent: "Without it, the status counts as active in the track `remain`.",
      },
    ),
    enrollment: process(
      "enrollment status",
      { submitted: "Submitted", approved: "Approved", rejected: "Rejected" },
      {
        label: "Enrollment as indirect reseller",
        question: "What is the state of the enrollment as an indirect reseller?",
        help: "Whether the company has asked to be enrolled as an indirect reseller, and what Microsoft decided.",
      },
    ),
    submittedByGlobalAdmin: field(flag, {
      label: "Submitted by a global administrator",
      question: "Was the enrollment submitted by a global administrator?",
      help: "Whether a global administrator submitted the enrollment.",
    }),
    agreementAccepted: field(flag, {
      label: "Indirect reseller agreement accepted",
      question: "Is the indirect reseller agreement accepted?",
      help: "Whether the indirect reseller agreement is accepted, which proves that the enrollment was approved.",
    }),
    providerAccepted: field(flag, {
      label: "Invitation of a provider accepted",
      question: "Is the partnership invitation of an indirect provider accepted?",
      help: "Whether the partnership invitation of an indirect provider is accepted.",
    }),
    customers: group(customersSchema, {
      label: "Customers to move",
      help: "The direct bill customers to move, as counts.",
    }),
    subscriptions: group(subscriptionsSchema, {
      label: "Subscriptions to move",
      help: "Their direct bill subscriptions, as counts.",
    }),
  }),
  agreementWithoutApproval,
).meta({
  title: "Move to indirect reseller",
  description: "Progress of the move from direct bill to indirect reseller.",
});
