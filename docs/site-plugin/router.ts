import { relative } from "node:path";

import {
  KindRouter,
  type PageDefinition,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
} from "typedoc";

/** The entry point whose names need no prefix: most readers import from it alone. */
const mainModule = "csp-direct-bill-rules";

/** The folder of the documentation, in which the address of a document is its path. */
const docsFolder = "docs";

/** The pages that are written from files elsewhere. */
const elsewhere: Readonly<Record<string, string>> = {
  "../README": "guides/getting-started",
  "../CHANGELOG": "changelog",
  "../CONTRIBUTING": "guides/contributing",
};

/** Guides by their paths: those that stand in the folder itself are moved to that of the guides. */
const guides = new Set([
  "architecture",
  "performance",
  "reading-a-report",
  "what-changes",
  "writing-a-rule",
]);

/** Gives every page an address that can be told from what it is about, without an index. */
export class SiteRouter extends KindRouter {
  override getIdealBaseName(reflection: Reflection): string {
    return reflection.isDocument() ? this.#addressOf(reflection) : apiAddress(reflection);
  }

  /** The home page stands for the whole; each entry point has its own page, so they need none together. */
  override buildPages(project: ProjectReflection): PageDefinition[] {
    const pages = super.buildPages(project);
    this.fullUrls.set(project, "index.html");
    return pages.filter(({ url }) => url !== "modules.html");
  }

  #addressOf(document: Reflection): string {
    const file = document.project.files.getReflectionPath(document);
    if (file === undefined) throw new Error(`No file is known for the page ${document.name}`);
    const path = relative(docsFolder, file).replace(/\.md$/, "");
    return elsewhere[path] ?? (guides.has(path) ? `guides/${path}` : path);
  }
}

/** `api/functions/evaluate`; names of another entry point stand in a folder of its own. */
function apiAddress(reflection: Reflection): string {
  const names: string[] = [];
  let current: Reflection | undefined = reflection;
  while (current?.parent !== undefined) {
    names.unshift(current.name);
    current = current.parent;
  }
  const [module, ...path] = names as [string, ...string[]];
  const folder = module === mainModule ? "api" : `api/${module.split("/").at(-1)}`;
  if (path.length === 0) return module === mainModule ? "api/main" : `${folder}/index`;
  return `${folder}/${kindFolder(reflection)}/${path.join(".")}`;
}

/** Folders by the kind of what is documented. */
const kindFolders: Readonly<Partial<Record<ReflectionKind, string>>> = {
  [ReflectionKind.Variable]: "variables",
  [ReflectionKind.Function]: "functions",
  [ReflectionKind.Class]: "classes",
  [ReflectionKind.Interface]: "interfaces",
  [ReflectionKind.TypeAlias]: "types",
};

function kindFolder({ kind, name }: Reflection): string {
  const folder = kindFolders[kind];
  if (folder === undefined) throw new Error(`No folder is known for ${name}`);
  return folder;
}
