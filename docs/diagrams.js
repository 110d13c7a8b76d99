// Draws the diagrams of a page of the documentation. Nothing is loaded where there is none.
const blocks = document.querySelectorAll("code.mermaid");

if (blocks.length > 0) {
  const library = document.createElement("script");
  library.src = new URL("mermaid.min.js", document.currentScript.src).href;
  library.addEventListener("load", () => {
    for (const block of blocks) {
      const drawing = document.createElement("div");
      drawing.className = "mermaid";
      drawing.textContent = block.textContent;
      block.closest("pre").replaceWith(drawing);
    }
    const dark = getComputedStyle(document.body).colorScheme.includes("dark");
    window.mermaid.initialize({
      startOnLoad: false,
      theme: dark ? "dark" : "neutral",
      // Wide enough for a line of rule ids.
      flowchart: { wrappingWidth: 480 },
    });
    window.mermaid.run();
  });
  document.head.append(library);
}
