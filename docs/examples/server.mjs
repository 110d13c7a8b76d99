import Fastify from "fastify";
import { Ajv2020 } from "ajv/dist/2020.js";
import { compareReports, evaluateSync, InvalidInputError } from "csp-direct-bill-rules/sync";

/** A service that evaluates profiles, keeps the reports, and tells what changed since the last one. */
export function createServer({ profileSchema, reports = new Map() }) {
  // What is unknown must stay unknown: by default, Fastify turns null into false and drops keys.
  const ajv = new Ajv2020({ coerceTypes: false, removeAdditional: false, validateFormats: false });
  const server = Fastify();
  server.setValidatorCompiler(({ schema }) => ajv.compile(schema));
  server.setErrorHandler((error, _request, reply) => {
    const isInput = error instanceof InvalidInputError;
    reply.code(isInput ? 400 : (error.statusCode ?? 500));
    return { message: error.message, issues: isInput ? error.issues : undefined };
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
