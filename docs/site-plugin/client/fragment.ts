import { openAround } from "./folds.ts";

/** Opens what is folded round the part of the page that the address names. */
export function followFragment(): void {
  const open = (): void => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id === "" ? null : document.getElementById(id);
    if (target === null) return;
    // A period that has ended is folded below its heading and the line on it, in which anchors stand.
    const line = target.closest("p") ?? target.nextElementSibling;
    const own = target.matches("h2, a") ? line?.nextElementSibling : null;
    if (own instanceof HTMLDetailsElement) own.open = true;
    openAround(target);
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  if (location.hash !== "" && !location.hash.includes("=")) open();
  // Paper has no folds.
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("main details"))
      (details as HTMLDetailsElement).open = true;
  });
}
