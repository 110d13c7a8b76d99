// node test/own-words/hash-sources.mjs <file>...
//
// Prints a hash of every six words in a row of each sentence of the given files, sorted, one a line.
// The sources themselves stay out of the repository; with the hashes the tests see that no sentence
// of them is copied. A file is markdown, plain text, or markdown with two languages; of the last,
// the English segments (data-stu-id) are read.
//
// A hash is the first 10 hex digits, 40 bits, of SHA-256. With 20,000 hashes in the list, the odds
// that any of 50,000 runs of our own words is taken for copied by mere chance are 1 in 1,000.
//
// To add a source:
//
//   cd test/own-words
//   node hash-sources.mjs page.md | sort -u -o source-shingles.txt - source-shingles.txt
//
// To make the list again, give it all of this:
//
// - Every revision with English segments, on every branch, of these pages under partner-center/ in
//   isabella232/partner-center-pr.sv-se and MicrosoftDocs/partner-center-pr.de-de on GitHub:
//   direct-partner-new-requirements, restricted-direct-bill-capabilities,
//   transition-direct-to-indirect, announcements/2020-october, enrolling-in-the-csp-program,
//   csp-overview, suspended-partner-center-account, regional-authorization-overview,
//   manage-locations, microsoft-partner-agreement, partner-security-requirements.
//   In a clone, for each page:
//
//     git log --all --full-history --format=%h -- $page | while read commit; do
//       git show $commit:$page > $folder/$commit-$(basename $page)
//     done
//     grep -L data-stu-id $folder/*.md | xargs rm -f
//
// - What could be had of the pages in rules/sources.json that are not on GitHub,
//   and of the page on the Security Alerts dashboard: of partner.microsoft.com what it says about
//   direct bill, of the others the openings only, in one or two versions each.
import { readFileSync } from "node:fs";

import { paragraphsOf, sentencesOf, shinglesOf } from "./shingles.mjs";

const segment = /data-stu-id="[^"]*">([\s\S]*?)<\/span><\/span>/g;

function passagesOf(source) {
  const segments = [...source.matchAll(segment)].map(([, text]) => text.replace(/\s+/g, " "));
  return segments.length > 0 ? segments : paragraphsOf(source).map(({ text }) => text);
}

const hashes = process.argv
  .slice(2)
  .flatMap((path) => passagesOf(readFileSync(path, "utf8")))
  .flatMap(sentencesOf)
  .flatMap(shinglesOf);

console.log([...new Set(hashes)].sort().join("\n"));
