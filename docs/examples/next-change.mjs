import { compareReports, evaluateSync } from "csp-direct-bill-rules/sync";

const dayAfter = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The first day within two years on which a finding changes if nothing is done, and what changes. */
export function nextChange(profile, { asOf, ...options }) {
  const today = evaluateSync(profile, { ...options, asOf });
  for (let day = dayAfter(asOf), left = 730; left > 0; day = dayAfter(day), left -= 1) {
    const { rules } = compareReports(today, evaluateSync(profile, { ...options, asOf: day }));
    const changes = rules.filter(({ changed }) => changed);
    if (changes.length > 0) return { day, changes };
  }
  return undefined;
}
