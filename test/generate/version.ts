import manifest from "../../package.json" with { type: "json" };

/** The module that names the version: bundlers would take in all of package.json. */
export function renderVersion(): string {
  return `// Written by \`npm test -- -u\` from package.json. Do not edit.

/** The version of the package. */
export const packageVersion = "${manifest.version}";
`;
}
