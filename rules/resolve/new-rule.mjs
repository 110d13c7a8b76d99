// npm run new -- rule <rule-id> [fact] [track]
// Starts a rule: its file, its cases, and its line in rules/order.json. The fact is a boolean one,
// support.firstLevel where none is given; the track is enroll where none is given.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";

const [what, id, fact = "support.firstLevel", track = "enroll"] = process.argv.slice(2);

function fail(message) {
  console.error(message);
  process.exit(1);
}

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

const optionsOf = (node) => [node, ...(node?.anyOf ?? [])];

/** The type of a field of a profile, by the JSON Schema; undefined where there is none. */
function typeOf(path) {
  const found = path
    .split(".")
    .reduce(
      (node, key) => optionsOf(node).find((option) => option?.properties?.[key])?.properties[key],
      readJson("rules/partner-profile.schema.json"),
    );
  return found?.type;
}

if (what !== "rule" || id === undefined)
  fail("Usage: npm run new -- rule <rule-id> [fact] [track]");
const { properties: part } = readJson("rules/rule-file.schema.json");
const tracks = part.versions.items.properties.tracks.items.enum;
if (!new RegExp(part.id.pattern).test(id))
  fail(`"${id}" is not in kebab case, such as support-plan`);
if (existsSync(`rules/${id}.json`)) fail(`rules/${id}.json exists`);
if (!tracks.includes(track)) fail(`There is no track "${track}"`);
if (typeOf(fact) !== "boolean")
  fail(
    `"${fact}" is not a boolean field of a profile. Add it to the schema and run npm test -- -u first`,
  );

async function writeJson(path, value) {
  const options = { ...(await resolveConfig(path)), filepath: path };
  writeFileSync(path, await format(JSON.stringify(value), options));
}

const edition = readJson("rules/editions.json").editions.at(-1);
const [source] = edition.sources;

/** A profile that says one thing. */
const profileOf = (value) => fact.split(".").reduceRight((inner, key) => ({ [key]: inner }), value);

await writeJson(`rules/${id}.json`, {
  $schema: "./written-rule.schema.json",
  id,
  title: "Write here: the requirement in a few words",
  kind: "requirement",
  actor: "partner",
  versions: {
    [`${track} from ${edition.id}`]: {
      conditions: { fact, operator: "equal", value: true },
      met: "Write here: what is so when it is met.",
      unmet: "Write here: what is so when it is unmet.",
      unknown: "Write here: what is missing.",
      remedy: "Write here: what to do.",
      sources: [source.document],
    },
  },
});
await writeJson("rules/order.json", [...readJson("rules/order.json"), id]);
await writeJson(`test/cases/${id}.json`, {
  ruleId: id,
  cases: [
    ["met", profileOf(true), {}],
    ["unmet", profileOf(false), {}],
    ["unknown", {}, { missing: [fact] }],
  ].map(([status, profile, more]) => ({
    name: `${status} (${edition.id}, ${track})`,
    track,
    asOf: edition.id,
    profile,
    status,
    ...more,
  })),
});

console.log(`Wrote rules/${id}.json, test/cases/${id}.json and a line at the end of rules/order.json.
Now move the line to its place in the report, write the texts and the source, add the cases of every
boundary, and run \`npm test -- -u\`. The tests fail while a text says "Write here".`);
