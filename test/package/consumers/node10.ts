// The resolution of TypeScript before package exports: every entry and every file still resolves.
import { type Report, evaluate } from "csp-direct-bill-rules";
import { toText } from "csp-direct-bill-rules/format";
import supportPlan from "csp-direct-bill-rules/rules/support-plan.json";
import facts from "csp-direct-bill-rules/rules/facts.json";
import { reportSchema } from "csp-direct-bill-rules/schema";
import reportJson from "csp-direct-bill-rules/schemas/report.json";
import { type FactId, evaluateSync } from "csp-direct-bill-rules/sync";

const report: Report = evaluateSync({ support: { plan: null } }, { asOf: "2020-09-02" });
const asked: FactId[] = report.missingFacts.map(({ fact }) => fact);
export const all = [
  asked,
  evaluate,
  toText(report),
  supportPlan.id,
  facts,
  reportSchema,
  reportJson,
];
