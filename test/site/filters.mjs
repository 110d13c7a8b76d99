import assert from "node:assert/strict";

import { openPage } from "./open.mjs";

const visible = (page) =>
  page
    .locator(".rule-list li:visible")
    .evaluateAll((items) => items.map((item) => item.querySelector("code").textContent));

/** The list of rules is that of an edition if one asks for it, and an anchor opens what is folded round it. */
export async function checkFilters(browser, base) {
  const context = await browser.newContext();
  const { page, close } = await openPage(context, base, "rules/index.html");
  const choose = (name, value) => page.locator(`[data-filter="${name}"]`).selectOption(value);
  await choose("track", "remain");
  await choose("editions", "2018-08-31");
  await choose("kind", "requirement");
  assert.ok((await visible(page)).includes("managed-service"));
  await choose("editions", "2020-10-27");
  assert.ok(!(await visible(page)).includes("managed-service"));
  await choose("editions", "");
  await choose("kind", "");
  await page.locator('[data-filter="words"]').fill("multifactor");
  assert.deepEqual(await visible(page), ["security-mfa"]);
  await page.goto(`${base}rules/capabilities-assessment.html#remain-from-2021-04-15`);
  await page.locator("details[open] >> text=Met when").first().waitFor();
  await close();
  await context.close();
  console.log("filters: the rules of an edition as they were; anchors open their fold");
}
