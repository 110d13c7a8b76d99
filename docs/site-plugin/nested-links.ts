import type { PageEvent } from "typedoc";

const summary = /<summary class="tsd-accordion-summary[^>]*>[\s\S]*?<\/summary>/g;
const anchorLink = /<a [^>]*class="tsd-anchor-icon"[^>]*>[\s\S]*?<\/a>/g;

/**
 * Takes the links to themselves out of headings that open and close: what is pressed can contain nothing
 * else that is.
 *
 * @returns How many there were on the page.
 */
export function withoutNestedLinks(page: PageEvent): number {
  let count = 0;
  if (page.contents === undefined) return count;
  page.contents = page.contents.replaceAll(summary, (whole) =>
    whole.replaceAll(anchorLink, () => {
      count += 1;
      return "";
    }),
  );
  return count;
}
