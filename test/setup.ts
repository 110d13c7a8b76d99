import fc from "fast-check";

// A property that fails prints its seed. FC_SEED=… npm test runs all properties with that seed again.
const seed = Number(process.env["FC_SEED"]);
if (Number.isInteger(seed)) fc.configureGlobal({ seed });
