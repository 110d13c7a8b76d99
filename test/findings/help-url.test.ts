import { describe, expect, it } from "vitest";

import { evaluateSync, helpUrl, homepage } from "../../src/index.ts";
import manifest from "../../package.json" with { type: "json" };

const finding = evaluateSync({}, { asOf: "2020-09-02", track: "remain" }).findings[0]!;

describe("the address of a finding", () => {
  it("names the rule, the track and the day from which the version holds", () => {
    expect(helpUrl(finding)).toBe(`${homepage}rules/partner-id.html#remain-from-2018-08-31`);
  });

  it.each(["https://example.org/docs", "https://example.org/docs/"])("is under %s", (base) => {
    expect(helpUrl(finding, base)).toBe(
      "https://example.org/docs/rules/partner-id.html#remain-from-2018-08-31",
    );
  });

  it("is the page alone where a stored finding does not say the track", () => {
    const { track: _, ...stored } = finding;
    expect(helpUrl(stored)).toBe(`${homepage}rules/partner-id.html`);
  });

  it.each([null, {}, { ruleId: 5 }])("is refused for what is no finding: %j", (value) => {
    expect(() => helpUrl(value as never)).toThrow(
      expect.objectContaining({
        name: "InvalidReportError",
        message: "Invalid report: Expected a finding, as this package makes it",
        cause: expect.objectContaining({ name: "TypeError" }),
      }),
    );
  });

  it("is refused with the reason where no rule is named", () => {
    expect(() => helpUrl({} as never)).toThrow(
      expect.objectContaining({
        cause: expect.objectContaining({ message: "A finding without a rule" }),
      }),
    );
  });

  it("is none for a rule of the host", () => {
    expect(helpUrl({ ...finding, origin: "host" })).toBeUndefined();
  });
});

it("the homepage is that of the package", () => {
  expect(homepage).toBe(manifest.homepage);
});
