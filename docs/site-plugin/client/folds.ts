/** Opens every fold that an element is in, and the element if it is one. */
export function openAround(element: Element): void {
  let fold = element.closest("details");
  while (fold !== null) {
    fold.open = true;
    fold = fold.parentElement!.closest("details");
  }
}
