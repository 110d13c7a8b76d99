import MiniSearch from "minisearch";

import type { Entry } from "../entry.ts";
import { searchOptions } from "../search-options.ts";

type Hit = Pick<Entry, "id" | "title" | "kind" | "names">;

const most = 20;

let index: Promise<MiniSearch<Entry>> | undefined;

/** Loads the index when it is first needed: most readers of a page do not search. */
function load(base: string): Promise<MiniSearch<Entry>> {
  // A module, as the policy lets no script make the address of another.
  index ??= import(new URL(`${base}assets/search-index.js`, location.href).href).then(
    ({ default: text }: { default: string }) => MiniSearch.loadJSON<Entry>(text, searchOptions),
  );
  return index;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** What is found, first what has the very id that was typed. */
function find(loaded: MiniSearch<Entry>, query: string): Hit[] {
  const hits = loaded.search(query) as unknown as Hit[];
  const isMeant = ({ kind, names }: Hit): boolean =>
    kind !== "API" && names.toLowerCase() === query.toLowerCase();
  return [...hits.filter(isMeant), ...hits.filter((hit) => !isMeant(hit))];
}

/** The dialog in which the site is searched. */
export function searchDialog(): void {
  const base = document.documentElement.dataset["base"] ?? "";
  const input = element("input", {
    type: "search",
    placeholder: "A rule, a fact, a word",
    "aria-label": "Search the site",
    autocomplete: "off",
    spellcheck: "false",
  });
  const status = element("p", { role: "status" });
  const results = element("ul", {});
  const close = element("button", { type: "button" }, "Close");
  const dialog = element(
    "dialog",
    { class: "search", "aria-label": "Search" },
    element("div", { class: "search-bar" }, input, close),
    status,
    results,
  );
  document.body.append(dialog);

  const show = (hits: readonly Hit[], query: string): void => {
    results.replaceChildren(
      ...hits
        .slice(0, most)
        .map(({ id, title, kind }) =>
          element(
            "li",
            {},
            element("a", { href: base + id }, title, " ", element("small", {}, kind)),
          ),
        ),
    );
    if (query === "") status.textContent = "";
    else if (hits.length === 0) status.textContent = "Nothing found.";
    else status.textContent = hits.length === 1 ? "1 result" : `${hits.length} results`;
  };

  const search = async (): Promise<void> => {
    const query = input.value.trim();
    try {
      const loaded = await load(base);
      if (query === input.value.trim()) show(find(loaded, query), query);
    } catch {
      status.textContent = "The search needs a web server; this page was opened from a file.";
    }
  };

  const open = (): void => {
    dialog.showModal();
    input.select();
    void search();
  };

  document.querySelector("#search-open")!.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    // The page may be this one, which would stay behind the dialog.
    if ((event.target as Element).closest("a") !== null) dialog.close();
  });
  input.addEventListener("input", () => void search());
  dialog.addEventListener("keydown", (event) => moveThrough(event, input, results));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as Element).closest("input, textarea, select, dialog") !== null) return;
    event.preventDefault();
    open();
  });
}

/** Arrows move through the results, Enter in the field opens the first. */
function moveThrough(
  event: KeyboardEvent,
  input: HTMLInputElement,
  results: HTMLUListElement,
): void {
  const links = [...results.querySelectorAll("a")];
  const place = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === "Enter" && event.target === input) links[0]?.click();
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const next = place + (event.key === "ArrowDown" ? 1 : -1);
  if (next < 0) input.focus();
  else links[next]?.focus();
}
