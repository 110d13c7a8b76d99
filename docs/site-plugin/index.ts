import { type Application, MarkdownEvent, PageEvent, RendererEvent } from "typedoc";

import { packageVersion } from "../../src/report/version.ts";
import { writeAnchors } from "./anchors.ts";
import { drawJourneys } from "./journey-picture.ts";
import { writeMachineFiles } from "./machine-files.ts";
import { enrich } from "./markers.ts";
import { SiteRouter } from "./router.ts";
import { writeSearchIndex } from "./search-index.ts";
import { SiteTheme } from "./theme.tsx";

/** Makes a site of what typedoc reads: addresses, frame, pictures, search, and files for machines. */
export function load(app: Application): void {
  app.renderer.defineRouter("site", SiteRouter);
  app.renderer.defineTheme(
    "site",
    class extends SiteTheme {
      override version = packageVersion;
    },
  );
  app.renderer.preRenderAsyncJobs.push(drawJourneys);
  app.renderer.on(PageEvent.BEGIN, (page) => writeAnchors(app, page));
  // Before typedoc turns Markdown into HTML.
  app.renderer.on(MarkdownEvent.PARSE, (event) => enrich(event), 100);
  app.renderer.on(RendererEvent.END, (event) => {
    writeSearchIndex(app, event);
    writeMachineFiles(event);
  });
}
