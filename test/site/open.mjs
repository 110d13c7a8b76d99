import assert from "node:assert/strict";

/** Opens a page and collects what is wrong with it: errors, what the policy refuses, requests to elsewhere. */
export async function openPage(context, base, path) {
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(base))
      problems.push(`request: ${request.url()}`);
  });
  await page.addInitScript(() => {
    self.violations = [];
    addEventListener("securitypolicyviolation", (event) =>
      self.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  await page.goto(base + path, { waitUntil: "load" });
  return {
    page,
    /** Fails if anything was wrong, and closes the page. */
    async close() {
      const violations = await page.evaluate(() => self.violations);
      await page.close();
      assert.deepEqual([...violations, ...problems], [], path);
    },
  };
}
