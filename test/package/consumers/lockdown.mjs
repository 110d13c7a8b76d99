// Under Hardened JavaScript: all that the language shares is frozen before the package is loaded.
import assert from "node:assert/strict";

// oxlint-disable-next-line import/no-unassigned-import -- it defines lockdown
import "ses";

lockdown();
assert.ok(Object.isFrozen(Object.prototype) && Object.isFrozen(Array.prototype));
await import("./esm.mjs");
await import("./points.mjs");
