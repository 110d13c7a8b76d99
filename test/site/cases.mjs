import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../cases/", import.meta.url);

/** Every case of every rule. */
export const cases = readdirSync(folder).flatMap((file) => {
  const { ruleId, cases: own } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  return own.map((one) => ({ ruleId, ...one }));
});
