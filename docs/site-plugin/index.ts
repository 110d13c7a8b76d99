import {
  type Application,
  Converter,
  type DocumentReflection,
  MarkdownEvent,
  PageEvent,
  RendererEvent,
} from "typedoc";

import { writeAnchors } from "./anchors.ts";
import { drawJourneys } from "./journey-picture.ts";
import { writeMachineFiles } from "./machine-files.ts";
import { enrich } from "./markers.ts";
import { SiteRouter } from "./router.ts";
import { writeSearchIndex } from "./search-index.ts";
import { withoutNestedLinks } from "./nested-links.ts";
import { SiteTheme } from "./theme.tsx";

/** Files that are read outside the site as well, where a front matter would show. */
const names: Readonly<Record<string, readonly [title: string, description: string]>> = {
  README: [
    "Getting started",
    "What the package does, how to install and call it, what a report says, and everything that it exports.",
  ],
  CONTRIBUTING: ["Contributing", "How to set up the project, and which files a change touches."],
  CHANGELOG: ["Changelog", "What changed in the package, newest first."],
};

function nameDocument(document: DocumentReflection): void {
  const [title, description] = names[document.name] ?? [];
  if (title === undefined) return;
  document.name = title;
  document.frontmatter["description"] = description;
}

/** Makes a site of what typedoc reads: addresses, frame, pictures, search, and files for machines. */
export function load(app: Application): void {
  app.renderer.defineRouter("site", SiteRouter);
  app.renderer.defineTheme("site", SiteTheme);
  app.renderer.preRenderAsyncJobs.push(drawJourneys);
  app.renderer.on(PageEvent.BEGIN, (page) => writeAnchors(app, page));
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => nameDocument(document));
  // Before typedoc turns Markdown into HTML.
  app.renderer.on(MarkdownEvent.PARSE, (event) => enrich(event), 100);
  let corrected = 0;
  app.renderer.on(PageEvent.END, (page) => {
    corrected += withoutNestedLinks(page);
  });
  app.renderer.on(RendererEvent.END, (event) => {
    if (corrected === 0) throw new Error("typedoc writes the headings of its lists in another way");
    writeSearchIndex(app, event);
    writeMachineFiles(event);
  });
}
