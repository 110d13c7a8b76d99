// npm run api-report
// Writes what the types of each entry declare, without words, into test/package/api, where a changed
// surface shows in review. With --check, writes nothing, and fails if a report is not what it was.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const root = fileURLToPath(new URL("../../", import.meta.url));
const packageJsonFullPath = join(root, "package.json");
const entries = ["index", "sync", "schema", "format"];
/** What is found now, beside what is committed. */
const found = mkdtempSync(join(tmpdir(), "api-report-"));
const isCheck = process.argv.includes("--check");

/** Every type that an entry exports, and every type that these name. */
function configOf(entry) {
  return ExtractorConfig.prepare({
    packageJsonFullPath,
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, `dist/${entry}.d.ts`),
      compiler: {
        overrideTsconfig: {
          compilerOptions: { strict: true, module: "nodenext", target: "es2022", types: [] },
          files: [`dist/${entry}.d.ts`],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${entry}.api.md`,
        reportFolder: join(root, "test/package/api"),
        reportTempFolder: found,
      },
      newlineKind: "lf",
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: {
          // What an entry does not export by name, but says in a type, is in the report as well.
          "ae-forgotten-export": { logLevel: "none" },
          "ae-missing-release-tag": { logLevel: "none" },
        },
        // Words are checked where they are written; the report is of types.
        tsdocMessageReporting: { default: { logLevel: "none" } },
      },
    },
  });
}

const changed = entries.filter((entry) => {
  const config = configOf(entry);
  const { succeeded, apiReportChanged } = Extractor.invoke(config, {
    localBuild: !isCheck,
    messageCallback: (message) => {
      message.handled = true;
      if (message.logLevel === "error" || message.logLevel === "warning") console.log(message.text);
    },
  });
  if (!succeeded && !apiReportChanged) throw new Error(`${entry}: the types cannot be read`);
  return apiReportChanged;
});
rmSync(found, { recursive: true });
const lines = entries.map(
  (entry) =>
    readFileSync(join(root, `test/package/api/${entry}.api.md`), "utf8").split("\n").length,
);
console.log(entries.map((entry, index) => `${entry}: ${lines[index]} lines`).join(", "));
if (isCheck && changed.length > 0) {
  console.error(
    `The types of ${changed.join(", ")} have changed: run npm run api-report, and read the diff`,
  );
  process.exitCode = 1;
}
