import { answers } from "./answers.mjs";

self.postMessage({ answers: JSON.parse(JSON.stringify(answers)), violations: self.violations });
