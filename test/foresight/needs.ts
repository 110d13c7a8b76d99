import type { Need, Plan } from "../../src/index.ts";

/** What a plan needs, each fact once. */
export const needsOf = ({ steps }: Plan): Need[] => [
  ...new Map(steps.flatMap(({ needs }) => needs).map((need) => [need.fact, need])).values(),
];
