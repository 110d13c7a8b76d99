import { readFileSync, readdirSync } from "node:fs";

const examples = "docs/examples/";

/** The guides, by their paths. */
export const guides: readonly string[] = readdirSync("docs/guides").map(
  (name) => `docs/guides/${name}`,
);

/** A guide with the code of the examples that it names: readers see what the tests run. */
export function renderGuide(path: string): string {
  return readFileSync(path, "utf8").replaceAll(
    /(<!-- example: (\S+) -->)\n(?:\n```[\s\S]*?\n```\n)?/g,
    (_, marker: string, name: string) => {
      const language = name.endsWith(".tsx") ? "tsx" : "js";
      const code = readFileSync(examples + name, "utf8");
      return `${marker}\n\n\`\`\`${language}\n${code}\`\`\`\n`;
    },
  );
}
