import { answers } from "./answers.mjs";

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
self.postMessage({ answers: JSON.parse(JSON.stringify(answers)), violations: self.violations });
