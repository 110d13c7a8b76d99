import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { InvalidProfileError, evaluate, partnerProfileSchema } from "csp-direct-bill-rules";
import { evaluateMany, evaluateSync, summarize } from "csp-direct-bill-rules/sync";
import { partnerProfileSchema as fromSchema } from "csp-direct-bill-rules/schema";

const options = { asOf: "2020-09-02", track: "remain" };
assert.equal((await evaluate({}, options)).outcome, "undetermined");
assert.equal((await evaluate({ support: { plan: null } }, options)).outcome, "ineligible");
await assert.rejects(evaluate({ nonsense: 1 }, options), InvalidProfileError);
assert.equal(fromSchema, partnerProfileSchema);

assert.deepEqual(evaluateSync({}, options), await evaluate({}, options));
assert.equal(summarize(evaluateMany([{}, 1], options)).invalid, 1);
assert.throws(() => evaluateSync(1, options), InvalidProfileError);

const readJson = (specifier) =>
  JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(specifier)), "utf8"));
assert.equal(readJson("csp-direct-bill-rules/rules/support-plan.json").id, "support-plan");
const plan = readJson("csp-direct-bill-rules/rules/support-plan.json");
assert.deepEqual(Object.keys(plan.versions[0].conditions), ["all"]);
assert.equal(readJson("csp-direct-bill-rules/rules/order.json")[0], "partner-id");
assert.equal(readJson("csp-direct-bill-rules/rules/editions.json").editions[0].id, "2018-08-31");
assert.ok(readJson("csp-direct-bill-rules/rules/sources.json").documents.length > 0);
assert.ok(readJson("csp-direct-bill-rules/schemas/rule-file.json").properties.versions);
assert.ok(readJson("csp-direct-bill-rules/schemas/partner-profile.json").properties.support);
assert.equal(readJson("csp-direct-bill-rules/package.json").name, "csp-direct-bill-rules");
