import { copyButtons } from "./copy.ts";
import { filterRules } from "./filter.ts";
import { followFragment } from "./fragment.ts";
import { markHeading } from "./heading.ts";
import { searchDialog } from "./search.ts";
import { themeChoice } from "./theme-choice.ts";

document.querySelector<HTMLElement>(".tools")!.hidden = false;
themeChoice();
searchDialog();
copyButtons();
filterRules();
followFragment();
markHeading();

// On a phone the list of pages would push the page itself out of sight.
const tree = document.querySelector<HTMLDetailsElement>(".tree details");
if (tree !== null && matchMedia("(max-width: 60rem)").matches) tree.open = false;
