/** A page, or a part of one, as it is found. */
export interface Entry {
  /** Its address from the root of the site. */
  id: string;
  /** What it is called. */
  title: string;
  /** What kind of thing it is. */
  kind: "rule" | "fact" | "page" | "API" | "sentence";
  /** Ids by which it is known. */
  names: string;
  text: string;
}
