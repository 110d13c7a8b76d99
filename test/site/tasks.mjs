import assert from "node:assert/strict";

import { openPage } from "./open.mjs";

const text = (page, selector) => page.locator(selector).first().innerText();

/** What readers come for, from the home page, with the links that they click on. */
const tasks = [
  {
    task: "Support plan: since when, and which source?",
    clicks: ["Rules", "Microsoft support plan"],
    async answer(page) {
      await page.locator(".timeline svg").waitFor();
      return /looked at on \d{4}/.test(await text(page, "main"));
    },
  },
  {
    task: "Which facts does the rule on revenue read?",
    clicks: ["Rules", "Revenue of the trailing twelve months"],
    answer: async (page) => (await page.locator("#what-you-need-to-know").count()) === 1,
  },
  {
    task: "What changes on 2025-10-01 for a current partner?",
    clicks: ["What October 2025 changed"],
    async answer(page) {
      const remain = await page.locator("#remain ~ p").nth(1).innerText();
      return remain.startsWith("8 added, 1 removed, 6 changed");
    },
  },
  {
    task: "Who cites 94c12-133?",
    clicks: ["Rules", "Traceability"],
    answer: async (page) =>
      (await page.locator("tr", { hasText: "94c12-133" }).innerText()).includes("credit-check"),
  },
  {
    task: "What does a partner lose?",
    clicks: ["What is lost and kept"],
    answer: async (page) => (await text(page, "main")).includes("Create customer tenants"),
  },
  {
    task: "Where do I try it?",
    clicks: ["Playground"],
    answer: async (page) => (await page.locator(".answer .verdict").count()) === 1,
  },
  {
    task: "How do I install it?",
    clicks: [],
    answer: async (page) =>
      (await text(page, "main")).includes("npm install csp-direct-bill-rules"),
  },
];

/** Each task takes at most two clicks from the home page. */
export async function checkTasks(browser, base) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  for (const { task, clicks, answer } of tasks) {
    const { page, close } = await openPage(context, base, "index.html");
    for (const name of clicks) {
      await page.getByRole("link", { name, exact: true }).first().click();
      await page.waitForLoadState("load");
    }
    assert.ok(await answer(page), task);
    await close();
    console.log(`task: ${task} ${clicks.length === 1 ? "1 click" : `${clicks.length} clicks`}`);
  }
  await context.close();
}
