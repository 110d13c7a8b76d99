import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Starts Chromium, without anything that it would do for itself. */
export function launch() {
  if (!existsSync(executablePath))
    throw new Error(
      `No Chromium at ${executablePath}; install the package chromium, or set CHROMIUM`,
    );
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
