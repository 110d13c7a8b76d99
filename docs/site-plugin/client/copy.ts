/** Copies a text, and says whether the browser allowed it. */
export async function copyText(text: string): Promise<"Copied" | "Not copied"> {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    return "Not copied";
  }
}

/** Makes the buttons of code blocks copy them. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("pre > button")) {
    button.addEventListener("click", async () => {
      const text = button.parentElement!.querySelector("code")!.textContent;
      button.textContent = await copyText(text);
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
  }
  for (const block of document.querySelectorAll<HTMLElement>("pre, main table")) {
    // What scrolls has to be reached with the keyboard.
    if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
  }
}
