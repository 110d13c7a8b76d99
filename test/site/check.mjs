// npm run test:site
// Reads the built site in Chromium as people do, under the strictest policy.
import { launch } from "../browser/launch.mjs";
import { checkAccess } from "./access.mjs";
import { checkLinks, readPages } from "./crawl.mjs";
import { checkFilters } from "./filters.mjs";
import { checkHelp } from "./help.mjs";
import { checkPlayground } from "./playground.mjs";
import { checkSearch } from "./search.mjs";
import { serve } from "./serve.mjs";
import { checkSizes } from "./sizes.mjs";
import { checkTasks } from "./tasks.mjs";

const pages = readPages();
checkLinks(pages);
checkHelp(pages);

const { base, close } = await serve();
const browser = await launch();
try {
  await checkSizes(browser, base);
  await checkSearch(browser, base);
  await checkFilters(browser, base);
  await checkTasks(browser, base);
  await checkPlayground(browser, base);
  await checkAccess(browser, base);
} finally {
  await browser.close();
  close();
}
