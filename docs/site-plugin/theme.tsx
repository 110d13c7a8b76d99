import {
  DefaultTheme,
  DefaultThemeRenderContext,
  JSX,
  type PageEvent,
  type Reflection,
} from "typedoc";

import { packageVersion } from "../../src/report/version.ts";
import { descriptionOf } from "./description.ts";
import { type Section, sectionsOf } from "./site-tree.ts";

/** Nothing from elsewhere, nothing inline, nothing sent: what the site needs is beside it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

type Page = PageEvent<Reflection>;

/** The pages that span the window: they have their own way of standing beside each other. */
const isWide = ({ url }: Page): boolean => url === "playground.html" || url === "index.html";

/** Pages of our own layout, for which typedoc's script and inline code are not needed. */
class SiteContext extends DefaultThemeRenderContext {
  readonly #sections: readonly Section[];

  constructor(...args: ConstructorParameters<typeof DefaultThemeRenderContext>) {
    super(...args);
    this.#sections = (this.theme as SiteTheme).sectionsFor(this);
    this.defaultLayout = (template, page) => this.#layout(template(page), page);
    this.breadcrumbs = () => <></>;
    const documentTemplate = this.documentTemplate;
    this.documentTemplate = (page) => (
      <article class={`page ${pageKind(page.url)}`}>{documentTemplate(page)}</article>
    );
  }

  #href(url: string): string {
    return this.relativeURL(url);
  }

  #layout(content: JSX.Children, page: Page): JSX.Element {
    const title =
      page.url === "index.html" ? page.project.name : `${titleOf(page)} · ${page.project.name}`;
    const asset = (name: string): string => this.#href(`assets/${name}`);
    return (
      <html lang="en" data-base={this.relativeURL("./")}>
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="content-security-policy" content={policy} />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          <meta name="description" content={descriptionOf(page.model)} />
          <link rel="icon" href={asset("favicon.svg")} type="image/svg+xml" />
          <link
            rel="alternate"
            type="application/atom+xml"
            title="Editions and rule changes"
            href={this.#href("feed.xml")}
          />
          <script src={asset("theme.js")}></script>
          <link rel="stylesheet" href={asset("style.css")} />
          <link rel="stylesheet" href={asset("highlight.css")} />
          <link rel="stylesheet" href={asset("site.css")} />
          <script defer src={asset("site.js")}></script>
          {page.url === "playground.html" && <script defer src={asset("playground.js")}></script>}
        </head>
        <body class={isWide(page) ? "wide" : ""}>
          <a class="skip" href="#content">
            Skip to the content
          </a>
          {this.#header(page)}
          <div class="frame">
            {!isWide(page) && this.#tree(page)}
            <main id="content">
              {this.#trail(page)}
              {!page.model.isDocument() && page.url !== "index.html" && this.header(page)}
              {content}
            </main>
            {!isWide(page) && this.#onThisPage(page)}
          </div>
          {this.#footer()}
        </body>
      </html>
    );
  }

  #header(page: Page): JSX.Element {
    return (
      <header class="site-header">
        <a class="brand" href={this.#href("index.html")}>
          {page.project.name}
        </a>
        <nav aria-label="Parts of the site">
          <ul>
            {this.#sections.map(({ text, url, has }) => (
              <li>
                <a href={this.#href(url)} aria-current={has(page.url) ? "true" : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="tools" hidden>
          <button type="button" id="search-open" aria-haspopup="dialog">
            Search <kbd aria-hidden="true">/</kbd>
          </button>
          <label>
            <span class="visually-hidden">Colours</span>
            <select id="theme">
              <option value="os">System</option>
              <option value="light">Light</option>
              <option value="dark">Dark</option>
            </select>
          </label>
        </div>
      </header>
    );
  }

  /** What stands in the same part of the site; on a phone it is folded. */
  #tree(page: Page): JSX.Element | null {
    const section = this.#sections.find(({ has }) => has(page.url));
    if (section === undefined) return null;
    return (
      <nav class="tree" aria-label={section.text}>
        <details open>
          <summary>{section.text}</summary>
          {section.groups.map(({ heading, links }) => (
            <>
              <p class="tree-heading">{heading}</p>
              <ul>
                {links.map(({ text, url }) => (
                  <li>
                    <a href={this.#href(url)} aria-current={url === page.url ? "page" : undefined}>
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ))}
        </details>
      </nav>
    );
  }

  /** Where the page stands. */
  #trail(page: Page): JSX.Element | null {
    const section = this.#sections.find(({ has }) => has(page.url));
    if (section === undefined || section.url === page.url) return null;
    return (
      <p class="trail">
        <a href={this.#href(section.url)}>{section.text}</a> / {titleOf(page)}
      </p>
    );
  }

  #onThisPage(page: Page): JSX.Element | null {
    // Of a member of the API, the parts are sections; of a text, they are headings.
    const parts = page.model.isDocument() ? [] : page.pageSections;
    const headings = [
      ...page.pageHeadings.map(({ link, text, level }) => ({ link, text, level: level ?? 2 })),
      ...parts.flatMap((part) => part.headings.map(({ link, text }) => ({ link, text, level: 2 }))),
    ].filter(({ level }) => level === 2 || level === 3);
    const unique = headings.filter(
      ({ link }, index) => headings.findIndex((other) => other.link === link) === index,
    );
    if (unique.length < 2) return null;
    return (
      <nav class="on-this-page" aria-label="On this page">
        <p class="tree-heading">On this page</p>
        <ul>
          {unique.map(({ link, text, level }) => (
            <li class={level === 3 ? "sub" : ""}>
              <a href={link}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
    );
  }

  #footer(): JSX.Element {
    return (
      <footer class="site-footer">
        <p>
          Version {packageVersion}. <a href={this.#href("changelog.html")}>Changelog</a> ·{" "}
          <a href={this.#href("feed.xml")}>Feed</a> ·{" "}
          <a href={this.#href("llms.txt")}>For machines</a> ·{" "}
          <a href={this.#href("guides/contributing.html")}>Contributing</a> · MIT licence
        </p>
        <p>
          Not affiliated with Microsoft. The texts of Microsoft decide; this is a reading of them.
        </p>
      </footer>
    );
  }
}

function titleOf({ model, project }: Page): string {
  return model === project ? project.name : model.name;
}

/** What kind of page it is, for the stylesheet. */
function pageKind(url: string): string {
  const [folder, name] = url.split("/");
  if (name === undefined) return folder!.replace(".html", "");
  return name === "index.html" ? `${folder}-index` : `${folder}-page`;
}

/** The theme of the site. */
export class SiteTheme extends DefaultTheme {
  /** The parts of the site are the same on every page. */
  #sections: readonly Section[] | undefined;

  sectionsFor(context: DefaultThemeRenderContext): readonly Section[] {
    this.#sections ??= sectionsOf(context);
    return this.#sections;
  }

  override getRenderContext(page: PageEvent<Reflection>): SiteContext {
    return new SiteContext(this.router, this, page, this.application.options);
  }
}
