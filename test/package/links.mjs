// Links of the README and the guides, in the package as it is installed.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Links to files of the repository that are not shipped: rules as they are written, sources, tests. */
const inRepository = /^\.\.\/(rules|src|test)\//;

function pagesIn(home, folder) {
  return readdirSync(join(home, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

/** Every other link to a file must lead to one in the package. */
export function checkLinks(folder) {
  const home = join(folder, "node_modules/csp-direct-bill-rules");
  const pages = ["README.md", ...pagesIn(home, "docs/guides"), ...pagesIn(home, "docs")];
  for (const page of pages) {
    const text = readFileSync(join(home, page), "utf8");
    for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
      if (inRepository.test(target)) continue;
      if (!existsSync(join(home, page, "..", target)))
        throw new Error(`${page} links to ${target}, which is not in the package`);
    }
  }
  console.log(`followed the links of ${pages.length} pages`);
}
