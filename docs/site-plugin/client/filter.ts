/** Filters the list of rules. */
export function filterRules(): void {
  const form = document.querySelector<HTMLFormElement>(".filters");
  if (form === null) return;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => apply(form));
  apply(form);
}

/** Whether an item has what a filter asks for. */
function has({ dataset }: HTMLElement, name: string, value: string): boolean {
  const own = dataset[name] ?? "";
  if (name === "words")
    return value
      .toLowerCase()
      .split(/\s+/)
      .every((word) => own.includes(word));
  if (name === "facts") return own.split("|").includes(value);
  return own.split(" ").includes(value);
}

function apply(form: HTMLFormElement): void {
  const filters = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-filter]")]
    .map((field) => [field.dataset["filter"]!, field.value.trim()] as const)
    .filter(([, value]) => value !== "");
  // A rule is listed as it is today, unless one asks what it was.
  const isOfEdition = filters.some(([name]) => name === "editions");
  let shown = 0;
  for (const section of document.querySelectorAll<HTMLElement>(".rule-index .track")) {
    const items = [...section.querySelectorAll<HTMLElement>("li")];
    for (const item of items)
      item.hidden =
        !(isOfEdition || item.dataset["newest"] === "true") ||
        !filters.every(([name, value]) => has(item, name, value));
    const left = items.filter((item) => !item.hidden).length;
    section.hidden = left === 0;
    shown += left;
  }
  const count = shown === 1 ? "1 entry" : `${shown} entries`;
  form.querySelector("[role=status]")!.textContent = filters.length === 0 ? "" : count;
}
