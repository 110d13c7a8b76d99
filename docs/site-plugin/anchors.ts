import type { Application, PageEvent } from "typedoc";

/** What typedoc knows of the anchors of a page; it has no way of adding one as it is written. */
interface KnownAnchors {
  readonly seen: Map<string, number>;
}

/** Tells typedoc of the anchors that a page writes itself, so that it checks the links to them. */
export function writeAnchors(app: Application, { model }: PageEvent): void {
  if (!("content" in model)) return;
  const text = (model.content as readonly { text: string }[]).map((part) => part.text).join("");
  const { seen } = app.renderer.router!.getSlugger(model) as unknown as KnownAnchors;
  if (!(seen instanceof Map)) throw new Error("typedoc keeps its anchors in another way");
  for (const [, id] of text.matchAll(/<a id="([^"]+)">/g)) seen.set(id!, 0);
}
