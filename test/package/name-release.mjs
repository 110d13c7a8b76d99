// Part of npm run version-packages: what is unreleased in the changelog is what the new version brings.
import { readFileSync, writeFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const file = new URL("CHANGELOG.md", root);
const changelog = readFileSync(file, "utf8");
const heading = /^## Unreleased$/m;
if (!heading.test(changelog))
  throw new Error('CHANGELOG.md has no "## Unreleased": say who is affected, and from which day.');
writeFileSync(file, changelog.replace(heading, `## ${version}`));
