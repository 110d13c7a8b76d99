const assert = require("node:assert/strict");

const { InvalidProfileError, evaluate, partnerProfileSchema } = require("csp-direct-bill-rules");
const schema = require("csp-direct-bill-rules/schema");
const { evaluateSync } = require("csp-direct-bill-rules/sync");
const supportPlan = require("csp-direct-bill-rules/rules/support-plan.json");

assert.equal(schema.partnerProfileSchema, partnerProfileSchema);
assert.equal(supportPlan.id, "support-plan");

assert.throws(() => evaluateSync([], { asOf: "2020-09-02" }), InvalidProfileError);

async function main() {
  const { outcome } = await evaluate({}, { asOf: "2020-09-02", track: "remain" });
  assert.equal(outcome, "undetermined");
  await assert.rejects(evaluate([], { asOf: "2020-09-02" }), InvalidProfileError);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
