// A profile goes to a worker thread, and its report comes back as what the main thread makes of it.
import assert from "node:assert/strict";
import { once } from "node:events";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

import { evaluate } from "csp-direct-bill-rules";

const profile = { id: "fabrikam", support: { firstLevel: true, plan: null } };
const options = { asOf: "2020-09-02", track: "remain" };

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { profile, options } });
  const [report] = await once(worker, "message");
  assert.equal(report.outcome, "ineligible");
  assert.deepEqual(report, await evaluate(profile, options));
} else {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort.postMessage(await evaluate(workerData.profile, workerData.options));
}
