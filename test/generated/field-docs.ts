import { readFileSync } from "node:fs";
import ts from "typescript";

const file = new URL("../../src/schema/profile.ts", import.meta.url);
const source = ts.createSourceFile(
  "profile.ts",
  readFileSync(file, "utf8"),
  ts.ScriptTarget.ESNext,
  true,
);

function commentOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node);
  const text = doc && ts.isJSDoc(doc) ? ts.getTextOfJSDocComment(doc.comment) : undefined;
  return (text ?? "").replaceAll(/\s+/g, " ").trim();
}

/** The members that a type has, through unions, lists and names. */
function membersOf(type: ts.TypeNode | undefined): readonly ts.TypeElement[] {
  if (type === undefined) return [];
  if (ts.isTypeLiteralNode(type)) return [...type.members];
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(membersOf);
  if (ts.isArrayTypeNode(type)) return membersOf(type.elementType);
  if (ts.isTypeReferenceNode(type)) return membersOfInterface(type.typeName.getText());
  return [];
}

function membersOfInterface(name: string): readonly ts.TypeElement[] {
  const found = source.statements.find(
    (node): node is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
  return found === undefined ? [] : [...found.members];
}

function collect(members: readonly ts.TypeElement[], prefix: string): [string, string][] {
  return members.filter(ts.isPropertySignature).flatMap((member) => {
    const path = prefix + member.name.getText();
    return [
      [path, commentOf(member)] as [string, string],
      ...collect(membersOf(member.type), `${path}.`),
    ];
  });
}

/** What the doc comment of each field of a profile says, by path. Items of a list share its path. */
export const fieldDocs: ReadonlyMap<string, string> = new Map(
  collect(membersOfInterface("PartnerProfile"), ""),
);
