import { evaluate, reportSchema } from "csp-direct-bill-rules";

const options = { asOf: "2020-09-02", track: "remain" };
const report = await evaluate({ support: { firstLevel: true } }, options);
self.result = { asynchronous: reportSchema.parse(report) };
