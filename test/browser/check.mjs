// npm run test:browser
// Uses the packed package on pages with the strictest policy, in Chromium, from every bundler: no page
// may report a violation or an error, and each must come to the answers of Node.js.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { withPackage } from "../package/pack.mjs";
import { bundlers } from "./bundlers.mjs";
import { launch } from "./launch.mjs";

const pages = fileURLToPath(new URL("./pages/", import.meta.url));

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; worker-src 'self'";
/** A page may not even make a worker under Trusted Types, as it has no policy to name its address by. */
const policies = {
  page: `${strict}; require-trusted-types-for 'script'; trusted-types 'none'`,
  host: strict,
};

/** Reports what the policy refuses, from before any other script runs. */
const watch = `
  self.violations = [];
  self.addEventListener("securitypolicyviolation", (event) =>
    self.violations.push([event.violatedDirective, event.blockedURI, event.sample].join(" ")));
`;

const html = (script) =>
  `<!doctype html><html lang="en"><title>${script}</title><link rel="icon" href="data:,"><div id="root"></div><script src="/watch.js"></script><script type="module" src="/${script}"></script></html>`;

function serve(files) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = files.get(pathname);
    response.writeHead(file === undefined ? 404 : 200, {
      "content-type": pathname.endsWith(".js") ? "text/javascript" : "text/html",
      "content-security-policy": file?.policy ?? strict,
    });
    response.end(file?.text);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

/** Opens a page, waits for its result, and fails if it broke the policy or anything else. */
async function open(browser, address, use = async () => undefined) {
  const page = await browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  await page.goto(address);
  await use(page);
  await page.waitForFunction(() => self.result !== undefined, undefined, { timeout: 20_000 });
  const { result, violations } = await page.evaluate(() => ({
    result: self.result,
    violations: self.violations,
  }));
  await page.close();
  assert.deepEqual([...violations, ...problems], [], address);
  return result;
}

/** Fills in the form as a person would, and expects the report to follow. */
async function fillForm(page) {
  const choose = (name, value) => page.selectOption(`[name="${name}"]`, value);
  const type = (name, text) => page.fill(`[name="${name}"]`, text);
  const outcome = () => page.textContent("output");
  assert.equal(await outcome(), "undetermined");
  const labelOf = (name) => page.textContent(`label:has([name="${name}"])`);
  await type("services.managedServices", "1x");
  assert.match(await labelOf("services.managedServices"), /Expected a whole number/);
  await type("services.managedServices", "-1");
  assert.match(await labelOf("services.managedServices"), /Expected 0 or more/);
  assert.equal(await outcome(), "undetermined");
  await type("services.managedServices", "1");
  await choose("support.firstLevel", "no");
  assert.equal(await outcome(), "ineligible");
  await choose("support.plan", "none");
  assert.equal(await page.locator('[name="support.plan.type"]').count(), 0);
  await choose("support.plan", "");
  await type("support.plan.endsOn", "2021-02");
  assert.match(await labelOf("support.plan.endsOn"), /Expected a calendar date/);
  assert.doesNotMatch(await labelOf("support.plan"), /Expected/);
  await type("company.country", "NO");
  // A word that is not finished is not a "no".
  const activeLocation = "In Partner Center, add or activate";
  for (const [line, isRefused] of [
    ["none", true],
    ["4731902 NO inactive", true],
    ["4731902 NO act", false],
    ["4731902 NO", false],
    ["4731902 NO active", false],
  ]) {
    await type("membership.locationIds", line);
    assert.equal((await page.textContent("pre")).includes(activeLocation), isRefused, line);
  }
  for (const [name, value] of Object.entries({
    "support.firstLevel": "yes",
    "authority.acceptAgreements": "yes",
    "authority.signAgreements": "yes",
    "operations.customerBilling": "yes",
    "operations.customerProvisioning": "yes",
    "support.plan.type": "PSfP",
    "enrollment.questionnaire": "completed",
    "enrollment.application": "submitted",
    "enrollment.eligibility": "verified",
    "enrollment.businessInformation": "verified",
    "creditCheck.status": "passed",
  }))
    await choose(name, value);
  for (const [name, text] of Object.entries({
    "enrollment.appliedOn": "2020-01-02",
    "creditCheck.notifiedOn": "2020-02-01",
    "support.plan.purchasedOn": "2020-02-02",
    "support.plan.endsOn": "2021-02-01",
  }))
    await type(name, text);
  assert.equal(await outcome(), "eligible");
}

await withPackage(pages, async (folder) => {
  const files = new Map([["/watch.js", { text: watch }]]);
  const add = (path, text, policy = policies.page) => {
    files.set(path, { text });
    files.set(path.replace(/js$/, "html"), { text: html(path.slice(1)), policy });
  };
  const { esbuild, ...others } = bundlers;
  for (const name of ["ours-first.js", "host-first.js", "main-entry.js", "form.jsx"])
    add(`/${name.replace(/jsx$/, "js")}`, await esbuild(join(folder, name), folder));
  add("/worker-host.js", await esbuild(join(folder, "worker-host.js"), folder), policies.host);
  add("/worker.js", watch + (await esbuild(join(folder, "worker.js"), folder)));
  for (const [bundler, bundle] of Object.entries(others)) {
    for (const page of ["ours-first", "main-entry"])
      add(`/${page}-${bundler}.js`, await bundle(join(folder, `${page}.js`), folder));
  }
  const server = await serve(files);
  const base = `http://127.0.0.1:${server.address().port}`;
  const browser = await launch();
  try {
    const expected = JSON.parse(
      JSON.stringify((await import(join(folder, "answers.mjs"))).answers),
    );
    const through = Object.keys(others);
    const same = ["ours-first", "host-first", "worker-host"];
    for (const name of [...same, ...through.map((bundler) => `ours-first-${bundler}`)]) {
      assert.deepEqual(await open(browser, `${base}/${name}.html`), expected);
      console.log(`${name}: no violation, the answers of Node.js`);
    }
    for (const name of ["main-entry", ...through.map((bundler) => `main-entry-${bundler}`)]) {
      const { asynchronous } = await open(browser, `${base}/${name}.html`);
      assert.deepEqual(asynchronous, expected.valid);
      console.log(`${name}: no violation, the answer of Node.js`);
    }
    await open(browser, `${base}/form.html`, fillForm);
    console.log("form: no violation, eligible once it is filled in");
  } finally {
    await browser.close();
    server.close();
  }
});
