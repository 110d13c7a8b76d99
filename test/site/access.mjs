import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import axe from "axe-core";

import { openPage } from "./open.mjs";

const shots = fileURLToPath(new URL("../../docs/shots/", import.meta.url));

/** One page of each kind. */
const kinds = [
  "index.html",
  "rules/index.html",
  "rules/support-plan.html",
  "rules/ttm-revenue.html",
  "editions/index.html",
  "editions/2025-10-01.html",
  "journey.html",
  "capabilities.html",
  "facts.html",
  "sources.html",
  "traceability.html",
  "playground.html",
  "changelog.html",
  "guides/getting-started.html",
  "guides/looking-ahead.html",
  "guides/performance.html",
  "guides/contributing.html",
  "api/main.html",
  "api/functions/evaluate.html",
  "api/interfaces/Finding.html",
  "api/variables/facts.html",
  "api/types/RuleId.html",
  "api/classes/InvalidProfileError.html",
];

const isGrave = ({ impact }) => ["serious", "critical"].includes(impact);

/** Each kind of page, light and dark, wide and narrow: accessible, no wider than the window, and a picture to look at. */
export async function checkAccess(browser, base) {
  mkdirSync(shots, { recursive: true });
  const found = [];
  let runs = 0;
  for (const colorScheme of ["light", "dark"])
    for (const width of [1440, 390]) {
      const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
      for (const path of kinds) {
        const { page, close } = await openPage(context, base, path);
        if (path === "playground.html") await page.locator("ol.spans").first().waitFor();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) found.push(`${path} at ${width}: ${wide} px wider than the window`);
        const name = path.replaceAll("/", "_").replace(".html", "");
        await page.screenshot({ path: `${shots}${name}-${colorScheme}-${width}.png` });
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => self.axe.run(document));
        runs += 1;
        // The headings of members are typedoc's.
        const ours = violations.filter((one) => isGrave(one) || !path.startsWith("api/"));
        for (const { id, impact, nodes } of ours)
          found.push(
            `${path} ${colorScheme} ${width}: ${id} (${impact}): ${nodes[0].html.slice(0, 160)} and ${nodes.length - 1} more`,
          );
        await close();
      }
      await context.close();
    }
  assert.deepEqual(found, []);
  console.log(
    `access: ${runs} runs on ${kinds.length} kinds of page, nothing found; pictures in docs/shots`,
  );
}
