import { strictShape } from "../input/issues.ts";
import { consistent, partsBeyond, responseWithoutAlerts } from "./contradictions.ts";
import { amount, count, field, flag } from "./fields.ts";

export const securitySchema = consistent(
  strictShape({
    adminAccounts: field(count, {
      label: "Administrator accounts",
      question: "How many accounts have an administrative role?",
      help: "Number of accounts with an administrative role, including emergency accounts.",
      unit: "accounts",
    }),
    adminAccountsWithMfa: field(count, {
      label: "Administrator accounts with multifactor authentication",
      question: "How many of these accounts use multifactor authentication (MFA)?",
      help: "Number of administrator accounts that use multifactor authentication. Not more than `adminAccounts`.",
      unit: "accounts",
    }),
    securityContact: field(flag, {
      label: "Security contact named",
      question: "Is a security contact named in Partner Center?",
      help: "Whether a security contact is named in Partner Center.",
    }),
    alertResponseHours: field(amount, {
      label: "Response to security alerts",
      question:
        "How long did it take on average to respond to a security alert in the last 30 days?",
      help: "Average time to respond to a security alert in the last 30 days, in hours.",
      unit: "hours",
    }),
    alerts: field(count, {
      label: "Security alerts",
      question: "How many security alerts were there in the last 30 days?",
      help: "Number of security alerts in the last 30 days. Needed only if there were none: `0`.",
      unit: "alerts",
    }),
  }),
  partsBeyond("security.adminAccounts", "adminAccountsWithMfa"),
  responseWithoutAlerts,
);
