import movingOn from "../demo/profiles/moving-on.json" with { type: "json" };
import newApplicant from "../demo/profiles/new-applicant.json" with { type: "json" };
import october2025 from "../demo/profiles/october-2025.json" with { type: "json" };
import planBoughtEarly from "../demo/profiles/plan-bought-early.json" with { type: "json" };
import planLapsed from "../demo/profiles/plan-lapsed.json" with { type: "json" };

import type { State } from "./state.ts";

/** Companies to start from, those of `npm run demo`. */
export const samples: readonly (State & { title: string })[] = [
  {
    title: "A company about which nothing is known",
    asOf: "2025-10-01",
    track: "enroll",
    profile: {},
  },
  {
    title: "A new applicant that has started nothing",
    asOf: "2020-09-02",
    track: "enroll",
    profile: newApplicant,
  },
  {
    title: "An applicant that bought the plan too early",
    asOf: "2020-09-02",
    track: "enroll",
    profile: planBoughtEarly,
  },
  {
    title: "A partner whose support plan has lapsed",
    asOf: "2020-09-02",
    track: "remain",
    profile: planLapsed,
  },
  {
    title: "A partner before its review of October 2025",
    asOf: "2025-10-01",
    track: "remain",
    profile: october2025,
  },
  {
    title: "A partner on its way to indirect reseller",
    asOf: "2020-11-16",
    track: "transition",
    profile: movingOn,
  },
];
