import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { openPage } from "./open.mjs";
import { folder } from "./serve.mjs";

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** No script is large, and a page with pictures is small in all. */
export async function checkSizes(browser, base) {
  const assets = join(folder, "assets");
  const scripts = readdirSync(assets)
    .filter((name) => name.endsWith(".js"))
    .map((name) => [name, gzipSync(readFileSync(join(assets, name)), { level: 9 }).length]);
  const [name, size] = scripts.toSorted(([, a], [, b]) => b - a)[0];
  assert.ok(size < 110_000, `${name} has ${kB(size)} in gzip`);
  const context = await browser.newContext();
  const bodies = [];
  context.on("response", (response) => bodies.push(response.body()));
  const { page, close } = await openPage(context, base, "journey.html");
  await page.waitForLoadState("networkidle");
  const sizes = (await Promise.all(bodies)).map((body) => body.length);
  const loaded = sizes.reduce((sum, one) => sum + one, 0);
  await close();
  await context.close();
  assert.ok(loaded < 150_000, `the journey has ${kB(loaded)}`);
  console.log(`sizes: largest script ${name} ${kB(size)} in gzip; journey ${kB(loaded)} in all`);
}
