import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { companies, renderOutlook, sectionOf } from "../generate/outlooks.ts";

const known = readFileSync(new URL("outlooks.md", import.meta.url), "utf8");

describe("what lies ahead of a company is as it was", () => {
  it.each(companies.map((company) => [company.name, company] as const))("%s", (_, company) => {
    expect(renderOutlook(company)).toBe(sectionOf(known, company.name));
  });
});
