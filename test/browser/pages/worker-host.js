const worker = new Worker("/worker.js", { type: "module" });
worker.addEventListener("message", ({ data }) => {
  self.violations.push(...data.violations);
  self.result = data.answers;
});
