import type { EvaluateOptions, FactId, PartnerProfile } from "../../src/index.ts";
import { type Situation, situationOf } from "../../src/foresight/situation.ts";
import { parseEvaluateOptions } from "../../src/options/options.ts";
import { readProfile } from "../../src/profile/read-profile.ts";
import { questionFor } from "../../src/rules/question.ts";

/** What is known of a company, for a question; closed facts were asked for in vain. */
export function situationFor(
  profile: PartnerProfile,
  options: EvaluateOptions<string>,
  closed: Iterable<FactId> = [],
): Situation {
  const inquiry = questionFor(parseEvaluateOptions(options));
  const { stated } = readProfile(profile, inquiry.table.shape);
  return situationOf(inquiry, profile, stated, new Set(closed));
}
