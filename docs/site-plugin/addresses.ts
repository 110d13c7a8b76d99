import manifest from "../../package.json" with { type: "json" };

/** The address of the repository, as a reader opens it. */
export const repository = manifest.repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
