// Written by `npm test -- -u` from package.json. Do not edit.

/** The version of the package. */
export const packageVersion = "0.1.0";
