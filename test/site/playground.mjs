import assert from "node:assert/strict";

import { evaluateSync } from "csp-direct-bill-rules/sync";

import { cases } from "./cases.mjs";
import { openPage } from "./open.mjs";

/** The fragment of a case, made as the page documents it. */
function fragmentOf({ profile, track, asOf }) {
  const fields = new URLSearchParams({ track, asOf });
  fields.set("profile", Buffer.from(JSON.stringify(profile)).toString("base64url"));
  return fields.toString();
}

/** What the page says of a state: the outcome, and each finding with its message. */
function shownFor(fragment) {
  history.replaceState(undefined, "", `#${fragment}`);
  dispatchEvent(new HashChangeEvent("hashchange"));
  const findings = [...document.querySelectorAll(".finding")].map((item) => [
    item.dataset.rule,
    item.dataset.status,
    item.querySelector("p").textContent,
  ]);
  const { className } = document.querySelector(".verdict");
  return { outcome: className.split(" ").at(-1), findings: findings.sort() };
}

/** The playground says of every case what Node.js says. */
async function checkParity(page) {
  for (const { name, profile, track, asOf, ruleId } of cases) {
    const report = evaluateSync(profile, { track, asOf });
    const shown = await page.evaluate(shownFor, fragmentOf({ profile, track, asOf }));
    const findings = report.findings.map((one) => [one.ruleId, one.status, one.message]).sort();
    assert.deepEqual(shown, { outcome: report.outcome, findings }, `${ruleId}: ${name}`);
  }
  console.log(`playground: says what Node.js says of all ${cases.length} cases`);
}

const outcomeOf = (page) =>
  page.evaluate(() => document.querySelector(".verdict")?.className.split(" ").at(-1));

/** What is missing leads to a field of the form. */
async function checkMissing(page) {
  await page.evaluate(shownFor, fragmentOf({ profile: {}, track: "enroll", asOf: "2025-10-01" }));
  await page.locator(".answer summary", { hasText: "missing for a finding" }).click();
  const facts = await page.locator("button[data-fact]").evaluateAll((buttons) =>
    buttons.map((button) => {
      button.click();
      const field = document.activeElement.closest(".field");
      return [button.dataset.fact, field?.id ?? ""];
    }),
  );
  for (const [fact, field] of facts)
    assert.ok(field === `field-${fact}` || field.startsWith(`field-${fact}.`), `${fact}: ${field}`);
  console.log(`playground: ${facts.length} missing facts, each leads to its field`);
}

/** A company is filled in as a person does; half-typed values cost nothing. */
async function checkTyping(page) {
  await page.evaluate(shownFor, fragmentOf({ profile: {}, track: "remain", asOf: "2020-09-02" }));
  assert.equal(await outcomeOf(page), "undetermined");
  const field = (id) => page.locator(`[id="field-${id}"]`);
  const openAll = () =>
    page
      .locator(".company details")
      .evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
  await openAll();
  await field("services.managedServices").locator("input").fill("1x");
  assert.match(await field("services.managedServices").innerText(), /Expected a whole number/);
  assert.equal(await outcomeOf(page), "undetermined");
  await field("services.managedServices").locator("input").fill("1");
  await field("support.plan").locator("select").selectOption("none");
  assert.equal(await outcomeOf(page), "ineligible");
  assert.equal(await field("support.plan.type").count(), 0);
  await field("support.plan").locator("select").selectOption({ index: 0 });
  await openAll();
  for (const [id, label] of [
    ["support.plan.type", "Premier Support for Partners (PSfP)"],
    ["support.firstLevel", "yes"],
    ["authority.acceptAgreements", "yes"],
    ["authority.signAgreements", "yes"],
    ["operations.customerBilling", "yes"],
    ["operations.customerProvisioning", "yes"],
  ])
    await field(id).locator("select").selectOption(label);
  for (const [id, text] of [
    ["support.plan.purchasedOn", "2020-02-02"],
    ["support.plan.endsOn", "2021-02-01"],
    ["company.country", "NO"],
  ])
    await field(id).locator("input").first().fill(text);
  await field("membership.locationIds").locator("textarea").fill("4731902 NO active");
  assert.equal(await outcomeOf(page), "eligible");
  // An emptied field stays in sight; a plan that is back is the plan that was there.
  const country = field("company.country").locator("input");
  await country.fill("");
  await country.pressSequentially("1,0");
  assert.equal(await country.inputValue(), "1,");
  await country.fill("NO");
  await field("support.plan").locator("select").selectOption("none");
  await field("support.plan").locator("select").selectOption({ index: 0 });
  assert.equal(await outcomeOf(page), "eligible");
  // What lies ahead follows once nobody types.
  await page.waitForFunction(() => document.querySelectorAll("ol.spans > li").length > 1);
  await page.waitForFunction(() => location.hash.includes("profile="));
  const json = page.locator(".json textarea");
  await page.locator(".json summary").click();
  await json.fill('{"support":{"plan":null}');
  assert.equal(await outcomeOf(page), "eligible");
  assert.notEqual(await page.locator(".json .issue").innerText(), "");
  await page.locator(".question select").first().selectOption({ index: 1 });
  await page.locator(".json .issue").waitFor({ state: "detached" });
  await page.locator(".question select").nth(1).selectOption("remain");
  await json.fill('{"support":{"plan":null}}');
  assert.equal(await outcomeOf(page), "ineligible");
  // What contradicts itself is taken as unknown, and said.
  await json.fill('{"support":{"plan":{"purchasedOn":"2020-02-02","endsOn":"2020-01-01"}}}');
  assert.ok((await page.locator(".issues li").count()) > 0);
  assert.equal(await outcomeOf(page), "undetermined");
  // Before the first edition there is no report: the last one stays, greyed.
  await page.locator(".question input[type=date]").fill("2017-01-01");
  assert.match(await page.locator(".issues").innerText(), /No edition is in force on 2017-01-01/);
  assert.equal(await page.locator(".answer.stale .verdict").count(), 1);
  console.log("playground: filled in, half-typed, contradictory, and as JSON");
}

/** How long it takes from a key to the report. */
async function measureTyping(page) {
  await page.evaluate(
    shownFor,
    fragmentOf({
      profile: { services: { managedServices: 1 } },
      track: "enroll",
      asOf: "2025-10-01",
    }),
  );
  const milliseconds = await page.evaluate(async () => {
    const select = document.querySelector(".field select");
    const times = [];
    for (let count = 0; count < 20; count += 1) {
      const start = performance.now();
      select.value = String((count % 2) + 1);
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[10];
  });
  console.log(`playground: ${milliseconds.toFixed(1)} ms from an edit to the report (median)`);
}

export async function checkPlayground(browser, base) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const { page, close } = await openPage(context, base, "playground.html#profile=broken!");
  assert.match(await page.locator(".notice").innerText(), /link is broken/);
  if (!process.env.QUICK) await checkParity(page);
  await checkMissing(page);
  await checkTyping(page);
  await measureTyping(page);
  await close();
  const compared = await openPage(context, base, "playground.html#compare=2025-10-01");
  await compared.page.locator(".answer li", { hasText: "not in force →" }).first().waitFor();
  await compared.close();
  await context.close();
  const still = await browser.newContext({ javaScriptEnabled: false });
  const page2 = await still.newPage();
  await page2.goto(`${base}playground.html`);
  assert.match(await page2.locator("main").innerText(), /It needs JavaScript/);
  await page2.goto(`${base}rules/index.html`);
  assert.ok((await page2.locator(".rule-list li:visible").count()) > 40);
  assert.equal(await page2.locator(".filters:visible").count(), 0);
  await still.close();
}
