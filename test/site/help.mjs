import assert from "node:assert/strict";

import { evaluateSync, helpUrl, homepage } from "csp-direct-bill-rules/sync";

import { cases } from "./cases.mjs";

/** The address of every finding of every case is there. */
export function checkHelp(pages) {
  const addresses = new Set();
  for (const { profile, track, asOf } of cases)
    for (const finding of evaluateSync(profile, { track, asOf }).findings)
      addresses.add(helpUrl(finding));
  const dead = [...addresses].filter((address) => {
    const [path, anchor] = address.slice(homepage.length).split("#");
    return !pages.get(path)?.anchors.has(anchor);
  });
  assert.deepEqual(dead, []);
  console.log(`help: ${addresses.size} addresses of findings, each is there`);
}
