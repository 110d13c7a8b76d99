import Fastify from "fastify";
import { Ajv2020 } from "ajv/dist/2020.js";
import {
  compareReports,
  evaluateSync,
  InvalidInputError,
  InvalidReportError,
} from "csp-direct-bill-rules/sync";

/** A service that evaluates profiles, keeps the reports, and tells what changed since the last one. */
export function createServer({ profileSchema, reports = new Map() }) {
  // What is unknown must stay unknown: by default, Fastify turns null into false and drops keys.
  const ajv = new Ajv2020({ coerceTypes: false, removeAdditional: false, validateFormats: false });
  const server = Fastify();
  server.setValidatorCompiler(({ schema }) => ajv.compile(schema));
  server.setErrorHandler((error, _request, reply) => {
    // A stored report that cannot be read is no fault of the request.
    const isInput = error instanceof InvalidInputError && !(error instanceof InvalidReportError);
    const { statusCode = isInput ? 400 : 500, message, issues } = error;
    reply.code(statusCode);
    return statusCode === 500 ? { message: "Internal error" } : { message, issues };
  });
  server.put("/companies/:id", { schema: { body: profileSchema } }, ({ params, body, query }) => {
    const profile = { ...body, id: params.id };
    const report = evaluateSync(profile, { asOf: query.asOf, track: "remain", detail: "lean" });
    const last = reports.get(params.id);
    reports.set(params.id, JSON.stringify(report));
    return { report, changes: last && compareReports(JSON.parse(last), report) };
  });
  return server;
}
