/**
 * Everything a host imports: `import { evaluate } from "csp-direct-bill-rules"`.
 *
 * @module csp-direct-bill-rules
 */
export { evaluate } from "./evaluate.ts";
export { createEngine } from "./engine/create-engine.ts";
export * from "./schema.ts";
export * from "./sync.ts";
