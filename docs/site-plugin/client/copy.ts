/** Makes the buttons of code blocks copy them. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("pre > button")) {
    button.addEventListener("click", async () => {
      const text = button.parentElement!.querySelector("code")!.textContent;
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not copied";
      }
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
  }
  for (const block of document.querySelectorAll<HTMLElement>("pre, main table")) {
    // What scrolls has to be reached with the keyboard.
    if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
  }
}
