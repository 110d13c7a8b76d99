/** Lets the reader choose the colours, and remembers the choice where the browser allows it. */
export function themeChoice(): void {
  const choice = document.querySelector<HTMLSelectElement>("#theme")!;
  const root = document.documentElement;
  choice.value = root.dataset["theme"] ?? "os";
  choice.addEventListener("change", () => {
    root.dataset["theme"] = choice.value;
    try {
      localStorage.setItem("theme", choice.value);
    } catch {
      // A browser that stores nothing forgets the choice with the page.
    }
  });
}
