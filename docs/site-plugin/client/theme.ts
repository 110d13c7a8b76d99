// Runs before anything is shown, so that no page flashes in other colours.
const root = document.documentElement;

root.classList.add("js");
try {
  root.dataset["theme"] = localStorage.getItem("theme") ?? "os";
} catch {
  root.dataset["theme"] = "os";
}
