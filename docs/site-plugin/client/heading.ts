/** Marks, in the list of headings, the one that is being read. */
export function markHeading(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".on-this-page a")];
  const headings = links.map((link) =>
    document.getElementById(decodeURIComponent(link.hash.slice(1))),
  );
  if (links.length === 0) return;
  const mark = (): void => {
    const current = headings.findLastIndex(
      (heading) => heading !== null && heading.getBoundingClientRect().top < 120,
    );
    for (const [index, link] of links.entries()) {
      if (index === Math.max(current, 0)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let isWaiting = false;
  addEventListener(
    "scroll",
    () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}
