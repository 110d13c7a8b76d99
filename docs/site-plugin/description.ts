import { Comment, type Reflection } from "typedoc";

const whole =
  "Dated rules that tell whether a company meets Microsoft's requirements for direct bill partners in the CSP program, and why.";

/** A line about a page, for search engines and previews: each page has its own. */
export function descriptionOf(model: Reflection): string {
  if (model.isDocument()) {
    const { description } = model.frontmatter;
    if (typeof description === "string") return description;
    return `${model.name}: a guide to csp-direct-bill-rules.`;
  }
  if (model.isProject()) return whole;
  const comment =
    model.comment ?? (model.isDeclaration() ? model.signatures?.[0]?.comment : undefined);
  const summary = comment === undefined ? "" : Comment.combineDisplayParts(comment.summary);
  const sentence = /^[^.]*\./s.exec(summary.replaceAll(/\s+/g, " "))?.[0];
  return `${model.name}: ${sentence ?? "part of the API of csp-direct-bill-rules."}`;
}
