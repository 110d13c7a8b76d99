/** What is in the package, and what for. Nothing else is, and each kind is there. */
const kinds = [
  [/^package\.json$|^LICENSE$/, "what npm asks for"],
  [/^(README|CHANGELOG|CONTRIBUTING)\.md$/, "what it is, what changed, how to take part"],
  [/^dist\/(index|sync|schema|format)\.(js|cjs)$/, "the entries"],
  [
    /^dist\/chunk-\w+\.(js|cjs)$/,
    "what entries share, so that an import takes no more than it needs",
  ],
  [/^dist\/[\w-]+\.d\.c?ts$/, "types"],
  [/^dist\/[\w-]+\.(js|cjs)\.map$/, "sources, for whoever steps into them"],
  [
    /^dist\/rules\/[\w-]+(\.schema)?\.json$/,
    "rules, registers and schemas as data, for any language",
  ],
  [/^docs\/(rules|editions)\/[\w-]+\.md$/, "each rule and each edition, to read without the site"],
  [/^docs\/(guides\/)?[\w-]+\.md$/, "guides and registers, which the README leads to"],
  [/^docs\/examples\/[\w.-]+$/, "examples that the guides show"],
  [/^docs\/playground\.png$/, "the picture in the README"],
];

/** The most kilobytes of the packed package: some 8 % above its size on 2026-11-26. */
const most = 1000;

/** Throws if the package has a file that it should not have, lacks a kind, or has grown too much. */
export function checkShippedFiles(paths, bytes) {
  for (const path of paths)
    if (!kinds.some(([form]) => form.test(path))) throw new Error(`${path} is not to be shipped`);
  for (const [form, purpose] of kinds) {
    const count = paths.filter((path) => form.test(path)).length;
    if (count === 0) throw new Error(`Nothing is shipped of this: ${purpose}`);
    console.log(`  ${count}: ${purpose}`);
  }
  const kilobytes = Math.round(bytes / 1024);
  console.log(`${paths.length} files, ${kilobytes} kB of at most ${most}`);
  if (kilobytes > most) throw new Error(`The package has grown beyond ${most} kB`);
}
