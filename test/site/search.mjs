import assert from "node:assert/strict";

import { ruleIds, rules } from "csp-direct-bill-rules/sync";

import { openPage } from "./open.mjs";

const titleOf = (id) => rules.findLast((rule) => rule.id === id).title;

/** What people look for, and the page that they should find first. */
const searches = [
  ...ruleIds.flatMap((id) => [
    [id, `rules/${id}.html`],
    [titleOf(id), `rules/${id}.html`],
  ]),
  ["credit check", "rules/credit-check.html"],
  ["PSfP", "rules/support-plan.html"],
  ["legal-authority", "rules/legal-authority.html"],
  ["unknown", "guides/reading-a-report.html"],
  ["support plan", "rules/support-plan.html"],
  ["ttm-revenue", "rules/ttm-revenue.html"],
  ["MFA", "rules/security-mfa.html"],
  ["1,000,000", "rules/ttm-revenue.html"],
  ["1000000", "rules/ttm-revenue.html"],
  ["legal", "rules/legal-authority.html"],
  ["94c12-133", "traceability.html#94c12-133"],
  ["support.plan.type", "facts.html#support-plan-type"],
  ["evaluateSync", "api/functions/evaluateSync.html"],
  ["playground", "playground.html"],
  ["multifactor", "rules/security-mfa.html"],
];

/** The searches of people find the right page first. */
export async function checkSearch(browser, base) {
  const context = await browser.newContext();
  const { page, close } = await openPage(context, base, "index.html");
  await page.keyboard.press("/");
  const input = page.locator("dialog.search input");
  const wrong = [];
  for (const [query, expected] of searches) {
    await input.fill("");
    await page.waitForFunction(() => document.querySelectorAll("dialog.search li").length === 0);
    await input.fill(query);
    await page.waitForFunction(() => document.querySelector("dialog.search p").textContent !== "");
    const first = await page.evaluate(() => document.querySelector("dialog.search li a")?.href);
    if (first !== base + expected) wrong.push(`${query}: ${first}`);
  }
  assert.deepEqual(wrong, []);
  await input.fill("credit check");
  await page.waitForSelector("dialog.search li");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${base}rules/credit-check.html`);
  await close();
  await context.close();
  console.log(`search: ${searches.length} searches find the right page first`);
}
